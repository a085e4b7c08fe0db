/**
 * Every chart as the server would write it: what stands there before anything is measured and drawn. Its title, its gist
 * for who cannot see it, and a plain word when there is nothing to draw.
 */
import { createElement, type ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { TrendPoint } from '../../../../src/renderer/ui/charts/chart-data.ts';
import {
  dispersionTable,
  keywordTable,
  networkTable,
  profileTable,
  zipfTable,
} from '../../../../src/renderer/ui/charts/chart-tables.ts';
import { CollocationNetwork } from '../../../../src/renderer/ui/charts/collocation-network.tsx';
import { DispersionPlot } from '../../../../src/renderer/ui/charts/dispersion-plot.tsx';
import { KeywordScatter } from '../../../../src/renderer/ui/charts/keyword-scatter.tsx';
import { PositionProfile } from '../../../../src/renderer/ui/charts/position-profile.tsx';
import { RankedBars } from '../../../../src/renderer/ui/charts/ranked-bars.tsx';
import { StackedBars } from '../../../../src/renderer/ui/charts/stacked-bars.tsx';
import { TermComparison } from '../../../../src/renderer/ui/charts/term-comparison.tsx';
import { TrendLines } from '../../../../src/renderer/ui/charts/trend-lines.tsx';
import { ZipfCurve } from '../../../../src/renderer/ui/charts/zipf-curve.tsx';

const heading = {
  title: 'بحيرة أوخريد',
  caption: 'Ohrid, 4 articles',
  emptyText: 'Nothing: lower the least frequency.',
};
const values = [{ value: 2 }, { value: 3 }];
const trend: TrendPoint[] = [{ period: '2024', value: 2 }];
const place = { offset: -1, count: 4 };
const sides = { positiveName: 'Here', negativeName: 'There', effectName: 'Log ratio', evidenceName: 'LL' };
const word = { id: 'a', term: 'вода', order: 0 as const, grown: true };
const link = { source: 'a', target: 'b', score: 5 };
const document = { id: 1, title: 'Лов', direction: 'ltr' as const, tokens: 10, hits: [2] };

const full: Readonly<Record<string, ReactElement>> = {
  bars: createElement(RankedBars, { ...heading, bars: [{ term: 'ماء', value: 4 }], valueName: 'hits' }),
  zipf: createElement(ZipfCurve, { ...heading, points: [{ rank: 1, frequency: 9 }] }),
  keywords: createElement(KeywordScatter, { ...heading, ...sides, words: [{ term: 'ماء', effect: 1, evidence: 4 }] }),
  profile: createElement(PositionProfile, {
    ...{ ...heading, profiles: [{ term: 'ماء', places: [place] }] },
    ...{ node: 'في', direction: 'rtl' as const },
  }),
  network: createElement(CollocationNetwork, { ...heading, words: [word], links: [link], scoreName: 'MI' }),
  dispersion: createElement(DispersionPlot, { ...heading, documents: [document] }),
  trend: createElement(TrendLines, {
    ...{ ...heading, series: [{ term: 'ماء', points: trend }] },
    ...{ periods: 'dates' as const, valueName: 'ppm' },
  }),
  stacked: createElement(StackedBars, {
    ...heading,
    groups: ['a', 'b'],
    series: [{ name: 'x', values }],
    valueName: 'hits',
  }),
  comparison: createElement(TermComparison, {
    ...{ ...heading, groups: ['a', 'b'] },
    ...{ series: [{ name: 'x', values }], valueName: 'hits' },
  }),
};

const empty: Readonly<Record<string, ReactElement>> = {
  bars: createElement(RankedBars, { ...heading, bars: [], valueName: 'hits' }),
  zipf: createElement(ZipfCurve, { ...heading, points: [] }),
  keywords: createElement(KeywordScatter, { ...heading, ...sides, words: [] }),
  profile: createElement(PositionProfile, { ...heading, profiles: [], node: 'في', direction: 'rtl' as const }),
  network: createElement(CollocationNetwork, { ...heading, words: [], links: [], scoreName: 'MI' }),
  dispersion: createElement(DispersionPlot, { ...heading, documents: [] }),
  trend: createElement(TrendLines, { ...heading, series: [], periods: 'dates' as const, valueName: 'ppm' }),
  stacked: createElement(StackedBars, { ...heading, groups: ['a'], series: [], valueName: 'hits' }),
  comparison: createElement(TermComparison, { ...heading, groups: [], series: [], valueName: 'hits' }),
};

describe.each(Object.entries(full))('%s', (name, chart) => {
  it('has a title in its own direction and a description in words', () => {
    const page = renderToStaticMarkup(chart);
    expect(page).toContain('<bdi>بحيرة أوخريد</bdi>');
    const described = /aria-describedby="([^"]+-summary)"/u.exec(page)?.[1] ?? '';
    const summary = new RegExp(`id="${described}" class="ui-hidden">([^<]+)<`, 'u').exec(page)?.[1] ?? '';
    expect(summary.length).toBeGreaterThan(20);
    expect(page).not.toContain('lower the least frequency');
  });

  it('says what to do when there is nothing', () => {
    const page = renderToStaticMarkup(empty[name]);
    expect(page).toContain('Nothing: lower the least frequency.');
    expect(page).not.toMatch(/aria-describedby="[^"]+-summary"/u);
  });
});

describe('the numbers of a chart', () => {
  it('have a row for each mark', () => {
    expect(zipfTable([{ rank: 1, frequency: 9, term: 'и' }]).rows).toEqual([['и', 1, 9]]);
    expect(keywordTable([{ term: 'ماء', effect: 1, evidence: 4, frequency: 7 }], sides).rows).toEqual([
      ['ماء', 1, 4, 7, null, null],
    ]);
    const { columns, rows } = profileTable([{ term: 'ماء', places: [place, { offset: 2, count: 1 }] }]);
    expect(columns.map((column) => column.name)).toEqual(['Collocate', '−1', '+1', '+2']);
    expect(rows).toEqual([['ماء', 4, 0, 1]]);
    expect(networkTable([word], [link, { ...link, score: 9, count: 3 }], 'MI').rows).toEqual([
      ['вода', 'b', 9, 3],
      ['вода', 'b', 5, null],
    ]);
    expect(dispersionTable([{ ...document, measures: { dp: 0.5 } }], [{ id: 'dp', name: 'DP' }]).rows).toEqual([
      ['Лов', 1, 10, 100, 0.5],
    ]);
  });
});
