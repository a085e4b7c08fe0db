/** How sure a keyword's log ratio is: by documents, since a word comes in bursts and one article can make a keyword. */
import { seededRandom } from '../concordance/random.ts';
import type { Interval, Resampling } from './bootstrap.ts';
import { percentiles, withTokens } from './bootstrap.ts';
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
  const sides = [target, reference].map((side) => ({ ...side, documents: withTokens(side.sizes) }));
  if (sides.some(({ documents }) => documents.length < 2)) return null;
  const below = seededRandom(seed);
  const ratios = new Float64Array(resamples);
  for (let sample = 0; sample < resamples; sample++) {
    const [[f1, n1], [f2, n2]] = sides.map((side) => drawn(side, below)) as [Drawn, Drawn];
    ratios[sample] = keynessFormulas.logRatio(f1, n1, f2, n2, usualK) ?? 0;
  }
  return percentiles(ratios, level);
}

type Drawn = readonly [count: number, size: number];

function drawn(
  { counts, sizes, documents }: SideByDocument & { readonly documents: Uint32Array },
  below: (bound: number) => number,
): Drawn {
  let count = 0;
  let size = 0;
  for (let draw = 0; draw < documents.length; draw++) {
    const doc = documents[below(documents.length)]!;
    count += counts[doc]!;
    size += sizes[doc]!;
  }
  return [count, size];
}
