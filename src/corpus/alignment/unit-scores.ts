/**
 * Lexical scores of runs of units, row by row of the first document: how much likelier the words of one side are, given the
 * words of the other, than as running text. For every pair of units the chances of every word are summed once; runs of up to four
 * units then only add those sums up, so that all ten types of a bead cost two passes over the words of a cell.
 */
import type { Frequencies } from './ibm-model.ts';
import { longestRun } from './bead-types.ts';
import type { UnitWords } from './unit-words.ts';
import type { WordRows } from './word-rows.ts';

export interface LexicalWeights {
  /** Share of words that translators leave without an answer: it bounds what a missing word costs. */
  readonly untranslated: number;
  /** Whether words that nobody has seen an answer of are left out of account. */
  readonly forgiving: boolean;
  /** Largest ratio that one word may bring, so that a rare name does not decide alone. */
  readonly largestRatio: number;
  /** Whether common words count for less: two texts of one language share them whatever they tell. */
  readonly rarity: boolean;
}

/** IBM's empty word, and half of one more: they keep units of a word or two from being sure of anything. */
const emptyWords = 1.5;

/** Logarithms are taken of so many factors at once. */
const factorsAtOnce = 8;

/** A word of that share of the text and less counts in full, where rarity counts. */
const rareShare = 0.0005;

/** What a word of that share counts for, 0 to 1. */
function rarityOf(share: number): number {
  return Math.min(1, Math.log(1 / share) / Math.log(1 / rareShare)) ** 3;
}

/** One row at a time: `moveTo` the rows in ascending order, then ask for the runs that end in that row. */
export class UnitScores {
  private readonly a: UnitWords;
  private readonly b: UnitWords;
  private readonly rows: WordRows;
  private readonly weights: LexicalWeights;
  private readonly longest: number;
  private readonly inverseA: Float64Array;
  private readonly inverseB: Float64Array;
  /** What each word of a and b counts for, where rarity counts. */
  private readonly rarityA: Float64Array | undefined;
  private readonly rarityB: Float64Array | undefined;
  /** Before each place of the words of a and b: how many answers of the words so far nobody has seen. */
  private readonly unseenA: Float64Array;
  private readonly unseenB: Float64Array;
  /** First answer in `chain` of each word of b for the words of the row at hand; -1 when none. */
  private readonly head: Int32Array;
  private next = new Int32Array(1 << 10);
  private place = new Int32Array(1 << 10);
  private entry = new Int32Array(1 << 10);
  /** By row modulo `longestRun`: for each column the sum of chances of each of its words. */
  private readonly sumsB: Float64Array[];
  /** By row modulo `longestRun`, by columns in the run: score of the row's words for the run of columns that ends here. */
  private readonly scoresA: Float64Array[][];
  /** By rows in the run: score of each column's words for the run of rows that ends in the row at hand. */
  private readonly scoresB: Float64Array[];
  private sumsA = new Float64Array(1 << 12);

  constructor(
    a: UnitWords,
    b: UnitWords,
    rows: WordRows,
    words: Frequencies,
    weights: LexicalWeights,
    longest: number,
  ) {
    this.longest = longest;
    this.a = a;
    this.b = b;
    this.rows = rows;
    this.weights = weights;
    const inverse = (word: number, of: Float64Array): number => (1 - weights.untranslated) / of[word]!;
    this.inverseA = Float64Array.from(a.words, (word) => inverse(word, words.a));
    this.inverseB = Float64Array.from(b.words, (word) => inverse(word, words.b));
    if (weights.rarity) {
      this.rarityA = Float64Array.from(a.words, (word) => rarityOf(words.a[word]!));
      this.rarityB = Float64Array.from(b.words, (word) => rarityOf(words.b[word]!));
    }
    this.unseenA = sumsOf(a.words, weights.forgiving ? rows.unseenA : undefined);
    this.unseenB = sumsOf(b.words, weights.forgiving ? rows.unseenB : undefined);
    this.head = new Int32Array(words.b.length).fill(-1);
    const perColumn = (): Float64Array => new Float64Array(b.count);
    const runs = Array.from({ length: longestRun });
    this.sumsB = runs.map(() => new Float64Array(b.words.length));
    this.scoresA = runs.map(() => runs.map(perColumn));
    this.scoresB = runs.map(perColumn);
  }

  /** @param row a unit of a; columns `[from, to)` of b will be asked for. */
  moveTo(row: number, from: number, to: number): void {
    const count = this.chain(row);
    this.sum(row, from, to);
    this.unchain(row, count);
    for (let x = 1; x <= Math.min(this.longest, row + 1); x++) this.scoreColumns(row, x, from, to);
    this.scoreRow(row, from, to);
  }

  /** Score of rows `row - x + 1 … row` against columns `column - y + 1 … column`, both ways, halved. */
  score(row: number, column: number, x: number, y: number): number {
    let score = 0;
    const columns = this.scoresB[x - 1]!;
    for (let c = column - y + 1; c <= column; c++) score += columns[c]!;
    for (let r = row - x + 1; r <= row; r++) score += this.scoresA[r % longestRun]![y - 1]![column]!;
    return score / 2;
  }

