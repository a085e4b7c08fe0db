/** The arithmetic of a keyword's scores. */
import type { KeynessMeasure as ShownMeasure } from '../../shared/measures.ts';
import type { Arithmetic } from '../../shared/tables.ts';
import type { Definition, Parity, Term } from './arithmetic.ts';
import { dunning, hardie, opened, yates } from './arithmetic.ts';
import { keynessFormulas, usualK } from './keyness.ts';

export interface KeywordFacts {
  readonly f1: number;
  readonly n1: number;
  readonly f2: number;
  readonly n2: number;
  /** k of `simpleMaths`. */
  readonly k: number;
  /** Words that were tested. */
  readonly tested: number;
  /** False discovery rate of the word, which the other words decide; null when there is none. */
  readonly qBh: number | null;
}

const ll = '2·(xln(f1, E1) + xln(f2, E2))';
const chi = (c: string) =>
  ['f1', 'f2', 'g1', 'g2']
    .map((cell, at) => `(abs(${cell} − ${['E1', 'E2', 'G1', 'G2'][at]!})${c})^2/${['E1', 'E2', 'G1', 'G2'][at]!}`)
    .join(' + ');
const error = '√(1/f1 − 1/n1 + 1/f2 − 1/n2)/ln(2)';

const rayson = 'Rayson and Garside 2000, Comparing corpora using frequency profiling';
const katz = 'Katz, Baptista, Azen and Pike 1978, Obtaining confidence intervals for the risk ratio, Biometrics 34';

const definitions: Readonly<Record<ShownMeasure, Definition>> = {
  ll: { formula: `s·${ll}`, source: rayson },
  g2: {
    formula: 's·2·(xln(f1, E1) + xln(f2, E2) + xln(g1, G1) + xln(g2, G2))',
    source: dunning,
  },
  chi2: { formula: chi(''), source: 'Pearson 1900' },
  chi2Yates: { formula: chi(' − c'), source: yates },
  p: { formula: `tail(${ll})`, source: `${rayson}; the χ² distribution with one degree of freedom` },
  pBonferroni: { formula: `min(1, tail(${ll})·m)`, source: 'Bonferroni 1936' },
  qBh: { formula: 'q', source: 'Benjamini and Hochberg 1995, Controlling the false discovery rate' },
  bic: {
    formula: `s·${ll} − ln(n1 + n2)`,
    source: 'Wilson 2013, Embracing Bayes factors for key item analysis in corpus linguistics',
  },
  logRatio: { formula: 'log2(f1/n1/(f2/n2))', source: hardie },
  logRatioLow: { formula: `log2(f1/n1/(f2/n2)) − z·${error}`, source: katz },
  logRatioHigh: { formula: `log2(f1/n1/(f2/n2)) + z·${error}`, source: katz },
  logRatioWalter: {
    formula: 'log2((f1 + 0.5)/(n1 + 0.5)/((f2 + 0.5)/(n2 + 0.5)))',
    source: 'Walter 1975, The distribution of Levin’s measure of attributable risk, Biometrika 62',
  },
  percentDiff: {
    formula: '100·(NF1 − NF2)/NF2',
    source: 'Gabrielatos and Marchi 2011, Keyness: matching metrics to definitions',
  },
  simpleMaths: { formula: '(NF1 + k)/(NF2 + k)', source: 'Kilgarriff 2009, Simple maths for keywords' },
  oddsRatio: { formula: 'f1·(n2 − f2)/(f2·(n1 − f1))', source: 'Everitt 1992, The Analysis of Contingency Tables' },
  relativeRisk: { formula: 'NF1/NF2', source: 'Everitt 1992, The Analysis of Contingency Tables' },
  din: {
    formula: '100·(NF1 − NF2)/(NF1 + NF2)',
    source: 'Hofland and Johansson 1982, Word Frequencies in British and American English',
  },
};

/** Measures in which a zero counts as ½. */
const halves: readonly ShownMeasure[] = ['logRatio', 'logRatioLow', 'logRatioHigh'];

export function keynessArithmetic(measure: ShownMeasure, facts: KeywordFacts): Arithmetic {
  const { f1, n1, f2, n2 } = facts;
  const cells = [
    [f1, f2],
    [n1 - f1, n2 - f2],
  ];
  const isNothing = n1 <= 0 || n2 <= 0 || (measure === 'qBh' && facts.qBh === null);
  const shown = opened(measure, definitions[measure], termsOf(measure, facts), {
    cells,
    parity: parityOf(measure, facts),
    isNothing,
  });
  if (measure !== 'qBh') return shown;
  // The other words decide it: there is nothing of this word to fill in.
  return { ...shown, formula: 'q = min over all words with as much p or more of p·m/rank, at most 1' };
}

