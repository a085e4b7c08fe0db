/**
 * Uncertainty by documents: what a figure would have been had other documents of the same kind been collected. Documents
 * are drawn with replacement, as many as there are, and the figure is computed anew, many times over; the interval is
 * between two percentiles of what comes out. Efron 1979; for corpora Lijffijt et al. 2016. Tokens are no sample of their
 * own: a word comes in bursts, and one article can make a “trend”.
 */
import { seededRandom } from '../concordance/random.ts';

export interface Resampling {
  readonly resamples: number;
  readonly seed: number;
  /** Share of the resamples inside the interval. */
  readonly level: number;
}

export const usualResampling: Resampling = { resamples: 1000, seed: 1, level: 0.95 };

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * Percentile interval of Σcounts/Σsizes over documents. Null for fewer than two documents with tokens: one says nothing
 * about how documents differ.
 */
export function rateInterval(
  counts: ArrayLike<number>,
  sizes: ArrayLike<number>,
  { resamples, seed, level }: Resampling,
): Interval | null {
  const documents = withTokens(sizes);
  if (documents.length < 2) return null;
  const below = seededRandom(seed);
  const rates = new Float64Array(resamples);
  const total = { count: 0, size: 0 };
  for (let sample = 0; sample < resamples; sample++) {
    drawDocuments(counts, sizes, documents, below, total);
    rates[sample] = total.count / total.size;
  }
  return percentiles(rates, level);
}

/** As many of `documents` as there are, with replacement: their counts and sizes added up, into `total`. */
export function drawDocuments(
  counts: ArrayLike<number>,
  sizes: ArrayLike<number>,
  documents: Uint32Array,
  below: (bound: number) => number,
  total: { count: number; size: number },
): void {
  total.count = 0;
  total.size = 0;
  for (let draw = 0; draw < documents.length; draw++) {
    const doc = documents[below(documents.length)]!;
    total.count += counts[doc]!;
    total.size += sizes[doc]!;
  }
}

/** The documents that have tokens: an empty one takes part in nothing. */
export function withTokens(sizes: ArrayLike<number>): Uint32Array {
  const documents = new Uint32Array(sizes.length);
  let length = 0;
  for (let doc = 0; doc < sizes.length; doc++) if (sizes[doc]! > 0) documents[length++] = doc;
  return documents.subarray(0, length);
}

/** Of `values`, which are sorted in place; between two of them by linear interpolation (Hyndman and Fan 1996, type 7). */
export function percentiles(values: Float64Array, level: number): Interval {
  values.sort();
  const at = (share: number) => {
    const place = share * (values.length - 1);
    const lower = Math.floor(place);
    const upper = Math.min(values.length - 1, lower + 1);
    return values[lower]! + (place - lower) * (values[upper]! - values[lower]!);
  };
  return { low: at((1 - level) / 2), high: at((1 + level) / 2) };
}
