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
import {
  documentSummary,
  readingFields,
  folderReading,
  readingChange,
  documentCorrection,
  subcorpusName,
  languageStems,
  lemmaLanguage,
  longestLemmaPiece,
  metadataField,
  skippedFile,
  corpusSummary,
  concordanceAnswer,
  concordanceLine,
  paragraph,
  token,
  hit,
  lineGroup,
  explainedWord,
  mostBatchQueries,
  batchRow,
  duplicate,
  passage,
  folder,
} from './answers.ts';
import { alignmentRequests } from './alignment.ts';
import { parallelRequests } from './parallel.ts';
import { pivotRequests } from './pivot.ts';
import { preferences, preferencesChange } from './preferences.ts';
import {
  charOffset,
  count,
  folderId,
  resultId,
  docId,
  job,
  longestPage,
  longestSought,
  query,
  sortKeys,
  context,
  where,
  steps,
  groupKey,
  inCorpus,
  page,
} from './terms.ts';
import { around } from './around.ts';
import { documentCardRequests } from './document-card.ts';
import { firstLines, lineColumns, lineRequests } from './lines.ts';
import { dictionaryRequests } from './dictionaries.ts';
import { linkFileRequests } from './link-files.ts';
import { reportRequests } from './report.ts';
import { ruleRequests } from './rules.ts';
import { tableRequests } from './tables.ts';
import { tagTableRequests } from './tag-tables.ts';
import { tagFileRequests } from './tag-formats.ts';
import { projectRequests } from './project.ts';
import { savedQueryRequests } from './saved-queries.ts';
import { tagRequests } from './tagging.ts';
import { wordRequests } from './words.ts';

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
  /**
   * Makes one of two folders or more, to be read together: originals here and translations there. It is opened as any other,
   * and has a project of its own. Fails with `bad-request` when one lies in another.
   */
  'library.join': {
    params: z.object({ folders: z.array(folderId).min(2).max(12) }),
    result: z.object({ folder: folderId }),
  },
  'preferences.read': { params: z.object({}), result: preferences },
  'preferences.write': { params: z.object({ preferences: preferencesChange }), result: preferences },
  ...reportRequests,
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
  ...tableRequests,
  ...lineRequests,
  ...wordRequests,
  ...documentCardRequests,
  ...tagRequests,
  ...savedQueryRequests,
  ...ruleRequests,
  ...tagTableRequests,
  ...tagFileRequests,
  ...projectRequests,
  ...alignmentRequests,
  ...linkFileRequests,
  ...dictionaryRequests,
  ...parallelRequests,
  ...pivotRequests,
  /** A digest (SHA-256, hexadecimal) of all paths and texts: the same on every machine for the same documents. */
  'corpus.fingerprint': { params: inCorpus.extend({ job }), result: z.object({ fingerprint: z.string() }) },
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
  /**
   * What `where` may ask for: built-in fields first, then the metadata, each with at most `values` of its values; and what
   * the project knows of documents (`projectFields`), of which a document can have several values.
   */
  'corpus.fields': {
    params: inCorpus.extend({ values: z.number().int().min(0).max(longestPage) }),
    result: z.object({ fields: z.array(metadataField), projectFields: z.array(metadataField) }),
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
  /** By what the words of each language of the folder are gathered, the language with most tokens first. */
  'stems.languages': { params: inCorpus, result: z.object({ languages: z.array(languageStems) }) },
  /**
   * Takes a list of lemmas in the place of the stemmer of a language, piece by piece: it counts from the `last` one on.
   * With `keep` it is kept with what else was said of the folder; otherwise it holds as long as the folder is open.
   */
  'lemmas.save': {
    params: inCorpus.extend({
      language: lemmaLanguage,
      /** Of the file, for showing. */
      name: z.string().min(1).max(200),
      piece: z.string().max(longestLemmaPiece),
      first: z.boolean(),
      last: z.boolean(),
      keep: z.boolean(),
    }),
    result: z.object({ languages: z.array(languageStems) }),
  },
  'lemmas.delete': {
    params: inCorpus.extend({ language: lemmaLanguage }),
    result: z.object({ found: z.boolean(), languages: z.array(languageStems) }),
  },
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
  /** The words, sentences and paragraphs round a stretch of a document, and where its ends would go by a word or character. */
  'document.around': {
    params: inCorpus.extend({ doc: docId, start: charOffset, end: charOffset }),
    result: around,
  },
  /** The places of a text in a document, in text order; case and marks are ignored. `complete` is false past `mostFound`. */
  'document.find': {
    params: inCorpus.extend({ doc: docId, text: z.string().max(longestSought) }),
    result: z.object({ places: z.array(z.object({ start: charOffset, end: charOffset })), complete: z.boolean() }),
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
      first: firstLines.optional(),
    }),
    result: concordanceAnswer,
  },
  /** Puts other steps in the place of those of a result, which keeps its id and its sort. */
  'concordance.steps': {
    params: inCorpus.extend({ result: resultId, steps, job: job.optional(), first: firstLines.optional() }),
    result: concordanceAnswer,
  },
  /** Lines gathered by what they share, largest group first. Lines of all groups sum to those of the result. */
  'concordance.group': {
    params: inCorpus.extend({ result: resultId, by: groupKey, ...page }),
    result: z.object({ total: count, groups: z.array(lineGroup) }),
  },
  'concordance.page': {
    /** `onlyTicked`: a page of the ticked lines, which keep their numbers. */
    params: inCorpus.extend({ result: resultId, context, ...lineColumns, onlyTicked: z.boolean().optional(), ...page }),
    result: z.object({ total: count, lines: z.array(concordanceLine) }),
  },
  'concordance.sort': {
    params: inCorpus.extend({ result: resultId, sort: sortKeys, first: firstLines.optional() }),
    result: concordanceAnswer,
  },
  /** The lines of a result that lie in one document, in text order. `complete` is false past `longestHitList`. */
  'concordance.hits': {
    params: inCorpus.extend({ result: resultId, doc: docId }),
    result: z.object({ hits: z.array(hit), complete: z.boolean() }),
  },
  /** Each word of a query alone: how often it occurs, and what else may have been meant. The no-hit doctor. */
  'query.explain': {
    params: inCorpus.extend({ query, where: where.optional() }),
    result: z.object({
      words: z.array(explainedWord),
      /** Why there are no words, in a sentence; empty when there are some, or when there is nothing to say. */
      unexplained: z.string(),
    }),
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
  /**
   * Ranked passages (sentences) that hold the words; where none holds them all, those that hold the most of them. Waits
   * for the passage index, with progress under `job`.
   */
  'passages.find': {
    params: inCorpus.extend({
      words: z.string().max(1_000),
      limit: z.number().int().min(1).max(longestPage),
      fuzzy: z.boolean(),
      where: where.optional(),
      job,
    }),
    result: z.object({
      total: count,
      complete: z.boolean(),
      /** Different words that were asked, and how many of them stand in every passage; 0 when nothing was found. */
      words: count,
      held: count,
      passages: z.array(passage),
    }),
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
