/** The tagged passages of both texts, as they are drawn there. */
import { useMemo } from 'react';
import type { AlignmentSummary } from '../../../../shared/alignment.ts';
import type { CorpusId, Span } from '../../../../shared/model.ts';
import type { Tag, TaggedSpan } from '../../../../shared/tagging.ts';
import { useApp } from '../../../app/store/store.ts';
import { currentProject } from '../../../app/store/tagging.ts';
import { useSpans } from '../../../app/use-spans.ts';

/** One tag of one passage. */
export interface TagMark extends Span {
  readonly name: string;
  readonly colour: string;
  /** Its text changed since it was tagged. */
  readonly isDoubtful: boolean;
  readonly passage: TaggedSpan;
}

export type TagMarks = readonly [readonly TagMark[], readonly TagMark[]];

const noTags: readonly Tag[] = [];
const none: readonly TagMark[] = [];

export function useTagMarks(corpus: CorpusId, { documents: [a, b] }: AlignmentSummary): TagMarks {
  const tags = useApp((state) => currentProject(state)?.tags ?? noTags);
  const [first, second] = [useSpans(corpus, a.document.doc), useSpans(corpus, b.document.doc)];
  return useMemo(() => [marksOf(first, tags), marksOf(second, tags)], [first, second, tags]);
}

export function marksOf(spans: readonly TaggedSpan[], tags: readonly Tag[]): TagMark[] {
  const known = new Map(tags.map((tag) => [tag.tag, tag]));
  return spans.flatMap((passage) =>
    passage.tags.flatMap((id): TagMark[] => {
      const tag = known.get(id);
      if (!tag) return [];
      const { start, end, state } = passage;
      return [{ start, end, name: tag.name, colour: tag.colour, isDoubtful: state !== 'held', passage }];
    }),
  );
}

/** Marks that lie in a stretch at least in part; none in no stretch. */
export function marksIn(marks: readonly TagMark[], stretch: Span | null): readonly TagMark[] {
  if (stretch === null) return none;
  return marks.filter(({ start, end }) => start < stretch.end && stretch.start < end);
}

/** From the first to the last of segments that stand in text order. */
export function spanOf(segments: readonly Span[]): Span | null {
  const [first] = segments;
  const last = segments.at(-1);
  return first && last ? { start: first.start, end: last.end } : null;
}

/** Passages that begin or lie in a stretch, each once, in text order. */
export function passagesIn(marks: readonly TagMark[], stretch: Span): TaggedSpan[] {
  return [...new Set(marksIn(marks, stretch).map(({ passage }) => passage))];
}
