import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trendTable } from '../../../../src/renderer/ui/charts/chart-tables.ts';
import { periodScale, periodTime, tickPeriods, unbroken } from '../../../../src/renderer/ui/charts/trend-periods.ts';

describe('periods', () => {
  it.each([
    ['2024', Date.UTC(2024, 0, 1)],
    ['2024-05', Date.UTC(2024, 4, 1)],
    ['2024-05-17', Date.UTC(2024, 4, 17)],
    ['2024-13', undefined],
    ['2023-02-30', undefined],
    ['spring', undefined],
    ['', undefined],
  ])('%s', (period, expected) => {
    expect(periodTime(period)).toBe(expected);
  });

  it('that are dates keep their distances; a name among them makes them all names', () => {
    const dates = periodScale([['2024', '2020'], ['2021']], 'dates');
    expect(dates.periods).toEqual(['2020', '2021', '2024']);
    expect(dates.place('2021') - dates.place('2020')).toBe(366 * 86_400_000);
    expect(dates.format('2021', 'en')).toBe('2021');
    const named = periodScale([['2020', 'spring']], 'dates');
    expect(named.periods.map(named.place)).toEqual([0.5, 1.5]);
    expect(named.domain).toEqual([0, 2]);
    expect([dates.isJoined, named.isJoined]).toEqual([true, false]);
  });

  it('are written in the language of the interface', () => {
    const months = periodScale([['2024-01', '2024-02']], 'dates');
    expect(months.format('2024-02', 'en')).toBe('Feb 2024');
    expect(months.format('2024-02', 'mk')).toContain('2024');
    expect(months.format('2024-02', 'mk')).not.toBe('Feb 2024');
  });

  it('have ticks that never stand nearer than their words are wide', () => {
    const times = fc.uniqueArray(fc.integer({ min: 0, max: 599 }), { minLength: 1 });
    fc.assert(
      fc.property(times, fc.integer({ min: 5, max: 200 }), (months, width) => {
        const names = months.map((at) => `${1980 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`);
        const scale = periodScale([names], 'dates');
        const at = (period: string) => (scale.place(period) - scale.place('1980-01')) / 5e9;
        const ticks = tickPeriods(scale, at, width);
        expect(ticks.length).toBeGreaterThan(0);
        ticks.forEach((tick, place) => {
          expect(names).toContain(tick);
          if (place > 0) expect(at(tick) - at(ticks[place - 1]!)).toBeGreaterThanOrEqual(width);
        });
      }),
    );
  });

  it('have their ticks on round months when there is room for those alone', () => {
    const names = Array.from(
      { length: 36 },
      (_, at) => `${2020 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
    );
    const scale = periodScale([names], 'dates');
    const ticks = (width: number) => tickPeriods(scale, (period) => names.indexOf(period) * 10, width);
    expect(ticks(25).slice(0, 3)).toEqual(['2020-01', '2020-04', '2020-07']);
    expect(ticks(100)).toEqual(['2020-01', '2021-01', '2022-01']);
  });
});

describe('a line', () => {
  it('is interrupted where nothing was measured', () => {
    const points = [1, null, 2, 3, null].map((value, at) => ({ value, at }));
    expect(unbroken(points).map((run) => run.map(({ at }) => at))).toEqual([[0], [2, 3]]);
  });

  it('has its numbers by period, with empty cells where there are none', () => {
    const series = [
      { term: 'a', points: [{ period: '2020', value: 1, interval: { low: 0, high: 2 } }] },
      { term: 'b', points: [{ period: '2021', value: null }] },
    ];
    const { columns, rows } = trendTable(series, ['2020', '2021']);
    expect(columns.map(({ name }) => name.replace(/[\u2068\u2069]/gu, ''))).toEqual([
      'Period',
      'a',
      'a: lower bound',
      'a: upper bound',
      'b',
    ]);
    expect(rows).toEqual([
      ['2020', 1, 0, 2, null],
      ['2021', null, null, null, null],
    ]);
  });
});
