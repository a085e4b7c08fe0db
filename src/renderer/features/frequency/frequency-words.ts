/** What the tabs with tables say. */
import type { CountingUnitName, TableFormat, TableKind, WindowMarginals } from '../../../shared/tables.ts';
import type { Counted } from '../../ui/format.ts';
import type { Missing } from './question.ts';
import { listText } from '../../language/locale.ts';
import { wordsOf } from '../../language/words.ts';

const t = wordsOf('frequency');

export const boundWords = {
  button: (count: number) => (count === 0 ? t('bounds.title') : t('bounds.some', { count })),
  get title() {
    return t('bounds.title');
  },
  get least() {
    return t('bounds.least');
  },
  get most() {
    return t('bounds.most');
  },
  atLeast: (column: string) => t('bounds.atLeast', { column }),
  atMost: (column: string) => t('bounds.atMost', { column }),
  get clear() {
    return t('bounds.clear');
  },
};

export const tableWords = {
  get loading() {
    return t('table.loading');
  },
  get noValue() {
    return t('table.noValue');
  },
  get arithmetic() {
    return t('table.arithmetic');
  },
  openMeasure: (measure: string, value: string) => t('table.openMeasure', { value, measure }),
  arithmeticOf: (word: string) => t('table.arithmeticOf', { word }),
  get notCopied() {
    return t('table.notCopied');
  },
  copied: (rows: string) => t('table.copied', { rows }),
  copiedFirst: (copied: string, rows: string) => t('table.copiedFirst', { copied, rows }),
  sortedBy: (column: string, descending: boolean) =>
    t(descending ? 'table.sortedLargest' : 'table.sortedSmallest', { column }),
  get filter() {
    return t('table.filter');
  },
  get filterPlaceholder() {
    return t('table.filterPlaceholder');
  },
  get columns() {
    return t('table.columns');
  },
  get usualColumns() {
    return t('table.usualColumns');
  },
  get allColumns() {
    return t('table.allColumns');
  },
  get countAgain() {
    return t('table.countAgain');
  },
  get tryAgain() {
    return t('table.tryAgain');
  },
  get cancel() {
    return t('table.cancel');
  },
  get cancelling() {
    return t('table.cancelling');
  },
  get counting() {
    return t('table.counting');
  },
  get cancelled() {
    return t('table.cancelled');
  },
  outOfDate: (changes: string) => t('table.outOfDate', { changes }),
  get readAndCount() {
    return t('table.readAndCount');
  },
  get remarksTitle() {
    return t('table.remarksTitle');
  },
  shownOf: (shown: string, all: string) => t('table.shownOf', { shown, all }),
  get goneTable() {
    return t('table.goneTable');
  },
  get chartPlace() {
    return t('table.chartPlace');
  },
  chartPlaces: {
    get beside() {
      return t('table.chartPlaces.beside');
    },
    get below() {
      return t('table.chartPlaces.below');
    },
    get hidden() {
      return t('table.chartPlaces.hidden');
    },
  },
  tableOf: (tab: string) => t('table.tableOf', { tab }),
  get sizeOfTable() {
    return t('table.sizeOfTable');
  },
  get export() {
    return t('table.export');
  },
  exportAs: (format: string) => t('table.exportAs', { format }),
  get exportRaw() {
    return t('table.exportRaw');
  },
  get exportRawSays() {
    return t('table.exportRawSays');
  },
  exported: (name: string) => t('table.exported', { name }),
  get wholeMeasures() {
    return t('table.wholeMeasures');
  },
};

export const formatNames: Readonly<Record<TableFormat, string>> = {
  csv: 'CSV',
  tsv: 'TSV',
  get xlsx() {
    return t('format.xlsx');
  },
  json: 'JSON',
  get html() {
    return t('format.html');
  },
};

