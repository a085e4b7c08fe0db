/**
 * Measures of how much more (or less) frequent a word is in a target than in a reference: f1 of n1 tokens against f2 of
 * n2. E1 = n1(f1+f2)/(n1+n2), E2 likewise; NF = per million. All four numbers are doubles.
 *
 * Null means: not defined, or infinite. The only infinite ones are `percentDiff`, `oddsRatio` and `relativeRisk` of a
 * word that the reference lacks (f2 = 0); `keynessRank` puts those first. Nothing is ever NaN.
 */
import type { KeynessMeasure as ShownMeasure } from '../../shared/measures.ts';
import { chiSquare, finite, logLikelihood, weighed } from './association.ts';
import { chi2Tail } from './chi-square.ts';

/** Of a word by itself. The others are of all words that are tested together: tested-words.ts. */
export type KeynessMeasure = Exclude<ShownMeasure, 'pBonferroni' | 'qBh'>;
export type KeynessScores = Readonly<Record<KeynessMeasure, number | null>>;

/** `k` is added by `simpleMaths` alone. */
export type KeynessFormula = (f1: number, n1: number, f2: number, n2: number, k: number) => number | null;

/** The k of `simpleMaths` when nobody chooses. */
export const usualK = 1;
/** 97.5 % point of the standard normal distribution: bounds of a 95 % interval. */
const normal95 = 1.959963984540054;

export const keynessFormulas: Readonly<Record<KeynessMeasure, KeynessFormula>> = {
  ll: keyLogLikelihood,
  /** Over four cells, negative for under-use. Dunning 1993. */
  g2: (f1, n1, f2, n2) => logLikelihood(f1, n1, f1 + f2, n1 + n2),
  chi2: (f1, n1, f2, n2) => chiSquare(f1, n1, f1 + f2, n1 + n2, 0),
  chi2Yates: (f1, n1, f2, n2) => chiSquare(f1, n1, f1 + f2, n1 + n2, 0.5),
  /** Of `ll` on χ²₁. */
  p: (f1, n1, f2, n2) => {
    const ll = keyLogLikelihood(f1, n1, f2, n2);
    return ll === null ? null : chi2Tail(Math.abs(ll));
  },
  /** ll − ln(n1+n2). Wilson 2013. With the sign of `ll`: what is less frequent in the target is never evidence for it. */
  bic: (f1, n1, f2, n2) => {
    const ll = keyLogLikelihood(f1, n1, f2, n2);
    return ll === null ? null : ll - Math.log(n1 + n2);
  },
  /** log2(NF1/NF2), a zero counted as ½. Hardie 2014. */
  logRatio,
  logRatioLow: (f1, n1, f2, n2) => logRatioBound(f1, n1, f2, n2, -normal95),
  logRatioHigh: (f1, n1, f2, n2) => logRatioBound(f1, n1, f2, n2, normal95),
  /** log2(((f1+½)/(n1+½))/((f2+½)/(n2+½))). Walter 1975. */
  logRatioWalter: (f1, n1, f2, n2) => finite(Math.log2((f1 + 0.5) / (n1 + 0.5) / ((f2 + 0.5) / (n2 + 0.5)))),
  /** 100(NF1−NF2)/NF2. Gabrielatos and Marchi 2011. */
  percentDiff: (f1, n1, f2, n2) => finite((100 * (f1 / n1 - f2 / n2)) / (f2 / n2)),
  /** (NF1+k)/(NF2+k). Kilgarriff 2009. */
  simpleMaths: (f1, n1, f2, n2, k) => finite(((1e6 * f1) / n1 + k) / ((1e6 * f2) / n2 + k)),
  /** f1(n2−f2)/(f2(n1−f1)). */
  oddsRatio: (f1, n1, f2, n2) => finite((f1 * (n2 - f2)) / (f2 * (n1 - f1))),
  /** NF1/NF2. */
  relativeRisk: (f1, n1, f2, n2) => finite(f1 / n1 / (f2 / n2)),
  /** 100(NF1−NF2)/(NF1+NF2). Hofland and Johansson 1982, as a percentage. */
  din: (f1, n1, f2, n2) => finite((100 * (f1 / n1 - f2 / n2)) / (f1 / n1 + f2 / n2)),
};

export function keyness(f1: number, n1: number, f2: number, n2: number, k = usualK): KeynessScores {
  const scores = Object.entries(keynessFormulas).map(([measure, score]) => [measure, score(f1, n1, f2, n2, k)]);
  return Object.fromEntries(scores) as Record<KeynessMeasure, number | null>;
}

/** 2(f1·ln(f1/E1)+f2·ln(f2/E2)), 0·ln 0 = 0, negative for under-use. Rayson and Garside 2000. Null for an empty corpus. */
export function keyLogLikelihood(f1: number, n1: number, f2: number, n2: number): number | null {
  if (n1 <= 0 || n2 <= 0) return null;
  const share = (f1 + f2) / (n1 + n2);
  // Zero or more; rounding may leave it a hair below.
  const ll = 2 * Math.max(0, weighed(f1, n1 * share) + weighed(f2, n2 * share));
  return f1 * n2 < f2 * n1 ? -ll : ll;
}

function logRatio(f1: number, n1: number, f2: number, n2: number): number | null {
  return finite(Math.log2((f1 || 0.5) / n1 / ((f2 || 0.5) / n2)));
}

/**
 * Bound of the log ratio `deviations` standard errors away: log2 RR ± z·√(1/f1 − 1/n1 + 1/f2 − 1/n2)/ln 2, a zero counted
 * as ½. Katz, Baptista, Azen and Pike 1978.
 */
function logRatioBound(f1: number, n1: number, f2: number, n2: number, deviations: number): number | null {
  const centre = logRatio(f1, n1, f2, n2);
  if (centre === null) return null;
  const variance = 1 / (f1 || 0.5) - 1 / n1 + 1 / (f2 || 0.5) - 1 / n2;
  return finite(centre + (deviations * Math.sqrt(Math.max(0, variance))) / Math.LN2);
}

/** What a list is sorted by: the score, +∞ for an infinite one (see above), −∞ where there is none. */
export function keynessRank(score: number | null, f1: number, f2: number): number {
  return score ?? (f2 === 0 && f1 > 0 ? Infinity : -Infinity);
}
