/**
 * Rows of a list in the order of a column.
 *
 * A page of a list of millions is asked for far more often than its end: so only as many rows are put in order as are
 * asked for. A histogram of the first bits of the keys tells which rows can be among the first; only those are sorted.
 */
import { identityOrder, orderedInSteps } from '../query/radix.ts';
import type { Stepwise } from './stepwise.ts';
import { atOnce, inSteps } from './stepwise.ts';

export interface CountOrder<Column extends string> {
  readonly by: Column;
  readonly descending: boolean;
}

export interface RankedRows {
  /** Number of rows. */
  readonly total: number;
  /** Rows `from <= place < from + count` in order. Shared: never write to it. */
  page(from: number, count: number): Uint32Array;
  /** The row at each of `places`. */
  at(places: Uint32Array): Stepwise<Uint32Array>;
  /** Puts all rows in order: no page takes long then. */
  settled(): Stepwise<void>;
}

/** Rows that are put in order at once at least. */
const fewRows = 2048;
/** Up to here comparing is quicker than three or more passes over all. */
const comparable = 1 << 14;
/** Keys that are made ready between two steps. */
const keysAStep = 1 << 18;

/**
 * `rows` by `keys` (`keys[i]` belongs to `rows[i]`, none is NaN); rows of equal keys in the order of `rows`, whichever
 * way the column runs.
 */
export function rankedRows(rows: Uint32Array, keys: Float64Array | Uint32Array, descending: boolean): RankedRows {
  let sorted: Uint32Array = new Uint32Array(0);
  let buckets: Uint16Array | undefined;
  function* first(wanted: number): Stepwise<Uint32Array> {
    if (rows.length <= fewRows || wanted >= rows.length) return identityOrder(rows.length);
    return yield* firstPlaces((buckets ??= yield* bucketsOf(keys, descending)), wanted);
  }
  function* extended(until: number): Stepwise<void> {
    if (until <= sorted.length) return;
    const places = yield* first(Math.max(fewRows, until, sorted.length * 2));
    const ordered = yield* inOrder(places, keys, descending);
    sorted = yield* throughInSteps(ordered, rows);
    if (sorted.length === rows.length) buckets = undefined;
  }
  const page = (from: number, count: number) => {
    const until = Math.min(rows.length, from + count);
    atOnce(extended(until));
    return sorted.subarray(from, until);
  };
  return {
    total: rows.length,
    page,
    *at(places) {
      yield* extended(places.reduce((most, place) => Math.max(most, place + 1), 0));
      return places.map((place) => sorted[place]!);
    },
    settled: () => extended(rows.length),
  };
}

// `new`, not `from`: an iterator and a call for each of millions of keys would cost more than the sorting.
/** A number for each key that never falls as keys come later: sign, exponent and seven bits of the fraction of a float. */
function* bucketsOf(keys: Float64Array | Uint32Array, descending: boolean): Stepwise<Uint16Array> {
  const bits = new Int32Array(new Float32Array(keys).buffer);
  const buckets = new Uint16Array(bits.length);
  yield* inSteps(bits.length, (from, to) => {
    writeBuckets(bits, from, to, descending, buckets);
  });
  return buckets;
}

function writeBuckets(bits: Int32Array, from: number, to: number, descending: boolean, into: Uint16Array): void {
  for (let i = from; i < to; i++) {
    const own = bits[i]!;
    // −0 is 0: as float bits they are as far apart as can be.
    const ascending = own < 0 ? -(own & 0x7fffffff) : own;
    into[i] = ((descending ? -ascending : ascending) >> 16) + 0x8000;
  }
}

/** Places of at least `wanted` keys (all of them when there are fewer), with none left out that comes before one of them. */
function* firstPlaces(buckets: Uint16Array, wanted: number): Stepwise<Uint32Array> {
  const histogram = new Uint32Array(1 << 16);
  yield* inSteps(buckets.length, (from, to) => {
    for (let i = from; i < to; i++) histogram[buckets[i]!]!++;
  });
  let last = 0;
  let length = histogram[0]!;
  while (length < wanted && last < 0xffff) length += histogram[++last]!;
  const places = new Uint32Array(length);
  for (let i = 0, at = 0; at < length; i++) if (buckets[i]! <= last) places[at++] = i;
  return places;
}