function termsOf(measure: ShownMeasure, { f1, n1, f2, n2, k, tested, qBh }: KeywordFacts): Record<string, Term> {
  const share = (f1 + f2) / (n1 + n2);
  const half = (f: number) => (halves.includes(measure) && f === 0 ? 0.5 : f);
  const said = (f: number) => (half(f) === f ? '' : ', a zero counted as ½');
  return {
    f1: { meaning: `the word in the target${said(f1)}`, value: half(f1) },
    f2: { meaning: `the word in the reference${said(f2)}`, value: half(f2) },
    g1: { meaning: 'other words in the target: n1 − f1', value: n1 - f1 },
    g2: { meaning: 'other words in the reference: n2 − f2', value: n2 - f2 },
    n1: { meaning: 'tokens of the target', value: n1 },
    n2: { meaning: 'tokens of the reference', value: n2 },
    E1: { meaning: 'expected: n1·(f1 + f2)/(n1 + n2)', value: n1 * share },
    E2: { meaning: 'expected: n2·(f1 + f2)/(n1 + n2)', value: n2 * share },
    G1: { meaning: 'expected: n1 − E1', value: n1 - n1 * share },
    G2: { meaning: 'expected: n2 − E2', value: n2 - n2 * share },
    NF1: { meaning: 'per million in the target', value: (1e6 * f1) / n1 },
    NF2: { meaning: 'per million in the reference', value: (1e6 * f2) / n2 },
    s: { meaning: 'sign: −1 for a word less frequent in the target', value: f1 * n2 < f2 * n1 ? -1 : 1 },
    c: {
      meaning: 'correction for continuity: ½, less where f1 is nearer to E1',
      value: Math.min(0.5, Math.abs(f1 - n1 * share)),
    },
    k: { meaning: 'added to both sides', value: k },
    m: { meaning: 'words that were tested', value: tested },
    q: { meaning: 'false discovery rate among the words tested', value: qBh ?? NaN },
    z: { meaning: '97.5 % point of the normal distribution', value: 1.959963984540054 },
  };
}

/** The score as `tool` gives it; null where its makers do not say that it does, or how. */
export function keynessAs(tool: Parity['tool'], measure: ShownMeasure, facts: KeywordFacts): number | null {
  return parityOf(measure, facts).find((one) => one.tool === tool)?.value ?? null;
}

/**
 * AntConc: its “log-likelihood (4-term)” takes all four cells (L. Anthony on the AntConc list, 2 February 2023). WordSmith:
 * manual, version 8, page “Formulae”. Sketch Engine: Kilgarriff 2009 with k = 1. CQPweb: Hardie 2014. Nothing else is
 * published by the makers of these programs that I know of, so nothing else is said.
 */
function parityOf(measure: ShownMeasure, { f1, n1, f2, n2 }: KeywordFacts): Parity[] {
  const score = (name: keyof typeof keynessFormulas) => keynessFormulas[name](f1, n1, f2, n2, usualK);
  switch (measure) {
    case 'll':
    case 'g2':
      return [
        { tool: 'AntConc', value: score('g2'), how: 'log-likelihood (4-term): over all four cells (Anthony 2023)' },
        { tool: 'WordSmith', value: score('ll'), how: '2·(a·ln(a/E1) + b·ln(b/E2)) (WordSmith manual, Formulae)' },
      ];
    case 'simpleMaths':
      return [{ tool: 'Sketch Engine', value: score('simpleMaths'), how: 'with k = 1 (Kilgarriff 2009)' }];
    case 'logRatio':
      return [{ tool: 'CQPweb', value: score('logRatio'), how: 'with ½ for a count of zero (Hardie 2014)' }];
    case 'chi2':
    case 'chi2Yates':
    case 'p':
    case 'pBonferroni':
    case 'qBh':
    case 'bic':
    case 'logRatioLow':
    case 'logRatioHigh':
    case 'logRatioWalter':
    case 'percentDiff':
    case 'oddsRatio':
    case 'relativeRisk':
    case 'din':
      return [];
  }
}
