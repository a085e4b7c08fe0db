/** What the tabs with tables say. */
import type { CountingUnitName, TableFormat, TableKind, WindowMarginals } from '../../../shared/tables.ts';
import type { Counted } from '../../ui/format.ts';
import type { Missing } from './question.ts';

export const tableWords = {
  loading: 'Loading',
  noValue: '(none)',
  arithmetic: 'Show the arithmetic',
  openMeasure: (measure: string, value: string) => `${value}: show the arithmetic of ${measure}`,
  arithmeticOf: (word: string) => `Show the arithmetic of ${word}`,
  notCopied: 'The browser did not let these rows be copied. Export the table instead.',
  copied: (rows: string) => `Copied ${rows}`,
  copiedFirst: (copied: string, rows: string) =>
    `Copied the first ${copied} of ${rows}: the clipboard takes no more. Export the table for all of them.`,
  sortedBy: (column: string, descending: boolean) =>
    `Sorted by ${column}, ${descending ? 'largest first' : 'smallest first'}`,
  filter: 'Filter',
  filterPlaceholder: 'Filter: part of a word, or * and ?',
  columns: 'Columns',
  usualColumns: 'The usual columns',
  allColumns: 'All columns',
  countAgain: 'Count again',
  tryAgain: 'Try again',
  cancel: 'Cancel',
  cancelling: 'Cancelling…',
  counting: 'Counting…',
  cancelled: 'Counting was cancelled.',
  outOfDate: (changes: string) => `These numbers are out of date: ${changes}.`,
  readAndCount: 'Read the changes and count again',
  remarksTitle: 'Remarks on this table',
  shownOf: (shown: string, all: string) => `${shown} of ${all}`,
  goneTable: 'This table is no longer held. Count it again.',
  chartPlace: 'Place of the chart',
  chartPlaces: { beside: 'Chart beside the table', below: 'Chart below the table', hidden: 'No chart' },
  tableOf: (tab: string) => `${tab} table`,
  sizeOfTable: 'Size of the table',
  export: 'Export',
  exportAs: (format: string) => `Save as ${format}`,
  exportRaw: 'Leave formulas as they are',
  exportRawSays: 'Otherwise cells that a spreadsheet would run get an apostrophe.',
  exported: (name: string) => `Saved ${name}`,
  wholeMeasures: 'Measures of the whole',
};

export const formatNames: Readonly<Record<TableFormat, string>> = {
  csv: 'CSV',
  tsv: 'TSV',
  xlsx: 'Excel workbook',
  json: 'JSON',
  html: 'HTML page',
};

export const sideWords = {
  label: 'Side',
  both: 'All',
  target: 'Target',
  reference: 'Reference',
};

/** What the rows of a table are, for counts of them. */
export const rowNouns: Readonly<Record<TableKind, Counted>> = {
  words: 'word',
  ngrams: 'ngram',
  collocates: 'collocate',
  keywords: 'keyword',
  dispersion: 'document',
  trend: 'group',
  profile: 'document',
};

/** Numbers about the whole that stand over the table, as `4,310 tokens`. */
export const wholeNouns: readonly { readonly name: string; readonly noun: Counted; readonly of: string }[] = [
  { name: 'hits', noun: 'hit', of: '' },
  { name: 'targetTokens', noun: 'token', of: 'target ' },
  { name: 'referenceTokens', noun: 'token', of: 'reference ' },
  { name: 'tokens', noun: 'token', of: '' },
  { name: 'types', noun: 'type', of: '' },
  { name: 'documents', noun: 'document', of: '' },
];

export const unitNames: Readonly<Record<CountingUnitName, { readonly name: string; readonly says: string }>> = {
  marks: { name: 'Words', says: 'Case, accents, harakat and hamza forms count as one' },
  case: { name: 'Marks kept', says: 'Case ignored; accents and harakat make another word' },
  surface: { name: 'As written', says: 'Every spelling is a word of its own' },
  stem: { name: 'Stems', says: 'Forms of one stem count as one, by the language of the document' },
};

