/** How sure a keyword's log ratio is: by documents, since a word comes in bursts and one article can make a keyword. */
import { seededRandom } from '../concordance/random.ts';
import type { Interval, Resampling } from './bootstrap.ts';
import { drawDocuments, percentiles, withTokens } from './bootstrap.ts';
import { keynessFormulas, usualK } from './keyness.ts';

/** Occurrences and tokens of each document of one side. Equal lengths; documents of no tokens take part in nothing. */
export interface SideByDocument {
  readonly counts: ArrayLike<number>;
  readonly sizes: ArrayLike<number>;
}

/**
 * Percentile interval of log2(NF1/NF2), a zero counted as ½, over documents drawn anew with replacement on both sides, each
 * side from its own. Null when a side has fewer than two documents with tokens. Method: see bootstrap.ts.
 */
export function logRatioInterval(
  target: SideByDocument,
  reference: SideByDocument,
  { resamples, seed, level }: Resampling,
): Interval | null {
  const sides = [target, reference].map((side) => ({
    ...side,
    documents: withTokens(side.sizes),
    total: { count: 0, size: 0 },
  }));
  if (sides.some(({ documents }) => documents.length < 2)) return null;
  const below = seededRandom(seed);
  const ratios = new Float64Array(resamples);
  const [one, other] = [sides[0]!.total, sides[1]!.total];
  for (let sample = 0; sample < resamples; sample++) {
    for (const { counts, sizes, documents, total } of sides) drawDocuments(counts, sizes, documents, below, total);
    ratios[sample] = keynessFormulas.logRatio(one.count, one.size, other.count, other.size, usualK) ?? 0;
  }
  return percentiles(ratios, level);
}
