/** What the tabs with tables say. */
import type { TableFormat, TableKind } from '../../../shared/tables.ts';
import type { Counted } from '../../ui/format.ts';
import type { Missing } from './question.ts';
import { wordsOf } from '../../language/words.ts';

const t = wordsOf('frequency');

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
