/**
 * The parallel concordance: sentences that have something, beside what the other language says there. It is asked over
 * the accepted pairs of a folder, stays in the worker under an id, and is read by pages.
 */
import * as z from 'zod';
import type { Branded } from './model.ts';
import { linkStatuses } from './alignment.ts';
import { branded, charOffset, count, direction, docId, inCorpus, job, page, query } from './terms.ts';

/** Opaque name of a parallel concordance that is held. */
export type ParallelId = Branded<string, 'ParallelId'>;
export const parallelId = branded<ParallelId>();

export const parallelQuestion = z.object({
  /** Languages as documents have them. */
  here: z.string().min(1).max(20),
  there: z.string().min(1).max(20),
  find: query,
  /** What the other side must have; or must not, when `without`. */
  and: query.optional(),
  without: z.boolean(),
});
export type ParallelQuestion = Readonly<z.infer<typeof parallelQuestion>>;

export const parallelSorts = ['place', 'match', 'before', 'after', 'there', 'score'] as const;
export type ParallelSort = (typeof parallelSorts)[number];

/** A passage of one side, with what was found in it (UTF-16 units of `text`). */
const found = z.object({
  doc: docId,
  path: z.string(),
  /** Of the passage, in its document. */
  start: charOffset,
  text: z.string(),
  direction,
  marks: z.array(z.object({ start: count, end: count })),
});
export const parallelLine = z.object({
  /** 1-based, as sorted. */
  n: count,
  here: found,
  /** Null when nothing answers it: only here. */
  there: found.nullable(),
  /** The document on the other side. */
  other: docId,
  status: z.enum(linkStatuses),
  score: z.number().min(0).max(1),
  /** Row in its pair. */
  row: count,
});
export type ParallelLine = Readonly<z.infer<typeof parallelLine>>;

export const parallelSummary = z.object({
  parallel: parallelId,
  question: parallelQuestion,
  sort: z.enum(parallelSorts),
  /** Rows, in so many pairs; `searched` pairs were looked through. */
  total: count,
  pairs: count,
  searched: count,
  /** Rows that nothing answers. */
  alone: count,
  ms: z.number(),
});
export type ParallelSummary = Readonly<z.infer<typeof parallelSummary>>;

/** A word of the aligned side: how often it stands beside what was found, and beside all else. */
export const besideWord = z.object({
  word: z.string(),
  rows: count,
  elsewhere: count,
  /** Log-likelihood G² of rows with and without the word, signed: negative when it is rarer here than elsewhere. */
  score: z.number(),
});
export type BesideWord = Readonly<z.infer<typeof besideWord>>;

const inParallel = inCorpus.extend({ parallel: parallelId });

export const parallelRequests = {
  /** Language pairs that have accepted pairs of documents, most documents first. */
  'parallel.languages': {
    params: inCorpus,
    result: z.object({ languages: z.array(z.object({ a: z.string(), b: z.string(), pairs: count })) }),
  },
  /** Aligns what is not yet aligned, with progress. */
  'parallel.open': {
    params: inCorpus.extend({ question: parallelQuestion, sort: z.enum(parallelSorts), job }),
    result: parallelSummary,
  },
  'parallel.page': {
    params: inParallel.extend(page),
    result: z.object({ total: count, lines: z.array(parallelLine) }),
  },
  'parallel.sort': { params: inParallel.extend({ sort: z.enum(parallelSorts) }), result: parallelSummary },
  /** Words of the other side that stand beside what was found, the most typical first. */
  'parallel.words': {
    params: inParallel.extend({ most: z.number().int().min(1).max(500) }),
    result: z.object({ rows: count, words: z.array(besideWord) }),
  },
  'parallel.export': {
    params: inParallel.extend({ format: z.enum(['csv', 'tsv', 'html', 'xlsx', 'json']) }),
    result: z.object({ name: z.string(), mediaType: z.string(), /** The bytes of the file. */ base64: z.string() }),
  },
  'parallel.close': { params: inParallel, result: z.object({}) },
} as const;
