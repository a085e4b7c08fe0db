/**
 * Two indexes made one: that of a folder as it was, and that of what is new in it. Runs of documents are taken from the one
 * or the other as they stand, so that a folder of which one file changed costs a copy and not an indexing.
 */
import { MergingGaps } from './merge-gaps.ts';
import { mergeLexicons } from './merge-lexicon.ts';
import type { IndexArrays } from './positional.ts';
import { PositionalIndex } from './positional.ts';
import { postingsOf } from './postings.ts';

/** Documents of one index, one after another. */
export interface DocumentRun {
  /** The index of the folder as it was; or of what is new, each document of which is in some run. */
  readonly index: PositionalIndex;
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  /** UTF-16 length of their texts together. */
  readonly chars: number;
}

/** The index of the documents of all runs, in their order. No document is in two runs. */
export function mergeIndexes(
  old: PositionalIndex,
  fresh: PositionalIndex,
  runs: readonly DocumentRun[],
): PositionalIndex {
  const { arrays: lexicon, ...typeOf } = mergeLexicons(
    { lexicon: old.lexicon, arrays: old.parts.lexicon, counts: countsIn(old, runs) },
    { lexicon: fresh.lexicon, arrays: fresh.parts.lexicon, counts: fresh.parts.lexicon.typeCounts },
  );
  const places = runs.map(placeOf);
  const sizes = places.reduce(
    (sum, { token, sentence, paragraph, document }) => ({
      tokens: sum.tokens + token.to - token.from,
      sentences: sum.sentences + sentence.to - sentence.from,
      paragraphs: sum.paragraphs + paragraph.to - paragraph.from,
      documents: sum.documents + document.to - document.from,
    }),
    { tokens: 0, sentences: 0, paragraphs: 0, documents: 0 },
  );
  const merged = new MergedArrays(sizes);
  const stream = new Int32Array(sizes.tokens);
  let token = 0;
  for (const place of places) {
    const own = place.index.stream().subarray(place.token.from, place.token.to);
    retype(own, place.index === old ? typeOf.typeOfOne : typeOf.typeOfOther, stream.subarray(token));
    token += own.length;
    merged.add(place);
  }
  const postings = postingsOf(stream, lexicon, lexicon.typeCounts);
  return new PositionalIndex(lexicon, { stream, ...postings, ...merged.finish() });
}

/** Apart, so that the loop is compiled for arrays and nothing else. */
function retype(stream: Int32Array, typeOf: Uint32Array, into: Int32Array): void {
  for (let t = 0; t < stream.length; t++) into[t] = typeOf[stream[t]!]!;
}

