import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HitList } from '../../../src/corpus/query/hit-list.ts';
import { hitEnd } from '../../../src/corpus/query/query-result.ts';

const run = fc
  .tuple(fc.nat({ max: 5_000 }), fc.integer({ min: 1, max: 3 }))
  .map(([start, length]) => [start, start + length] as const);
const nearby = fc
  .tuple(fc.nat({ max: 8 }), fc.integer({ min: 1, max: 3 }))
  .map(([start, length]) => [start, start + length] as const);

test('hits come out ordered and once, whatever order they came in', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.array(run), fc.array(nearby), fc.array(nearby, { minLength: 300, maxLength: 600 })),
      (runs) => {
        const list = new HitList();
        for (const [start, end] of runs) list.push(start, end);
        const hits = list.finish();
        const found = Array.from({ length: hits.total }, (_, i) => [hits.start[i], hitEnd(hits, i)]);
        const distinct = [...new Map(runs.map((one) => [one.join(), one])).values()];
        expect(found).toEqual(distinct.sort((a, b) => a[0] - b[0] || a[1] - b[1]));
        expect(hits.complete).toBe(true);
        expect(hits.start).toHaveLength(hits.total);
      },
    ),
    { numRuns: 500 },
  );
});

test('a list that is full says that it is not complete', () => {
  const list = new HitList(3);
  for (let start = 0; start < 4; start++) {
    expect(list.full).toBe(false);
    list.push(start, start + 1);
  }
  expect(list.full).toBe(true);
  expect(list.finish()).toMatchObject({ total: 3, width: 1, end: null, complete: false });
});

test('what the caller left out is told too', () => {
  const list = new HitList();
  list.push(0, 2);
  expect(list.finish(false).complete).toBe(false);
});