/** `places`, which ascend, in the order of their keys. */
function* inOrder(places: Uint32Array, keys: Float64Array | Uint32Array, descending: boolean): Stepwise<Uint32Array> {
  if (places.length <= comparable) {
    return descending
      ? places.sort((a, b) => (keys[a]! > keys[b]! ? -1 : keys[a]! < keys[b]! ? 1 : a - b))
      : places.sort((a, b) => (keys[a]! < keys[b]! ? -1 : keys[a]! > keys[b]! ? 1 : a - b));
  }
  let order = identityOrder(places.length);
  if (keys instanceof Uint32Array) {
    // Counts need no more than the bits they have, turned round where the largest come first.
    const own = new Uint32Array(places.length);
    for (let i = 0; i < places.length; i++) {
      if (i > 0 && i % keysAStep === 0) yield { done: i, total: places.length };
      own[i] = descending ? ~keys[places[i]!]! : keys[places[i]!]!;
    }
    order = yield* orderedInSteps(own, largestOf(own), order);
    return yield* throughInSteps(order, places);
  }
  const low = new Uint32Array(places.length);
  const high = new Uint32Array(places.length);
  const one = new Float64Array(1);
  const [lowBits, highBits] = halvesOf(one);
  for (let i = 0; i < places.length; i++) {
    if (i > 0 && i % keysAStep === 0) yield { done: i, total: places.length };
    // Adding 0 makes −0 a 0.
    one[0] = (descending ? -keys[places[i]!]! : keys[places[i]!]!) + 0;
    const negative = highBits[0]! >>> 31 === 1;
    low[i] = negative ? ~lowBits[0]! : lowBits[0]!;
    high[i] = negative ? ~highBits[0]! : highBits[0]! | 0x80000000;
  }
  // Keys that share bits, as small whole numbers do, need fewer passes.
  order = yield* orderedInSteps(low, largestOf(low), order);
  order = yield* orderedInSteps(high, largestOf(high), order);
  return yield* throughInSteps(order, places);
}

/** What stands at each of `places`, written over them. */
function* throughInSteps(places: Uint32Array, what: Uint32Array): Stepwise<Uint32Array> {
  yield* inSteps(places.length, (from, to) => {
    for (let at = from; at < to; at++) places[at] = what[places[at]!]!;
  });
  return places;
}

/** Lower and upper 32 bits of a double, on this machine. */
function halvesOf(one: Float64Array<ArrayBuffer>): readonly [low: Uint32Array, high: Uint32Array] {
  one[0] = 1;
  const words = new Uint32Array(one.buffer);
  const little = words[0] === 0;
  return [words.subarray(little ? 0 : 1), words.subarray(little ? 1 : 0)];
}

/** Less what all have in common. The keys are moved down to it. */
function largestOf(keys: Uint32Array): number {
  let least = 0xffffffff;
  let most = 0;
  for (let i = 0; i < keys.length; i++) {
    least = Math.min(least, keys[i]!);
    most = Math.max(most, keys[i]!);
  }
  for (let i = 0; i < keys.length; i++) keys[i]! -= least;
  return most - least;
}

/** The numbers below `rows` that pass. */
export function rowsThat(rows: number, passes: (row: number) => boolean): Uint32Array {
  const passing = new Uint32Array(rows);
  let length = 0;
  for (let row = 0; row < rows; row++) if (passes(row)) passing[length++] = row;
  return passing.subarray(0, length);
}

/** The same with breaks, for rows in their millions. */
export function* rowsInSteps(rows: number, passes: (row: number) => boolean): Stepwise<Uint32Array> {
  const passing = new Uint32Array(rows);
  let length = 0;
  yield* inSteps(rows, (from, to) => {
    for (let row = from; row < to; row++) if (passes(row)) passing[length++] = row;
  });
  return passing.subarray(0, length);
}
