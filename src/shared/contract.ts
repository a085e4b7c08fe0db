/**
 * The one contract that all three doors speak: a zod schema per request, types inferred from it.
 *
 * A request is `{ id, name, params }`; its answer is an `Outcome`. Work that takes time reports `progress` events under
 * the job id the caller chose in `params.job`, and can be stopped with `job.cancel`. Adding a request here breaks the
 * build until its handler (workbench or worker table) and its sample in test/contract/samples.ts exist.
 *
 * The contract speaks of ids, queries and pages, never of paths or arrays, so that another engine could stand behind it.
 */
import * as z from 'zod';
import { failureCodes } from './failure.ts';
import type { CharOffset, CorpusId, DocId, FolderId, ResultId, TokenIndex } from './model.ts';
import { tokenKinds } from './model.ts';

const branded = <Brand>() =>
  z.custom<Brand>((value) => typeof value === 'string' && /^[\w.-]{1,80}$/.test(value), 'expected an opaque id');
const count = z.number().int().nonnegative();
const whole = <Brand>() => count as unknown as z.ZodType<Brand>;

export const folderId = branded<FolderId>();
export const corpusId = branded<CorpusId>();
export const resultId = branded<ResultId>();
const docId = whole<DocId>();
const charOffset = whole<CharOffset>();
const tokenIndex = whole<TokenIndex>();
const job = z.string().min(1).max(80);
const direction = z.enum(['ltr', 'rtl']);

/** The longest page of anything that a single answer carries. */
export const longestPage = 500;

// ---- queries -------------------------------------------------------------------------------------------------------

export const queryModes = ['simple', 'cql', 'regex'] as const;
/** A concordance query. `case`/`marks` true means: these count (by default both are ignored). */
export const query = z.object({
  text: z.string().max(10_000),
  mode: z.enum(queryModes),
  case: z.boolean(),
  marks: z.boolean(),
  /** Simple mode: Arabic words also with particles and pronouns written onto them. Absent: not. */
  clitics: z.boolean().optional(),
});
export type Query = Readonly<z.infer<typeof query>>;

/**
 * One sort key: `B1`…`B5` words before the match (nearest first), `A1`…`A5` words after it, `M` the match, `doc` the
 * document's path, `pos` the place in the corpus, `freq` the frequency of the matched form; a leading `-` reverses.
 */
export const sortKey = z
  .string()
  .regex(/^-?(?:[BA][1-5]|M|doc|pos|freq)$/, 'expected B1…B5, M, A1…A5, doc, pos or freq, with an optional leading -');
export const sortKeys = z.array(sortKey).max(5);
export type SortKey = z.infer<typeof sortKey>;

/** How much of the text stands before and after a match. `size` counts tokens; sentence and paragraph ignore it. */
export const context = z.object({
  unit: z.enum(['tokens', 'sentence', 'paragraph']),
  size: z.number().int().min(0).max(200),
});
export type Context = Readonly<z.infer<typeof context>>;

/** A condition on documents: see src/corpus/metadata/where.ts; `@name` stands for a saved one. */
const where = z.string().min(1).max(2_000);

// ---- steps on a result ---------------------------------------------------------------------------------------------

/** The most tokens before or after a match that a step looks at. */
export const widestWindow = 1_000;
const reach = z.number().int().min(0).max(widestWindow);
export const setOperations = ['union', 'intersection', 'difference'] as const;
export type SetOperation = (typeof setOperations)[number];

/**
 * What is done to the lines of a result, in text order, one step after the other. Steps that leave out documents also
 * leave their tokens out of `tokens` and `perMillion`.
 */
export const step = z.discriminatedUnion('kind', [
  /** Keeps (`keep` true) or drops the lines that have a match of `query` so many tokens before or after theirs. */
  z.object({
    kind: z.literal('filter'),
    query,
    before: reach,
    after: reach,
    /** Only inside the sentences that the match touches; otherwise inside the document. */
    sentence: z.boolean(),
    keep: z.boolean(),
  }),
  /** Every nth line, beginning with the first. */
  z.object({ kind: z.literal('thin'), every: z.number().int().min(2) }),
  /** A random sample; the same seed draws the same lines. */
  z.object({ kind: z.literal('sample'), size: z.number().int().min(1), seed: z.number().int() }),
  z.object({ kind: z.literal('first-in-document') }),
  /** Drops lines that repeat an earlier one word for word, so many tokens before and after the match. */
  z.object({ kind: z.literal('unique-lines'), before: reach, after: reach }),
  /** Only documents that `where` means. */
  z.object({ kind: z.literal('where'), where }),
  /** Of near-duplicate documents only the first. */
  z.object({ kind: z.literal('once-per-story') }),
  /** With the matches of another query, as sets of token runs. */
  z.object({ kind: z.literal('combine'), with: z.object({ query }), operation: z.enum(setOperations) }),
]);
export type Step = Readonly<z.infer<typeof step>>;
const steps = z.array(step).max(20);

