/**
 * One index out of parts: of the shares of several threads, of a folder as it was and what is new in it. Runs of
 * documents are taken from one part or another as they stand, so that nothing is tokenised twice.
 *
 * Every array comes piece by piece, so that an index larger than memory can go straight to disk; `joinParts` collects
 * the pieces into an index in memory.
 */
import { GrowingUint32 } from './growing.ts';
import type { IndexPart, PartColumns, Slices } from './index-part.ts';
import { placeTokens, WideGaps } from './join-anchors.ts';
import type { DocumentArrays, DocumentRun, Range } from './join-documents.ts';
import { JoinedDocuments } from './join-documents.ts';
import type { LexiconArrays } from './lexicon.ts';
import { mergeLexicons } from './merge-lexicon.ts';
import { anchorStride, wideGap } from './offsets.ts';
import type { IndexCounts } from './positional.ts';
import { PositionalIndex } from './positional.ts';
import { postingsOf } from './postings.ts';
import { lastAtMost } from './search.ts';

/** Tokens, or the like, of a piece: large enough that asking costs nothing, small enough for the cache of a processor. */
const pieceLength = 1 << 16;

/** The index of the documents of all runs, in their order. No document is in two runs. */
export function joinParts(runs: readonly DocumentRun[]): PositionalIndex {
  const joined = new JoinedIndex(runs);
  const { lexicon, counts, documents } = joined;
  const stream = gathered(new Int32Array(counts.tokens), joined.stream());
  const column = (length: number, pieces: Iterable<Uint32Array>) => gathered(new Uint32Array(length), pieces);
  return new PositionalIndex(lexicon, {
    stream,
    ...postingsOf(stream, lexicon, lexicon.typeCounts),
    offsets: {
      gaps: gathered(new Uint8Array(counts.tokens), joined.gaps()),
      anchors: joined.anchors,
      ...joined.wideGaps(),
    },
    sentenceStart: column(counts.sentences + 1, joined.sentenceStart()),
    sentenceFrom: column(counts.sentences, joined.sentenceFrom()),
    sentenceTo: column(counts.sentences, joined.sentenceTo()),
    paragraphStart: column(counts.paragraphs + 1, joined.paragraphStart()),
    paragraphFrom: column(counts.paragraphs, joined.paragraphFrom()),
    paragraphTo: column(counts.paragraphs, joined.paragraphTo()),
    paragraphDirections: gathered(new Uint8Array(counts.paragraphs), joined.paragraphDirections()),
    ...documents,
  });
}

function gathered<Numbers extends { set(from: Numbers, at: number): void; readonly length: number }>(
  into: Numbers,
  pieces: Iterable<Numbers>,
): Numbers {
  let at = 0;
  for (const piece of pieces) {
    into.set(piece, at);
    at += piece.length;
  }
  return into;
}

/** Where a run lies in its part, and where it comes to stand. */
interface Place {
  readonly part: PartColumns;
  readonly document: Range;
  readonly token: Range;
  readonly sentence: Range;
  readonly paragraph: Range;
  /** Joined type of each number of the part, and the length of its form, side by side. */
  readonly typeAndLength: Uint32Array;
  /** Of its first token, sentence and paragraph in the joined index. */
  readonly at: Sizes;
  /** Where its first token starts, all texts one behind another, and the gap before it. */
  readonly start: number;
  readonly gap: number;
}

type Sizes = Readonly<Record<'tokens' | 'sentences' | 'paragraphs', number>>;

export class JoinedIndex {
  readonly lexicon: LexiconArrays;
  readonly counts: IndexCounts;
  readonly documents: DocumentArrays;
  /** See `TokenGaps`. Complete once `stream` came to its end. */
  readonly anchors: Float64Array;
  readonly #places: Place[] = [];

  constructor(runs: readonly DocumentRun[]) {
    const parts = [...new Set(runs.map(({ part }) => part))];
    const sides = parts.map((part) => ({ lexicon: part.lexicon, counts: countsIn(part, runs) }));
    const { lexicon, typeOf } = mergeLexicons(sides);
    this.lexicon = lexicon;
    const merged = new Map(parts.map((part, at) => [part, mergedPart(part, typeOf[at]!, lexicon)]));
    const documents = new JoinedDocuments();
    let end = 0;
    for (const run of runs) {
      const base = documents.chars;
      const at = { tokens: documents.tokens, sentences: documents.sentences, paragraphs: documents.paragraphs };
      const { starts, ends, ...place } = documents.add(run, base);
      this.#places.push({ ...place, ...merged.get(run.part)!, at, start: starts, gap: starts - end });
      end = ends ?? end;
    }
    this.documents = documents.finish();
    const types = lexicon.classOfType.length;
    this.counts = { ...documents.counts, types, classes: lexicon.classStart.length - 1 };
    this.anchors = new Float64Array(Math.ceil(this.counts.tokens / anchorStride));
  }

