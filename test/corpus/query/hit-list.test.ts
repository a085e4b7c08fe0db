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

test('what no later hit comes before is sorted and held once, early', () => {
  // Starts that go back and forth by at most 50, many of them the same hit, far more than are sorted at once.
  const list = new HitList();
  const naive = new Set<number>();
  for (let i = 0; i < 200_000; i++) {
    const base = Math.floor(i / 100) * 10;
    const start = base + ((i * 7) % 50);
    const end = start + 1 + ((i * 3) % 4);
    list.passed(base);
    list.push(start, end);
    naive.add(start * 10 + (end - start));
  }
  const hits = list.finish();
  const found = Array.from({ length: hits.total }, (_, i) => hits.start[i]! * 10 + hitEnd(hits, i) - hits.start[i]!);
  expect(found).toEqual([...naive].sort((a, b) => a - b));
});

test('a list of too many is refused at the part of the query that is to blame; the same hit again is none too many', () => {
  const list = new HitList({ at: 3, until: 5 }, 4);
  for (let round = 0; round < 10; round++) for (const start of [2, 1]) list.push(start, start + 1);
  expect(() => {
    for (let start = 3; start < 8; start++) list.push(start, start + 1);
  }).toThrow(expect.objectContaining({ failure: expect.objectContaining({ at: 3, until: 5 }) as unknown }) as Error);
});

test('what the caller left out is told too', () => {
  const list = new HitList();
  list.push(0, 2);
  expect(list.finish(false).complete).toBe(false);
});
