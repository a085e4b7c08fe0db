/**
 * Measures of association between a node and a word near it, from one 2×2 table:
 *
 *                     the word   other words
 *     in the windows     O11        O12        R1
 *     outside            O21        O22        R2
 *                        C1         C2         N
 *
 * Eij = Ri·Cj/N, E = E11. Formulas after Evert, The Statistics of Word Cooccurrences (2005), where no other source is
 * named. A table is given by O11, R1, C1 and N as doubles, since with marginals other than the tokens in the windows (a
 * node's frequency, as Manatee has it) cells may come out below zero: measures over four cells are null then, as is
 * every measure whose divisor is zero. None is ever NaN or infinite.
 */
import type { AssociationMeasure } from '../../shared/measures.ts';
import { associationMeasures } from '../../shared/measures.ts';

export type AssociationScores = Readonly<Record<AssociationMeasure, number | null>>;

/** Score of a table; null where it is not defined. */
export type AssociationFormula = (o11: number, r1: number, c1: number, n: number) => number | null;

export const associationFormulas: Readonly<Record<AssociationMeasure, AssociationFormula>> = {
  /** log2(O/E). Church and Hanks 1990. */
  mi: (o, r1, c1, n) => finite(Math.log2(o / expected(r1, c1, n))),
  /** log2(O³/E). Daille 1994. */
  mi3: (o, r1, c1, n) => finite(Math.log2((o * o * o) / expected(r1, c1, n))),
  /** log2(O/E) / −log2(O/N). Bouma 2009. */
  npmi: (o, r1, c1, n) => finite(Math.log2(o / expected(r1, c1, n)) / -Math.log2(o / n)),
  /** (O−E)/√O. Church et al. 1991. */
  t: (o, r1, c1, n) => finite((o - expected(r1, c1, n)) / Math.sqrt(o)),
  /** (O−E)/√E. Dennis 1965, Berry-Rogghe 1973. */
  z: (o, r1, c1, n) => finite((o - expected(r1, c1, n)) / Math.sqrt(expected(r1, c1, n))),
  /** As z, with the difference less ½, or halved where it is no more than ½. */
  zYates: (o, r1, c1, n) => {
    const e = expected(r1, c1, n);
    const away = Math.abs(o - e);
    return finite((Math.sign(o - e) * (away > 0.5 ? away - 0.5 : away / 2)) / Math.sqrt(e));
  },
  g2: logLikelihood,
  /** 2·(O·ln(O/E)−(O−E)). Evert 2008. */
  simpleLl: (o, r1, c1, n) => {
    const e = expected(r1, c1, n);
    return finite(2 * (weighed(o, e) - (o - e)));
  },
  chi2: (o, r1, c1, n) => chiSquare(o, r1, c1, n, 0),
  /** Yates 1934. The correction is never more than the difference itself, as in R's `chisq.test`. */
  chi2Yates: (o, r1, c1, n) => chiSquare(o, r1, c1, n, 0.5),
  /** 2·fAB/(fA+fB). Dice 1945. */
  dice: (o, r1, c1) => finite((2 * o) / (r1 + c1)),
  /** 14+log2(dice). Rychlý 2008. */
  logDice: (o, r1, c1) => finite(14 + Math.log2((2 * o) / (r1 + c1))),
  /** min(fAB/fA, fAB/fB). Pedersen and Bruce 1996. */
  minSensitivity: (o, r1, c1) => finite(Math.min(o / r1, o / c1)),
  /** MI·ln(fAB+1). Kilgarriff and Tugwell 2001, as Sketch Engine has it. */
  miLogF: (o, r1, c1, n) => finite(Math.log2(o / expected(r1, c1, n)) * Math.log(o + 1)),
  /** O11/R1−O21/R2. Gries 2013: how much the node raises the chance of the word. */
  deltaP21: (o, r1, c1, n) => finite(o / r1 - (c1 - o) / (n - r1)),
  /** O11/C1−O12/C2. Gries 2013: how much the word raises the chance of the node. */
  deltaP12: (o, r1, c1, n) => finite(o / c1 - (r1 - o) / (n - c1)),
  /** log2((O11/R1)/((O21 or ½)/R2)). Hardie 2014. */
  logRatio: (o, r1, c1, n) => finite(Math.log2(o / r1 / ((c1 === o ? 0.5 : c1 - o) / (n - r1)))),
  /** O11·O22/(O12·O21); null (infinite) when a cell below the line is zero. */
  oddsRatio: (o, r1, c1, n) => (sound(o, r1, c1, n) ? finite((o * (n - r1 - c1 + o)) / ((r1 - o) * (c1 - o))) : null),
};

export function association(o11: number, r1: number, c1: number, n: number): AssociationScores {
  const score = (measure: AssociationMeasure) => [measure, associationFormulas[measure](o11, r1, c1, n)] as const;
  return Object.fromEntries(associationMeasures.map(score)) as Record<AssociationMeasure, number | null>;
}

/** E11 = R1·C1/N. */
export function expected(r1: number, c1: number, n: number): number {
  return (r1 * c1) / n;
}

export function finite(score: number): number | null {
  return Number.isFinite(score) ? score : null;
}

/** x·ln(x/y), and 0 for x = 0. */
export function weighed(x: number, y: number): number {
  return x === 0 ? 0 : x * Math.log(x / y);
}

/** Whether no cell is below zero. */
function sound(o: number, r1: number, c1: number, n: number): boolean {
  return o >= 0 && r1 >= o && c1 >= o && n - r1 - c1 + o >= 0;
}

/** 2·ΣOij·ln(Oij/Eij) over four cells, negative where O<E. Dunning 1993. */
export function logLikelihood(o: number, r1: number, c1: number, n: number): number | null {
  if (!sound(o, r1, c1, n) || n === 0) return null;
  const r2 = n - r1;
  const c2 = n - c1;
  const sum =
    weighed(o, (r1 * c1) / n) +
    weighed(r1 - o, (r1 * c2) / n) +
    weighed(c1 - o, (r2 * c1) / n) +
    weighed(n - r1 - c1 + o, (r2 * c2) / n);
  // The sum is zero or more; rounding may leave it a hair below.
  const g2 = 2 * Math.max(0, sum);
  return o * n < r1 * c1 ? -g2 : g2;
}

/** Σ(|Oij−Eij|−correction)²/Eij over four cells. Pearson 1900. */
export function chiSquare(o: number, r1: number, c1: number, n: number, correction: number): number | null {
  if (!sound(o, r1, c1, n)) return null;
  const r2 = n - r1;
  const c2 = n - c1;
  // |Oij−Eij| is the same in all four cells, and the 1/Eij sum to N³/(R1·R2·C1·C2).
  const away = Math.abs(o - (r1 * c1) / n);
  const left = away - Math.min(correction, away);
  return finite((((left / r1) * left) / r2) * (n / c1) * (n / c2) * n);
}
