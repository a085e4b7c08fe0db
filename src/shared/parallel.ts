/**
 * The parallel concordance: sentences that have something, beside what the other language says there. It is asked over
 * the accepted pairs of a folder, stays in the worker under an id, and is read by pages.
 */
import * as z from 'zod';
import type { Branded } from './model.ts';
import { linkStatuses, pairingWays } from './alignment.ts';
import { associationMeasures } from './measures.ts';
import { branded, charOffset, count, direction, docId, inCorpus, job, page, query } from './terms.ts';

/** Opaque name of a parallel concordance that is held. */
export type ParallelId = Branded<string, 'ParallelId'>;
export const parallelId = branded<ParallelId>();

/** Which pairs of documents are looked through: accepted ones, those that are found, or one that is read, whatever was said of it. */
export const pairScope = z.discriminatedUnion('of', [
  z.object({ of: z.literal('accepted') }),
  /** Accepted ones too, but none that was rejected. `field`: whose value is the same. */
  z.object({ of: z.literal('found'), by: z.enum(pairingWays), field: z.string().min(1).max(200).optional() }),
  /** The first document is on this side of the question. */
  z.object({ of: z.literal('pair'), a: docId, b: docId }),
]);
export type PairScope = Readonly<z.infer<typeof pairScope>>;

export const parallelQuestion = z.object({
  /** Languages as documents have them. */
  here: z.string().min(1).max(20),
  there: z.string().min(1).max(20),
  find: query,
  /** What the other side must have; or must not, when `without`. */
  and: query.optional(),
  without: z.boolean(),
  /** Accepted pairs when not said. */
  pairs: pairScope.optional(),
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

/** What is counted of the other side: rows that have a word, each once, or every occurrence of it. */
export const besideUnits = ['rows', 'tokens'] as const;
export type BesideUnit = (typeof besideUnits)[number];

/** How words of the other side are counted, and by what they are ranked. */
export const besideSettings = z.object({
  of: z.enum(besideUnits),
  measure: z.enum(associationMeasures),
  /** Least `observed`. */
  minCount: count.min(1),
});
export type BesideSettings = Readonly<z.infer<typeof besideSettings>>;

/**
 * A word of the aligned side: the collocate of what was found, whose window is the sentence that answers it. The table is
 * that of src/corpus/frequency/association.ts: R1 and N are told once for all words.
 */
export const besideWord = z.object({
  /** As it is written most often. */
  word: z.string(),
  /** All its forms there, case folded, most frequent first: together they find the rows again. */
  forms: z.array(z.string()),
  /** O11: beside what was found. */
  observed: count,
  /** C1: in all pairs that were looked through. */
  total: count,
  /** E11. */
  expected: z.number(),
  scores: z.record(z.enum(associationMeasures), z.number().nullable()),
});
export type BesideWord = Readonly<z.infer<typeof besideWord>>;

const inParallel = inCorpus.extend({ parallel: parallelId });

export const parallelRequests = {
  /** Languages of the pairs of documents that are meant, accepted ones when not said; most pairs first. */
  'parallel.languages': {
    params: inCorpus.extend({ pairs: pairScope.optional(), job }),
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
  /** Words of the other side that stand beside what was found, highest score first. */
  'parallel.words': {
    params: inParallel.extend({ ...besideSettings.shape, most: z.number().int().min(1).max(500) }),
    result: z.object({
      /** Words that there are; `words` are the first `most` of them. */
      total: count,
      /** R1: rows, or tokens of the other side, beside what was found. */
      beside: count,
      /** N: in all pairs that were looked through. */
      all: count,
      words: z.array(besideWord),
    }),
  },
  'parallel.export': {
    params: inParallel.extend({
      format: z.enum(['csv', 'tsv', 'html', 'xlsx', 'json']),
      /** The words of the other side in place of the lines. */
      words: besideSettings.optional(),
    }),
    result: z.object({ name: z.string(), mediaType: z.string(), /** The bytes of the file. */ base64: z.string() }),
  },
  'parallel.close': { params: inParallel, result: z.object({}) },
} as const;
