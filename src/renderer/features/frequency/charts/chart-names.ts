/** The charts of each tab, the usual one first. */
import type { TableKind } from '../../../../shared/tables.ts';

export const chartNames = {
  bars: 'Bars',
  zipf: 'Zipf curve',
  profile: 'Positions',
  scatter: 'Scatter',
  network: 'Network',
  languages: 'Languages',
  stripes: 'Stripes',
  lines: 'Lines',
  stacked: 'Stacked',
  comparison: 'Terms',
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
  choose: 'Kind of chart',
  measure: 'Measure',
  bars: (tab: string, measure: string) => `${tab} by ${measure}`,
  zipf: 'How counts fall with rank',
  scatter: 'Keywords by effect and evidence',
  positive: 'Typical of the target',
  negative: 'Typical of the reference',
  positions: 'Where collocates stand',
  network: 'The company that words keep',
  stripes: 'Where the hits stand',
  trend: (field: string) => `Rate by ${field}`,
};
