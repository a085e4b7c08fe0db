/** Texts that the index has no ranks of, in the order of a dictionary: compared one by one, a few thousand at a stretch. */
import type { Stepwise } from '../../corpus/frequency/stepwise.ts';
import { identityOrder } from '../../corpus/query/radix.ts';
import type { TextColumn } from './held-table.ts';

/** Texts between two steps: to make or to compare one takes a microsecond. */
export const textsAStep = 1 << 12;

type Compare = (a: number, b: number) => number;

/** A rank for every row; equal texts have equal ranks. */
export function* ranksOfTexts(column: TextColumn, total: number): Stepwise<Uint32Array> {
  const collator = new Intl.Collator('und', { numeric: true });
  if (column.settled) yield* column.settled();
  const texts: string[] = [];
  for (let row = 0; row < total; row++) {
    if (row > 0 && row % textsAStep === 0) yield { done: row, total };
    texts.push(column.text(row));
  }
  const compare: Compare = (a, b) => collator.compare(texts[a]!, texts[b]!);
  const order = yield* merged(total, compare);
  const ranks = new Uint32Array(total);
  let rank = 0;
  for (let place = 0; place < total; place++) {
    if (place > 0 && place % textsAStep === 0) yield { done: place, total };
    if (place > 0 && compare(order[place - 1]!, order[place]!) !== 0) rank++;
    ranks[order[place]!] = rank;
  }
  return ranks;
}

/** Rows by merging: unlike a sort of the language it can be laid aside, and given up, on its way. */
function* merged(total: number, compare: Compare): Stepwise<Uint32Array> {
  let from: Uint32Array = identityOrder(total);
  let to: Uint32Array = new Uint32Array(total);
  for (let start = 0; start < total; start += textsAStep) {
    from.subarray(start, start + textsAStep).sort((a, b) => compare(a, b) || a - b);
    yield { done: start, total };
  }
  for (let width = textsAStep; width < total; width *= 2) {
    for (let start = 0; start < total; start += 2 * width) {
      const middle = Math.min(total, start + width);
      yield* mergedRuns(from, to, { start, middle, end: Math.min(total, start + 2 * width) }, compare);
    }
    [from, to] = [to, from];
  }
  return from;
}

interface TwoRuns {
  readonly start: number;
  readonly middle: number;
  readonly end: number;
}

function* mergedRuns(
  from: Uint32Array,
  to: Uint32Array,
  { start, middle, end }: TwoRuns,
  compare: Compare,
): Stepwise<void> {
  let left = start;
  let right = middle;
  for (let place = start; place < end; place++) {
    if (place % textsAStep === 0) yield { done: place, total: to.length };
    const first = right === end || (left < middle && compare(from[left]!, from[right]!) <= 0);
    to[place] = from[first ? left++ : right++]!;
  }
}
