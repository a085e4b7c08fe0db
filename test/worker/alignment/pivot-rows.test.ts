import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isLink, type Row, rowsOf, type FoundLink } from '../../../src/worker/alignment/links.ts';
import { pivotRows } from '../../../src/worker/alignment/pivot-rows.ts';

const mostSegments = 12;

/** Links of any order, as a comparable pair has them: no segment in two. */
function linksOf(seeds: readonly (readonly [number, number, number, number])[], a: number, b: number): FoundLink[] {
  const taken = { a: new Set<number>(), b: new Set<number>() };
  const links: FoundLink[] = [];
  for (const [aFrom, aMore, bFrom, bMore] of seeds) {
    const link = { aFrom, aTo: Math.min(a, aFrom + 1 + aMore), bFrom, bTo: Math.min(b, bFrom + 1 + bMore), score: 1 };
    const own = { a: numbers(link.aFrom, link.aTo), b: numbers(link.bFrom, link.bTo) };
    if (!isLink(link) || own.a.some((at) => taken.a.has(at)) || own.b.some((at) => taken.b.has(at))) continue;
    for (const at of own.a) taken.a.add(at);
    for (const at of own.b) taken.b.add(at);
    links.push(link);
  }
  return links;
}

function numbers(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
}

const seed = fc.tuple(fc.nat(mostSegments), fc.nat(2), fc.nat(mostSegments), fc.nat(2));
const version = fc.record({ size: fc.nat(mostSegments), seeds: fc.array(seed, { maxLength: 8 }) });
const several = fc.record({ size: fc.nat(mostSegments), versions: fc.array(version, { minLength: 1, maxLength: 4 }) });

/** Which segments of the pivot are tied, each with the first that it is tied to, by going round until nothing changes. */
function tiedNaively(size: number, versions: readonly (readonly Row[])[]): number[] {
  const first = numbers(0, size);
  for (let changed = true; changed;) {
    changed = false;
    for (const { aFrom, aTo } of versions.flat()) {
      const least = Math.min(...first.slice(aFrom, aTo));
      for (let at = aFrom; at < aTo; at++) if (first[at]! > least) [first[at], changed] = [least, true];
    }
  }
  return first;
}

it('holds every segment of the pivot and of each version once, in rows no longer than the links ask for', () => {
  fc.assert(
    fc.property(several, ({ size, versions }) => {
      const pairs = versions.map((one) => rowsOf({ a: size, b: one.size }, linksOf(one.seeds, size, one.size), []));
      const rows = pivotRows(size, pairs);
      expect(rows.flatMap(({ from, to }) => numbers(from, to))).toEqual(numbers(0, size));
      versions.forEach((one, at) => {
        const segments = rows.flatMap(({ parts }) => parts[at]!.segments);
        expect(segments.toSorted((x, y) => x - y)).toEqual(numbers(0, one.size));
        const links = rows.flatMap(({ parts }) => parts[at]!.rows);
        expect(links.toSorted((x, y) => x - y)).toEqual(numbers(0, pairs[at]!.length));
        // A part is what its links say, and these lie in the row whole.
        for (const { from, to, parts } of rows) {
          const own = parts[at]!.rows.map((row) => pairs[at]![row]!);
          expect(parts[at]!.segments).toEqual(own.flatMap(({ bFrom, bTo }) => numbers(bFrom, bTo)));
          for (const { aFrom, aTo } of own) expect(aFrom === aTo || (from <= aFrom && aTo <= to)).toBe(true);
        }
      });
      const tied = tiedNaively(size, pairs);
      for (const { from, to } of rows) expect(new Set(tied.slice(from, to)).size).toBeLessThanOrEqual(1);
      expect(rows.filter(({ from, to }) => to > from)).toHaveLength(new Set(tied).size);
    }),
    { numRuns: Number(process.env.RUNS ?? 100) },
  );
});

it('puts what only a version has after what it follows there', () => {
  const one = rowsOf({ a: 2, b: 3 }, [link(0, 1, 0, 1), link(1, 2, 2, 3)], []);
  const other = rowsOf({ a: 2, b: 1 }, [link(0, 2, 0, 1)], []);
  expect(
    pivotRows(2, [one, other]).map(({ from, to, parts }) => [from, to, ...parts.map((part) => part.segments)]),
  ).toEqual([
    [0, 2, [0, 2], [0]],
    [0, 0, [1], []],
  ]);
});

function link(aFrom: number, aTo: number, bFrom: number, bTo: number): FoundLink {
  return { aFrom, aTo, bFrom, bTo, score: 1 };
}
