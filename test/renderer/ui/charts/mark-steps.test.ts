import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asStepKey, markAfter, type MarkPlace } from '../../../../src/renderer/ui/charts/mark-steps.ts';

const places = fc
  .array(fc.record({ x: fc.integer({ min: 0, max: 500 }), y: fc.integer({ min: 0, max: 500 }) }), { minLength: 1 })
  .map((list): MarkPlace[] => list.map((place, at) => ({ ...place, id: String(at) })));

describe('where a key leads from a mark', () => {
  const row: MarkPlace[] = [
    { id: 'a', x: 0, y: 50, lane: 'one' },
    { id: 'b', x: 100, y: 50, lane: 'one' },
    { id: 'c', x: 60, y: 52, lane: 'two' },
    { id: 'd', x: 100, y: 90, lane: 'two' },
  ];

  it.each([
    ['a', 'ArrowRight', 'b'],
    ['b', 'ArrowDown', 'd'],
    ['d', 'ArrowUp', 'b'],
    ['d', 'ArrowLeft', 'c'],
    ['a', 'ArrowLeft', undefined],
    ['a', 'End', 'd'],
    ['d', 'Home', 'a'],
    ['a', 'PageDown', 'b'],
    ['a', 'PageUp', undefined],
    ['gone', 'ArrowUp', 'a'],
  ] as const)('%s by %s', (from, key, to) => {
    expect(markAfter(row, from, key)).toBe(to);
  });

  it('an arrow leads to a mark that lies that way, and back there is one that way too', () => {
    fc.assert(
      fc.property(places, (marks) => {
        for (const mark of marks) {
          const next = marks.find(({ id }) => id === markAfter(marks, mark.id, 'ArrowRight'));
          const isThere = marks.some(({ x }) => x > mark.x);
          expect(next !== undefined).toBe(isThere);
          if (!next) continue;
          expect(next.x).toBeGreaterThan(mark.x);
          expect(markAfter(marks, next.id, 'ArrowLeft')).toBeDefined();
        }
      }),
    );
  });

  it('no mark is out of reach of PageDown from the first', () => {
    fc.assert(
      fc.property(places, (marks) => {
        const seen: string[] = [];
        for (let at = marks[0]?.id; at !== undefined; at = markAfter(marks, at, 'PageDown')) seen.push(at);
        expect(seen).toEqual(marks.map(({ id }) => id));
      }),
    );
  });

  it('other keys lead nowhere', () => {
    expect(asStepKey('a')).toBeUndefined();
    expect(asStepKey('End')).toBe('End');
  });
});
