/** What a query gives: hits as typed arrays, in text order until sorted. */
import type { Failure } from '../../shared/failure.ts';

/** Hits as token ranges: `start[i] <= token < end[i]`. Both of length `total`. */
export interface HitSet {
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  readonly total: number;
  /** False when something was cut; then `total` is a lower bound. */
  readonly complete: boolean;
}

export type QueryOutcome =
  { readonly ok: true; readonly hits: HitSet } | { readonly ok: false; readonly error: Failure };