  /** Hangs the answers of the row's words under the words of b. Returns how many there are. */
  private chain(row: number): number {
    const { a, rows, head } = this;
    let count = 0;
    const first = a.start[row]!;
    for (let p = first; p < a.start[row + 1]!; p++) {
      const word = a.words[p]!;
      for (let e = rows.start[word]!; e < rows.start[word + 1]!; e++) {
        if (count === this.next.length) this.growChain();
        const b = rows.b[e]!;
        this.next[count] = head[b]!;
        this.place[count] = p - first;
        this.entry[count] = e;
        head[b] = count++;
      }
    }
    return count;
  }

  private unchain(row: number, count: number): void {
    const { rows, head } = this;
    for (let at = 0; at < count; at++) head[rows.b[this.entry[at]!]!] = -1;
  }

  private sum(row: number, from: number, to: number): void {
    const { a, b, head, next, place, entry } = this;
    const { forward, backward } = this.rows;
    const width = a.start[row + 1]! - a.start[row]!;
    if (this.sumsA.length < width * (to - from)) this.sumsA = new Float64Array(2 * width * (to - from));
    const sumsA = this.sumsA;
    sumsA.fill(0, 0, width * (to - from));
    const sumsB = this.sumsB[row % longestRun]!;
    for (let c = from; c < to; c++) {
      const base = (c - from) * width;
      for (let q = b.start[c]!; q < b.start[c + 1]!; q++) {
        let sum = 0;
        for (let at = head[b.words[q]!]!; at !== -1; at = next[at]!) {
          const e = entry[at]!;
          sum += forward[e]!;
          sumsA[base + place[at]!]! += backward[e]!;
        }
        sumsB[q] = sum;
      }
    }
  }

  private scoreColumns(row: number, x: number, from: number, to: number): void {
    const { a, b, inverseB, rarityB } = this;
    const { untranslated, largestRatio } = this.weights;
    const scores = this.scoresB[x - 1]!;
    const first = a.start[row - x + 1]!;
    const last = a.start[row + 1]!;
    const length = emptyWords + last - first;
    // An answer that nobody has seen may be any word: what is not known then says nothing against a bead.
    const least = untranslated + ((1 - untranslated) * (this.unseenA[last]! - this.unseenA[first]!)) / length;
    const sums0 = this.sumsB[row % longestRun]!;
    const sums1 = x > 1 ? this.sumsB[(row + 3) % longestRun]! : undefined;
    const sums2 = x > 2 ? this.sumsB[(row + 2) % longestRun]! : undefined;
    const sums3 = x > 3 ? this.sumsB[(row + 1) % longestRun]! : undefined;
    for (let c = from; c < to; c++) {
      let score = 0;
      let product = 1;
      let factors = 0;
      for (let q = b.start[c]!; q < b.start[c + 1]!; q++) {
        let sum = sums0[q]!;
        if (sums1) sum += sums1[q]!;
        if (sums2) sum += sums2[q]!;
        if (sums3) sum += sums3[q]!;
        const ratio = Math.min(largestRatio, least + (sum / length) * inverseB[q]!);
        product *= rarityB ? ratio ** rarityB[q]! : ratio;
        if (++factors === factorsAtOnce) {
          score += Math.log(product);
          product = 1;
          factors = 0;
        }
      }
      scores[c] = score + Math.log(product);
    }
  }

  private scoreRow(row: number, from: number, to: number): void {
    const { a, b, inverseA, sumsA, rarityA } = this;
    const { untranslated, largestRatio } = this.weights;
    const first = a.start[row]!;
    const width = a.start[row + 1]! - first;
    const byRun = this.scoresA[row % longestRun]!;
    for (let y = 1; y <= this.longest; y++) {
      const scores = byRun[y - 1]!;
      for (let c = from + y - 1; c < to; c++) {
        const begin = b.start[c - y + 1]!;
        const until = b.start[c + 1]!;
        const length = emptyWords + until - begin;
        const least = untranslated + ((1 - untranslated) * (this.unseenB[until]! - this.unseenB[begin]!)) / length;
        let score = 0;
        let product = 1;
        let factors = 0;
        for (let p = 0; p < width; p++) {
          let sum = 0;
          for (let d = c - y + 1 - from; d <= c - from; d++) sum += sumsA[d * width + p]!;
          const ratio = Math.min(largestRatio, least + (sum / length) * inverseA[first + p]!);
          product *= rarityA ? ratio ** rarityA[first + p]! : ratio;
          if (++factors === factorsAtOnce) {
            score += Math.log(product);
            product = 1;
            factors = 0;
          }
        }
        scores[c] = score + Math.log(product);
      }
    }
  }

  private growChain(): void {
    const grow = (from: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> => {
      const to = new Int32Array(from.length * 2);
      to.set(from);
      return to;
    };
    this.next = grow(this.next);
    this.place = grow(this.place);
    this.entry = grow(this.entry);
  }
}

/** Sums of a share of each word up to every place; rounding may leave a share just below nothing. */
function sumsOf(words: Int32Array, shares: Float32Array | undefined): Float64Array {
  const sums = new Float64Array(words.length + 1);
  if (!shares) return sums;
  for (let at = 0; at < words.length; at++) sums[at + 1] = sums[at]! + Math.max(0, shares[words[at]!]!);
  return sums;
}
