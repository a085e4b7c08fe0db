/** Significance of many words at once: which are tested, and p with its corrections, computed for those that are shown. */
import { bonferroni, chi2Tail } from './chi-square.ts';
import type { Evidence } from './equal-evidence.ts';

export type Correction = 'none' | 'bonferroni' | 'bh';

/** Steps after which the rates of all are computed at once. */
const longestSearch = 256;

export class TestedWords {
  /** Number of tests. */
  private readonly tests: number;
  private readonly evidence: Pick<Evidence, 'magnitudes' | 'times'>;
  private known: Ranks | undefined;

  /** No evidence is NaN or less than 0. */
  constructor(evidence: Pick<Evidence, 'magnitudes' | 'times'>) {
    this.evidence = evidence;
    this.tests = evidence.times.reduce((sum, words) => sum + words, 0);
  }

  /** p of a word whose |ll| is `evidence`. */
  p(evidence: number, correction: Correction): number {
    if (correction === 'bh') return this.rate(evidence);
    const p = chi2Tail(evidence);
    return correction === 'none' ? p : bonferroni(p, this.tests);
  }

  /**
   * The least p·m/rank among the words with as little evidence or less. The search can end where p alone is no less than the
   * least so far, for p·m/rank is never less than p.
   */
  private rate(evidence: number): number {
    const ranks = (this.known ??= ranksOf(this.evidence));
    const { tests } = this;
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

interface Ranks {
  /** Different evidence, the strongest first. */
  readonly different: Float64Array;
  /** Number of words with at least that evidence: the rank, from 1, of the last of those that have it. */
  readonly lasts: Uint32Array;
  /** False discovery rate of each, once all are known. */
  rates?: Float64Array;
}

function ranksOf({ magnitudes, times }: Pick<Evidence, 'magnitudes' | 'times'>): Ranks {
  // The strongest first; −0 becomes 0, as which it sorts.
  const sorted = magnitudes.map((number) => 0 - number).sort();
  const different = new Float64Array(sorted.length);
  const lasts = new Uint32Array(sorted.length);
  let length = 0;
  for (let at = 0; at < sorted.length; at++) {
    if (at === 0 || sorted[at] !== sorted[at - 1]) different[length++] = 0 - sorted[at]!;
    lasts[length - 1]!++;
  }
  const found = { different: different.subarray(0, length), lasts: lasts.subarray(0, length) };
  // Most stand for one word, which is counted by now.
  for (let at = 0; at < times.length; at++) {
    if (times[at] !== 1) lasts[placeOf(found.different, magnitudes[at]!)]! += times[at]! - 1;
  }
  for (let at = 1; at < length; at++) lasts[at]! += lasts[at - 1]!;
  return found;
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
