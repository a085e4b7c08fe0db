/**
 * Comparable mode: which units of two stories say the same, in any order. Every unit of one document is scored against every
 * unit of the other; a pair counts when each is the likelier answer of the other than anything else, "no counterpart"
 * among it.
 */
import type { Knowledge, Learning, ReadPair, ScoredRange } from './learning.ts';
import { lengthScore } from './length-model.ts';
import type { UnitWords } from './unit-words.ts';

const weights = { lexical: 0.7, length: 0.6 } as const;
/** Score that "no counterpart" has. */
const none = -2;
/** Chance against "no counterpart" of two units that the reader put together. */
const settled = 1e12;
/** Humility of the probabilities. */
const temper = 0.8;
/** Links of that probability are told; less probable ones are learned from too, by as much. */
export const worthTelling = 0.55;
const worthLearning = 0.25;

/** Words below which a unit says nothing that could be told apart: `و`, a line of dashes, a name above a picture. */
const leastWords = 4;

function isStray(side: UnitWords, unit: number): boolean {
  return side.start[unit + 1]! - side.start[unit]! < leastWords;
}

interface Chance {
  readonly i: number;
  readonly k: number;
  /** Against "no counterpart", which has 1. */
  readonly chance: number;
}

/** Links worth learning from, those worth telling among them; in the order of a. */
export function* comparableLinks(
  learning: Learning,
  pair: ReadPair,
  known: Knowledge,
): Generator<undefined, ScoredRange[]> {
  const { a, b, constraints } = pair;
  const lexical = learning.scores(pair, known, 1);
  const chances: Chance[] = [];
  const rowSums = new Float64Array(a.count).fill(1);
  const columnSums = new Float64Array(b.count).fill(1);
  for (let i = 0; i < a.count; i++) {
    lexical.moveTo(i, 0, b.count);
    for (let k = 0; k < b.count; k++) {
      const together = constraints?.together(i, k);
      if (together === false || (together === undefined && (isStray(a, i) || isStray(b, k)))) continue;
      const words = weights.lexical * lexical.score(i, k, 1, 1);
      // Lengths alone bring no more than that.
      if (words < none - 10 && together === undefined) continue;
      const score = words + weights.length * lengthScore(known.lengths, a.lengths[i]!, b.lengths[k]!);
      const chance = together === true ? settled : Math.exp(temper * (score - none));
      rowSums[i]! += chance;
      columnSums[k]! += chance;
      if (chance > worthLearning) chances.push({ i, k, chance });
    }
    yield;
  }
  const links: ScoredRange[] = [];
  for (const { i, k, chance } of chances) {
    const score = Math.min(chance / rowSums[i]!, chance / columnSums[k]!);
    if (score >= worthLearning) links.push({ aFrom: i, aTo: i + 1, bFrom: k, bTo: k + 1, score });
  }
  return links;
}
