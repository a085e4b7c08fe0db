/**
 * From forms in the order of meeting to the sorted lexicon: by folded form, then by form, both by UTF-16 unit.
 *
 * A radix sort over the first units of the folds, last unit first, and a comparison for what they leave equal. On
 * 200,000 forms it takes a fifth of the time of sorting strings, which must first be made.
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

/** Units that the radix sort looks at: few words agree in more. */
const radixUnits = 8;
/** Fewer forms are compared: the counts of all digits, eight times over, take longer than they do. */
const fewForms = 1_000;

/** Up to `compared` forms are sorted by comparison alone. */
export function sortForms(table: FormTable, compared = fewForms): SortedForms {
  const folds = foldForms(table);
  const order = table.size <= compared ? compareSorted(folds, table) : radixSorted(folds, table.size);
  if (table.size > compared) settleTies(order, folds, table);
  const rank = new Uint32Array(table.size);
  const classOfType = new Uint32Array(table.size);
  const kinds = new Uint8Array(table.size);
  const classStart = new Uint32Array(table.size + 1);
  let classes = 0;
  for (let type = 0; type < order.length; type++) {
    const number = order[type]!;
    rank[number] = type;
    kinds[type] = table.kinds[number]!;
    if (type === 0 || compareUnits(folds, order[type - 1]!, number, 0) !== 0) classStart[classes++] = type;
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

/** Numbers of all forms, ordered by fold and form. */
function compareSorted(folds: FoldedForms, table: FormTable): Uint32Array {
  const order = Uint32Array.from({ length: table.size }, (_, number) => number);
  return order.sort((a, b) => compareUnits(folds, a, b, 0) || compareUnits(table, a, b, 0));
}

/** Numbers of all forms, ordered by the first `radixUnits` units of their folds. */
function radixSorted({ units, offsets }: FoldedForms, size: number): Uint32Array {
  let order = new Uint32Array(size);
  for (let number = 0; number < size; number++) order[number] = number;
  let other = new Uint32Array(size);
  const digits = new Uint32Array(size);
  // Digit 0 is for a fold that ends before.
  const starts = new Uint32Array(0x10002);
  for (let position = radixUnits - 1; position >= 0; position--) {
    starts.fill(0);
    let reached = false;
    for (let i = 0; i < size; i++) {
      const number = order[i]!;
      const at = offsets[number]! + position;
      const digit = at < offsets[number + 1]! ? units[at]! + 1 : 0;
      if (digit !== 0) reached = true;
      digits[i] = digit;
      starts[digit + 1]!++;
    }
    if (!reached) continue;
    for (let digit = 1; digit < starts.length; digit++) starts[digit]! += starts[digit - 1]!;
    for (let i = 0; i < size; i++) {
      const digit = digits[i]!;
      other[starts[digit]!] = order[i]!;
      starts[digit]!++;
    }
    [order, other] = [other, order];
  }
  return order;
}

/** Orders runs that the radix sort left equal: by the rest of the fold, then by form. */
function settleTies(order: Uint32Array, folds: FoldedForms, table: FormTable): void {
  const compare = (a: number, b: number) => compareUnits(folds, a, b, radixUnits) || compareUnits(table, a, b, 0);
  for (let from = 0; from < order.length;) {
    let to = from + 1;
    while (to < order.length && samePrefix(folds, order[from]!, order[to]!)) to++;
    if (to - from > 1) order.subarray(from, to).sort(compare);
    from = to;
  }
}

interface Units {
  readonly units: Uint16Array;
  readonly offsets: Uint32Array;
}

function samePrefix({ units, offsets }: Units, a: number, b: number): boolean {
  const lengthA = Math.min(radixUnits, offsets[a + 1]! - offsets[a]!);
  const lengthB = Math.min(radixUnits, offsets[b + 1]! - offsets[b]!);
  if (lengthA !== lengthB) return false;
  for (let i = 0; i < lengthA; i++) if (units[offsets[a]! + i] !== units[offsets[b]! + i]) return false;
  return true;
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
