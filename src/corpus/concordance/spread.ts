/** Where in the corpus the hits lie: counts in stretches of equal length, and the way back from a place to a line. */
import type { HitSet } from '../query/query-result.ts';
import { firstAtLeast } from '../query/regions.ts';
import type { LineOrder } from './line-order.ts';

/** Hits whose first token lies in each of `stretches` equal parts of the tokens; fewer parts than tokens are made. */
export function hitsInStretches(hits: HitSet, tokens: number, stretches: number): number[] {
  const parts = Math.max(1, Math.min(stretches, tokens));
  const counts: number[] = [];
  for (let part = 0, from = 0; part < parts; part++) {
    const to = firstAtLeast(hits.start, Math.ceil(((part + 1) * tokens) / parts), from, hits.total);
    counts.push(to - from);
    from = to;
  }
  return counts;
}

/** 0-based place of the first hit at or after `token` among the lines in that order; null past the last hit. */
export function placeOfToken(hits: HitSet, order: LineOrder | null, token: number): number | null {
  const hit = firstAtLeast(hits.start, token, 0, hits.total);
  if (hit === hits.total) return null;
  return order ? order.all().indexOf(hit) : hit;
}
