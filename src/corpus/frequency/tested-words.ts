/** Significance of many words at once: which are tested, and p with its corrections, computed for those that are shown. */
import { identityOrder } from '../query/radix.ts';
import { bonferroni, chi2Tail, falseDiscoveryRates } from './chi-square.ts';
import { rankedRows } from './rows.ts';

export type Correction = 'none' | 'bonferroni' | 'bh';

/** Steps after which the rates of all words are computed at once. */
const longestSearch = 256;

export class TestedWords {
  /** Numbers of the words, ascending. */
  readonly words: Uint32Array;
  /** |ll| of each. */
  private readonly evidence: Float64Array;
  private readonly ranked;
  /** The strongest evidence, in order, as far as it was asked for. */
  private strongest: Float64Array = new Float64Array(0);
  /** False discovery rate by rank of evidence, once all are known. */
  private rates: Float64Array | undefined;

  /** No evidence is NaN. */
  constructor(words: Uint32Array, evidence: Float64Array) {
    this.words = words;
    this.evidence = evidence;
    this.ranked = rankedRows(identityOrder(words.length), evidence, true);
  }

  /** p of a word whose |ll| is `evidence`. */
  p(evidence: number, correction: Correction): number {
    if (correction === 'bh') return this.rate(evidence);
    const p = chi2Tail(evidence);
    return correction === 'none' ? p : bonferroni(p, this.words.length);
  }

  /**
   * The least p·m/rank among the words with as little evidence or less. Those ahead of it in the order do not matter, and
   * the search can end where p alone is no less than the least so far, for p·m/rank is never less than p.
   */
  private rate(evidence: number): number {
    const tests = this.words.length;
    const rank = this.rankOf(evidence);
    let least = Math.min(1, (chi2Tail(evidence) * tests) / rank);
    for (let next = rank + 1; next <= tests && this.rates === undefined; next++) {
      const p = chi2Tail(this.at(next));
      if (p >= least) return least;
      least = Math.min(least, (p * tests) / next);
      if (next - rank > longestSearch) this.rates = this.allRates();
    }
    return this.rates ? this.rates[rank - 1]! : least;
  }

  /** Number of words with at least that evidence. */
  private rankOf(evidence: number): number {
    let low = 0;
    let high = 1;
    while (high < this.words.length && this.at(high) >= evidence) {
      low = high;
      high *= 2;
    }
    high = Math.min(high, this.words.length + 1);
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if (middle <= this.words.length && this.at(middle) >= evidence) low = middle;
      else high = middle;
    }
    return Math.max(low, 1);
  }

  /** Evidence of the word of that rank, from 1. */
  private at(rank: number): number {
    if (rank > this.strongest.length) this.strongest = this.inOrder(Math.max(1024, rank * 2));
    return this.strongest[rank - 1]!;
  }

  private inOrder(wanted: number): Float64Array {
    const order = this.ranked.page(0, wanted);
    const strongest = new Float64Array(order.length);
    for (let i = 0; i < order.length; i++) strongest[i] = this.evidence[order[i]!]!;
    return strongest;
  }

  private allRates(): Float64Array {
    // Most words are rare, and words of the same counts have the same evidence: few p are different ones.
    const p = this.evidence.slice().sort().reverse();
    let [known, pOfKnown] = [NaN, NaN];
    for (let rank = 0; rank < p.length; rank++) {
      if (p[rank] !== known) {
        known = p[rank]!;
        pOfKnown = chi2Tail(known);
      }
      p[rank] = pOfKnown;
    }
    return falseDiscoveryRates(p);
  }
}
