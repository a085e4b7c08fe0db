/** A table of word pairs laid out for scoring: the answers of each first word in one run, those that matter. */
import type { WordTable } from './ibm-model.ts';

export interface WordRows {
  /** `start[a]` up to `start[a + 1]`: the answers of word `a`. */
  readonly start: Int32Array;
  readonly b: Int32Array;
  readonly forward: Float32Array;
  readonly backward: Float32Array;
  /** By word of the first and of the second language: the share of its answers that nobody has seen, 0 to 1. */
  readonly unseenA: Float32Array;
  readonly unseenB: Float32Array;
}

/** Below that a pair adds nothing that a score would show. */
const least = 0.002;

/** @param countsA how often each word occurs in what is aligned; rows of words that never do are left out. The same for b. */
export function wordRows(table: WordTable, countsA: readonly number[], countsB: readonly number[]): WordRows {
  const { pairs, forward, backward } = table;
  const matters = (pair: number): boolean =>
    (forward[pair]! > least || backward[pair]! > least) && countsA[pairs.a[pair]!]! > 0 && countsB[pairs.b[pair]!]! > 0;
  const start = new Int32Array(countsA.length + 1);
  for (let pair = 0; pair < pairs.size; pair++) if (matters(pair)) start[pairs.a[pair]! + 1]!++;
  for (let a = 0; a < countsA.length; a++) start[a + 1]! += start[a]!;
  const next = start.slice();
  const total = start[countsA.length]!;
  const rows = {
    ...{ start, b: new Int32Array(total), forward: new Float32Array(total), backward: new Float32Array(total) },
    unseenA: new Float32Array(countsA.length).fill(1),
    unseenB: new Float32Array(countsB.length).fill(1),
  };
  for (let pair = 0; pair < pairs.size; pair++) {
    rows.unseenA[pairs.a[pair]!]! -= forward[pair]!;
    rows.unseenB[pairs.b[pair]!]! -= backward[pair]!;
    if (!matters(pair)) continue;
    const at = next[pairs.a[pair]!]!++;
    rows.b[at] = pairs.b[pair]!;
    rows.forward[at] = forward[pair]!;
    rows.backward[at] = backward[pair]!;
  }
  return rows;
}
