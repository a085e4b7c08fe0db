/**
 * The order of sorted lines, made as far as it is looked at. Reading the first key of every hit and counting the hits by
 * it says which of them the lines of a page are; only those are sorted. The first page of 600,000 hits by three keys then
 * costs 6 ms instead of 60. The order of all lines is made in slices, whenever there is time: until then each page is
 * sorted for itself, after that it is read.
 */
import { identityOrder, orderedBy } from '../query/radix.ts';
import { firstAtLeast } from '../query/regions.ts';
import type { HitKeys } from './match-rank.ts';

export interface SortBy {
  /** Number of keys, the most important is 0. */
  readonly keys: number;
  /** A key of the hits with these numbers, which ascend; of all hits when null. */
  readonly read: (key: number, hits: Uint32Array | null) => HitKeys;
  /** Fewer hits than this are sorted at once; more are put in buckets first. Above 0. */
  readonly lazyFrom: number;
}

/** Hits that one slice moves to their buckets: 3 ms where they lie far apart. */
const movedAtOnce = 1 << 18;
/** Buckets are told apart by so many bits of a key: their counters stay in the first-level cache. */
const bucketBits = 12;

/** Hits in buckets by ranges of a key: the bucket of a hit is `(keys[hit] - low) >>> shift`. */
interface Buckets {
  /** Number of the key. */
  readonly key: number;
  readonly keys: Uint32Array;
  readonly low: number;
  readonly shift: number;
  /** End of each bucket among the lines. */
  readonly ends: Uint32Array;
}

export class LineOrder {
  /** Number of lines. */
  readonly total: number;
  private readonly by: SortBy;
  /** Numbers of the hits that these lines show, ascending; null: all, from 0. */
  private readonly hits: Uint32Array | null;
  /** Null when the order is made. */
  private buckets: Buckets | null;
  /** Final as far as `settledBuckets` say; before that, as far as `moved` says, hits in their buckets. */
  private order: Uint32Array | null;
  /** How many hits were moved to their buckets, and where the next hit of each bucket goes. */
  private moved = 0;
  private places: Uint32Array | null = null;
  private settledBuckets = 0;
  /** The order inside a bucket that is too large to be sorted in one slice. */
  private inner: LineOrder | null = null;

  /** `hits`, `key`: for the lines of one bucket, all of whose keys before `key` are equal. */
  constructor(total: number, by: SortBy, hits: Uint32Array | null = null, key = 0) {
    this.total = total;
    this.by = by;
    this.hits = hits;
    this.buckets = total < by.lazyFrom ? null : bucketsOf(by, hits, key);
    this.order = this.buckets ? null : total < by.lazyFrom ? sorted(by, hits, total, key) : numbersOf(hits, total);
  }

  /** Whether the whole order is made. */
  get settled(): boolean {
    return this.buckets === null;
  }

  /** Numbers of the hits that stand in the lines `from` to `to`, `to` exclusive. */
  lines(from: number, to: number): Uint32Array {
    const end = Math.min(to, this.total);
    if (!this.buckets) return this.order!.slice(from, Math.max(from, end));
    const found = new Uint32Array(Math.max(0, end - from));
    const { ends } = this.buckets;
    for (let line = from; line < end;) {
      const first = firstAtLeast(ends, line + 1, 0, ends.length);
      const start = startOf(ends, first);
      const last = this.groupEnd(ends, first, end);
      const stop = Math.min(end, ends[last]!);
      if (last < this.settledBuckets) found.set(this.order!.subarray(line, stop), line - from);
      else found.set(this.ordered(this.buckets, first, last).lines(line - start, stop - start), line - from);
      line = stop;
    }
    return found;
  }

  /** Numbers of the hits of all lines. Shared: never write to it. */
  all(): Uint32Array {
    while (this.settleSome());
    return this.order!;
  }

  /** Makes some more of the whole order, in a few milliseconds; false when it is made. */
  settleSome(): boolean {
    const { buckets } = this;
    if (!buckets) return false;
    this.order ??= new Uint32Array(this.total);
    if (this.moved < this.total) this.moveSome(buckets, this.order);
    else this.settleBuckets(buckets, this.order);
    if (this.settledBuckets === buckets.ends.length) this.buckets = null;
    return !this.settled;
  }

