/**
 * Rows of a list in the order of a column.
 *
 * A page of a list of millions is asked for far more often than its end: so only as many rows are put in order as are
 * asked for. A histogram of the first bits of the keys tells which rows can be among the first; only those are sorted.
 */
import { identityOrder, orderedBy } from '../query/radix.ts';

export interface CountOrder<Column extends string> {
  readonly by: Column;
  readonly descending: boolean;
}

export interface RankedRows {
  /** Number of rows. */
  readonly total: number;
  /** Rows `from <= place < from + count` in order. Shared: never write to it. */
  page(from: number, count: number): Uint32Array;
}

/** Rows that are put in order at once at least. */
const fewRows = 2048;
/** Up to here comparing is quicker than three or more passes over all. */
const comparable = 1 << 14;

/**
 * `rows` by `keys` (`keys[i]` belongs to `rows[i]`, none is NaN); rows of equal keys in the order of `rows`, whichever
 * way the column runs.
 */
export function rankedRows(rows: Uint32Array, keys: Float64Array | Uint32Array, descending: boolean): RankedRows {
  let sorted = new Uint32Array(0);
  let buckets: Uint16Array | undefined;
  const first = (wanted: number) =>
    rows.length <= fewRows
      ? identityOrder(rows.length)
      : firstPlaces((buckets ??= bucketsOf(keys, descending)), wanted);
  const page = (from: number, count: number) => {
    const until = Math.min(rows.length, from + count);
    if (until > sorted.length) {
      const places = first(Math.max(fewRows, until, sorted.length * 2));
      sorted = inOrder(places, keys, descending).map((place) => rows[place]!);
    }
    return sorted.subarray(from, until);
  };
  return { total: rows.length, page };
}

// `new`, not `from`: an iterator and a call for each of millions of keys would cost more than the sorting.
/** A number for each key that never falls as keys come later: sign, exponent and seven bits of the fraction of a float. */
function bucketsOf(keys: Float64Array | Uint32Array, descending: boolean): Uint16Array {
  const bits = new Int32Array(new Float32Array(keys).buffer);
  const buckets = new Uint16Array(bits.length);
  for (let i = 0; i < bits.length; i++) {
    const own = bits[i]!;
    // −0 is 0: as float bits they are as far apart as can be.
    const ascending = own < 0 ? -(own & 0x7fffffff) : own;
    buckets[i] = ((descending ? -ascending : ascending) >> 16) + 0x8000;
  }
  return buckets;
}

/** Places of at least `wanted` keys (all of them when there are fewer), with none left out that comes before one of them. */
function firstPlaces(buckets: Uint16Array, wanted: number): Uint32Array {
  const histogram = new Uint32Array(1 << 16);
  for (let i = 0; i < buckets.length; i++) histogram[buckets[i]!]!++;
  let last = 0;
  let length = histogram[0]!;
  while (length < wanted && last < 0xffff) length += histogram[++last]!;
  const places = new Uint32Array(length);
  for (let i = 0, at = 0; at < length; i++) if (buckets[i]! <= last) places[at++] = i;
  return places;
}

/** `places`, which ascend, in the order of their keys. */
function inOrder(places: Uint32Array, keys: Float64Array | Uint32Array, descending: boolean): Uint32Array {
  if (places.length <= comparable) {
    return descending
      ? places.sort((a, b) => (keys[a]! > keys[b]! ? -1 : keys[a]! < keys[b]! ? 1 : a - b))
      : places.sort((a, b) => (keys[a]! < keys[b]! ? -1 : keys[a]! > keys[b]! ? 1 : a - b));
  }
  const low = new Uint32Array(places.length);
  const high = new Uint32Array(places.length);
  const one = new Float64Array(1);
  const [lowBits, highBits] = halvesOf(one);
  for (let i = 0; i < places.length; i++) {
    // Adding 0 makes −0 a 0.
    one[0] = (descending ? -keys[places[i]!]! : keys[places[i]!]!) + 0;
    const negative = highBits[0]! >>> 31 === 1;
    low[i] = negative ? ~lowBits[0]! : lowBits[0]!;
    high[i] = negative ? ~highBits[0]! : highBits[0]! | 0x80000000;
  }
  // Keys that share bits, as small whole numbers do, need fewer passes.
  let order = identityOrder(places.length);
  order = orderedBy(low, largestOf(low), order);
  order = orderedBy(high, largestOf(high), order);
  return order.map((i) => places[i]!);
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
