/**
 * Comparable mode: which units of two stories say the same, in any order. Every unit of one document is scored against every
 * unit of the other; a pair counts when each is the likelier answer of the other than anything else, "no counterpart"
 * among it. What is told next to each other in one story is so in the other, as a rule: a pair whose neighbours answer each
 * other, too, is likelier for that.
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
/** Chances and probabilities too small for a neighbour to change anything. */
const worthKeeping = 0.01;
const worthHearing = 0.05;

/** What a pair of units that surely answer each other brings the pairs near it, as a logarithm; less where it is further off. */
const encouragement = 1.5;
const near = [
  { rows: 1, columns: 1, share: 1 },
  { rows: 2, columns: 2, share: 0.6 },
  { rows: 1, columns: 2, share: 0.6 },
  { rows: 2, columns: 1, share: 0.6 },
] as const;

/** Words below which a unit says nothing that could be told apart: `و`, a line of dashes, a name above a picture. */
const leastWords = 4;

function isStray(side: UnitWords, unit: number): boolean {
  return side.start[unit + 1]! - side.start[unit]! < leastWords;
}

interface Chance {
  readonly i: number;
  readonly k: number;
  /** Against "no counterpart", which has 1. */
  chance: number;
}

/** The chances that matter, and of each unit the sum of all it has. */
interface Rivals {
  readonly chances: readonly Chance[];
  readonly rowSums: Float64Array;
  readonly columnSums: Float64Array;
}

/** Links worth learning from, those worth telling among them; in the order of a. */
export function* comparableLinks(
  learning: Learning,
  pair: ReadPair,
  known: Knowledge,
): Generator<undefined, ScoredRange[]> {
  const rivals = yield* chancesOf(learning, pair, known);
  encourage(rivals, pair.b.count);
  const links: ScoredRange[] = [];
  for (const one of rivals.chances) {
    const score = probability(rivals, one);
    if (score >= worthLearning) links.push({ aFrom: one.i, aTo: one.i + 1, bFrom: one.k, bTo: one.k + 1, score });
  }
  return links;
}

function* chancesOf(learning: Learning, pair: ReadPair, known: Knowledge): Generator<undefined, Rivals> {
  const { a, b, constraints } = pair;
  const lexical = learning.storyScores(pair, known, 1);
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
      if (chance > worthKeeping) chances.push({ i, k, chance });
    }
    yield;
  }
  return { chances, rowSums, columnSums };
}

function probability({ rowSums, columnSums }: Rivals, { i, k, chance }: Chance): number {
  return Math.min(chance / rowSums[i]!, chance / columnSums[k]!);
}

/** Raises the chances of pairs by how probable those near them are. */
function encourage(rivals: Rivals, columns: number): void {
  const probable = new Map<number, number>();
  for (const one of rivals.chances) {
    const score = probability(rivals, one);
    if (score > worthHearing) probable.set(one.i * columns + one.k, score);
  }
  const at = (i: number, k: number): number => (k < 0 || k >= columns ? 0 : (probable.get(i * columns + k) ?? 0));
  for (const one of rivals.chances) {
    let most = 0;
    for (const { rows, columns: across, share } of near)
      most = Math.max(most, share * at(one.i - rows, one.k - across), share * at(one.i + rows, one.k + across));
    const more = one.chance * (Math.exp(encouragement * most) - 1);
    one.chance += more;
    rivals.rowSums[one.i]! += more;
    rivals.columnSums[one.k]! += more;
  }
}
