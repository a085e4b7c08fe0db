import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lanesOf } from '../../../src/renderer/ui/monaco/lanes.ts';

const stretch = fc
  .tuple(fc.nat(60), fc.integer({ min: 1, max: 30 }))
  .map(([start, length]) => ({ start, end: start + length }));

test('stretches of one lane share no place, and there are no more lanes than lie over one place', () => {
  fc.assert(
    fc.property(fc.array(stretch, { maxLength: 40 }), (stretches) => {
      const lanes = lanesOf(stretches);
      const depths = Array.from({ length: 100 }, (_, at) =>
        stretches.filter(({ start, end }) => start <= at && at < end),
      );
      stretches.forEach((one, i) => {
        stretches.forEach((other, j) => {
          if (i < j && lanes[i] === lanes[j]) expect(one.end <= other.start || other.end <= one.start).toBe(true);
        });
      });
      const deepest = Math.max(0, ...depths.map((over) => over.length));
      expect(Math.max(-1, ...lanes) + 1).toBe(deepest);
    }),
  );
});

test('of those that begin together the longest is nearest to the text', () => {
  expect([
    ...lanesOf([
      { start: 0, end: 3 },
      { start: 0, end: 9 },
      { start: 4, end: 6 },
    ]),
  ]).toEqual([1, 0, 1]);
});
