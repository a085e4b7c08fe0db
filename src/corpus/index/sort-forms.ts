/**
 * From forms in the order of meeting to the sorted lexicon: by folded form, then by form, both by UTF-16 unit.
 *
 * A radix sort over the first units of the folds, and a comparison for what they leave equal. Words are written with few
 * different units: each is given a number of one byte, so that eight of them are a key of two numbers, which is moved along with
 * its form. On 200,000 forms it takes a twentieth of the time of sorting strings, which must first be made.
 */
import type { FormTable } from '../text/forms.ts';
import { textOfUnits } from '../text/units.ts';
import { foldForms, type FoldedForms } from './fold-forms.ts';
import type { JoinedStrings } from './lexicon.ts';

export interface SortedForms {
  /** Rank of each form by its number in the table. */
  readonly rank: Uint32Array;
  readonly forms: JoinedStrings;
  readonly folds: JoinedStrings;
  readonly classOfType: Uint32Array;
  /** First type of each class, and the number of types. */
  readonly classStart: Uint32Array;
  readonly kinds: Uint8Array;
}

/** Fewer forms are compared: counting the units that occur, and the digits of keys, takes longer than they do. */
const fewForms = 1_000;

/** Up to `compared` forms are sorted by comparison alone. */
export function sortForms(table: FormTable, compared = fewForms): SortedForms {
  const folds = foldForms(table);
  const keys = table.size <= compared ? withoutKeys(table.size) : radixSorted(keysOf(folds, table.size));
  const order = keys.numbers;
  settleTies(keys, folds, table);
  const rank = new Uint32Array(table.size);
  const classOfType = new Uint32Array(table.size);
  const kinds = new Uint8Array(table.size);
  const classStart = new Uint32Array(table.size + 1);
  let classes = 0;
  for (let type = 0; type < order.length; type++) {
    const number = order[type]!;
    rank[number] = type;
    kinds[type] = table.kinds[number]!;
    // Where folds are the same, so are their keys.
    const known = type > 0 && sameKey(keys, type - 1, type) && compareUnits(folds, order[type - 1]!, number, 0) === 0;
    if (!known) classStart[classes++] = type;
    classOfType[type] = classes - 1;
  }
  classStart[classes] = table.size;
  const representatives = new Uint32Array(classes);
  for (let cls = 0; cls < classes; cls++) representatives[cls] = order[classStart[cls]!]!;
  return {
    rank,
    forms: joined(table, order),
    folds: joined(folds, representatives),
    classOfType,
    classStart: classStart.slice(0, classes + 1),
    kinds,
  };
}

/** The beginning of the fold of each form, in the order of `numbers`. */
interface Keys {
  numbers: Uint32Array;
  high: Uint32Array;
  low: Uint32Array;
  /** Units of a fold that are in its key. */
  readonly prefix: number;
}

/** All alike, so that everything is compared. */
function withoutKeys(size: number): Keys {
  const numbers = Uint32Array.from({ length: size }, (_, number) => number);
  return { numbers, high: new Uint32Array(size), low: new Uint32Array(size), prefix: 0 };
}

function keysOf({ units, offsets }: FoldedForms, size: number): Keys {
  const { codes, wide } = unitCodes(units);
  const prefix = wide ? 4 : 8;
  const bits = wide ? 16 : 8;
  const keys = { numbers: new Uint32Array(size), high: new Uint32Array(size), low: new Uint32Array(size), prefix };
  const half = prefix / 2;
  for (let number = 0; number < size; number++) {
    keys.numbers[number] = number;
    const from = offsets[number]!;
    const length = offsets[number + 1]! - from;
    let high = 0;
    let low = 0;
    // What a fold ends before is less than any unit.
    for (let i = 0; i < half; i++) {
      high = (high << bits) | (i < length ? codes[units[from + i]!]! : 0);
      low = (low << bits) | (half + i < length ? codes[units[from + half + i]!]! : 0);
    }
    keys.high[number] = high;
    keys.low[number] = low;
  }
  return keys;
}

/** A number from 1 on for each unit that occurs, in their order; `wide` when they do not fit into a byte. */
function unitCodes(units: Uint16Array): { codes: Uint16Array; wide: boolean } {
  const codes = new Uint16Array(0x10000);
  for (let at = 0; at < units.length; at++) codes[units[at]!] = 1;
  let code = 0;
  // No token holds a line feed, so that there are fewer than 65,536.
  for (let unit = 0; unit < codes.length; unit++) if (codes[unit] !== 0) codes[unit] = ++code;
  return { codes, wide: code > 0xff };
}

