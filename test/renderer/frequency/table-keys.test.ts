import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rangeOf, tableAction, type TablePlace } from '../../../src/renderer/features/frequency/table/table-keys.ts';

const size = { rows: 50, columns: 4, page: 9, isMirrored: false };
const start: TablePlace = { row: -1, column: 0, anchor: 0 };

function press(key: string, place: TablePlace, more: { shiftKey?: boolean; ctrlKey?: boolean } = {}, of = size) {
  const keys = { key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...more };
  return tableAction(keys, place, of);
}

function after(keys: readonly string[], of = size): TablePlace {
  return keys.reduce((place, key) => {
    const action = press(key, place, {}, of);
    return action?.type === 'go' ? action.place : place;
  }, start);
}

describe('keys in a table', () => {
  it('go from the head into the rows and back', () => {
    expect(after(['ArrowDown'])).toMatchObject({ row: 0 });
    expect(after(['ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowUp'])).toMatchObject({ row: -1 });
    expect(after(['End'])).toMatchObject({ row: 49 });
    expect(after(['End', 'PageUp'])).toMatchObject({ row: 40 });
    expect(after(['ArrowDown', 'ArrowRight', 'ArrowRight'])).toMatchObject({ row: 0, column: 2 });
  });

  it('go the way the eye sees when the interface runs from right to left', () => {
    expect(after(['ArrowDown', 'ArrowLeft'], { ...size, isMirrored: true })).toMatchObject({ column: 1 });
  });

  it('never leave the table, whatever is pressed', () => {
    const key = fc.constantFrom('ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End', 'ArrowLeft', 'ArrowRight');
    fc.assert(
      fc.property(
        fc.array(key, { maxLength: 60 }),
        fc.nat(30),
        fc.integer({ min: 1, max: 6 }),
        (keys, rows, columns) => {
          const place = after(keys, { ...size, rows, columns });
          expect(place.row).toBeGreaterThanOrEqual(-1);
          expect(place.row).toBeLessThan(Math.max(rows, 1));
          expect(place.column).toBeGreaterThanOrEqual(0);
          expect(place.column).toBeLessThan(columns);
        },
      ),
    );
  });

  it('extend a range with Shift and take all rows with Ctrl A', () => {
    const two = press('ArrowDown', { row: 3, column: 0, anchor: 3 }, { shiftKey: true });
    expect(two?.type === 'go' && rangeOf(two.place)).toEqual({ from: 3, end: 5 });
    const all = press('a', { row: 3, column: 0, anchor: 3 }, { ctrlKey: true });
    expect(all?.type === 'go' && rangeOf(all.place)).toEqual({ from: 0, end: 50 });
    expect(rangeOf(start)).toBeNull();
  });

  it('open a cell, open its arithmetic, and leave other keys to the page', () => {
    expect(press('Enter', start)).toEqual({ type: 'open' });
    expect(press('ContextMenu', start)).toEqual({ type: 'arithmetic' });
    expect(press('F10', start, { shiftKey: true })).toEqual({ type: 'arithmetic' });
    expect(press('F6', start)).toBeNull();
    expect(press('ArrowDown', start, { ctrlKey: true })).toBeNull();
  });
});
