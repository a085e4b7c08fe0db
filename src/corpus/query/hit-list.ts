/** Collects hits in any order and makes them a `HitSet`: ordered, distinct. */
import { badQuery } from './bad-query.ts';
import type { QueryPlace } from './pattern.ts';
import { identityOrder, orderedBy } from './radix.ts';
import type { HitSet } from './query-result.ts';
import { hitsOfWidth } from './query-result.ts';

/**
 * More than this and a query is refused. Only words with wide gaps or endless repeats beside them come here; the hits of
 * a single word are the index's own postings and never counted against it. 2²⁵ hits are 256 MB.
 */
export const mostHits = 1 << 25;

/** Hits out of order that are put in order at once: their counters and keys stay in the second-level cache. */
const sortedAtOnce = 1 << 15;

/** Nothing is foreseen before this part of what is allowed, and then only what is so many times too much. */
export const foreseenFrom = 20;
export const certainlyToo = 4;

export class HitList {
  private starts: Uint32Array<ArrayBuffer>;
  private ends: Uint32Array<ArrayBuffer>;
  private length = 0;
  /** Hits before this one are in order, and none to come is before them. */
  private settled = 0;
  private ordered = true;
  private nextSort = sortedAtOnce;
  private readonly blame: QueryPlace;
  private readonly limit: number;

  /** `blame`: the part of the query to name when there are too many hits; none where `limit` says how many can come. */
  constructor(blame: QueryPlace = { at: 0, until: 0 }, limit = mostHits) {
    this.blame = blame;
    this.limit = limit;
    this.starts = new Uint32Array(Math.min(256, limit));
    this.ends = new Uint32Array(this.starts.length);
  }

  /** Throws `ExpectedFailure` (bad-query) when there are too many. */
  push(start: number, end: number): void {
    const { length } = this;
    if (length > this.settled) {
      const last = this.starts[length - 1]!;
      const lastEnd = this.ends[length - 1]!;
      if (start === last && end === lastEnd) return;
      if (start < last || (start === last && end < lastEnd)) this.ordered = false;
    }
    if (length === this.starts.length) this.makeRoom();
    this.starts[this.length] = start;
    this.ends[this.length++] = end;
  }

  /**
   * No hit to come starts before `start`. Says so now and then, a caller keeps the list short: the same hit is held once, and
   * what is in order is not sorted again.
   */
  passed(start: number): void {
    if (this.length - this.settled < this.nextSort) return;
    this.sortRest();
    let settled = this.length;
    while (settled > this.settled && this.starts[settled - 1]! >= start) settled--;
    this.settled = settled;
    // Where all lie close together they are sorted again only when they are twice as many.
    this.nextSort = Math.max(sortedAtOnce, 2 * (this.length - settled));
  }

  /**
   * `done` of all that there is to do, 0 to 1, made these hits. Throws `ExpectedFailure` (bad-query) when it is plain already that
   * there will be far too many: to wait for them would be in vain.
   */
  foresee(done: number): void {
    if (this.settled > this.limit / foreseenFrom && this.settled > this.limit * certainlyToo * done)
      throw this.tooMany();
  }

  /** `complete` false when the caller itself left something out. The list is used up. */
  finish(complete = true): HitSet {
    this.sortRest();
    return hitSet(this.starts.subarray(0, this.length), this.ends.subarray(0, this.length), complete);
  }

  private makeRoom(): void {
    if (this.length >= this.limit) {
      // Many may be the same hit. A list that stays half full is not sorted for every few that come.
      this.sortRest();
      if (this.length * 2 <= this.limit) return;
      throw this.tooMany();
    }
    this.starts = enlarged(this.starts);
    this.ends = enlarged(this.ends);
  }

  private tooMany(): Error {
    return badQuery(tooManyWays, this.blame.at, this.blame.until);
  }

  private sortRest(): void {
    if (this.ordered) return;
    const starts = this.starts.subarray(this.settled, this.length);
    const ends = this.ends.subarray(this.settled, this.length);
    this.length = this.settled + sortDistinct(starts, ends);
    this.ordered = true;
  }
}

/** What is wrong with a query that is refused for its many hits, and what to do. */
export const tooManyWays =
  'This matches in so many ways that they cannot all be listed: each place counts with every number of words between. Ask for fewer words here, such as {0,5}, or in the cql mode add “within <s/>”.';

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

/** Sorts hits in place, leaves each out that was there before, and says how many there are then. */
function sortDistinct(starts: Uint32Array, ends: Uint32Array): number {
  const total = starts.length;
  let base = 0xffffffff;
  for (let i = 0; i < total; i++) if (starts[i]! < base) base = starts[i]!;
  // Counted from the least, keys are small and sorted in fewer passes.
  const startKeys = new Uint32Array(total);
  const endKeys = new Uint32Array(total);
  let largest = 0;
  for (let i = 0; i < total; i++) {
    startKeys[i] = starts[i]! - base;
    endKeys[i] = ends[i]! - base;
    if (endKeys[i]! > largest) largest = endKeys[i]!;
  }
  const order = orderedBy(startKeys, largest, orderedBy(endKeys, largest, identityOrder(total)));
  let length = 0;
  for (let i = 0; i < total; i++) {
    const start = startKeys[order[i]!]! + base;
    const end = endKeys[order[i]!]! + base;
    if (length > 0 && starts[length - 1] === start && ends[length - 1] === end) continue;
    starts[length] = start;
    ends[length++] = end;
  }
  return length;
}