export const sideWords = {
  get label() {
    return t('side.label');
  },
  get both() {
    return t('side.both');
  },
  get target() {
    return t('side.target');
  },
  get reference() {
    return t('side.reference');
  },
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
export const wholeNouns = ['hits', 'targetTokens', 'referenceTokens', 'tokens', 'types', 'documents'] as const;

export function wholeCount(name: (typeof wholeNouns)[number], count: number): string {
  return t(`whole.${name}`, { count });
}

export const unitNames: Readonly<Record<CountingUnitName, { readonly name: string; readonly says: string }>> = {
  marks: {
    get name() {
      return t('unit.marks.name');
    },
    get says() {
      return t('unit.marks.says');
    },
  },
  case: {
    get name() {
      return t('unit.case.name');
    },
    get says() {
      return t('unit.case.says');
    },
  },
  surface: {
    get name() {
      return t('unit.surface.name');
    },
    get says() {
      return t('unit.surface.says');
    },
  },
  stem: {
    get name() {
      return t('unit.stem.name');
    },
    get says() {
      return t('unit.stem.says');
    },
  },
};

export const marginalNames: Readonly<Record<WindowMarginals, { readonly name: string; readonly says: string }>> = {
  tokens: {
    get name() {
      return t('marginal.tokens.name');
    },
    get says() {
      return t('marginal.tokens.says');
    },
  },
  none: {
    get name() {
      return t('marginal.none.name');
    },
    get says() {
      return t('marginal.none.says');
    },
  },
  times: {
    get name() {
      return t('marginal.times.name');
    },
    get says() {
      return t('marginal.times.says');
    },
  },
};

export const stripWords = {
  get settings() {
    return t('strip.settings');
  },
  get unit() {
    return t('strip.unit');
  },
  get stop() {
    return t('strip.stop');
  },
  get stopNone() {
    return t('strip.stopNone');
  },
  stopCount: (lists: readonly string[], own: string) => listText([...lists, ...(own === '' ? [] : [own])]),
  get stopSays() {
    return t('strip.stopSays');
  },
  get stopOwn() {
    return t('strip.stopOwn');
  },
  get stopFile() {
    return t('strip.stopFile');
  },
  get stopLists() {
    return t('strip.stopLists');
  },
  get limits() {
    return t('strip.limits');
  },
  get limitsCount() {
    return t('strip.limitsCount');
  },
  get limitsDocuments() {
    return t('strip.limitsDocuments');
  },
  get numbers() {
    return t('strip.numbers');
  },
  get once() {
    return t('strip.once');
  },
  get extras() {
    return t('strip.extras');
  },
  get matchingWords() {
    return t('strip.matchingWords');
  },
  get matchingNgrams() {
    return t('strip.matchingNgrams');
  },
  get n() {
    return t('strip.n');
  },
  get slots() {
    return t('strip.slots');
  },
  get bounds() {
    return t('strip.bounds');
  },
  boundNames: {
    get sentence() {
      return t('strip.boundNames.sentence');
    },
    get paragraph() {
      return t('strip.boundNames.paragraph');
    },
  },
  get window() {
    return t('strip.window');
  },
  get before() {
    return t('strip.before');
  },
  get after() {
    return t('strip.after');
  },
  get sentence() {
    return t('strip.sentence');
  },
  get marginals() {
    return t('strip.marginals');
  },
  get as() {
    return t('strip.as');
  },
  get measure() {
    return t('strip.measure');
  },
  get target() {
    return t('strip.target');
  },
  get targetAll() {
    return t('strip.targetAll');
  },
  get reference() {
    return t('strip.reference');
  },
  referenceNames: {
    get rest() {
      return t('strip.referenceNames.rest');
    },
    get where() {
      return t('strip.referenceNames.where');
    },
    get corpus() {
      return t('strip.referenceNames.corpus');
    },
    get tagged() {
      return t('strip.referenceNames.tagged');
    },
    get file() {
      return t('strip.referenceNames.file');
    },
  },
  get referenceWhere() {
    return t('strip.referenceWhere');
  },
  get whereHint() {
    return t('strip.whereHint');
  },
  get folder() {
    return t('strip.folder');
  },
  get noFolder() {
    return t('strip.noFolder');
  },
  get file() {
    return t('strip.file');
  },
  get fileSays() {
    return t('strip.fileSays');
  },
  get sideBySide() {
    return t('strip.sideBySide');
  },
  get subject() {
    return t('strip.subject');
  },
  get terms() {
    return t('strip.terms');
  },
  get addTerm() {
    return t('strip.addTerm');
  },
  removeTerm: (term: string) => t('strip.removeTerm', { term }),
  get termPlaceholder() {
    return t('strip.termPlaceholder');
  },
  get by() {
    return t('strip.by');
  },
  get fieldNone() {
    return t('strip.fieldNone');
  },
  parts: {
    get year() {
      return t('strip.parts.year');
    },
    get month() {
      return t('strip.parts.month');
    },
    get day() {
      return t('strip.parts.day');
    },
    get whole() {
      return t('strip.parts.whole');
    },
  },
  get part() {
    return t('strip.part');
  },
  get resampling() {
    return t('strip.resampling');
  },
  get samples() {
    return t('strip.samples');
  },
  get seed() {
    return t('strip.seed');
  },
  get resamplingSays() {
    return t('strip.resamplingSays');
  },
  get rateIntervals() {
    return t('strip.rateIntervals');
  },
};

export const missingWords: Readonly<
  Record<Missing, { readonly title: Partial<Record<TableKind, string>>; readonly says: string }>
> = {
  query: {
    title: {
      get collocates() {
        return t('missing.query.collocates');
      },
      get dispersion() {
        return t('missing.query.dispersion');
      },
      get trend() {
        return t('missing.query.trend');
      },
    },
    get says() {
      return t('missing.query.says');
    },
  },
  target: {
    title: {
      get keywords() {
        return t('missing.target.title.keywords');
      },
    },
    get says() {
      return t('missing.target.says');
    },
  },
  reference: {
    title: {
      get keywords() {
        return t('missing.reference.title.keywords');
      },
    },
    get says() {
      return t('missing.reference.says');
    },
  },
  field: {
    title: {
      get trend() {
        return t('missing.field.title.trend');
      },
    },
    get says() {
      return t('missing.field.says');
    },
  },
};

export const noRowsWords = {
  get title() {
    return t('noRows.title');
  },
  get filter() {
    return t('noRows.filter');
  },
  get clearFilter() {
    return t('noRows.clearFilter');
  },
  limits: (count: string, documents: string) => t('noRows.limits', { occurrences: count, documents }),
  get general() {
    return t('noRows.general');
  },
  get lower() {
    return t('noRows.lower');
  },
};
