/**
 * More than two texts: one in the middle, the pivot, and beside each of its sentences what the others say. Each version is
 * a pair with the pivot that is open (`alignment.open`, the pivot first); links are put right there.
 */
import * as z from 'zod';
import { alignedSegment, alignmentId, linkStatuses, row } from './alignment.ts';
import { count, inCorpus, page } from './terms.ts';

/** Versions beside one pivot. */
export const mostVersions = 5;

const part = z.object({
  /** Of the version, in the order of the pivot; empty where it says nothing. */
  segments: z.array(alignedSegment),
  /** Rows of its pair that these stand in. */
  links: z.array(z.object({ row, status: z.enum(linkStatuses), score: z.number().min(0).max(1) })),
});

export const pivotRow = z.object({
  row,
  /** Empty for what only one version has. */
  pivot: z.array(alignedSegment),
  /** One for each version, in the order asked. */
  versions: z.array(part),
});
export type PivotRow = Readonly<z.infer<typeof pivotRow>>;

const inPivot = inCorpus.extend({ alignments: z.array(alignmentId).min(1).max(mostVersions) });
export const pivotFormats = ['csv', 'tsv', 'xlsx', 'html', 'json'] as const;

export const pivotRequests = {
  /** Fails with `bad-request` when the pairs do not have one first document, in the same pieces. */
  'pivot.rows': {
    params: inPivot.extend({
      /** Only rows that the pivot or a version lacks. */
      uneven: z.boolean(),
      ...page,
    }),
    result: z.object({
      /** Of each pair. */
      revisions: z.array(count),
      total: count,
      /** Rows that something is lacking in, in all. */
      uneven: count,
      rows: z.array(pivotRow),
    }),
  },
  /** A column for each text, the pivot first. */
  'pivot.export': {
    params: inPivot.extend({ format: z.enum(pivotFormats) }),
    result: z.object({ name: z.string(), mediaType: z.string(), /** The bytes of the file. */ base64: z.string() }),
  },
} as const;