/** Bits that are looked at together: so many buckets stay in the first cache. */
const digitBits = 11;

/** Last digit first. What was given is written over. */
function radixSorted(keys: Keys): Keys {
  const size = keys.numbers.length;
  let from = keys;
  let to: Keys = { ...keys, numbers: new Uint32Array(size), high: new Uint32Array(size), low: new Uint32Array(size) };
  for (const half of ['low', 'high'] as const) {
    for (let shift = 0; shift < 32; shift += digitBits) {
      if (!distribute(from, to, from[half], shift)) continue;
      [from, to] = [to, from];
    }
  }
  return from;
}

/** Whether the digits at `shift` differ at all, and keys were moved. */
function distribute(from: Keys, to: Keys, digits: Uint32Array, shift: number): boolean {
  const mask = (1 << digitBits) - 1;
  const starts = new Uint32Array(mask + 2);
  const { numbers, high, low } = from;
  for (let i = 0; i < digits.length; i++) starts[((digits[i]! >>> shift) & mask) + 1]!++;
  if (starts.includes(digits.length)) return false;
  for (let digit = 1; digit < starts.length; digit++) starts[digit]! += starts[digit - 1]!;
  for (let i = 0; i < digits.length; i++) {
    const digit = (digits[i]! >>> shift) & mask;
    const at = starts[digit]!;
    starts[digit] = at + 1;
    to.numbers[at] = numbers[i]!;
    to.high[at] = high[i]!;
    to.low[at] = low[i]!;
  }
  return true;
}

function sameKey({ high, low }: Keys, at: number, other: number): boolean {
  return high[at] === high[other] && low[at] === low[other];
}

/** Orders runs of the same key: by the rest of the fold, then by form. */
function settleTies(keys: Keys, folds: FoldedForms, table: FormTable): void {
  const { numbers, prefix } = keys;
  const compare = (a: number, b: number) => compareUnits(folds, a, b, prefix) || compareUnits(table, a, b, 0);
  for (let from = 0; from < numbers.length;) {
    let to = from + 1;
    while (to < numbers.length && sameKey(keys, from, to)) to++;
    // Nearly all runs are two or three forms: handing each to a sort costs more than sorting it.
    if (to - from > longestInserted) numbers.subarray(from, to).sort(compare);
    else insertionSort(numbers, from, to, compare);
    from = to;
  }
}

const longestInserted = 12;

function insertionSort(
  numbers: Uint32Array,
  from: number,
  to: number,
  compare: (a: number, b: number) => number,
): void {
  for (let at = from + 1; at < to; at++) {
    const number = numbers[at]!;
    let place = at;
    while (place > from && compare(numbers[place - 1]!, number) > 0) {
      numbers[place] = numbers[place - 1]!;
      place--;
    }
    numbers[place] = number;
  }
}

interface Units {
  readonly units: Uint16Array;
  readonly offsets: Uint32Array;
}

/** Compares two strings from unit `from` on; what stands before is known to be equal. */
function compareUnits({ units, offsets }: Units, a: number, b: number, from: number): number {
  const startA = offsets[a]!;
  const startB = offsets[b]!;
  const lengthA = offsets[a + 1]! - startA;
  const lengthB = offsets[b + 1]! - startB;
  const common = Math.min(lengthA, lengthB);
  for (let i = from; i < common; i++) {
    const difference = units[startA + i]! - units[startB + i]!;
    if (difference !== 0) return difference;
  }
  return lengthA - lengthB;
}

function joined({ units, offsets }: Units, order: Uint32Array): JoinedStrings {
  const starts = new Uint32Array(order.length + 1);
  const all = new Uint16Array(units.length);
  let at = 0;
  for (let i = 0; i < order.length; i++) {
    const number = order[i]!;
    const to = offsets[number + 1]!;
    // Words are short: a loop beats a call for each.
    for (let unit = offsets[number]!; unit < to; unit++) all[at++] = units[unit]!;
    starts[i + 1] = at;
  }
  return { text: textOfUnits(all, 0, at), starts };
}
