import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../../src/corpus/concordance/random.ts';
import { rankedRows } from '../../../src/corpus/frequency/rows.ts';

const anyKey = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.double({ noNaN: true }),
  fc.constantFrom(Infinity, -Infinity, 0, -0, 1e-300, -1e-300, 1e300),
);

function plainly(rows: Uint32Array, keys: ArrayLike<number>, descending: boolean): number[] {
  const places = Array.from(rows.keys());
  const before = (a: number, b: number) => (keys[a]! < keys[b]! ? -1 : keys[a]! > keys[b]! ? 1 : 0);
  return places.sort((a, b) => (descending ? before(b, a) : before(a, b)) || a - b).map((place) => rows[place]!);
}

describe('ranked rows', () => {
  test('are those of a plain sort', () => {
    fc.assert(
      fc.property(fc.array(anyKey), fc.boolean(), (list, descending) => {
        const keys = Float64Array.from(list);
        const rows = Uint32Array.from(keys, (_, at) => at * 2 + 1);
        expect(Array.from(rankedRows(rows, keys, descending).page(0, 1_000))).toEqual(plainly(rows, keys, descending));
      }),
    );
  });

  test.each([
    ['counts of words', (below: (n: number) => number) => Math.floor(40_000 / (1 + below(40_000)))],
    ['scores of both signs', (below: (n: number) => number) => (below(2_000_000) - 1_000_000) / 7],
    ['scores that differ in their last bits', (below: (n: number) => number) => 1 + below(9) * Number.EPSILON],
    ['one score', () => 3],
  ])('are those of a plain sort page by page, for many rows: %s', (_name, draw) => {
    const below = seededRandom(7);
    const keys = Float64Array.from({ length: 40_000 }, () => draw(below));
    const rows = Uint32Array.from(keys.keys());
    for (const descending of [true, false]) {
      const expected = plainly(rows, keys, descending);
      const ranked = rankedRows(rows, keys, descending);
      for (const from of [0, 2_000, 30_000, 39_990]) {
        expect(Array.from(ranked.page(from, 100))).toEqual(expected.slice(from, from + 100));
      }
    }
  });
});
