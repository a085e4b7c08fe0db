/**
 * Two articles side by side: which sentences (or paragraphs) of one answer which of the other.
 *
 * A pair is opened once and stays in the worker under an id. It is made of rows: a link has segments of both documents
 * in its row, a segment that nothing answers has a row of its own, and every segment is in exactly one row. Rows stand
 * in the order of the first document; what only the second has stands where it has it. What a person said of a link is
 * kept in the project and can be undone (`project.undo`); what the machine found is kept by the texts it was found in.
 */
import * as z from 'zod';
import { documentSummary } from './answers.ts';
import type { Branded } from './model.ts';
import { stepWords } from './step-words.ts';
import { branded, charOffset, count, direction, docId, inCorpus, job, page } from './terms.ts';

/** Opaque name of a pair that is open. */
export type AlignmentId = Branded<string, 'AlignmentId'>;
export const alignmentId = branded<AlignmentId>();

/** `parallel`: one path over all segments; `comparable`: passages that tell the same, in any order; `auto`: as it fits. */
export const alignmentModes = ['auto', 'parallel', 'comparable'] as const;
export type AlignmentMode = (typeof alignmentModes)[number];
export const granularities = ['sentence', 'paragraph'] as const;
export type Granularity = (typeof granularities)[number];

/**
 * Who says that the segments of a row belong together: the machine, surely or in doubt; a person, who agreed with it
 * (`confirmed`), said otherwise (`corrected`), or fixed a point for every later alignment (`anchor`).
 */
export const linkStatuses = ['sure', 'doubtful', 'confirmed', 'corrected', 'anchor'] as const;
export type LinkStatus = (typeof linkStatuses)[number];
/** Links of the machine with a lower score wait for a look. */
export const doubtfulBelow = 0.95;

/** How many segments of the first and of the second document: `1-1`, `2-1`, `0-1`. */
export const linkType = z.string().regex(/^\d+-\d+$/, 'expected a type such as 1-1 or 0-1');

const score = z.number().min(0).max(1);
export const side = z.union([z.literal(0), z.literal(1)]);
export type Side = z.infer<typeof side>;
export const row = count;
/** Segments from the first to the last, exclusive, by their numbers in the document. */
const run = z.object({ from: count, to: count });
export type SegmentRun = Readonly<z.infer<typeof run>>;

// ---- which documents belong together -------------------------------------------------------------------------------

export const pairingWays = ['name', 'field', 'content'] as const;
export const pairStates = ['proposed', 'accepted', 'rejected'] as const;

export const documentPair = z.object({
  a: docId,
  b: docId,
  state: z.enum(pairStates),
  /** Set when a person put the two together without being asked. */
  byHand: z.boolean(),
  /** 0 to 1: how well they fit in the way that was asked for; 1 for a name or a field. */
  score,
  /** What they share: the stem of the name, the value of the field, or words, names and numbers, the best first. */
  shared: z.array(z.string()),
});
export type DocumentPair = Readonly<z.infer<typeof documentPair>>;

// ---- a pair that is open -------------------------------------------------------------------------------------------

const flag = z.object({
  kind: z.enum(['number', 'name']),
  side,
  /** UTF-16 units in the document. */
  start: charOffset,
  end: charOffset,
  text: z.string(),
  /** What the other side has in its place; empty when nothing. */
  instead: z.string(),
});
export type MismatchFlag = Readonly<z.infer<typeof flag>>;

export const alignedSegment = z.object({
  /** Number in its document, from 0. */
  segment: count,
  start: charOffset,
  end: charOffset,
  text: z.string(),
  direction,
  /** Whether it begins a paragraph. */
  opens: z.boolean(),
});
export type AlignedSegment = Readonly<z.infer<typeof alignedSegment>>;

export const alignedRow = z.object({
  row,
  sides: z.tuple([z.array(alignedSegment), z.array(alignedSegment)]),
  status: z.enum(linkStatuses),
  score,
  /** Its counterpart stands elsewhere in the order of the other document. */
  moved: z.boolean(),
  flags: z.array(flag),
});
export type AlignedRow = Readonly<z.infer<typeof alignedRow>>;

export const alignedDocument = z.object({ document: documentSummary, segments: count, direction, linked: count });

