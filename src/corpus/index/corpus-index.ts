/**
 * The positional index as its readers see it: the truth for every count, line, sort and statistic.
 *
 * The stream is one run of tokens, document after document. Types (surface forms) are numbered by rank in the order of
 * (folded form, form), both compared by UTF-16 code unit, so that comparing ids is comparing words, all forms of one folded class are one range of ids, and a folded
 * prefix is one range of classes. `fold` here always means case AND marks folded.
 *
 * Readers go through these methods, not through fields of a builder, because the index may lie on disk. What answers with a
 * few values reads a few blocks; what answers with a whole array loads it, once, and may have the request wait for it
 * (`NotYetRead` in the worker). So ask for an array only when most of it will be looked at. Returned arrays are shared:
 * read them, never write to them.
 */
import type {
  CharOffset,
  Direction,
  DocId,
  FoldClassId,
  Language,
  TokenIndex,
  TokenKind,
  TypeId,
} from '../../shared/model.ts';

export interface Lexicon {
  /** Number of surface types. */
  readonly size: number;
  /** Number of folded classes. */
  readonly classes: number;
  form(type: TypeId): string;
  /** UTF-16 length of `form(type)`. */
  formLength(type: TypeId): number;
  foldOf(cls: FoldClassId): string;
  /** The class of each type; ascending. Length `size`. */
  classOfType(): Uint32Array;
  /** First type of each class, and `size` at the end. Length `classes + 1`. */
  classStart(): Uint32Array;
  /** Case-folded form (marks kept). */
  caseFold(type: TypeId): string;
  /** Marks-folded form (case kept). */
  marksFold(type: TypeId): string;
  kind(type: TypeId): TokenKind;
  direction(type: TypeId): Direction;
  /** Occurrences of a type. */
  typeCount(type: TypeId): number;
  /** The class whose folded form is exactly `folded`, or -1. Binary search. */
  findClass(folded: string): FoldClassId | -1;
  /** Classes whose folded form starts with `prefix`: a half-open range. Binary search. */
  prefixRange(prefix: string): readonly [from: FoldClassId, to: FoldClassId];
}

export interface CorpusIndex {
  readonly lexicon: Lexicon;
  readonly tokenCount: number;
  readonly documentCount: number;
  readonly sentenceCount: number;
  readonly paragraphCount: number;

  /** The type of every token. Length `tokenCount`. */
  stream(): Int32Array;
  /** The types of the tokens `from` to `to`, `to` exclusive: for a line or a document, where `stream` would load all. */
  typesIn(from: number, to: number): Int32Array;
  /** Token indexes of a class, ascending. */
  postings(cls: FoldClassId): Uint32Array;
  /** Occurrences of a class: `postings(cls).length` without reading it. */
  classCount(cls: FoldClassId): number;

  /** First token of each document, and `tokenCount` at the end. Length `documentCount + 1`. */
  documentStart(): Uint32Array;
  /** First token of each sentence, and `tokenCount` at the end. A sentence without tokens starts where the next one does. */
  sentenceStart(): Uint32Array;
  /** First token of each paragraph, and `tokenCount` at the end. */
  paragraphStart(): Uint32Array;
  /** First sentence of each document, and `sentenceCount` at the end. */
  documentSentence(): Uint32Array;
  /** First paragraph of each document, and `paragraphCount` at the end. */
  documentParagraph(): Uint32Array;

  charStart(token: TokenIndex): CharOffset;
  /** `charStart` plus the length of the token's form. */
  charEnd(token: TokenIndex): CharOffset;
  /** The tokens `from <= token < to` of a sentence (global number). */
  tokensOfSentence(sentence: number): readonly [from: number, to: number];
  /** The tokens `from <= token < to` of a paragraph (global number). */
  tokensOfParagraph(paragraph: number): readonly [from: number, to: number];
  /** Character bounds of a sentence (global number) in its document: [start, end). */
  sentenceSpan(sentence: number): readonly [CharOffset, CharOffset];
  /** Character bounds of a paragraph (global number) in its document: [start, end). */
  paragraphSpan(paragraph: number): readonly [CharOffset, CharOffset];
  paragraphDirection(paragraph: number): Direction;

  documentOf(token: TokenIndex): DocId;
  /** Global sentence number of a token. Binary search. */
  sentenceOf(token: TokenIndex): number;
  /** Global paragraph number of a token. Binary search. */
  paragraphOf(token: TokenIndex): number;
  language(doc: DocId): Language;

  /**
   * Rank of each type for sorting words as a reader of a dictionary expects: equal rank = equal word under that folding.
   * 'fold' ranks by folded form in collation order (class rank spread over types), 'form' by surface form.
   * Computed at first use. Length `lexicon.size`.
   */
  collationRank(folding: 'fold' | 'form'): Uint32Array;
}

/** Where the canonical text of documents is read from; the worker decides whether from memory or from disk. */
export interface TextSource {
  /** Exact slice of the canonical text. */
  slice(doc: DocId, start: CharOffset, end: CharOffset): string;
  /** The whole canonical text. */
  text(doc: DocId): string;
  length(doc: DocId): number;
}

/** What the worker hands the builder for each document, in the order of document ids. */
export interface SourceDocument {
  /** Canonical text: see text/canonical.ts. */
  readonly text: string;
  readonly language: Language;
}

/**
 * Builds a `CorpusIndex`. Contract of `src/corpus/index/build.ts`:
 * `new IndexBuilder(rules: SentenceRules)`, `addDocument(source): DocumentCounts`, `finish(): CorpusIndex`.
 */
export interface DocumentCounts {
  readonly tokens: number;
  readonly types: number;
  readonly sentences: number;
  readonly paragraphs: number;
  readonly chars: number;
  /** Of most of its letters. */
  readonly direction: Direction;
}
