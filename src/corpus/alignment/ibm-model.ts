/**
 * Which word answers which: IBM model 1 (Brown et al. 1993) trained both ways by expectation–maximisation over bilingual
 * passages, with a Dirichlet prior from the seeds and absolute discounting, which keeps a word met once from being certain.
 */
import { WordPairs } from './word-pairs.ts';

/** Two runs of words that translate each other, as far as is known. */
export interface Passage {
  readonly a: Int32Array;
  readonly b: Int32Array;
  /** How much it counts: the probability that it is one. */
  readonly weight: number;
}

/** What is believed before training: pseudo-counts of pairs in each direction. */
export interface WordPrior {
  readonly pairs: WordPairs;
  /** By pair: of `b` for a given `a`, and of `a` for a given `b`. */
  readonly forward: Float64Array;
  readonly backward: Float64Array;
}

/** Probabilities of the pairs that have any: `forward[pair]` = p(b | a), `backward[pair]` = p(a | b). */
export interface WordTable {
  readonly pairs: WordPairs;
  readonly forward: Float64Array;
  readonly backward: Float64Array;
  /** Expected counts that they rest on, discounted, without the prior. */
  readonly counts: Counts;
}

export interface Training {
  readonly iterations: number;
  /** Taken off every expected count. */
  readonly discount: number;
  /** Count kept for words that are in no table: a row of so little evidence leaves that much unsaid. */
  readonly unseen: number;
  /** Probability that a word answers nothing. */
  readonly nullShare: number;
}

export const usualTraining: Training = { iterations: 5, discount: 0.7, unseen: 0.5, nullShare: 0.2 };

export interface Frequencies {
  /** Probability of each word in running text. */
  readonly a: Float64Array;
  readonly b: Float64Array;
}

/** @param counts how often each word occurs; words that never do get the share of half an occurrence */
export function frequencies(counts: readonly number[]): Float64Array {
  let total = 0;
  for (const count of counts) total += Math.max(count, 0.5);
  return Float64Array.from(counts, (count) => Math.max(count, 0.5) / total);
}

/** The prior alone, as probabilities. */
export function tableOfPrior(prior: WordPrior, words: Frequencies, training: Training): WordTable {
  const table = emptyTable(prior.pairs);
  setProbabilities(table, prior, words, training);
  return table;
}

export function trainWords(
  passages: readonly Passage[],
  prior: WordPrior,
  words: Frequencies,
  training: Training,
): WordTable {
  // The prior's pairs come first and keep their numbers.
  const pairs = copyOf(prior.pairs);
  const numbered = passages.map((passage) => numberPairs(passage, pairs));
  // One table for all iterations: of a novel it has millions of pairs.
  const table = emptyTable(pairs);
  // A little for every pair that occurs, so that the first expectation can see it beside the prior.
  table.counts.forward.fill(0.01);
  table.counts.backward.fill(0.01);
  setProbabilities(table, prior, words, { ...training, discount: 0 });
  for (let i = 0; i < training.iterations; i++) {
    table.counts.forward.fill(0);
    table.counts.backward.fill(0);
    passages.forEach((passage, p) => {
      expect(passage, numbered[p]!, table, words, training.nullShare);
    });
    // Discounted before the counts have gathered, every pair of rare words would vanish.
    const discount = i + 1 === training.iterations ? training.discount : 0;
    setProbabilities(table, prior, words, { ...training, discount });
  }
  return table;
}

function emptyTable(pairs: WordPairs): WordTable {
  const { size } = pairs;
  return {
    pairs,
    forward: new Float64Array(size),
    backward: new Float64Array(size),
    counts: { forward: new Float64Array(size), backward: new Float64Array(size) },
  };
}

function copyOf(pairs: WordPairs): WordPairs {
  const copy = new WordPairs();
  for (let pair = 0; pair < pairs.size; pair++) copy.add(pairs.a[pair]!, pairs.b[pair]!);
  return copy;
}

/** Numbers of the pairs of a passage, row by row of `a`. */
function numberPairs({ a, b }: Passage, pairs: WordPairs): Int32Array {
  const numbers = new Int32Array(a.length * b.length);
  for (let i = 0, at = 0; i < a.length; i++) for (let j = 0; j < b.length; j++) numbers[at++] = pairs.add(a[i]!, b[j]!);
  return numbers;
}

export interface Counts {
  readonly forward: Float64Array;
  readonly backward: Float64Array;
}

/** Adds to the counts of a table what a passage says of them by its probabilities. */
function expect(
  { a, b, weight }: Passage,
  numbers: Int32Array,
  table: WordTable,
  words: Frequencies,
  nullShare: number,
): void {
  const { counts } = table;
  const n = a.length;
  const m = b.length;
  for (let j = 0; j < m; j++) {
    let sum = (nullShare / (1 - nullShare)) * n * words.b[b[j]!]!;
    for (let i = 0, at = j; i < n; i++, at += m) sum += table.forward[numbers[at]!]!;
    const share = weight / sum;
    for (let i = 0, at = j; i < n; i++, at += m) {
      const pair = numbers[at]!;
      counts.forward[pair]! += table.forward[pair]! * share;
    }
  }
  for (let i = 0; i < n; i++) {
    let sum = (nullShare / (1 - nullShare)) * m * words.a[a[i]!]!;
    const row = i * m;
    for (let j = 0; j < m; j++) sum += table.backward[numbers[row + j]!]!;
    const share = weight / sum;
    for (let j = 0; j < m; j++) {
      const pair = numbers[row + j]!;
      counts.backward[pair]! += table.backward[pair]! * share;
    }
  }
}

/** Takes the discount off the counts of a table and makes them, with the prior, its probabilities. */
function setProbabilities(
  { pairs, forward, backward, counts }: WordTable,
  prior: WordPrior,
  words: Frequencies,
  { discount, unseen }: Training,
): void {
  const totalA = new Float64Array(words.a.length).fill(unseen);
  const totalB = new Float64Array(words.b.length).fill(unseen);
  for (let pair = 0; pair < pairs.size; pair++) {
    const known = pair < prior.pairs.size;
    const f = known ? prior.forward[pair]! : 0;
    const g = known ? prior.backward[pair]! : 0;
    totalA[pairs.a[pair]!]! += counts.forward[pair]! + f;
    totalB[pairs.b[pair]!]! += counts.backward[pair]! + g;
    counts.forward[pair] = Math.max(0, counts.forward[pair]! - discount);
    counts.backward[pair] = Math.max(0, counts.backward[pair]! - discount);
    forward[pair] = counts.forward[pair]! + f;
    backward[pair] = counts.backward[pair]! + g;
  }
  for (let pair = 0; pair < pairs.size; pair++) {
    forward[pair]! /= totalA[pairs.a[pair]!]!;
    backward[pair]! /= totalB[pairs.b[pair]!]!;
  }
}