export const marginalNames: Readonly<Record<WindowMarginals, { readonly name: string; readonly says: string }>> = {
  tokens: { name: 'Tokens in the windows', says: 'As CQPweb counts' },
  none: { name: 'Occurrences of the node', says: 'As Manatee and Sketch Engine count' },
  times: { name: 'Node × window size', says: 'As KorAP counts' },
};

export const stripWords = {
  settings: 'What is counted',
  unit: 'Unit',
  stop: 'Stop words',
  stopNone: 'none',
  stopCount: (lists: readonly string[], own: string) => [...lists, ...(own === '' ? [] : [own])].join(', '),
  stopSays: 'Frequent words that say little are left out of the table, not of the totals.',
  stopOwn: 'Words of your own, one a line',
  stopFile: 'Add words from a file…',
  stopLists: 'Lists that come with Lectern',
  limits: 'At least',
  limitsCount: 'Occurrences',
  limitsDocuments: 'Documents',
  numbers: 'Count numbers too',
  once: 'Of near-duplicate articles count only the first',
  extras: 'Also',
  matchingWords: 'Only words that the query finds',
  matchingNgrams: 'Only around the query',
  n: 'Words',
  slots: 'One inner word open: the * of',
  bounds: 'Not across',
  boundNames: { sentence: 'the end of a sentence', paragraph: 'the end of a paragraph' },
  window: 'Window',
  before: 'Words before',
  after: 'Words after',
  sentence: 'Stop at the ends of the sentence',
  marginals: 'Window counts as',
  as: 'Scores as',
  measure: 'Measure',
  target: 'Target',
  targetAll: 'all documents searched',
  reference: 'Against',
  referenceNames: {
    rest: 'the rest of this folder',
    where: 'documents where…',
    corpus: 'another open folder',
    file: 'a word list file',
  },
  referenceWhere: 'Only documents where',
  whereHint: 'For instance language=mk and date>=2022',
  folder: 'Folder',
  noFolder: 'No other folder is open.',
  file: 'Choose a file…',
  fileSays: 'One word a line with its count, a tab or comma between.',
  sideBySide: 'Languages side by side',
  subject: 'Articles on',
  terms: 'Compare with',
  addTerm: 'Add a term',
  removeTerm: (term: string) => `Take ${term} away`,
  termPlaceholder: 'word or query',
  by: 'By',
  fieldNone: 'choose a field',
  parts: { year: 'year', month: 'month', day: 'day', whole: 'whole value' },
  part: 'Precision',
  resampling: 'Intervals',
  samples: 'Samples of documents',
  seed: 'Seed',
  resamplingSays: '95 % intervals by drawing the documents anew: one article can make a trend.',
  rateIntervals: 'Show 95 % intervals in the chart',
};

export const missingWords: Readonly<
  Record<Missing, { readonly title: Partial<Record<TableKind, string>>; readonly says: string }>
> = {
  query: {
    title: {
      collocates: 'What keeps company with what?',
      dispersion: 'Where does it stand?',
      trend: 'When was it written about?',
    },
    says: 'Type a word in the query above and press Enter.',
  },
  target: {
    title: { keywords: 'What is typical of which articles?' },
    says: 'Choose the articles that you want to know about. They are compared with the rest of the folder.',
  },
  reference: {
    title: { keywords: 'Compared with what?' },
    says: 'Choose what the articles are compared with, under “Against”.',
  },
  field: {
    title: { trend: 'Over what?' },
    says: 'Choose the field that groups the articles, under “By”.',
  },
};

export const noRowsWords = {
  title: 'Nothing is left to show',
  filter: 'No row passes the filter.',
  clearFilter: 'Clear the filter',
  limits: (count: string, documents: string) =>
    `Rows need ${count} in ${documents} at least. Lower the limits under “At least”.`,
  general: 'What was asked for does not occur in the documents that are counted.',
  lower: 'Show everything from one occurrence on',
};