/** What lines are grouped by: the match, the nth word before or after it, its document, or a field of that. */
export const groupKey = z.union([
  z.literal('match'),
  z.literal('document'),
  z.string().regex(/^[BA][1-5]$/, 'expected match, document, B1…B5, A1…A5 or { field }'),
  z.object({ field: z.string().min(1).max(200) }),
]);
export type GroupKey = Readonly<z.infer<typeof groupKey>>;

const failure = z.object({
  code: z.enum(failureCodes),
  message: z.string(),
  at: z.number().optional(),
  until: z.number().optional(),
  where: z.string().optional(),
  step: z.number().optional(),
});

// ---- answers -------------------------------------------------------------------------------------------------------

const documentSummary = z.object({
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

const readingFields = {
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

const subcorpusName = z
  .string()
  .regex(/^[\p{L}\p{N}_.-]{1,60}$/u, 'expected letters, digits, -, _ or . and no spaces, at most 60 of them');

const metadataField = z.object({
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
const skippedFile = z.object({ path: z.string(), reason: z.string(), kind: z.enum(['skipped', 'note']) });
export type SkippedFile = Readonly<z.infer<typeof skippedFile>>;

const corpusSummary = z.object({
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
  /** Share of the passage index (FlexSearch) that is built, 0 to 1. `passages.find` waits for it. */
  passagesReady: z.number(),
});
export type CorpusSummary = Readonly<z.infer<typeof corpusSummary>>;

const concordanceLine = z.object({
  /** 1-based number of the line in the result as now sorted. */
  n: count,
  doc: docId,
  path: z.string(),
  start: charOffset,
  end: charOffset,
  tokenStart: tokenIndex,
  tokenEnd: tokenIndex,
  before: z.string(),
  match: z.string(),
  after: z.string(),
  language: z.string(),
  /** Of the paragraph that holds the match. */
  direction,
});
/** `before`, `match`, `after` are exact slices of the canonical text with newlines as spaces, in logical order. */
export type ConcordanceLine = Readonly<z.infer<typeof concordanceLine>>;

const concordanceSummary = z.object({
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
  complete: z.boolean(),
  /** Tokens in the documents searched, without those that a step left out. */
  tokens: count,
  /** total / tokens × 10⁶. */
  perMillion: z.number(),
  /** Documents with at least one line. */
  documents: count,
  ms: z.number(),
});
export type ConcordanceSummary = Readonly<z.infer<typeof concordanceSummary>>;

const paragraph = z.object({
  start: charOffset,
  end: charOffset,
  direction,
  firstSentence: count,
  /** Its own; that of the document where it is too short to differ. */
  language: z.string(),
});
const token = z.object({
  start: charOffset,
  end: charOffset,
  text: z.string(),
  fold: z.string(),
  kind: z.enum(tokenKinds),
  sentence: count,
  paragraph: count,
});

const hit = z.object({ start: charOffset, end: charOffset, /** 1-based line in the result as sorted. */ n: count });
export type Hit = Readonly<z.infer<typeof hit>>;

const lineGroup = z.object({
  /** What the lines share, folded as the query asks; null when they have no such word or value. */
  value: z.string().nullable(),
  /** The same as it is written in the first of the lines. */
  written: z.string().nullable(),
  lines: count,
  /** Documents with at least one of the lines. */
  documents: count,
});
export type LineGroup = Readonly<z.infer<typeof lineGroup>>;

const explainedWord = z.object({
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
const batchRow = z.object({
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
const duplicate = z.object({
  doc: docId,
  path: z.string(),
  title: z.string(),
  tokens: count,
  /** Jaccard similarity to the first of the group, 0 to 1: documents of a chain may be less alike than the threshold. */
  similarity: z.number(),
});
export type Duplicate = Readonly<z.infer<typeof duplicate>>;

const passage = z.object({
  doc: docId,
  path: z.string(),
  start: charOffset,
  end: charOffset,
  text: z.string(),
  score: z.number(),
  language: z.string(),
  direction,
});
export type Passage = Readonly<z.infer<typeof passage>>;

const folder = z.object({
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

// Kept apart from its defaults: a partial object of fields with defaults would parse `{}` to all the defaults, and a
// change of the theme would then wipe the history.
const preferenceFields = {
  theme: z.enum(['system', 'light', 'dark']),
  /** Sizes in percent by panel group. */
  panes: z.record(z.string(), z.record(z.string(), z.number())),
  history: z.array(query).max(200),
  readingFont: z.enum(['serif', 'sans']),
  readingSize: z.number().min(10).max(40),
  /** Where the reading pane stands: beside the lines or below them. */
  readingPlace: z.enum(['beside', 'below']),
  context,
};
/** What the window remembers between starts. Unknown keys are dropped. */
export const preferences = z.object({
  theme: preferenceFields.theme.default('system'),
  panes: preferenceFields.panes.default({}),
  history: preferenceFields.history.default([]),
  readingFont: preferenceFields.readingFont.default('serif'),
  readingSize: preferenceFields.readingSize.default(17),
  readingPlace: preferenceFields.readingPlace.default('beside'),
  context: preferenceFields.context.default({ unit: 'tokens', size: 10 }),
});
/** A change of some preferences: what is not named stays as it is. */
export const preferencesChange = z.object(preferenceFields).partial();
export type Preferences = Readonly<z.infer<typeof preferences>>;

// ---- requests ------------------------------------------------------------------------------------------------------

const inCorpus = z.object({ corpus: corpusId });
const page = { from: count, count: z.number().int().min(1).max(longestPage) };

/** Requests that the workbench (main side) answers itself. */
export const workbenchRequests = {
  'app.about': {
    params: z.object({}),
    result: z.object({
      name: z.string(),
      version: z.string(),
      door: z.enum(['electron', 'web', 'cli']),
      node: z.string(),
      platform: z.string(),
    }),
  },
  /** Folders that may be opened: recent ones in the window, those of the command line in the browser. Newest first. */
  'library.folders': {
    params: z.object({}),
    result: z.object({ folders: z.array(folder), canChoose: z.boolean(), samples: folderId.nullable() }),
  },
  /** Shows the system's folder dialog. `folder` is null when the user cancelled. `unavailable` in the web door. */
  'library.choose': { params: z.object({}), result: z.object({ folder: folderId.nullable() }) },
  'library.forget': { params: z.object({ folder: folderId }), result: z.object({}) },
  'preferences.read': { params: z.object({}), result: preferences },
  'preferences.write': { params: z.object({ preferences: preferencesChange }), result: preferences },
  /**
   * Reads and indexes a folder. An open one is answered at once. `reading` holds for this opening alone and is not kept.
   */
  'corpus.open': {
    params: z.object({ folder: folderId, job, reading: readingChange.optional() }),
    result: corpusSummary,
  },
  /** Ends the corpus and gives its memory back. */
  'corpus.close': { params: inCorpus, result: z.object({}) },
  'corpus.list': { params: z.object({}), result: z.object({ corpora: z.array(corpusSummary) }) },
  /** Stops the job. Its own request then fails with `cancelled`. */
  'job.cancel': { params: z.object({ job }), result: z.object({ found: z.boolean() }) },
} as const;

/** Requests that go to the worker holding the corpus: every one names it. */
export const corpusRequests = {
  'corpus.summary': { params: inCorpus, result: corpusSummary },
  /**
   * Reads what has changed in the folder; results are gone when anything has. With `untilKept` it answers once the
   * snapshot of it is on disk, or is known not to get there (`snapshotProblem`).
   */
  'corpus.refresh': { params: inCorpus.extend({ job, untilKept: z.boolean().optional() }), result: corpusSummary },
  'corpus.documents': {
    params: inCorpus.extend({ ...page, where: where.optional() }),
    result: z.object({ total: count, documents: z.array(documentSummary) }),
  },
  /** What `where` may ask for: built-in fields first, then the metadata, each with at most `values` of its values. */
  'corpus.fields': {
    params: inCorpus.extend({ values: z.number().int().min(0).max(longestPage) }),
    result: z.object({ fields: z.array(metadataField) }),
  },
  /** How the folder is read, what was corrected, and the names of the encodings that there are. */
  'corpus.reading': {
    params: inCorpus,
    result: z.object({
      reading: folderReading,
      corrections: z.array(documentCorrection.extend({ path: z.string() })),
      encodings: z.array(z.string()),
    }),
  },
  /** Changes how the folder is read, and keeps it. What it touches is read again; results are gone. */
  'corpus.correct': { params: inCorpus.extend({ ...readingChange.shape, job }), result: corpusSummary },
  /**
   * Corrects one document, and keeps it. Null: back to what was detected. Its file is read again; results are gone.
   * `doc` is its number afterwards, null when nothing is left of it.
   */
  'document.correct': {
    params: inCorpus.extend({
      doc: docId,
      language: readingFields.language.optional(),
      encoding: readingFields.encoding.optional(),
      repair: z.boolean().optional(),
      job,
    }),
    result: z.object({ summary: corpusSummary, doc: docId.nullable() }),
  },
  'subcorpora.list': {
    params: inCorpus,
    result: z.object({
      subcorpora: z.array(
        z.object({
          name: z.string(),
          where: z.string(),
          documents: count,
          tokens: count,
          /** Why it cannot be used now, empty when it can. */
          problem: z.string(),
        }),
      ),
    }),
  },
  /** Keeps a condition under a name, in place of what had that name. It is then `@name` wherever a condition is asked. */
  'subcorpora.save': { params: inCorpus.extend({ name: subcorpusName, where }), result: z.object({}) },
  'subcorpora.delete': { params: inCorpus.extend({ name: subcorpusName }), result: z.object({ found: z.boolean() }) },
  /** Files without documents, then remarks on the others. */
  'corpus.skipped': {
    params: inCorpus.extend(page),
    result: z.object({ total: count, skipped: z.array(skippedFile) }),
  },
  /** The canonical text of a document with its paragraphs. */
  'document.text': {
    params: inCorpus.extend({ doc: docId }),
    result: z.object({ document: documentSummary, text: z.string(), paragraphs: z.array(paragraph) }),
  },
  'document.tokens': {
    params: inCorpus.extend({ doc: docId, from: count, count: z.number().int().min(1).max(50_000) }),
    result: z.object({ total: count, tokens: z.array(token) }),
  },
  'concordance.open': {
    params: inCorpus.extend({
      query,
      sort: sortKeys,
      /** Done before sorting. A step that cannot be done gives `bad-query` with its number in `step`. */
      steps: steps.optional(),
      /** Only the documents it means are searched; `tokens` and `perMillion` are theirs. */
      where: where.optional(),
      /** For steps that take time. */
      job: job.optional(),
    }),
    result: concordanceSummary,
  },
  /** Puts other steps in the place of those of a result, which keeps its id and its sort. */
  'concordance.steps': {
    params: inCorpus.extend({ result: resultId, steps, job: job.optional() }),
    result: concordanceSummary,
  },
  /** Lines gathered by what they share, largest group first. Lines of all groups sum to those of the result. */
  'concordance.group': {
    params: inCorpus.extend({ result: resultId, by: groupKey, ...page }),
    result: z.object({ total: count, groups: z.array(lineGroup) }),
  },
  'concordance.page': {
    params: inCorpus.extend({ result: resultId, context, ...page }),
    result: z.object({ total: count, lines: z.array(concordanceLine) }),
  },
  'concordance.sort': { params: inCorpus.extend({ result: resultId, sort: sortKeys }), result: concordanceSummary },
  /** The lines of a result that lie in one document, in text order. `complete` is false past `longestHitList`. */
  'concordance.hits': {
    params: inCorpus.extend({ result: resultId, doc: docId }),
    result: z.object({ hits: z.array(hit), complete: z.boolean() }),
  },
  /** Each word of a query alone: how often it occurs, and what else may have been meant. The no-hit doctor. */
  'query.explain': {
    params: inCorpus.extend({ query, where: where.optional() }),
    result: z.object({ words: z.array(explainedWord) }),
  },
  /** Counts of many queries. One that cannot be read has an `error` and counts nothing. */
  'query.batch': {
    params: inCorpus.extend({ queries: z.array(query).min(1).max(mostBatchQueries), where: where.optional(), job }),
    result: z.object({ tokens: count, rows: z.array(batchRow) }),
  },
  /** Groups of documents that are nearly the same text, in the order of their first. Found once, then remembered. */
  'corpus.duplicates': {
    params: inCorpus.extend({
      /** Lowest Jaccard similarity of two documents as sets of shingles. */
      threshold: z.number().min(0.05).max(1),
      /** Tokens in a shingle. */
      shingle: z.number().int().min(1).max(20),
      job,
      ...page,
    }),
    result: z.object({
      total: count,
      /** Documents in all groups. */
      documents: count,
      groups: z.array(z.array(duplicate)),
    }),
  },
  'concordance.close': { params: inCorpus.extend({ result: resultId }), result: z.object({}) },
  /** Ranked passages (sentences) that hold the words. Waits for the passage index, with progress under `job`. */
  'passages.find': {
    params: inCorpus.extend({
      words: z.string().max(1_000),
      limit: z.number().int().min(1).max(longestPage),
      fuzzy: z.boolean(),
      where: where.optional(),
      job,
    }),
    result: z.object({ total: count, complete: z.boolean(), passages: z.array(passage) }),
  },
} as const;

/** Hits of one document that `concordance.hits` lists before it says `complete: false`. */
export const longestHitList = 20_000;

export const requests = { ...workbenchRequests, ...corpusRequests } as const;
export type RequestName = keyof typeof requests;
export type WorkbenchRequestName = keyof typeof workbenchRequests;
export type CorpusRequestName = keyof typeof corpusRequests;
/** Parameters as a caller writes them, and the answer it gets. */
export type Params<Name extends RequestName> = z.infer<(typeof requests)[Name]['params']>;
export type Result<Name extends RequestName> = z.infer<(typeof requests)[Name]['result']>;

export function isRequestName(name: unknown): name is RequestName {
  return typeof name === 'string' && Object.hasOwn(requests, name);
}

// ---- events --------------------------------------------------------------------------------------------------------

export const jobStages = ['walking', 'reading', 'indexing', 'passages', 'queries', 'duplicates'] as const;

/** Events flow from the workbench to every listening door. */
export const event = z.discriminatedUnion('type', [
  /** `total` is 0 while it is not yet known. `what` is the file or the folder at hand. */
  z.object({ type: z.literal('progress'), job, stage: z.enum(jobStages), done: count, total: count, what: z.string() }),
  /** The passage index grew, or a corpus was opened anew after a crash. */
  z.object({ type: z.literal('corpus-changed'), summary: corpusSummary }),
  z.object({ type: z.literal('corpus-closed'), corpus: corpusId }),
  /**
   * Files of an open folder were added, changed or taken away: so many, compared with what is open. Until
   * `corpus.refresh` all answers are of what was read before. All zero: it is as it was again.
   */
  z.object({ type: z.literal('corpus-stale'), corpus: corpusId, added: count, changed: count, gone: count }),
  /** The worker of a corpus died. With `reopening`, the corpus comes back under the same id; results are gone. */
  z.object({ type: z.literal('worker-crashed'), corpus: corpusId, error: failure, reopening: z.boolean() }),
  /** The list of folders changed. */
  z.object({ type: z.literal('library-changed') }),
  /** The menu, a second start or a dropped folder asks the page to do something. */
  z.object({
    type: z.literal('command'),
    command: z.enum(['open-folder', 'open-samples', 'palette', 'find', 'theme', 'close-corpus', 'help']),
    folder: folderId.optional(),
  }),
]);
export type LecternEvent = Readonly<z.infer<typeof event>>;
export type Command = Extract<LecternEvent, { type: 'command' }>['command'];

// ---- the wire ------------------------------------------------------------------------------------------------------

/** One request as it crosses a door. */
export const envelope = z.object({ id: z.number().int().nonnegative(), name: z.string().max(80), params: z.unknown() });
/** One answer as it crosses a door, or an event. */
export const answer = z.object({
  id: z.number().int().nonnegative(),
  outcome: z.union([
    z.object({ ok: z.literal(true), value: z.unknown() }),
    z.object({ ok: z.literal(false), error: failure }),
  ]),
});

/** What the page gets from its door: the preload bridge or the socket. The page knows nothing else of the machine. */
export interface Bridge {
  readonly door: 'electron' | 'web';
  request(
    name: RequestName,
    params: unknown,
  ): Promise<{ ok: true; value: unknown } | { ok: false; error: z.infer<typeof failure> }>;
  /** Returns the function that ends the subscription. */
  listen(listener: (event: LecternEvent) => void): () => void;
  /** Hands dropped `File` objects to the main side, which answers with a `command` event or a failure. */
  drop(
    files: readonly unknown[],
  ): Promise<{ ok: true; value: unknown } | { ok: false; error: z.infer<typeof failure> }>;
}
