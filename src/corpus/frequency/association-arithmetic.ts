/** The arithmetic of a collocate's scores. */
import type { Arithmetic } from '../../shared/tables.ts';
import type { Definition, Parity, Term } from './arithmetic.ts';
import { dunning, hardie, opened, yates } from './arithmetic.ts';
import type { AssociationMeasure } from '../../shared/measures.ts';
import { givenBy } from '../../shared/measures.ts';
import { associationFormulas, expected, finite } from './association.ts';

export interface CollocateTable {
  /** Observed inside the windows. */
  readonly o11: number;
  readonly r1: number;
  readonly c1: number;
  readonly n: number;
}

/** What other programs take their marginals from. */
export interface NodeFacts {
  /** Hits of the node. */
  readonly nodes: number;
  /** Tokens really inside the windows. */
  readonly windowTokens: number;
  /** Tokens of a whole window, before and after. */
  readonly span: number;
}

const definitions: Readonly<Record<AssociationMeasure, Definition>> = {
  mi: {
    formula: 'log2(O11/E11)',
    source: 'Church and Hanks 1990, Word association norms, Computational Linguistics 16',
  },
  mi3: {
    formula: 'log2(O11^3/E11)',
    source: 'Daille 1994, Approche mixte pour l’extraction automatique de terminologie',
  },
  npmi: { formula: 'log2(O11/E11)/(−log2(O11/N))', source: 'Bouma 2009, Normalized (pointwise) mutual information' },
  t: {
    formula: '(O11 − E11)/√(O11)',
    source: 'Church, Gale, Hanks and Hindle 1991, Using statistics in lexical analysis',
  },
  z: { formula: '(O11 − E11)/√(E11)', source: 'Berry-Rogghe 1973, The computation of collocations' },
  zYates: { formula: '(O11 − E11 − c)/√(E11)', source: 'Evert 2005, The Statistics of Word Cooccurrences' },
  g2: {
    formula: 's·2·(xln(O11, E11) + xln(O12, E12) + xln(O21, E21) + xln(O22, E22))',
    source: dunning,
  },
  simpleLl: { formula: '2·(xln(O11, E11) − (O11 − E11))', source: 'Evert 2008, Corpora and collocations' },
  chi2: {
    formula: '(O11 − E11)^2/E11 + (O12 − E12)^2/E12 + (O21 − E21)^2/E21 + (O22 − E22)^2/E22',
    source: 'Pearson 1900; Evert 2005, The Statistics of Word Cooccurrences',
  },
  chi2Yates: {
    formula:
      '(abs(O11 − E11) − c)^2/E11 + (abs(O12 − E12) − c)^2/E12 + (abs(O21 − E21) − c)^2/E21 + (abs(O22 − E22) − c)^2/E22',
    source: yates,
  },
  dice: {
    formula: '2·O11/(R1 + C1)',
    source: 'Dice 1945, Measures of the amount of ecologic association between species',
  },
  logDice: { formula: '14 + log2(2·O11/(R1 + C1))', source: 'Rychlý 2008, A lexicographer-friendly association score' },
  minSensitivity: {
    formula: 'min(O11/R1, O11/C1)',
    source: 'Pedersen and Bruce 1996, What to infer from a description',
  },
  miLogF: {
    formula: 'log2(O11/E11)·ln(O11 + 1)',
    source: 'Lexical Computing 2015, Statistics used in the Sketch Engine',
  },
  deltaP21: { formula: 'O11/R1 − O21/R2', source: 'Gries 2013, 50-something years of work on collocations' },
  deltaP12: { formula: 'O11/C1 − O12/C2', source: 'Gries 2013, 50-something years of work on collocations' },
  logRatio: { formula: 'log2(O11/R1/(O21/R2))', source: hardie },
  oddsRatio: { formula: 'O11·O22/(O12·O21)', source: 'Evert 2005, The Statistics of Word Cooccurrences' },
};

export function associationArithmetic(
  measure: AssociationMeasure,
  table: CollocateTable,
  facts: NodeFacts,
): Arithmetic {
  const { o11, r1, c1, n } = table;
  const cells = [
    [o11, r1 - o11],
    [c1 - o11, n - r1 - c1 + o11],
  ];
  // Formulas over four cells mean nothing with cells below zero, whatever number they give.
  const isNothing = associationFormulas[measure](o11, r1, c1, n) === null;
  const parity = parityOf(measure, table, facts);
  return opened(measure, definitions[measure], termsOf(measure, table), { cells, parity, isNothing });
}