export const alignmentSummary = z.object({
  alignment: alignmentId,
  /** Counts up with every change of the links: rows are numbered by it. */
  revision: count,
  documents: z.tuple([alignedDocument, alignedDocument]),
  granularity: z.enum(granularities),
  asked: z.enum(alignmentModes),
  mode: z.enum(['parallel', 'comparable']),
  /** By what `auto` decided: the share of segments with a counterpart, and of links in one order. Null when not asked. */
  why: z.object({ coverage: score, order: score }).nullable(),
  rows: count,
  statuses: z.record(z.enum(linkStatuses), count),
  /** Most frequent first. */
  types: z.array(z.object({ type: linkType, rows: count })),
  flagged: count,
  /** What a person said of it that no longer fits, since a document changed. It is kept, and used again when it fits. */
  orphans: count,
  /** Whether it was taken from what was kept. */
  reused: z.boolean(),
  ms: z.number(),
});
export type AlignmentSummary = Readonly<z.infer<typeof alignmentSummary>>;

const inAlignment = inCorpus.extend({ alignment: alignmentId });

/** Which rows are meant: all that is given must hold; within a list, one of it. */
export const rowFilter = z.object({
  statuses: z.array(z.enum(linkStatuses)).max(5).optional(),
  types: z.array(linkType).max(40).optional(),
  flagged: z.boolean().optional(),
  /** Words on either side, case and marks ignored. */
  text: z.string().max(1_000).optional(),
  /** Words on the first side, and words on the second. */
  both: z.tuple([z.string().max(1_000), z.string().max(1_000)]).optional(),
});
export type RowFilter = Readonly<z.infer<typeof rowFilter>>;

export const linkChange = z.discriminatedUnion('kind', [
  /** Puts segments together, whatever they were linked with; what is left of those links stays linked. */
  z.object({ kind: z.literal('link'), a: run, b: run }),
  /** Takes a link apart: each of its segments is alone. */
  z.object({ kind: z.literal('unlink'), row }),
  /** Makes one link of a row and the one after it. */
  z.object({ kind: z.literal('merge'), row }),
  /** Makes two: the first gets so many segments of each side. */
  z.object({ kind: z.literal('split'), row, a: count, b: count }),
  /** Moves the boundary to the next row on one side by one segment: 1 gives the row one more, -1 one less. */
  z.object({ kind: z.literal('boundary'), row, side, by: z.union([z.literal(1), z.literal(-1)]) }),
  z.object({ kind: z.literal('confirm'), rows: z.array(row).min(1).max(100_000) }),
  /** Takes back what a person said of these rows: they are the machine's again. */
  z.object({ kind: z.literal('release'), rows: z.array(row).min(1).max(100_000) }),
  z.object({ kind: z.literal('anchor'), row }),
  /** Aligns everything from a row on anew; what a person said holds. */
  z.object({ kind: z.literal('realign'), row }),
]);
export type LinkChange = Readonly<z.infer<typeof linkChange>>;

/** How the rows lie, one entry a row in each list: enough to draw the whole, and to scroll it before it is read. */
export const alignmentOverview = z.object({
  revision: count,
  /** First segment of each side, -1 for none, and how many. */
  a: z.array(z.number().int()),
  aCount: z.array(count),
  b: z.array(z.number().int()),
  bCount: z.array(count),
  /** UTF-16 units of each side. */
  aLength: z.array(count),
  bLength: z.array(count),
  /** Place in `linkStatuses`. */
  status: z.array(count),
  flagged: z.array(row),
  moved: z.array(row),
});
export type AlignmentOverview = Readonly<z.infer<typeof alignmentOverview>>;

const wordRun = z.object({ start: charOffset, end: charOffset });
/** Which words answer each other in a row, the surest first. */
export const wordHint = z.object({
  a: wordRun,
  b: wordRun,
  score,
  why: z.enum(['number', 'name', 'learned', 'dictionary']),
});
export type WordHint = Readonly<z.infer<typeof wordHint>>;

export const translation = z.object({
  /** The form that is written most often. */
  word: z.string(),
  /** Rows that have the word here and this one there. */
  rows: count,
  /** Rows that have this one there, whatever is here. */
  elsewhere: count,
  /** 0 to 1: Dice coefficient, 2·rows ∕ (rows of the word + rows of the translation). */
  score,
});
export type Translation = Readonly<z.infer<typeof translation>>;

