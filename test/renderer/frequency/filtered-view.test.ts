import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  boundedColumns,
  boundOf,
  textOf,
  withBound,
  withoutBounds,
  withText,
} from '../../../src/renderer/features/frequency/toolbar/filtered-view.ts';
import type { TableView } from '../../../src/shared/tables.ts';

const end = fc.option(fc.integer(), { nil: undefined });
const change = fc.oneof(
  fc.record({ text: fc.constantFrom('', 'вод*', 'ماء') }),
  fc.record({ column: fc.constantFrom('count', 'll', 'dispersion'), least: end, most: end }),
);

describe('the filter of a table', () => {
  it('holds the last text and the last bounds of each column, whatever came between', () => {
    fc.assert(
      fc.property(fc.array(change), fc.boolean(), (changes, isSorted) => {
        const begun: TableView = isSorted ? { sort: { column: 'll', descending: true } } : {};
        const view = changes.reduce<TableView>(
          (before, made) => ('text' in made ? withText(before, made.text) : withBound(before, made.column, made)),
          begun,
        );
        expect(textOf(view)).toBe(changes.findLast((made) => 'text' in made)?.text ?? '');
        for (const column of ['count', 'll', 'dispersion']) {
          const last = changes.findLast((made) => 'column' in made && made.column === column);
          const { least, most } = last && 'column' in last ? last : {};
          const bound = boundOf(view, column);
          expect([bound.least, bound.most]).toEqual([least, most]);
          expect(boundedColumns(view).includes(column)).toBe(least !== undefined || most !== undefined);
        }
        expect(view.sort).toEqual(begun.sort);
        expect('filter' in view).toBe(textOf(view) !== '' || boundedColumns(view).length > 0);
        expect(withText(withoutBounds(view), '')).toEqual(begun);
      }),
    );
  });
});
