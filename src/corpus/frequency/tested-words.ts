/** Significance of many words at once: which are tested, and p with its corrections, computed for those that are shown. */
import { bonferroni, chi2Tail } from './chi-square.ts';
import { gathered } from './equal-numbers.ts';

export type Correction = 'none' | 'bonferroni' | 'bh';

/** Steps after which the rates of all are computed at once. */
const longestSearch = 256;

export class TestedWords {
  /** Numbers of the words, ascending. */
  readonly words: Uint32Array;
  /** |ll| of each. */
  private readonly evidence: Float64Array;
  private known: Ranks | undefined;

  /** No evidence is NaN or less than 0. */
  constructor(words: Uint32Array, evidence: Float64Array) {
    this.words = words;
    this.evidence = evidence;
  }

  /** p of a word whose |ll| is `evidence`. */
  p(evidence: number, correction: Correction): number {
    if (correction === 'bh') return this.rate(evidence);
    const p = chi2Tail(evidence);
    return correction === 'none' ? p : bonferroni(p, this.words.length);
  }

  /**
   * The least p·m/rank among the words with as little evidence or less. The search can end where p alone is no less than the
   * least so far, for p·m/rank is never less than p.
   */
  private rate(evidence: number): number {
    const ranks = (this.known ??= ranksOf(this.evidence));
    const tests = this.words.length;
    const { different, lasts } = ranks;
    const from = placeOf(different, evidence);
    let least = 1;
    for (let at = from; at < different.length && ranks.rates === undefined; at++) {
      const p = chi2Tail(different[at]!);
      if (p >= least) return least;
      least = Math.min(least, (p * tests) / lasts[at]!);
      if (at - from > longestSearch) ranks.rates = allRates(ranks, tests);
    }
    return ranks.rates ? ranks.rates[from]! : least;
  }
}

/**
 * Words in the order of their evidence. Most are rare, and words of the same counts have the same evidence: far fewer are
 * put in order, and looked at, than there are words.
 */
interface Ranks {
  /** Different evidence, the strongest first. */
  readonly different: Float64Array;
  /** Number of words with at least that evidence: the rank, from 1, of the last of those that have it. */
  readonly lasts: Uint32Array;
  /** False discovery rate of each, once all are known. */
  rates?: Float64Array;
}

function ranksOf(evidence: Float64Array): Ranks {
  const { numbers, countOf } = gathered(evidence);
  const different = numbers.sort().reverse();
  const lasts = new Uint32Array(different.length);
  let last = 0;
  for (let at = 0; at < different.length; at++) lasts[at] = last += countOf(different[at]!);
  return { different, lasts };
}

/** Place of the least that is no less than `evidence`; 0 when there is none. */
function placeOf(different: Float64Array, evidence: number): number {
  let low = 0;
  let high = different.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (different[middle]! >= evidence) low = middle;
    else high = middle;
  }
  return low;
}

function allRates({ different, lasts }: Ranks, tests: number): Float64Array {
  const rates = new Float64Array(different.length);
  let least = 1;
  for (let at = different.length - 1; at >= 0; at--)
    rates[at] = least = Math.min(least, (chi2Tail(different[at]!) * tests) / lasts[at]!);
  return rates;
}