/** Tokens of each type that stand in the runs of an index. */
function countsIn(index: PositionalIndex, runs: readonly DocumentRun[]): Uint32Array {
  const left = new Uint8Array(index.documentCount).fill(1);
  for (const run of runs) if (run.index === index) left.fill(0, run.from, run.to);
  const counts = index.parts.lexicon.typeCounts.slice();
  const starts = index.documentStart();
  const stream = index.stream();
  for (let doc = 0; doc < left.length; doc++)
    if (left[doc] === 1) for (let t = starts[doc]!; t < starts[doc + 1]!; t++) counts[stream[t]!]!--;
  return counts;
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** Where a run lies in its index. */
interface Place {
  readonly index: PositionalIndex;
  readonly document: Range;
  readonly token: Range;
  readonly sentence: Range;
  readonly paragraph: Range;
  readonly chars: number;
}

function placeOf({ index, from, to, chars }: DocumentRun): Place {
  const range = (starts: Uint32Array): Range => ({ from: starts[from]!, to: starts[to]! });
  return {
    index,
    document: { from, to },
    token: range(index.documentStart()),
    sentence: range(index.documentSentence()),
    paragraph: range(index.documentParagraph()),
    chars,
  };
}

/** Numbers taken over from other arrays, one behind another. */
class Column {
  readonly values: Uint32Array;
  length = 0;

  constructor(length: number) {
    this.values = new Uint32Array(length);
  }

  take(from: Uint32Array, range: Range, shift: number): void {
    const { values } = this;
    let at = this.length;
    for (let i = range.from; i < range.to; i++) values[at++] = from[i]! + shift;
    this.length = at;
  }

  close(end: number): Uint32Array {
    this.values[this.length] = end;
    return this.values;
  }
}

interface Sizes {
  readonly tokens: number;
  readonly sentences: number;
  readonly paragraphs: number;
  readonly documents: number;
}

/** All arrays of the merged index but its stream and postings. */
class MergedArrays {
  readonly #gaps: MergingGaps;
  readonly #sentenceStart: Column;
  readonly #sentenceFrom: Column;
  readonly #sentenceTo: Column;
  readonly #paragraphStart: Column;
  readonly #paragraphFrom: Column;
  readonly #paragraphTo: Column;
  readonly #directions: Uint8Array;
  readonly #documentStart: Column;
  readonly #documentSentence: Column;
  readonly #documentParagraph: Column;
  readonly #documentOffset: number[] = [];
  readonly #languages: string[] = [];
  #tokens = 0;
  #chars = 0;

  constructor({ tokens, sentences, paragraphs, documents }: Sizes) {
    this.#gaps = new MergingGaps(tokens);
    this.#sentenceStart = new Column(sentences + 1);
    this.#sentenceFrom = new Column(sentences);
    this.#sentenceTo = new Column(sentences);
    this.#paragraphStart = new Column(paragraphs + 1);
    this.#paragraphFrom = new Column(paragraphs);
    this.#paragraphTo = new Column(paragraphs);
    this.#directions = new Uint8Array(paragraphs);
    this.#documentStart = new Column(documents + 1);
    this.#documentSentence = new Column(documents + 1);
    this.#documentParagraph = new Column(documents + 1);
  }

  add({ index, document, token, sentence, paragraph, chars }: Place): void {
    const { arrays } = index.parts;
    const shift = this.#tokens - token.from;
    this.#documentStart.take(arrays.documentStart, document, shift);
    this.#documentSentence.take(arrays.documentSentence, document, this.#sentenceStart.length - sentence.from);
    this.#documentParagraph.take(arrays.documentParagraph, document, this.#paragraphStart.length - paragraph.from);
    this.#directions.set(
      arrays.paragraphDirections.subarray(paragraph.from, paragraph.to),
      this.#paragraphStart.length,
    );
    this.#sentenceStart.take(arrays.sentenceStart, sentence, shift);
    this.#sentenceFrom.take(arrays.sentenceFrom, sentence, 0);
    this.#sentenceTo.take(arrays.sentenceTo, sentence, 0);
    this.#paragraphStart.take(arrays.paragraphStart, paragraph, shift);
    this.#paragraphFrom.take(arrays.paragraphFrom, paragraph, 0);
    this.#paragraphTo.take(arrays.paragraphTo, paragraph, 0);
    // Of a run without documents nothing is taken.
    const later = this.#chars - (arrays.documentOffset[document.from] ?? 0);
    for (let doc = document.from; doc < document.to; doc++) {
      this.#documentOffset.push(arrays.documentOffset[doc]! + later);
      this.#languages.push(arrays.languages[doc]!);
    }
    this.#gaps.add(index, token.from, token.to, later);
    this.#tokens += token.to - token.from;
    this.#chars += chars;
  }

  finish(): Omit<IndexArrays, 'stream' | 'postings' | 'postingStart'> {
    return {
      offsets: this.#gaps.finish(),
      sentenceStart: this.#sentenceStart.close(this.#tokens),
      sentenceFrom: this.#sentenceFrom.values,
      sentenceTo: this.#sentenceTo.values,
      paragraphStart: this.#paragraphStart.close(this.#tokens),
      paragraphFrom: this.#paragraphFrom.values,
      paragraphTo: this.#paragraphTo.values,
      paragraphDirections: this.#directions,
      documentStart: this.#documentStart.close(this.#tokens),
      documentSentence: this.#documentSentence.close(this.#sentenceStart.length),
      documentParagraph: this.#documentParagraph.close(this.#paragraphStart.length),
      documentOffset: Float64Array.from(this.#documentOffset),
      languages: this.#languages,
    };
  }
}
