import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupedTable } from '../../../../src/renderer/ui/charts/chart-tables.ts';
import { groupedExtremes, stackedParts } from '../../../../src/renderer/ui/charts/grouped-layout.ts';

const groups = 4;
const cell = fc.option(fc.record({ value: fc.double({ min: 0, max: 1e6, noNaN: true }) }));
const series = fc.array(
  fc.record({ name: fc.string(), values: fc.array(cell, { minLength: groups, maxLength: groups }) }),
  { minLength: 1, maxLength: 6 },
);

describe('stacked parts', () => {
  it('stand on each other without a gap and reach the sum', () => {
    fc.assert(
      fc.property(series, (rows) => {
        stackedParts(groups, rows, 'value').forEach((stack, group) => {
          let top = 0;
          for (const { from, to, series: at } of stack) {
            expect(from).toBe(top);
            expect(to - from).toBeCloseTo(rows[at]!.values[group]!.value, 5);
            top = to;
          }
          const sum = rows.reduce((total, { values }) => total + (values[group]?.value ?? 0), 0);
          expect(top).toBeCloseTo(sum, 5);
        });
        for (const stack of stackedParts(groups, rows, 'share')) {
          const last = stack.at(-1);
          if (last) expect(last.to).toBeCloseTo(1, 9);
        }
      }),
    );
  });

  it('leave out what is not there', () => {
    const rows = [
      { name: 'a', values: [{ value: 0 }] },
      { name: 'b', values: [null] },
      { name: 'c', values: [{ value: 3 }] },
    ];
    expect(stackedParts(1, rows, 'share')).toEqual([[{ series: 2, from: 0, to: 1 }]]);
  });
});

describe('bars side by side', () => {
  it('have room for their intervals and for 0', () => {
    const rows = [{ name: 'a', values: [{ value: 2, interval: { low: -1, high: 5 } }, null] }];
    expect(groupedExtremes(rows)).toEqual([-1, 5]);
    expect(groupedExtremes([])).toEqual([0, 0]);
    expect(groupedTable(['x', 'y'], rows).rows).toEqual([
      ['x', 2, -1, 5],
      ['y', null, null, null],
    ]);
  });
});
