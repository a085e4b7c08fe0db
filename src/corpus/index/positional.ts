/**
 * The positional index in memory: what `IndexBuilder` leaves behind, read through `CorpusIndex`.
 */
import type { CharOffset, Direction, DocId, FoldClassId, Language, TokenIndex, TypeId } from '../../shared/model.ts';
import { ranked } from './collation.ts';
import type { CorpusIndex } from './corpus-index.ts';
import type { LayoutArrays } from './layout-columns.ts';
import { SortedLexicon, type LexiconArrays } from './lexicon.ts';
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

export interface IndexCounts {
  readonly types: number;
  readonly classes: number;
  readonly tokens: number;
  readonly documents: number;
  readonly sentences: number;
  readonly paragraphs: number;
}

/** All that an index is made of: what a snapshot keeps. Its arrays may come from disk when they are first asked for. */
export interface IndexParts {
  readonly lexicon: LexiconArrays;
  readonly arrays: IndexArrays;
  readonly counts: IndexCounts;
}

function countsOf(lexicon: LexiconArrays, arrays: IndexArrays): IndexCounts {
  return {
    types: lexicon.classOfType.length,
    classes: lexicon.classStart.length - 1,
    tokens: arrays.stream.length,
    documents: arrays.documentStart.length - 1,
    sentences: arrays.sentenceStart.length - 1,
    paragraphs: arrays.paragraphStart.length - 1,
  };
}

export class PositionalIndex implements CorpusIndex {
  readonly lexicon: SortedLexicon;
  readonly tokenCount: number;
  readonly documentCount: number;
  readonly sentenceCount: number;
  readonly paragraphCount: number;
  protected readonly arrays: IndexArrays;
  private readonly lexiconArrays: LexiconArrays;
  private ranksByFold: Uint32Array | undefined;
  private ranksByForm: Uint32Array | undefined;
  private ranksOfClasses: Uint32Array | undefined;

  /** `counts` are given where the arrays should not be touched yet. */
  constructor(lexicon: LexiconArrays, arrays: IndexArrays, counts: IndexCounts = countsOf(lexicon, arrays)) {
    this.lexicon = new SortedLexicon(lexicon, counts);
    this.lexiconArrays = lexicon;
    this.arrays = arrays;
    this.tokenCount = counts.tokens;
    this.documentCount = counts.documents;
    this.sentenceCount = counts.sentences;
    this.paragraphCount = counts.paragraphs;
  }

  get parts(): IndexParts {
    const { size: types, classes } = this.lexicon;
    const { tokenCount: tokens, documentCount: documents, sentenceCount: sentences, paragraphCount: paragraphs } = this;
    const counts = { types, classes, tokens, documents, sentences, paragraphs };
    return { lexicon: this.lexiconArrays, arrays: this.arrays, counts };
  }

  stream(): Int32Array {
    return this.arrays.stream;
  }

  typesIn(from: number, to: number): Int32Array {
    return this.arrays.stream.subarray(from, to);
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
    const offset = offsetOf(token, offsets, stream, this.lexicon.formStarts);
    return (offset - documentOffset[this.documentOf(token)]!) as CharOffset;
  }

  charEnd(token: TokenIndex): CharOffset {
    return (this.charStart(token) + this.lexicon.formLength(this.arrays.stream[token] as TypeId)) as CharOffset;
  }

  tokensOfSentence(sentence: number): readonly [from: number, to: number] {
    const { sentenceStart } = this.arrays;
    return [sentenceStart[sentence]!, sentenceStart[sentence + 1]!];
  }

  tokensOfParagraph(paragraph: number): readonly [from: number, to: number] {
    const { paragraphStart } = this.arrays;
    return [paragraphStart[paragraph]!, paragraphStart[paragraph + 1]!];
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
    if (folding === 'form') return (this.ranksByForm ??= ranked(this.lexiconArrays.forms));
    if (!this.ranksByFold) {
      const ranks = this.classRanks();
      this.ranksByFold = this.lexicon.classOfType().map((cls) => ranks[cls]!);
    }
    return this.ranksByFold;
  }

  /** Rank of each class by its folded form: what a snapshot keeps of the ranks. */
  classRanks(): Uint32Array {
    return (this.ranksOfClasses ??= ranked(this.lexiconArrays.folds));
  }
}