function termsOf(measure: AssociationMeasure, { o11, r1, c1, n }: CollocateTable): Record<string, Term> {
  const [r2, c2] = [n - r1, n - c1];
  const e11 = expected(r1, c1, n);
  const away = Math.abs(o11 - e11);
  const o21 = c1 - o11;
  const correction = measure === 'zYates' ? Math.sign(o11 - e11) * (away > 0.5 ? 0.5 : away / 2) : Math.min(0.5, away);
  const zeroAsHalf = measure === 'logRatio' && o21 === 0;
  return {
    O11: { meaning: 'the collocate inside the windows', value: o11 },
    O12: { meaning: 'other words inside the windows', value: r1 - o11 },
    O21: {
      meaning: `the collocate outside the windows${zeroAsHalf ? ', a zero counted as ½' : ''}`,
      value: zeroAsHalf ? 0.5 : o21,
    },
    O22: { meaning: 'other words outside the windows', value: n - r1 - c1 + o11 },
    R1: { meaning: 'inside the windows', value: r1 },
    R2: { meaning: 'outside the windows: N − R1', value: r2 },
    C1: { meaning: 'the collocate in all documents that are counted', value: c1 },
    C2: { meaning: 'other words: N − C1', value: c2 },
    N: { meaning: 'all tokens of the documents', value: n },
    E11: { meaning: 'expected: R1·C1/N', value: e11 },
    E12: { meaning: 'expected: R1·C2/N', value: (r1 * c2) / n },
    E21: { meaning: 'expected: R2·C1/N', value: (r2 * c1) / n },
    E22: { meaning: 'expected: R2·C2/N', value: (r2 * c2) / n },
    c: { meaning: 'correction for continuity: ½ towards E11, less where they are nearer', value: correction },
    s: { meaning: 'sign: −1 where O11 < E11', value: o11 < e11 ? -1 : 1 },
  };
}

/** The score as `tool` gives it; null where its makers do not say that it does, or how. */
export function associationAs(
  tool: Parity['tool'],
  measure: AssociationMeasure,
  table: CollocateTable,
  facts: NodeFacts,
): number | null {
  return parityOf(measure, table, facts).find((one) => one.tool === tool)?.value ?? null;
}

/**
 * CQPweb by its marginals (STATISTICS: as `tokens`), Sketch Engine by “Statistics used in the Sketch Engine” (2015: f_A of
 * the node), WordSmith by its manual, version 8, page “Formulae”. WordSmith's MI3 is left out (its manual's formula is not a
 * MI3), as is AntConc, whose formulas for collocates are not published.
 */
function parityOf(measure: AssociationMeasure, { o11, c1, n }: CollocateTable, facts: NodeFacts): Parity[] {
  const { nodes, windowTokens, span } = facts;
  const score = (r1: number) => associationFormulas[measure](o11, r1, c1, n);
  const parity: Parity[] = [];
  if (givenBy.CQPweb.association.includes(measure)) {
    const how = `R1 = ${windowTokens}, the tokens inside the windows`;
    parity.push({ tool: 'CQPweb', value: score(windowTokens), how });
  }
  if (givenBy['Sketch Engine'].association.includes(measure)) {
    const how = `R1 = ${nodes}, the frequency of the node (Lexical Computing 2015, Statistics used in the Sketch Engine)`;
    parity.push({ tool: 'Sketch Engine', value: score(nodes), how });
  }
  if (givenBy.WordSmith.association.includes(measure)) {
    const p = c1 / (n - nodes);
    const e = p * nodes * span;
    const value = measure === 'z' ? finite((o11 - e) / Math.sqrt(e * (1 - p))) : score(nodes);
    const how =
      measure === 'z'
        ? `(J − E)/√(E·(1 − P)) with P = F2/(N − F1), E = P·F1·S, F1 = ${nodes}, S = ${span} (WordSmith manual, Formulae)`
        : `F1 = ${nodes}, the frequency of the node (WordSmith manual, Formulae)`;
    parity.push({ tool: 'WordSmith', value, how });
  }
  return parity;
}
