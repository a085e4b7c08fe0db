import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placedHits, type QueryHits, stepPlaces } from '../../src/renderer/features/reading/several-hits.ts';
import { nearest, placeBeyond, rowOf, runsOf } from '../../src/renderer/features/reading/text-map-places.ts';
import type { CharOffset, Span } from '../../src/shared/model.ts';

const span = (start: number, end: number): Span => ({ start: start as CharOffset, end: end as CharOffset });
const spans = fc
  .array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 12 })), { maxLength: 12 })
  .map((all) => all.map(([start, length]) => span(start, start + length)).sort((a, b) => a.start - b.start));
const queries = fc.array(spans, { minLength: 1, maxLength: 4 }).map((all) =>
  all.map((hits, sheet): QueryHits => {
    const distinct = [...new Map(hits.map((hit) => [`${hit.start} ${hit.end}`, hit])).values()];
    const numbered = distinct
      .sort((a, b) => a.start - b.start || a.end - b.end)
      .map((hit, n) => ({ ...hit, n: n + 1 }));
    return { sheet, colour: sheet, name: `q${sheet}`, hits: numbered, complete: true };
  }),
);

describe('hits of several queries', () => {
  it('are all there in text order, and signs at one corner stand side by side', () => {
    fc.assert(
      fc.property(queries, (all) => {
        const placed = placedHits(all);
        const key = (hit: Span & { sheet: number }) => `${hit.start} ${hit.end} ${hit.sheet}`;
        const given = all.flatMap(({ sheet, hits }) => hits.map((hit) => ({ ...hit, sheet })));
        expect(placed.map(key).sort()).toEqual(given.map(key).sort());
        for (const [at, hit] of placed.entries()) {
          expect(hit.start).toBeGreaterThanOrEqual(placed[at - 1]?.start ?? 0);
          const earlier = placed.slice(0, at).filter((other) => other.start === hit.start && other.sheet !== hit.sheet);
          expect(hit.slot).toBe(new Set(earlier.map(({ sheet }) => sheet)).size);
        }
      }),
    );
  });

  it('are stepped through place by place, by the line of the sheet looked at where that has one', () => {
    fc.assert(
      fc.property(queries, fc.nat(3), (all, looked) => {
        const placed = placedHits(all);
        const places = stepPlaces(placed, looked);
        const keys = places.map(({ start, end }) => `${start} ${end}`);
        expect(new Set(keys).size).toBe(keys.length);
        expect(new Set(keys)).toEqual(new Set(placed.map(({ start, end }) => `${start} ${end}`)));
        for (const [at, place] of places.entries()) {
          const same = placed.filter(({ start, end }) => start === place.start && end === place.end);
          expect(place.sheet === looked).toBe(same.some(({ sheet }) => sheet === looked));
          const before = places[at - 1] ?? span(-1, -1);
          expect(before.start - place.start || before.end - place.end).toBeLessThan(0);
        }
      }),
    );
  });
});

describe('the map of a text', () => {
  it('colours the rows that marked places touch, and no other', () => {
    const coloured = fc.array(fc.tuple(fc.nat(90), fc.integer({ min: 1, max: 20 }), fc.constantFrom('red', 'blue')), {
      maxLength: 15,
    });
    fc.assert(
      fc.property(coloured, fc.integer({ min: 1, max: 40 }), (all, rows) => {
        const length = 110;
        const places = all
          .map(([start, size, colour]) => ({ ...span(start, start + size), colour }))
          .sort((a, b) => a.start - b.start);
        for (const wanted of ['red', 'blue']) {
          const drawn = new Set<number>();
          for (const { from, to, colour } of runsOf(places, length, rows))
            if (colour === wanted) for (let row = from; row < to; row++) drawn.add(row);
          const touched = new Set<number>();
          for (const { start, end, colour } of places)
            if (colour === wanted) for (let at: number = start; at < end; at++) touched.add(rowOf(at, length, rows));
          expect([...drawn].sort((a, b) => a - b)).toEqual([...touched].sort((a, b) => a - b));
        }
      }),
    );
    expect(rowOf(5, 0, 10)).toBe(0);
  });

  it('finds the place that is meant', () => {
    fc.assert(
      fc.property(spans, fc.nat(90), fc.nat(20), (places, offset, reach) => {
        const distance = ({ start, end }: Span) => (offset < start ? start - offset : Math.max(0, offset - end));
        const least = Math.min(Infinity, ...places.map(distance));
        const found = nearest(places, offset, reach);
        if (least <= reach) expect(distance(found)).toBe(least);
        else expect(found).toEqual(span(offset, offset));
        const after = places.filter(({ start }) => start > offset).map(({ start }) => start);
        expect(placeBeyond(places, offset, 1)?.start).toBe(after.length === 0 ? undefined : Math.min(...after));
        const before = places.filter(({ start }) => start < offset).map(({ start }) => start);
        expect(placeBeyond(places, offset, -1)?.start).toBe(before.length === 0 ? undefined : Math.max(...before));
      }),
    );
  });
});