/** What another document says in the place of a passage: whole sentences that follow one another. */
export const counterpart = z.object({
  doc: docId,
  path: z.string(),
  language: z.string(),
  direction,
  start: charOffset,
  end: charOffset,
  text: z.string(),
  /** Whether a link of it is in doubt. */
  doubtful: z.boolean(),
});
export type Counterpart = Readonly<z.infer<typeof counterpart>>;
/** Passages that are asked for at a time. */
export const mostPassages = 500;

export const alignmentRequests = {
  /** Pairs that fit, and those a person accepted or rejected; accepted first, then by score. */
  'alignment.pairs': {
    params: inCorpus.extend({
      by: z.enum(pairingWays),
      /** For `field`: the field whose value is the same. */
      field: z.string().min(1).max(200).optional(),
      job,
      ...page,
    }),
    result: z.object({ total: count, accepted: count, pairs: z.array(documentPair) }),
  },
  /** Accepts or rejects pairs, puts two together by hand, or (`proposed`) takes that back. */
  'alignment.settle': {
    params: inCorpus.extend({
      pairs: z
        .array(z.object({ a: docId, b: docId }))
        .min(1)
        .max(100_000),
      state: z.enum(pairStates),
    }),
    result: z.object({ pairs: count }),
  },
  /** Opens two documents, in that order; the same two again are answered at once. */
  'alignment.open': {
    params: inCorpus.extend({
      a: docId,
      b: docId,
      mode: z.enum(alignmentModes),
      granularity: z.enum(granularities),
      job,
    }),
    result: alignmentSummary,
  },
  /** As it is now: after an undo in the project, for instance. */
  'alignment.summary': { params: inAlignment, result: alignmentSummary },
  'alignment.rows': {
    params: inAlignment.extend({ filter: rowFilter.optional(), ...page }),
    result: z.object({ revision: count, total: count, rows: z.array(alignedRow) }),
  },
  'alignment.overview': { params: inAlignment, result: alignmentOverview },
  /** One step in the project. `revision` is of the rows that are meant. */
  'alignment.correct': {
    params: inAlignment.extend({ revision: count, change: linkChange, job }),
    /** `row` is where to look now; `undo` says what can be undone. */
    result: z.object({ summary: alignmentSummary, row, undo: stepWords.nullable(), redo: stepWords.nullable() }),
  },
  /** The next row of a kind, before or after one; null when there is none. */
  'alignment.next': {
    params: inAlignment.extend({
      row: z.number().int().min(-1),
      step: z.union([z.literal(1), z.literal(-1)]),
      what: z.enum(['doubtful', 'alone', 'flagged']),
    }),
    result: z.object({ row: row.nullable() }),
  },
  /** The row that holds a place of a document. */
  'alignment.place': {
    params: inAlignment.extend({ side, at: charOffset }),
    result: z.object({ row: row.nullable() }),
  },
  'alignment.hints': {
    params: inAlignment.extend({ row, job: job.optional() }),
    result: z.object({ revision: count, hints: z.array(wordHint) }),
  },
  /** What a word is translated by, over all accepted pairs of the two languages and this one; most fitting first. */
  'alignment.translations': {
    params: inAlignment.extend({
      side,
      word: z.string().min(1).max(200),
      most: z.number().int().min(1).max(100),
      job,
    }),
    result: z.object({ rows: count, pairs: count, translations: z.array(translation) }),
  },
  /**
   * What answers passages, one list for each: in the accepted pairs of their documents, or in one open pair alone. Empty where
   * nothing answers.
   */
  'alignment.counterparts': {
    params: inCorpus.extend({
      passages: z.array(z.object({ doc: docId, start: charOffset, end: charOffset })).max(mostPassages),
      alignment: alignmentId.optional(),
      job,
    }),
    result: z.object({ counterparts: z.array(z.array(counterpart)) }),
  },
  /** A page for print: both texts in two columns, row by row. Self-contained HTML, each side in its own direction. */
  'alignment.export': {
    params: inAlignment.extend({ format: z.literal('html'), theme: z.enum(['light', 'dark']) }),
    result: z.object({ name: z.string(), text: z.string() }),
  },
  'alignment.close': { params: inAlignment, result: z.object({}) },
} as const;
