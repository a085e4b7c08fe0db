/** What the requests of the contract answer: documents, lines, groups, passages, folders. */
import * as z from 'zod';
import { tokenKinds } from './model.ts';
import {
  count,
  folderId,
  corpusId,
  resultId,
  docId,
  charOffset,
  tokenIndex,
  direction,
  query,
  sortKeys,
  step,
  failure,
} from './terms.ts';

export const documentSummary = z.object({
  doc: docId,
  /** Relative to the folder, `/` between parts. */
  path: z.string(),
  title: z.string(),
  format: z.string(),
  language: z.string(),
  /** 0 to 1; 1 when the user or the metadata says so. */
  languageConfidence: z.number(),
  /** Shares of the letters, 0 to 1, the largest first; one entry when the document is not mixed. Of a long one, a sample's. */
  languages: z.array(z.object({ language: z.string(), share: z.number() })),
  encoding: z.string(),
  /** 0 to 1; 1 when the user or the file leaves no doubt. */
  encodingConfidence: z.number(),
  /** Set when the text looks as if it had been decoded wrongly once: how its first such passage would read repaired. */
  repair: z.string().optional(),
  /** Set when the user accepted that repair. */
  repaired: z.literal(true).optional(),
  direction,
  tokens: count,
  types: count,
  sentences: count,
  paragraphs: count,
  chars: count,
  /** ISO 8601, of the file. */
  modified: z.string(),
  metadata: z.record(z.string(), z.string()),
});
export type DocumentSummary = Readonly<z.infer<typeof documentSummary>>;

export const readingFields = {
  /** Of every file that is not corrected alone. */
  encoding: z.string().min(1).max(60).nullable(),
  /** Of every document that is not corrected alone. */
  language: z.string().min(1).max(60).nullable(),
  /** `main`: the article of a web page; `all`: the whole page. */
  html: z.enum(['main', 'all']).nullable(),
  /** Local name of the XML element whose text is read. */
  xmlElement: z.string().min(1).max(200).nullable(),
  /** Column or key that holds the text of a row. */
  textColumn: z.string().min(1).max(200).nullable(),
  /** What the parts of a path say: `{source}/{date}_{title}.txt`. */
  pathPattern: z.string().min(1).max(500).nullable(),
};
/** How the files of a folder are read. Null: as Lectern finds best. */
export const folderReading = z.object(readingFields);
export type FolderReading = Readonly<z.infer<typeof folderReading>>;
/** A change of some of it: what is not named stays as it is. */
export const readingChange = folderReading.partial();
export type ReadingChange = Readonly<z.infer<typeof readingChange>>;

/** What the user said of one document. `encoding` and `repair` are of its file. */
export const documentCorrection = z.object({
  language: z.string().optional(),
  encoding: z.string().optional(),
  repair: z.literal(true).optional(),
});
export type DocumentCorrection = Readonly<z.infer<typeof documentCorrection>>;

export const subcorpusName = z
  .string()
  .regex(/^[\p{L}\p{N}_.-]{1,60}$/u, 'expected letters, digits, -, _ or . and no spaces, at most 60 of them');

export const metadataField = z.object({
  field: z.string(),
  /** Every document has it: path, title, language, format, encoding, tokens, modified. */
  builtIn: z.boolean(),
  /** Documents that have it. */
  documents: count,
  /** Different values. When `values` holds fewer, they are the most frequent ones. */
  distinct: count,
  /** Most frequent first. */
  values: z.array(z.object({ value: z.string(), documents: count })),
});
export type MetadataField = Readonly<z.infer<typeof metadataField>>;

/** `skipped`: nothing was read. `note`: it was read, and this is what was left out or guessed. */
export const skippedFile = z.object({ path: z.string(), reason: z.string(), kind: z.enum(['skipped', 'note']) });
export type SkippedFile = Readonly<z.infer<typeof skippedFile>>;

export const corpusSummary = z.object({
  corpus: corpusId,
  folder: folderId,
  name: z.string(),
  documents: count,
  /** Files that were not read: the first so many that `corpus.skipped` lists. */
  skipped: count,
  /** Remarks on files that were read: what `corpus.skipped` lists after them. */
  notes: count,
  tokens: count,
  types: count,
  sentences: count,
  paragraphs: count,
  /** Bytes of the files read. */
  bytes: count,
  /** Milliseconds that opening took. */
  ms: z.number(),
  /** Documents taken from the snapshot instead of being read again. */
  reused: count,
  /** Bytes of the snapshot on disk, 0 when none was written. */
  snapshotBytes: count,
  /** Why there is no snapshot though there should be one; empty when all is well. */
  snapshotProblem: z.string(),
  languages: z.array(z.object({ language: z.string(), documents: count, tokens: count })),
  /** Share of the passage index (FlexSearch) that is built, 0 to 1. `passages.find` waits for it. 1 where none is needed. */
  passagesReady: z.number(),
});
export type CorpusSummary = Readonly<z.infer<typeof corpusSummary>>;

/** In the canonical text of a document. */
const span = { start: charOffset, end: charOffset };
const place = { doc: docId, path: z.string(), ...span };

export const concordanceLine = z.object({
  /** 1-based number of the line in the result as now sorted. */
  n: count,
  ...place,
  tokenStart: tokenIndex,
  tokenEnd: tokenIndex,
  before: z.string(),
  match: z.string(),
  after: z.string(),
  language: z.string(),
  /** Of the paragraph that holds the match. */
  direction,
  /** The fields of its document that were asked for, in their order; null where it has none. */
  values: z.array(z.string().nullable()).optional(),
  /** When verdicts were asked for and it has one. */
  verdict: z.string().optional(),
  /** When ticks were asked for and it is ticked. */
  ticked: z.literal(true).optional(),
  /** The words that were asked for: those before the match, its own, those after it, in logical order. */
  words: z.object({ before: z.array(z.string()), match: z.array(z.string()), after: z.array(z.string()) }).optional(),
});
/** `before`, `match`, `after` are exact slices of the canonical text with newlines as spaces, in logical order. */
export type ConcordanceLine = Readonly<z.infer<typeof concordanceLine>>;

