/**
 * A share of an index as it is before it is joined with others: made by one thread out of some of the files, or what
 * was there before. Its tokens need not be types yet, and its columns need not be in memory.
 */
import type { DocId, Language, TokenIndex } from '../../shared/model.ts';
import type { BuiltPart } from './build.ts';
import type { LayoutArrays } from './layout-columns.ts';
import type { LexiconArrays } from './lexicon.ts';
import type { PositionalIndex } from './positional.ts';

/** A column that is read a stretch at a time. What it gives is not to be written to. */
export interface Slices<Numbers> {
  readonly length: number;
  slice(from: number, to: number): Numbers;
}

export type LayoutSlices = {
  readonly [Name in keyof LayoutArrays]: Slices<LayoutArrays[Name]>;
};

/** What of a part is still read when its lexicon was merged with the others. */
export type PartColumns = Omit<IndexPart, 'lexicon' | 'typeOfNumber'>;

/** Ranges of documents, and offsets, are within the part. Starts have one entry more than there are documents. */
export interface IndexPart extends LayoutSlices {
  readonly lexicon: LexiconArrays;
  /** Type of each number that stands for a token; undefined where tokens are types already. */
  readonly typeOfNumber: Uint32Array | undefined;
  readonly tokens: Slices<Uint32Array>;
  /** See `TokenGaps`. */
  readonly gaps: Slices<Uint8Array>;
  readonly wideTokens: Uint32Array;
  readonly wideGaps: Uint32Array;
  readonly documentStart: Uint32Array;
  readonly documentSentence: Uint32Array;
  readonly documentParagraph: Uint32Array;
  /** Offset of each document when all texts stand one behind another. */
  readonly documentOffset: Float64Array;
  readonly languages: readonly Language[];
  /** Where the first token of a document starts, and where its last one ends, in its text. It has one. */
  firstStart(document: number): number;
  lastEnd(document: number): number;
}

export function inMemory<Numbers extends Uint32Array | Uint8Array>(array: Numbers): Slices<Numbers> {
  // `subarray` of either kind gives that kind, which TypeScript cannot say.
  return { length: array.length, slice: (from, to) => array.subarray(from, to) as Numbers };
}

export function layoutInMemory(arrays: LayoutArrays): LayoutSlices {
  return {
    sentenceStart: inMemory(arrays.sentenceStart),
    sentenceFrom: inMemory(arrays.sentenceFrom),
    sentenceTo: inMemory(arrays.sentenceTo),
    paragraphStart: inMemory(arrays.paragraphStart),
    paragraphFrom: inMemory(arrays.paragraphFrom),
    paragraphTo: inMemory(arrays.paragraphTo),
    paragraphDirections: inMemory(arrays.paragraphDirections),
  };
}

/** A whole index, as a part of another. */
export function partOf(index: PositionalIndex): IndexPart {
  const { arrays, lexicon } = index.parts;
  const { gaps, wideTokens, wideGaps } = arrays.offsets;
  const starts = arrays.documentStart;
  return {
    lexicon,
    typeOfNumber: undefined,
    tokens: { length: index.tokenCount, slice: (from, to) => unsigned(index.typesIn(from, to)) },
    gaps: inMemory(gaps),
    wideTokens,
    wideGaps,
    ...layoutInMemory(arrays),
    documentStart: starts,
    documentSentence: arrays.documentSentence,
    documentParagraph: arrays.documentParagraph,
    documentOffset: arrays.documentOffset,
    languages: arrays.languages,
    firstStart: (document) => index.charStart(starts[document] as TokenIndex),
    lastEnd: (document) => index.charEnd((starts[(document + 1) as DocId]! - 1) as TokenIndex),
  };
}

function unsigned({ buffer, byteOffset, length }: Int32Array): Uint32Array {
  return new Uint32Array(buffer, byteOffset, length);
}

/** What one builder made. */
export function partOfBuilt(built: BuiltPart): IndexPart {
  const { tokens, gaps, firstStarts, lastEnds, ...others } = built;
  return {
    ...others,
    ...layoutInMemory(built),
    tokens: inMemory(tokens),
    gaps: inMemory(gaps),
    firstStart: (document) => firstStarts[document]!,
    lastEnd: (document) => lastEnds[document]!,
  };
}
