/** The two sides of a comparison, and their words side by side. */
import { identityOrder } from '../query/radix.ts';
import type { UnitCounts } from './counts.ts';

/** One side of a comparison. */
export interface WordCounts {
  /** How many words are listed. */
  readonly size: number;
  /** Occurrences of a word. Length `size` at least. */
  readonly counts: ArrayLike<number>;
  /** All tokens of that side, listed or not; a double. */
  readonly tokens: number;
  /** Names the word, by one and the same `key` on both sides. Equal namings on both sides spare the comparison of keys. */
  readonly names: WordNames;
}

export interface WordNames {
  /** What makes a word the same on both sides. */
  key(word: number): string;
  /** How it is shown. */
  label(word: number): string;
}

export function countsOfUnits({ unit, counts, tokens }: UnitCounts): WordCounts {
  return { size: unit.size, counts, tokens, names: unit };
}

/**
 * A word list that somebody brought. `words` are keys already, folded as the units of the other side are; equal ones are
 * added up. `tokens`: size of the corpus it was made from; the sum of the counts when it is not known.
 */
export function countsOfList(words: Iterable<readonly [key: string, count: number]>, tokens?: number): WordCounts {
  const summed = new Map<string, number>();
  let sum = 0;
  for (const [key, count] of words) {
    summed.set(key, (summed.get(key) ?? 0) + count);
    sum += count;
  }
  const keys = [...summed.keys()];
  const name = (word: number) => keys[word]!;
  const counts = Float64Array.from(summed.values());
  return { size: keys.length, counts, tokens: tokens ?? sum, names: { key: name, label: name } };
}

/** Words of both sides, side by side. */
export interface Pairs {
  readonly size: number;
  /** Numbers of the word on both sides; −1 where it is not listed. */
  readonly target: Int32Array;
  readonly reference: Int32Array;
}

/** Counts of rows. */
export type RowCounts = Float64Array | Uint32Array;

/** Counts of the words of one side, row by row; 0 where it does not list the word. Those of rows in their order are not copied. */
export function countsAlong(
  { size, target, reference }: Pairs,
  side: 'target' | 'reference',
  counts: ArrayLike<number>,
): RowCounts {
  if (target === reference && counts instanceof Uint32Array) return counts.subarray(0, size);
  const words = side === 'target' ? target : reference;
  const along = new Float64Array(words.length);
  for (let row = 0; row < words.length; row++) along[row] = words[row] === -1 ? 0 : counts[words[row]!]!;
  return along;
}

/** All words of the target in their order, then those that only the reference has. */
export function paired(target: WordCounts, reference: WordCounts): Pairs {
  if (target.names === reference.names) {
    const same = new Int32Array(target.size);
    for (let word = 0; word < same.length; word++) same[word] = word;
    return { size: target.size, target: same, reference: same };
  }
  const words = new Map<string, number>();
  for (let word = 0; word < target.size; word++) words.set(target.names.key(word), word);
  const common = new Int32Array(target.size).fill(-1);
  const alone: number[] = [];
  for (let word = 0; word < reference.size; word++) {
    const same = words.get(reference.names.key(word));
    if (same === undefined) alone.push(word);
    else common[same] = word;
  }
  const size = target.size + alone.length;
  const left = new Int32Array(identityOrder(size)).fill(-1, target.size);
  const right = new Int32Array(size);
  right.set(common);
  right.set(alone, target.size);
  return { size, target: left, reference: right };
}
