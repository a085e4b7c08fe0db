/**
 * The scores that tables show, by the names that the command line promises. Formulas and sources: src/corpus/frequency.
 */

/** Of a collocate: how much it keeps company with the node. */
export const associationMeasures = [
  'mi',
  'mi3',
  'npmi',
  't',
  'z',
  'zYates',
  'g2',
  'simpleLl',
  'chi2',
  'chi2Yates',
  'dice',
  'logDice',
  'minSensitivity',
  'miLogF',
  'deltaP21',
  'deltaP12',
  'logRatio',
  'oddsRatio',
] as const;
export type AssociationMeasure = (typeof associationMeasures)[number];

/** Of a word: how typical it is of the target against the reference. */
export const keynessMeasures = [
  'll',
  'g2',
  'chi2',
  'chi2Yates',
  'p',
  'pBonferroni',
  'qBh',
  'bic',
  'logRatio',
  'logRatioLow',
  'logRatioHigh',
  'logRatioWalter',
  'percentDiff',
  'simpleMaths',
  'oddsRatio',
  'relativeRisk',
  'din',
] as const;
export type KeynessMeasure = (typeof keynessMeasures)[number];

/** Of a query: how evenly it is spread over the documents. */
export const dispersionMeasures = ['range', 'juillandD', 'carrollD2', 'rosengrenS', 'dp', 'dpNorm', 'arf'] as const;
export type DispersionMeasure = (typeof dispersionMeasures)[number];

/** Of a text: how rich its vocabulary is. */
export const diversityMeasures = ['ttr', 'sttr', 'msttr', 'mattr', 'mtld', 'hdd', 'yuleK', 'guiraud'] as const;

/** Programs whose way of computing a score can be asked for. */
export const parityTools = ['AntConc', 'CQPweb', 'Sketch Engine', 'WordSmith'] as const;
export type ParityTool = (typeof parityTools)[number];

/** What each of them gives, as far as its makers publish how; the one that its lists begin with first. */
export const givenBy: Readonly<
  Record<
    ParityTool,
    { readonly association: readonly AssociationMeasure[]; readonly keyness: readonly KeynessMeasure[] }
  >
> = {
  AntConc: { association: [], keyness: ['ll', 'g2'] },
  CQPweb: { association: ['logRatio', 'g2', 'mi', 'mi3', 'z', 't', 'dice'], keyness: ['logRatio'] },
  'Sketch Engine': {
    association: ['logDice', 't', 'mi', 'mi3', 'g2', 'minSensitivity', 'miLogF'],
    keyness: ['simpleMaths'],
  },
  WordSmith: { association: ['mi', 't', 'dice', 'z'], keyness: ['ll', 'g2'] },
};
