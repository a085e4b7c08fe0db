/** The segments of one document: its sentences or its paragraphs, as the index has them. */
import { createHash } from 'node:crypto';
import type { AlignedSegment, Granularity } from '../../shared/alignment.ts';
import type { CharOffset, Direction, DocId, Language } from '../../shared/model.ts';
import type { Corpus } from '../corpus.ts';

export interface Segment {
  readonly start: CharOffset;
  readonly end: CharOffset;
  readonly text: string;
  readonly direction: Direction;
  /** Whether it begins a paragraph. */
  readonly opens: boolean;
}

export interface SegmentedDocument {
  readonly doc: DocId;
  readonly path: string;
  readonly language: Language;
  readonly granularity: Granularity;
  readonly segments: readonly Segment[];
  /** First sentence or paragraph of the document in the whole index. */
  readonly first: number;
  /** SHA-256 of the language and the texts: two documents with the same one align alike. */
  readonly digest: string;
}

/** @throws ExpectedFailure `no-such-document` */
export function segmentsOf(corpus: Corpus, doc: DocId, granularity: Granularity): SegmentedDocument {
  const { path, language } = corpus.document(doc);
  const { index, texts } = corpus.opened;
  const paragraphs = index.documentParagraph();
  const starts = granularity === 'sentence' ? index.documentSentence() : paragraphs;
  const first = starts[doc]!;
  const text = texts.text(doc);
  const digest = createHash('sha256').update(`${language} ${granularity}`);
  let paragraph = paragraphs[doc]!;
  let opened = -1;
  const segments = Array.from({ length: starts[doc + 1]! - first }, (_, at): Segment => {
    const [start, end] = granularity === 'sentence' ? index.sentenceSpan(first + at) : index.paragraphSpan(first + at);
    while (paragraph + 1 < paragraphs[doc + 1]! && index.paragraphSpan(paragraph)[1] <= start) paragraph++;
    const opens = paragraph !== opened;
    opened = paragraph;
    const written = text.slice(start, end);
    // A sign that no text has between two: the same letters cut elsewhere are another document.
    digest.update(written).update('\0');
    return { start, end, text: written, direction: index.paragraphDirection(paragraph), opens };
  });
  return { doc, path, language, granularity, segments, first, digest: digest.digest('hex') };
}

/** The texts of a run, as a correction quotes them. */
export function quoteOf({ segments }: SegmentedDocument, from: number, to: number): string {
  return segments
    .slice(from, to)
    .map(({ text }) => text)
    .join('\n');
}

/** Segments of a run with their numbers, as they are drawn. */
export function drawnSegments({ segments }: SegmentedDocument, from: number, to: number): AlignedSegment[] {
  return segments.slice(from, to).map((segment, at) => ({ segment: from + at, ...segment }));
}
