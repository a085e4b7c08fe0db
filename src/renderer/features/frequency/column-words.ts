/** What the columns of tables are called, and what they say. The names are those of the command line. */

interface ColumnWords {
  readonly label: string;
  /** What the number is, in a sentence. */
  readonly says: string;
}

const known: Readonly<Record<string, ColumnWords>> = {
  written: { label: 'Word', says: 'As it is written most often' },
  form: { label: 'Folded', says: 'The form as the counting unit folds it' },
  term: { label: 'Term', says: 'The query' },
  documentsWithHits: { label: 'With hits', says: 'Documents of the group that have it' },
  sentenceLengthDeviation: { label: 'Sent. ±', says: 'Standard deviation of the sentence lengths' },
  wordLengthDeviation: { label: 'Word ±', says: 'Standard deviation of the word lengths' },
  path: { label: 'Document', says: 'The file, in its folder' },
  title: { label: 'Title', says: 'The title of the document' },
  group: { label: 'Group', says: 'What the documents of the row share' },
  language: { label: 'Lang.', says: 'The language of the document' },
  count: { label: 'Count', says: 'Occurrences' },
  perMillion: { label: 'Per million', says: 'Occurrences in a million tokens' },
  perMillionLow: { label: 'PM low', says: 'Lower end of the 95 % interval of the rate, by resampling documents' },
  perMillionHigh: { label: 'PM high', says: 'Upper end of the 95 % interval of the rate, by resampling documents' },
  low: { label: 'Low', says: 'Lower end of the 95 % interval, by resampling documents' },
  high: { label: 'High', says: 'Upper end of the 95 % interval, by resampling documents' },
  documents: { label: 'Docs', says: 'Documents that it occurs in' },
  dispersion: { label: 'DP norm', says: 'Deviation of proportions: 0 spread evenly, 1 in one document' },
  tokens: { label: 'Tokens', says: 'Running words' },
  types: { label: 'Types', says: 'Different words' },
  observed: { label: 'Observed', says: 'Times it stands near the node' },
  before: { label: 'Before', says: 'Times it stands before the node' },
  after: { label: 'After', says: 'Times it stands after the node' },
  nodeCount: { label: 'Node', says: 'Occurrences of the node' },
  windowCount: { label: 'Window', says: 'R1 of the table: what the window counts as' },
  collocateCount: { label: 'Everywhere', says: 'Occurrences of the collocate in all that is counted' },
  expected: { label: 'Expected', says: 'Times it would stand there by chance' },
  mi: { label: 'MI', says: 'Mutual information: log₂ of observed over expected' },
  mi3: { label: 'MI³', says: 'Mutual information with the observed cubed: favours frequent pairs' },
  npmi: { label: 'NPMI', says: 'Normalised mutual information, −1 to 1' },
  t: { label: 't', says: 't-score: favours frequent pairs' },
  z: { label: 'z', says: 'z-score' },
  zYates: { label: 'z (Yates)', says: 'z-score with Yates’s correction' },
  g2: { label: 'G²', says: 'Log-likelihood over all four cells; negative when rarer than expected' },
  simpleLl: { label: 'Simple LL', says: 'Log-likelihood of the one cell' },
  chi2: { label: 'χ²', says: 'Pearson’s chi-squared over four cells' },
  chi2Yates: { label: 'χ² (Yates)', says: 'Chi-squared with Yates’s correction' },
  dice: { label: 'Dice', says: 'Dice coefficient' },
  logDice: { label: 'logDice', says: 'logDice: at most 14, comparable between corpora' },
  minSensitivity: { label: 'Min. sens.', says: 'Minimum sensitivity' },
  miLogF: { label: 'MI·log f', says: 'Mutual information times the logarithm of the count' },
  deltaP21: { label: 'ΔP 2|1', says: 'Delta P of the collocate, given the node' },
  deltaP12: { label: 'ΔP 1|2', says: 'Delta P of the node, given the collocate' },
  logRatio: { label: 'Log ratio', says: 'Each step of 1 doubles the ratio of the rates' },
  logRatioLow: { label: 'LR low', says: 'Lower end of the 95 % interval of the log ratio' },
  logRatioHigh: { label: 'LR high', says: 'Upper end of the 95 % interval of the log ratio' },
  logRatioWalter: { label: 'LR (½)', says: 'Log ratio with half an occurrence added everywhere' },
  oddsRatio: { label: 'Odds ratio', says: 'Odds ratio' },
  target: { label: 'Target', says: 'Occurrences in the target' },
  reference: { label: 'Reference', says: 'Occurrences in the reference' },
  targetPerMillion: { label: 'Target PM', says: 'Rate in a million tokens of the target' },
  referencePerMillion: { label: 'Reference PM', says: 'Rate in a million tokens of the reference' },
  targetDocuments: { label: 'Target docs', says: 'Documents of the target that have it' },
  referenceDocuments: { label: 'Ref. docs', says: 'Documents of the reference that have it' },
  ll: { label: 'LL', says: 'Log-likelihood; negative when rarer than in the reference' },
  p: { label: 'p', says: 'Chance of so large a log-likelihood if the rates were the same' },
  pBonferroni: { label: 'p (Bonf.)', says: 'p corrected for the number of words tested, after Bonferroni' },
  qBh: { label: 'q (BH)', says: 'p corrected after Benjamini and Hochberg' },
  bic: { label: 'BIC', says: 'Bayes factor approximation: above 2 is evidence, above 10 very strong' },
  percentDiff: { label: '% diff', says: 'Difference of the rates in percent of the reference’s' },
  simpleMaths: { label: 'Simple maths', says: 'Ratio of the rates, 1 added to both' },
  relativeRisk: { label: 'Rel. risk', says: 'Ratio of the rates' },
  din: { label: 'DIN', says: 'Difference of the rates over their sum, times 100' },
  range: { label: 'Range', says: 'Documents that have it' },
  juillandD: { label: 'Juilland D', says: 'Juilland’s D: 1 is spread evenly' },
  carrollD2: { label: 'Carroll D₂', says: 'Carroll’s D₂: 1 is spread evenly' },
  rosengrenS: { label: 'Rosengren S', says: 'Rosengren’s S: 1 is spread evenly' },
  dp: { label: 'DP', says: 'Deviation of proportions: 0 is spread evenly' },
  dpNorm: { label: 'DP norm', says: 'Deviation of proportions, normalised to 0…1' },
  arf: { label: 'ARF', says: 'Average reduced frequency' },
  ttr: { label: 'TTR', says: 'Types over tokens' },
  sttr: { label: 'STTR', says: 'TTR of full segments, averaged' },
  msttr: { label: 'MSTTR', says: 'Mean segmental TTR' },
  mattr: { label: 'MATTR', says: 'TTR of a moving window, averaged' },
  mtld: { label: 'MTLD', says: 'Mean length of stretches above a TTR of 0.72' },
  hdd: { label: 'HD-D', says: 'Hypergeometric diversity of samples of 42' },
  yuleK: { label: 'Yule K', says: 'Yule’s K: higher is more repetitive' },
  guiraud: { label: 'Guiraud', says: 'Types over the root of tokens' },
  sentences: { label: 'Sentences', says: 'Sentences' },
  paragraphs: { label: 'Paragraphs', says: 'Paragraphs' },
  sentenceLength: { label: 'Sent. length', says: 'Tokens in a sentence, on average' },
  wordLength: { label: 'Word length', says: 'Letters in a word, on average' },
  expectedTarget: { label: 'Exp. target', says: 'Times it would occur in the target if the rates were the same' },
  expectedReference: { label: 'Exp. ref.', says: 'Times it would occur in the reference if the rates were the same' },
};

/** `sentenceLengthMean` as `Sentence length mean`: a column that is new to the page still has a name. */
function spelledOut(name: string): string {
  const words = name.replace(/(?<=[a-z\d])(?=[A-Z])/g, ' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function columnLabel(name: string): string {
  return known[name]?.label ?? spelledOut(name);
}

/** Empty where the label says it all. */
export function columnSays(name: string): string {
  return known[name]?.says ?? '';
}
