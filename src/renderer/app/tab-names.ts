/** What the tabs of the desk are called, and in short what each shows. */
import { wordsOf } from '../language/words.ts';
import type { DeskTab } from './store/tables.ts';

const t = wordsOf('app');
const tagged = wordsOf('tagging');

export const tabNames: Readonly<Record<DeskTab, string>> = {
  get concordance() {
    return t('tab.concordance');
  },
  get words() {
    return t('tab.words');
  },
  get ngrams() {
    return t('tab.ngrams');
  },
  get collocates() {
    return t('tab.collocates');
  },
  get keywords() {
    return t('tab.keywords');
  },
  get dispersion() {
    return t('tab.dispersion');
  },
  get trend() {
    return t('tab.trend');
  },
  get profile() {
    return t('tab.profile');
  },
  get tagged() {
    return tagged('tab');
  },
  get aligned() {
    return t('tab.aligned');
  },
  get parallel() {
    return t('tab.parallel');
  },
};

/** By which the palette finds them besides their names. */
export const tabSearchWords: Readonly<Record<DeskTab, readonly string[]>> = {
  concordance: ['kwic', 'lines', 'tab'],
  words: ['words', 'word list', 'wordlist', 'zipf', 'tab'],
  ngrams: ['clusters', 'bigrams', 'phrases', 'tab'],
  collocates: ['collocations', 'network', 'association', 'tab'],
  keywords: ['keyness', 'typical', 'compare', 'tab'],
  dispersion: ['spread', 'stripes', 'documents', 'tab'],
  trend: ['time', 'dates', 'years', 'compare', 'tab'],
  profile: ['diversity', 'type-token', 'documents', 'tab'],
  tagged: ['tags', 'codes', 'passages', 'matrix', 'agreement', 'notes', 'tab'],
  aligned: ['align', 'bilingual', 'translation', 'pair', 'tab'],
  parallel: ['parallel concordance', 'translation', 'bilingual', 'tab'],
};
