/** Queries kept under a name in the project of a folder: asked again, counted, taken from one folder to another as a file. */
import * as z from 'zod';
import { askedPiece, incomingPiece, outgoingPiece } from './file-pieces.ts';
import { savedBefore } from './line-settings.ts';
import type { Branded } from './model.ts';
import { coderId, projectChange } from './tagging.ts';
import { branded, context, count, inCorpus, query, resultId, sortKeys, steps } from './terms.ts';

/** Opaque name of a saved query: the same whatever it is called. */
export type SavedQueryId = Branded<string, 'SavedQueryId'>;
export const savedQueryId = branded<SavedQueryId>();

export const savedQueryName = z.string().trim().min(1).max(200);
export const savedQueryNote = z.string().max(10_000);

/** What is asked, and how its lines are shown. */
export const savedQuestion = z.object({
  query,
  /** A condition on documents; empty for none. */
  where: z.string().max(2_000),
  sort: sortKeys,
  steps,
  context,
});
export type SavedQuestion = Readonly<z.infer<typeof savedQuestion>>;

export const savedQuery = savedQuestion.extend({
  saved: savedQueryId,
  name: savedQueryName,
  note: savedQueryNote,
  author: coderId,
  /** ISO 8601. */
  made: z.string(),
  changed: z.string(),
  /** Lines and documents when it was last asked; null before. */
  counted: z.object({ lines: count, documents: count, at: z.string() }).nullable(),
});
export type SavedQuery = Readonly<z.infer<typeof savedQuery>>;

/** The most that one request brings in or takes away. */
export const mostSavedQueries = 1_000;

export const savedQueryFormats = ['json', 'csv'] as const;
export type SavedQueryFormat = (typeof savedQueryFormats)[number];

const broughtIn = projectChange.extend({
  added: count,
  /** Of those: had to get another name, because theirs was taken by another question. */
  renamed: count,
  /** Were there already, with the same name and question. */
  known: count,
});

export const savedQueryRequests = {
  /** By name. */
  'queries.saved': { params: inCorpus, result: z.object({ revision: count, queries: z.array(savedQuery) }) },
  /** A new one, or another question for the one that has the name. What of the question is absent is as usual. */
  'queries.save': {
    params: inCorpus.extend({
      name: savedQueryName,
      /** Absent: the note stays. */
      note: savedQueryNote.optional(),
      ...savedQuestion.partial().shape,
      query,
    }),
    result: projectChange.extend({ saved: savedQueryId }),
  },
  /** Another name or note. A name that another one has is refused. */
  'queries.change': {
    params: inCorpus.extend({
      saved: savedQueryId,
      name: savedQueryName.optional(),
      note: savedQueryNote.optional(),
    }),
    result: projectChange,
  },
  'queries.delete': {
    params: inCorpus.extend({ saved: z.array(savedQueryId).min(1).max(mostSavedQueries) }),
    result: projectChange,
  },
  /** Notes how many lines a saved query has now: those of a result of it. Not undone. */
  'queries.ran': { params: inCorpus.extend({ saved: savedQueryId, result: resultId }), result: savedQuery },
  /** Brings in what the window kept before there was a place for it in projects; once for a project, whatever is undone later. */
  'queries.takeOver': {
    params: inCorpus.extend({ queries: z.array(savedBefore).min(1).max(mostSavedQueries) }),
    result: broughtIn,
  },
  /** The file piece by piece. */
  'queries.export': {
    params: inCorpus.extend({
      format: z.enum(savedQueryFormats),
      /** Only these; all when absent. */
      saved: z.array(savedQueryId).min(1).max(mostSavedQueries).optional(),
      /** No protection against text that a spreadsheet would run as a formula. */
      raw: z.boolean(),
      ...askedPiece,
    }),
    result: z.object(outgoingPiece),
  },
  /** Brings in the queries of a file, as one step, once its `last` piece has come. `dryRun` only counts. */
  'queries.import': {
    params: inCorpus.extend({
      /** Absent: by the name. */
      format: z.enum(savedQueryFormats).optional(),
      ...incomingPiece,
      dryRun: z.boolean(),
    }),
    /** All zero until the last piece. */
    result: broughtIn,
  },
} as const;
