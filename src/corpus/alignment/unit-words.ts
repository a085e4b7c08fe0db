/** One side of a pair, read: the words and the length of every unit. */
import type { AlignmentWords } from './words.ts';
import { lengthOf } from './length-model.ts';

export interface UnitWords {
  readonly count: number;
  /** Words of unit u: `words[start[u]]` up to `words[start[u + 1]]`. */
  readonly start: Int32Array;
  readonly words: Int32Array;
  /** Letters of each unit. */
  readonly lengths: Float64Array;
}

/** Reads units, and counts their words in `words`. */
export function readUnits(units: readonly string[], words: AlignmentWords): UnitWords {
  const read = units.map((unit) => words.read(unit));
  const start = new Int32Array(units.length + 1);
  read.forEach((found, u) => {
    start[u + 1] = start[u]! + found.length;
  });
  const all = new Int32Array(start[units.length]!);
  read.forEach((found, u) => {
    all.set(found, start[u]);
  });
  return { count: units.length, start, words: all, lengths: Float64Array.from(units, lengthOf) };
}

/** Words of units `[from, to)`. */
export function wordsOfRun(side: UnitWords, from: number, to: number): Int32Array {
  return side.words.subarray(side.start[from], side.start[to]);
}

/** Units `[from, to)` as a side of their own. */
export function sliceOfUnits(side: UnitWords, from: number, to: number): UnitWords {
  return {
    count: to - from,
    start: side.start.subarray(from, to + 1),
    words: side.words,
    lengths: side.lengths.subarray(from, to),
  };
}