  private moveSome({ keys, low, shift, ends }: Buckets, order: Uint32Array): void {
    const { hits } = this;
    const places = (this.places ??= Uint32Array.from(ends, (_, bucket) => startOf(ends, bucket)));
    const to = Math.min(this.total, this.moved + movedAtOnce);
    // In the order of hits, so that those of a bucket stay in text order.
    for (let i = this.moved; i < to; i++) {
      order[places[(keys[i]! - low) >>> shift]!++] = hits === null ? i : hits[i]!;
    }
    this.moved = to;
    if (to === this.total) this.places = null;
  }

  /** Sorts the next buckets, or a part of one that is large. */
  private settleBuckets(buckets: Buckets, order: Uint32Array): void {
    const { ends } = buckets;
    const first = this.settledBuckets;
    const last = this.groupEnd(ends, first, this.total);
    this.inner ??= this.ordered(buckets, first, last);
    if (this.inner.settleSome()) return;
    order.set(this.inner.all(), startOf(ends, first));
    this.inner = null;
    this.settledBuckets = last + 1;
  }

  /** The last bucket of those from `first` on that are sorted together: few hits, or one bucket of many. */
  private groupEnd(ends: Uint32Array, first: number, line: number): number {
    const start = startOf(ends, first);
    const stillFew = firstAtLeast(ends, start + this.by.lazyFrom, first, ends.length) - 1;
    const needed = firstAtLeast(ends, line, first, ends.length);
    return Math.max(first, Math.min(stillFew, needed));
  }

  private ordered(buckets: Buckets, first: number, last: number): LineOrder {
    const start = startOf(buckets.ends, first);
    const end = buckets.ends[last]!;
    if (this.moved < this.total)
      return new LineOrder(end - start, this.by, this.gathered(buckets, first, last), buckets.key);
    const hits = this.order!.slice(start, end);
    // Several buckets stand one after another: in text order again, as keys are read and ties are settled.
    if (first < last) hits.sort();
    return new LineOrder(end - start, this.by, hits, buckets.key);
  }

  /** The hits of the buckets `first` to `last`, in text order. */
  private gathered({ keys, low, shift, ends }: Buckets, first: number, last: number): Uint32Array {
    const { hits } = this;
    const found = new Uint32Array(ends[last]! - startOf(ends, first));
    const from = first * 2 ** shift + low;
    const to = (last + 1) * 2 ** shift + low;
    let count = 0;
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i]!;
      if (key >= from && key < to) found[count++] = hits === null ? i : hits[i]!;
    }
    return found;
  }
}

function startOf(ends: Uint32Array, bucket: number): number {
  return bucket === 0 ? 0 : ends[bucket - 1]!;
}

function numbersOf(hits: Uint32Array | null, total: number): Uint32Array {
  return hits ?? identityOrder(total);
}

/** By the first key from `key` on that parts the hits; null when none does (M of a single word: they share all keys). */
function bucketsOf(by: SortBy, hits: Uint32Array | null, key: number): Buckets | null {
  for (; key < by.keys; key++) {
    const { keys, largest } = by.read(key, hits);
    const wide = bucketsBetween(key, keys, 0, largest);
    if (wide.ends.find((end) => end > 0) !== keys.length) return wide;
    // All in one bucket: they may differ within its narrower range.
    let low = largest;
    let high = 0;
    for (const value of keys) {
      if (value < low) low = value;
      if (value > high) high = value;
    }
    if (low < high) return bucketsBetween(key, keys, low, high);
  }
  return null;
}

/** `low` and `high` are the least and the largest of the keys, or beyond them. */
function bucketsBetween(key: number, keys: Uint32Array, low: number, high: number): Buckets {
  const shift = Math.max(0, 32 - Math.clz32(high - low) - bucketBits);
  const ends = new Uint32Array(((high - low) >>> shift) + 1);
  for (let i = 0; i < keys.length; i++) ends[(keys[i]! - low) >>> shift]!++;
  for (let bucket = 1; bucket < ends.length; bucket++) ends[bucket]! += ends[bucket - 1]!;
  return { key, keys, low, shift, ends };
}

/** All of a few hits, sorted by their keys from `key` on: a stable radix sort from the last key to the first. */
function sorted(by: SortBy, hits: Uint32Array | null, total: number, key: number): Uint32Array {
  let order = identityOrder(total);
  for (let k = by.keys - 1; k >= key; k--) {
    const { keys, largest } = by.read(k, hits);
    order = orderedBy(keys, largest, order);
  }
  return hits === null ? order : order.map((place) => hits[place]!);
}
