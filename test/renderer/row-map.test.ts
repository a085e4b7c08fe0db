import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ListRow, RowMap } from '../../src/renderer/features/concordance/row-map.ts';

const groups = fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.boolean()), { maxLength: 12 });

test('each heading stands over its lines, and over nothing when it is folded', () => {
  fc.assert(
    fc.property(groups, (drawn) => {
      let lines = 0;
      const folded = new Set<number>();
      const rows: ListRow[] = [];
      const headings = drawn.map(([count, isFolded], number) => {
        const heading = { written: String(number), from: lines, lines: count };
        rows.push({ kind: 'heading', heading, number });
        if (isFolded) folded.add(number);
        else for (let place = lines; place < lines + count; place++) rows.push({ kind: 'line', place });
        lines += count;
        return heading;
      });
      const map = new RowMap(lines, headings, folded);
      expect(map.total).toBe(rows.length);
      rows.forEach((row, at) => {
        expect(map.at(at)).toEqual(row);
        if (row.kind === 'line') expect(map.rowOf(row.place)).toBe(at);
        else if (folded.has(row.number)) expect(map.rowOf(row.heading.from)).toBe(at);
        else expect(map.rowOfHeading(row.number)).toBe(at);
      });
      const places = rows.flatMap((row) => (row.kind === 'line' ? [row.place] : []));
      const { first, end } = map.linesIn(0, rows.length);
      expect([first, end]).toEqual(places.length === 0 ? [0, 0] : [places[0], places.at(-1)! + 1]);
    }),
    { numRuns: 300 },
  );
});

test('without headings each row is a line', () => {
  const map = new RowMap(5, [], new Set());
  expect([map.total, map.at(3), map.rowOf(3), map.linesIn(2, 9)]).toEqual([
    5,
    { kind: 'line', place: 3 },
    3,
    { first: 2, end: 5 },
  ]);
});
