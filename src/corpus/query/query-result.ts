/** What a query gives: hits as typed arrays, in text order until sorted. */
import type { Failure } from '../../shared/failure.ts';

/**
 * Hits as token ranges, `start[i] <= token < hitEnd(hits, i)`, distinct, ordered by start and then by end.
 *
 * When every hit has the same number of tokens, `end` is null and `width` says it: a single word then shares its postings
 * with the index instead of copying them, so never write to `start`.
 */
export interface HitSet {
  /** First token of each hit. Length `total`. */
  readonly start: Uint32Array;
  /** One past the last token of each hit, length `total`; null when all hits are `width` tokens long. */
  readonly end: Uint32Array | null;
  /** Tokens in each hit when `end` is null, otherwise 0. */
  readonly width: number;
  readonly total: number;
  /** False when something was cut; then `total` is a lower bound. */
  readonly complete: boolean;
}

export type QueryOutcome =
  { readonly ok: true; readonly hits: HitSet } | { readonly ok: false; readonly error: Failure };

export function hitEnd(hits: HitSet, hit: number): number {
  return hits.end === null ? hits.start[hit]! + hits.width : hits.end[hit]!;
}

export function hitsOfWidth(start: Uint32Array, width: number, complete = true): HitSet {
  return { start, end: null, width, total: start.length, complete };
}

export const noHits: HitSet = hitsOfWidth(new Uint32Array(0), 1);
