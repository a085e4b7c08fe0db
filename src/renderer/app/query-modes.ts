/** The query languages by their names: for the query bar, and wherever else a query is typed. */
import type { queryModes } from '../../shared/terms.ts';
import { wordsOf } from '../language/words.ts';

const t = wordsOf('app');

export type QueryMode = (typeof queryModes)[number];

export const modeNames: Readonly<Record<QueryMode, { readonly name: string; readonly hint: string }>> = {
  simple: {
    get name() {
      return t('mode.simple.name');
    },
    get hint() {
      return t('mode.simple.hint');
    },
  },
  cql: {
    get name() {
      return t('mode.cql.name');
    },
    get hint() {
      return t('mode.cql.hint');
    },
  },
  regex: {
    get name() {
      return t('mode.regex.name');
    },
    get hint() {
      return t('mode.regex.hint');
    },
  },
};
