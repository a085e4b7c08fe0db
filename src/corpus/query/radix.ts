/**
 * Stable radix ordering of unsigned integers. Comparator sorts of typed arrays call back into JavaScript for every
 * comparison: a million lines by three keys took 355 ms that way and 65 ms this way (PERFORMANCE.md).
 */
import type { Stepwise } from '../frequency/stepwise.ts';
import { atOnce, inSteps } from '../frequency/stepwise.ts';

/** Eleven bits: 2,048 counters stay in the first-level cache, and three passes cover 32 bits. */
const widestDigit = 11;

/** How keys of `bits` bits are cut. With as many keys as key values, one wide pass beats two narrow ones. */
function digitsOf(bits: number, count: number): { passes: number; digit: number } {
  if (bits < 23 && 2 ** bits <= count * 2) return { passes: 1, digit: bits };
  const passes = Math.ceil(bits / widestDigit);
  return { passes, digit: Math.ceil(bits / passes) };
}

export function identityOrder(length: number): Uint32Array {
  const order = new Uint32Array(length);
  for (let i = 0; i < length; i++) order[i] = i;
  return order;
}

/**
 * Reorders `order` so that `keys[order[i]]` ascends, keeping the given order among equal keys.
 * `keys` are at most `largest`. `order` is used up; the answer may be another array.
 */
export function orderedBy(keys: Uint32Array, largest: number, order: Uint32Array): Uint32Array {
  return atOnce(orderedInSteps(keys, largest, order));
}

/** Keys between two steps: a few milliseconds where each lies in another place of memory. */
const keysAStep = 1 << 18;

/** The same with breaks: a pass over millions of keys takes longer than a worker may be silent. */
export function* orderedInSteps(keys: Uint32Array, largest: number, order: Uint32Array): Stepwise<Uint32Array> {
  const bits = 32 - Math.clz32(largest);
  if (bits === 0 || order.length < 2) return order;
  const { passes, digit } = digitsOf(bits, order.length);
  const mask = (1 << digit) - 1;
  const places = new Uint32Array(mask + 1);
  let from = order;
  let to: Uint32Array = new Uint32Array(order.length);
  for (let pass = 0; pass < passes; pass++) {
    const shift = pass * digit;
    places.fill(0);
    yield* inSteps(keys.length, (first, end) => {
      countDigits(keys, shift, places, first, end);
    });
    let place = 0;
    for (let value = 0; value <= mask; value++) {
      const count = places[value]!;
      places[value] = place;
      place += count;
    }
    for (let at = 0; at < from.length; at += keysAStep) {
      if (at > 0) yield { done: pass * from.length + at, total: passes * from.length };
      distribute(keys, shift, places, from.subarray(at, at + keysAStep), to);
    }
    [from, to] = [to, from];
  }
  return from;
}

/** Adds the keys `first` to `end` to the counts of their digits. */
function countDigits(keys: Uint32Array, shift: number, counts: Uint32Array, first: number, end: number): void {
  const mask = counts.length - 1;
  for (let i = first; i < end; i++) counts[(keys[i]! >>> shift) & mask]!++;
}

/** The largest of many, 0 of none. */
export function* largestInSteps(keys: Uint32Array): Stepwise<number> {
  let largest = 0;
  yield* inSteps(keys.length, (first, end) => {
    for (let i = first; i < end; i++) largest = Math.max(largest, keys[i]!);
  });
  return largest;
}

/** `places`: where the next number of each digit goes, as many as digits have values. */
function distribute(keys: Uint32Array, shift: number, places: Uint32Array, from: Uint32Array, to: Uint32Array): void {
  const mask = places.length - 1;
  for (let i = 0; i < from.length; i++) {
    const at = from[i]!;
    to[places[(keys[at]! >>> shift) & mask]!++] = at;
  }
}

/** Sorts numbers that are at most `largest`. `values` is used up; the answer may be another array. */
export function sortedNumbers(values: Uint32Array, largest: number): Uint32Array {
  const bits = 32 - Math.clz32(largest);
  if (bits === 0 || values.length < 2) return values;
  const passes = Math.ceil(bits / widestDigit);
  const digit = Math.ceil(bits / passes);
  const mask = (1 << digit) - 1;
  const places = new Uint32Array(mask + 1);
  let from = values;
  let to: Uint32Array = new Uint32Array(values.length);
  for (let pass = 0; pass < passes; pass++) {
    const shift = pass * digit;
    places.fill(0);
    for (let i = 0; i < from.length; i++) places[(from[i]! >>> shift) & mask]!++;
    let place = 0;
    for (let value = 0; value <= mask; value++) {
      const count = places[value]!;
      places[value] = place;
      place += count;
    }
    for (let i = 0; i < from.length; i++) {
      const value = from[i]!;
      to[places[(value >>> shift) & mask]!++] = value;
    }
    [from, to] = [to, from];
  }
  return from;
}
