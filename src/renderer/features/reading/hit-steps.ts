/** From hit to hit: which one a place stands for, and the one after it. */
import type { Span } from '../../../shared/model.ts';

/** Index of the first span that starts at `offset` or after it; `spans.length` past the last. */
export function firstFrom(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((spans[middle]?.start ?? Infinity) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Index of the hit that is exactly this place, -1 when none is. */
export function hitAt(hits: readonly Span[], place: Span | null): number {
  if (!place) return -1;
  for (let at = firstFrom(hits, place.start); hits[at]?.start === place.start; at++)
    if (hits[at]?.end === place.end) return at;
  return -1;
}

/**
 * Index of the hit `step` away, round the ends of the document. From a place that is no hit, the next one after it, or
 * with -1 the last one before it; -1 without hits.
 */
export function stepFrom(hits: readonly Span[], current: number, place: Span | null, step: 1 | -1): number {
  const count = hits.length;
  if (count === 0) return -1;
  if (current >= 0) return (current + step + count) % count;
  const next = place ? firstFrom(hits, place.start) : 0;
  return step === 1 ? next % count : (next - 1 + count) % count;
}
