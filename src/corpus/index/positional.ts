/**
 * The positional index in memory: what `IndexBuilder` leaves behind, read through `CorpusIndex`.
 */
import type { CharOffset, Direction, DocId, FoldClassId, Language, TokenIndex } from '../../shared/model.ts';
import { foldRanks, formRanks } from './collation.ts';
import type { CorpusIndex } from './corpus-index.ts';
import type { LayoutArrays } from './layout-columns.ts';
import type { SortedLexicon } from './lexicon.ts';
import { offsetOf, type TokenGaps } from './offsets.ts';
import { lastAtMost } from './search.ts';

/** All arrays of an index. Starts have one entry more than there are things, the end of the last. */
export interface IndexArrays extends LayoutArrays {
  readonly stream: Int32Array;
  /** Tokens by class, and where each class begins in `postings`. */
  readonly postings: Uint32Array;
  readonly postingStart: Uint32Array;
  readonly offsets: TokenGaps;
  readonly documentStart: Uint32Array;
  readonly documentSentence: Uint32Array;
  readonly documentParagraph: Uint32Array;
  /** Offset of each document when all texts stand one behind another. */
  readonly documentOffset: Float64Array;
  readonly languages: readonly Language[];
}

export class PositionalIndex implements CorpusIndex {
  readonly lexicon: SortedLexicon;
  readonly tokenCount: number;
  readonly documentCount: number;
  readonly sentenceCount: number;
  readonly paragraphCount: number;
  private readonly arrays: IndexArrays;
  private readonly formLength: (type: number) => number;
  private ranksByFold: Uint32Array | undefined;
  private ranksByForm: Uint32Array | undefined;

  constructor(lexicon: SortedLexicon, arrays: IndexArrays) {
    this.lexicon = lexicon;
    this.arrays = arrays;
    this.tokenCount = arrays.stream.length;
    this.documentCount = arrays.documentStart.length - 1;
    this.sentenceCount = arrays.sentenceStart.length - 1;
    this.paragraphCount = arrays.paragraphStart.length - 1;
    const starts = lexicon.formStarts;
    this.formLength = (type) => starts[type + 1]! - starts[type]!;
  }

  stream(): Int32Array {
    return this.arrays.stream;
  }

  postings(cls: FoldClassId): Uint32Array {
    const { postings, postingStart } = this.arrays;
    return postings.subarray(postingStart[cls], postingStart[cls + 1]);
  }

  classCount(cls: FoldClassId): number {
    const { postingStart } = this.arrays;
    return postingStart[cls + 1]! - postingStart[cls]!;
  }

  documentStart(): Uint32Array {
    return this.arrays.documentStart;
  }

  sentenceStart(): Uint32Array {
    return this.arrays.sentenceStart;
  }

  paragraphStart(): Uint32Array {
    return this.arrays.paragraphStart;
  }

  documentSentence(): Uint32Array {
    return this.arrays.documentSentence;
  }

  documentParagraph(): Uint32Array {
    return this.arrays.documentParagraph;
  }

  charStart(token: TokenIndex): CharOffset {
    const { offsets, stream, documentOffset } = this.arrays;
    const offset = offsetOf(token, offsets, stream, this.formLength);
    return (offset - documentOffset[this.documentOf(token)]!) as CharOffset;
  }

  charEnd(token: TokenIndex): CharOffset {
    return (this.charStart(token) + this.formLength(this.arrays.stream[token]!)) as CharOffset;
  }

  sentenceSpan(sentence: number): readonly [CharOffset, CharOffset] {
    const { sentenceFrom, sentenceTo } = this.arrays;
    return [sentenceFrom[sentence] as CharOffset, sentenceTo[sentence] as CharOffset];
  }

  paragraphSpan(paragraph: number): readonly [CharOffset, CharOffset] {
    const { paragraphFrom, paragraphTo } = this.arrays;
    return [paragraphFrom[paragraph] as CharOffset, paragraphTo[paragraph] as CharOffset];
  }

  paragraphDirection(paragraph: number): Direction {
    return this.arrays.paragraphDirections[paragraph] === 1 ? 'rtl' : 'ltr';
  }

  // Of several things that start at one token all but the last are empty: the last is the one that holds it.
  documentOf(token: TokenIndex): DocId {
    return lastAtMost(this.arrays.documentStart, this.documentCount, token) as DocId;
  }

  sentenceOf(token: TokenIndex): number {
    return lastAtMost(this.arrays.sentenceStart, this.sentenceCount, token);
  }

  paragraphOf(token: TokenIndex): number {
    return lastAtMost(this.arrays.paragraphStart, this.paragraphCount, token);
  }

  language(doc: DocId): Language {
    return this.arrays.languages[doc]!;
  }

  collationRank(folding: 'fold' | 'form'): Uint32Array {
    if (folding === 'fold') return (this.ranksByFold ??= foldRanks(this.lexicon));
    return (this.ranksByForm ??= formRanks(this.lexicon));
  }
}