export const concordanceSummary = z.object({
  result: resultId,
  corpus: corpusId,
  query,
  sort: sortKeys,
  /** Lines of the query, before any step. */
  found: count,
  /** The steps, each with the lines that are left after it. */
  chain: z.array(z.object({ step, total: count })),
  /** Number of lines; always exact. */
  total: count,
  /** Lines that are ticked: see `concordance.tick`. */
  ticked: count,
  complete: z.boolean(),
  /** Tokens in the documents searched, without those that a step left out. */
  tokens: count,
  /** total / tokens × 10⁶. */
  perMillion: z.number(),
  /** Documents with at least one line. */
  documents: count,
  /** Of those documents, when they all have one; `mixed` otherwise. */
  direction: z.enum(['ltr', 'rtl', 'mixed']),
  ms: z.number(),
});
export type ConcordanceSummary = Readonly<z.infer<typeof concordanceSummary>>;

/** A result and, where `first` asked for them, its first lines. They are left out when they cannot be read now. */
export const concordanceAnswer = concordanceSummary.extend({ lines: z.array(concordanceLine).optional() });
export type ConcordanceAnswer = Readonly<z.infer<typeof concordanceAnswer>>;

export const paragraph = z.object({
  ...span,
  direction,
  firstSentence: count,
  /** Its own; that of the document where it is too short to differ. */
  language: z.string(),
});
export const token = z.object({
  ...span,
  text: z.string(),
  fold: z.string(),
  kind: z.enum(tokenKinds),
  sentence: count,
  paragraph: count,
});

export const hit = z.object({
  ...span,
  /** 1-based line in the result as sorted. */ n: count,
});
export type Hit = Readonly<z.infer<typeof hit>>;

export const lineGroup = z.object({
  /** What the lines share, folded as the query asks; null when they have no such word or value. */
  value: z.string().nullable(),
  /** The same as it is written in the first of the lines. */
  written: z.string().nullable(),
  lines: count,
  /** Documents with at least one of the lines. */
  documents: count,
});
export type LineGroup = Readonly<z.infer<typeof lineGroup>>;

export const explainedWord = z.object({
  /** Where it stands in the query. */
  at: count,
  until: count,
  text: z.string(),
  /** Occurrences alone. */
  count,
  /** Occurrences when some of what counts in it is ignored. */
  looser: z.array(z.object({ ignoring: z.array(z.enum(['case', 'marks'])), count })),
  /** Words that may have been meant, nearest first; only for a word without wildcards. */
  near: z.array(
    z.object({ form: z.string(), count, why: z.enum(['spelling', 'typing']), /** Edits. */ distance: count }),
  ),
  /** The Arabic word with particles before it and pronouns after it, most frequent first. */
  attached: z.array(z.object({ form: z.string(), before: z.string(), after: z.string(), count })),
});
export type ExplainedWord = Readonly<z.infer<typeof explainedWord>>;

export const mostBatchQueries = 1_000;
export const batchRow = z.object({
  query,
  total: count,
  complete: z.boolean(),
  perMillion: z.number(),
  documents: count,
  error: failure.optional(),
});
export type BatchRow = Readonly<z.infer<typeof batchRow>>;

/** What near-duplicates are where nothing else is said: this Jaccard similarity, of runs of so many tokens. */
export const usualSimilarity = 0.6;
export const usualShingle = 5;
export const duplicate = z.object({
  doc: docId,
  path: z.string(),
  title: z.string(),
  tokens: count,
  /** Jaccard similarity to the first of the group, 0 to 1: documents of a chain may be less alike than the threshold. */
  similarity: z.number(),
});
export type Duplicate = Readonly<z.infer<typeof duplicate>>;

export const passage = z.object({
  ...place,
  text: z.string(),
  /** The words that it was found by, in text order; places in the document, as those of the passage. */
  marks: z.array(z.object(span)),
  score: z.number(),
  language: z.string(),
  direction,
});
export type Passage = Readonly<z.infer<typeof passage>>;

export const folder = z.object({
  folder: folderId,
  /** What the user sees: the folder's own name. */
  name: z.string(),
  /** A longer label that tells two folders of one name apart. */
  label: z.string(),
  /** ISO 8601; empty when never opened. */
  opened: z.string(),
  /** Why it cannot be opened now, empty when it can. */
  missing: z.string(),
});
export type Folder = Readonly<z.infer<typeof folder>>;

/** UTF-16 units of one piece of a list: a message of the web door carries a million bytes. */
export const longestLemmaPiece = 250_000;
export const lemmaLanguage = z.string().regex(/^[a-z]{2,3}$/, 'expected a language such as mk or en');

/** How the words of one language are gathered by stems. */
export const languageStems = z.object({
  language: z.string(),
  documents: count,
  /** `snowball`: by rules of that language; `list`: by a list of the user's; `none`: each word stands for itself. */
  by: z.enum(['snowball', 'list', 'none']),
  list: z
    .object({
      /** Of the file. */
      name: z.string(),
      lemmas: count,
      forms: count,
      /** Forms that a later line claimed for another lemma, in vain. */
      disputed: count,
      /** Lines that are no entry: how many, and the numbers of the first ones. */
      unread: count,
      unreadLines: z.array(count),
      /** False: for as long as the folder is open. */
      kept: z.boolean(),
    })
    .nullable(),
});
export type LanguageStems = Readonly<z.infer<typeof languageStems>>;