  /** The type of every token. A piece is written over when the next one is asked for. */
  *stream(): Generator<Int32Array> {
    const whole = new Int32Array(pieceLength);
    for (const { part, token, typeAndLength, start, at } of this.#places) {
      const wide = new WideGaps(part, token.from);
      let offset = start;
      for (let from = token.from; from < token.to; from += pieceLength) {
        const to = Math.min(token.to, from + pieceLength);
        const numbers = part.tokens.slice(from, to);
        const piece = whole.subarray(0, to - from);
        // Up to the first token of the next piece.
        const gaps = part.gaps.slice(from + 1, Math.min(token.to, to + 1));
        const first = at.tokens + from - token.from;
        offset = placeTokens({ numbers, typeAndLength, gaps, wide, into: piece, anchors: this.anchors }, first, offset);
        yield piece;
      }
    }
  }

  *gaps(): Generator<Uint8Array> {
    for (const { part, token, gap } of this.#places) {
      if (token.from === token.to) continue;
      // Only the first token of a run has another one before it than it had.
      yield Uint8Array.of(Math.min(gap, wideGap));
      yield* pieces(part.gaps, { from: token.from + 1, to: token.to });
    }
  }

  wideGaps(): { wideTokens: Uint32Array; wideGaps: Uint32Array } {
    const tokens = new GrowingUint32();
    const gaps = new GrowingUint32();
    const add = (token: number, gap: number): void => {
      tokens.push(token);
      gaps.push(gap);
    };
    for (const { part, token, gap, at } of this.#places) {
      if (token.from === token.to) continue;
      if (gap >= wideGap) add(at.tokens, gap);
      const { wideTokens, wideGaps } = part;
      for (let wide = lastAtMost(wideTokens, wideTokens.length, token.from) + 1; wideTokens[wide]! < token.to; wide++)
        add(wideTokens[wide]! + at.tokens - token.from, wideGaps[wide]!);
    }
    return { wideTokens: tokens.take(), wideGaps: gaps.take() };
  }

  sentenceStart = (): Iterable<Uint32Array> => this.#starts('sentenceStart', 'sentence');
  sentenceFrom = (): Iterable<Uint32Array> => this.#column('sentenceFrom', 'sentence');
  sentenceTo = (): Iterable<Uint32Array> => this.#column('sentenceTo', 'sentence');
  paragraphStart = (): Iterable<Uint32Array> => this.#starts('paragraphStart', 'paragraph');
  paragraphFrom = (): Iterable<Uint32Array> => this.#column('paragraphFrom', 'paragraph');
  paragraphTo = (): Iterable<Uint32Array> => this.#column('paragraphTo', 'paragraph');

  *paragraphDirections(): Generator<Uint8Array> {
    for (const { part, paragraph } of this.#places) yield* pieces(part.paragraphDirections, paragraph);
  }

  *#column(name: 'sentenceFrom' | 'sentenceTo' | 'paragraphFrom' | 'paragraphTo', of: 'sentence' | 'paragraph') {
    for (const place of this.#places) yield* pieces(place.part[name], place[of]);
  }

  *#starts(name: 'sentenceStart' | 'paragraphStart', of: 'sentence' | 'paragraph') {
    for (const place of this.#places) {
      const shift = place.at.tokens - place.token.from;
      for (const piece of pieces(place.part[name], place[of])) yield piece.map((start) => start + shift);
    }
    yield Uint32Array.of(this.counts.tokens);
  }
}

function* pieces<Numbers>(column: Slices<Numbers>, { from, to }: Range): Generator<Numbers> {
  for (let at = from; at < to; at += pieceLength) yield column.slice(at, Math.min(to, at + pieceLength));
}

/** Tokens of each type of a part that stand in its runs. */
function countsIn(part: IndexPart, runs: readonly DocumentRun[]): Uint32Array {
  const left = new Uint8Array(part.languages.length).fill(1);
  for (const run of runs) if (run.part === part) left.fill(0, run.from, run.to);
  const counts = part.lexicon.typeCounts.slice();
  for (let doc = 0; doc < left.length; doc++) {
    if (left[doc] === 0) continue;
    const numbers = part.tokens.slice(part.documentStart[doc]!, part.documentStart[doc + 1]!);
    for (const number of numbers) counts[part.typeOfNumber?.[number] ?? number]!--;
  }
  return counts;
}

/** What is needed of a part once its lexicon is merged; the lexicon itself may go. */
function mergedPart(part: IndexPart, joined: Uint32Array, { forms }: LexiconArrays) {
  const { lexicon, typeOfNumber, ...columns } = part;
  const count = typeOfNumber?.length ?? lexicon.classOfType.length;
  const typeAndLength = new Uint32Array(2 * count);
  for (let number = 0; number < count; number++) {
    const type = joined[typeOfNumber ? typeOfNumber[number]! : number]!;
    typeAndLength[2 * number] = type;
    typeAndLength[2 * number + 1] = forms.starts[type + 1]! - forms.starts[type]!;
  }
  return { part: columns, typeAndLength };
}
