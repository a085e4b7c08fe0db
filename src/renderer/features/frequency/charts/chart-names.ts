/** The charts of each tab, the usual one first. */
import type { TableKind } from '../../../../shared/tables.ts';
import { wordsOf } from '../../../language/words.ts';

const t = wordsOf('frequency');

export const chartNames = {
  get bars() {
    return t('chart.bars');
  },
  get zipf() {
    return t('chart.zipf');
  },
  get profile() {
    return t('chart.profile');
  },
  get scatter() {
    return t('chart.scatter');
  },
  get network() {
    return t('chart.network');
  },
  get languages() {
    return t('chart.languages');
  },
  get stripes() {
    return t('chart.stripes');
  },
  get lines() {
    return t('chart.lines');
  },
  get stacked() {
    return t('chart.stacked');
  },
  get comparison() {
    return t('chart.comparison');
  },
} as const;
export type ChartName = keyof typeof chartNames;

export const chartsOf: Readonly<Record<TableKind, readonly ChartName[]>> = {
  words: ['bars', 'zipf'],
  ngrams: ['bars'],
  collocates: ['network', 'profile', 'bars'],
  keywords: ['scatter', 'bars', 'languages'],
  dispersion: ['stripes', 'bars'],
  trend: ['lines', 'stacked', 'comparison'],
  profile: ['bars'],
};

export const chartWords = {
  get choose() {
    return t('chart.choose');
  },
  get measure() {
    return t('chart.measure');
  },
  bars: (tab: string, measure: string) => t('chart.bars2', { tab, measure }),
  get zipf() {
    return t('chart.zipf2');
  },
  get scatter() {
    return t('chart.scatter2');
  },
  get positive() {
    return t('chart.positive');
  },
  get negative() {
    return t('chart.negative');
  },
  get positions() {
    return t('chart.positions');
  },
  get network() {
    return t('chart.network2');
  },
  get stripes() {
    return t('chart.stripes2');
  },
  trend: (field: string) => t('chart.trend', { field }),
  /** Stacked bars show counts, since only those add up. */
  trendHits: (field: string) => t('chart.trendHits', { field }),
};
