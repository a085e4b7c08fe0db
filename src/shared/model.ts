/**
 * The vocabulary of the whole program: the words of corpus linguistics, with their units in the types.
 *
 * Numbers that count different things are branded, so that a token index can never be passed where a character offset
 * is meant. All ends are exclusive. Character offsets are UTF-16 code units into a document's canonical text.
 */

declare const unit: unique symbol;
export type Branded<Base, Name extends string> = Base & { readonly [unit]: Name };

/** 0-based position in the token stream of a corpus (documents one after another). */
export type TokenIndex = Branded<number, 'TokenIndex'>;
/** UTF-16 code units into the canonical text of one document. */
export type CharOffset = Branded<number, 'CharOffset'>;
/** 0-based document number within one opened corpus; stable while the corpus is open. */
export type DocId = Branded<number, 'DocId'>;
/** Rank of a surface type in the lexicon, which is ordered by (folded form, form). */
export type TypeId = Branded<number, 'TypeId'>;
/** Number of a class of types that share one folded form (case and marks folded); ascending with the folded form. */
export type FoldClassId = Branded<number, 'FoldClassId'>;

/** Opaque name of a folder that may be opened. Handed out by the main side; never a path. */
export type FolderId = Branded<string, 'FolderId'>;
/** Opaque name of an opened corpus. */
export type CorpusId = Branded<string, 'CorpusId'>;
/** Opaque name of a result set held by the worker. */
export type ResultId = Branded<string, 'ResultId'>;
/** Opaque name of a table of numbers held by the worker. */
export type TableId = Branded<string, 'TableId'>;

/** BCP 47 primary language subtag, `und` when unknown. */
export type Language = string;
export type Direction = 'ltr' | 'rtl';

/** What a token is. Punctuation is never a token. The order is the code stored in the index. */
export const tokenKinds = ['word', 'number', 'url', 'handle', 'hashtag', 'email'] as const;
export type TokenKind = (typeof tokenKinds)[number];

/** One token of a document, as `lectern tokens` prints it. */
export interface Token {
  readonly start: CharOffset;
  readonly end: CharOffset;
  readonly text: string;
  /** Case and marks folded. */
  readonly fold: string;
  readonly kind: TokenKind;
  /** 0-based, within the document. */
  readonly sentence: number;
  /** 0-based, within the document. */
  readonly paragraph: number;
}

/** A run of characters of one document; `start < end`. */
export interface Span {
  readonly start: CharOffset;
  readonly end: CharOffset;
}
