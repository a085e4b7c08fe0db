/** Collects hits in any order and makes them a `HitSet`: ordered, distinct. */
import { identityOrder, orderedBy } from './radix.ts';
import type { HitSet } from './query-result.ts';
import { hitsOfWidth } from './query-result.ts';

/**
 * Past this a query is cut and says so. Only queries without a telling word come here (a lone `*` and the like); the
 * hits of a single word are the index's own postings and never counted against it. 2²⁵ hits are 256 MB.
 */
export const mostHits = 1 << 25;

export class HitList {
  private starts = new Uint32Array(256);
  private ends = new Uint32Array(256);
  private length = 0;
  private ordered = true;
  private readonly limit: number;
  /** True when the limit was reached: the caller stops, and the set says that it is not complete. */
  full = false;

  constructor(limit = mostHits) {
    this.limit = limit;
  }

  push(start: number, end: number): void {
    const { length } = this;
    if (length > 0) {
      const last = this.starts[length - 1]!;
      const lastEnd = this.ends[length - 1]!;
      if (start === last && end === lastEnd) return;
      if (start < last || (start === last && end < lastEnd)) this.ordered = false;
    }
    if (length === this.limit) {
      this.full = true;
      return;
    }
    if (length === this.starts.length) {
      this.starts = enlarged(this.starts);
      this.ends = enlarged(this.ends);
    }
    this.starts[length] = start;
    this.ends[length] = end;
    this.length++;
  }

  /** `complete` false when the caller itself left something out. The list is used up. */
  finish(complete = true): HitSet {
    const starts = this.starts.subarray(0, this.length);
    const ends = this.ends.subarray(0, this.length);
    const whole = complete && !this.full;
    return this.ordered ? hitSet(starts, ends, whole) : sortedDistinct(starts, ends, whole);
  }
}

function enlarged(values: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(values.length * 2);
  larger.set(values);
  return larger;
}

/** A hit set from ordered, distinct hits. */
export function hitSet(starts: Uint32Array, ends: Uint32Array, complete: boolean): HitSet {
  const width = starts.length === 0 ? 1 : ends[0]! - starts[0]!;
  for (let i = 0; i < starts.length; i++) {
    if (ends[i]! - starts[i]! !== width) return { start: starts, end: ends, width: 0, total: starts.length, complete };
  }
  return hitsOfWidth(starts, width, complete);
}

function sortedDistinct(starts: Uint32Array, ends: Uint32Array, complete: boolean): HitSet {
  const largest = ends.reduce((a, b) => Math.max(a, b), 0);
  let order = orderedBy(ends, largest, identityOrder(ends.length));
  order = orderedBy(starts, largest, order);
  const start = new Uint32Array(order.length);
  const end = new Uint32Array(order.length);
  let length = 0;
  for (const hit of order) {
    if (length > 0 && start[length - 1] === starts[hit] && end[length - 1] === ends[hit]) continue;
    start[length] = starts[hit]!;
    end[length++] = ends[hit]!;
  }
  return hitSet(start.subarray(0, length), end.subarray(0, length), complete);
}
