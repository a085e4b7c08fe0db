import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstFrom, hitAt, stepFrom } from '../../src/renderer/features/reading/hit-steps.ts';
import type { CharOffset, Span } from '../../src/shared/model.ts';

const span = (start: number, end: number): Span => ({ start: start as CharOffset, end: end as CharOffset });
const spans = fc
  .array(fc.record({ start: fc.nat(200), length: fc.integer({ min: 1, max: 9 }) }), { maxLength: 30 })
  .map((all) =>
    [...new Map(all.map(({ start, length }) => [`${start} ${length}`, span(start, start + length)])).values()].sort(
      (a, b) => a.start - b.start || a.end - b.end,
    ),
  );

describe('hits of a document', () => {
  it('are found by offset as a scan finds them', () => {
    fc.assert(
      fc.property(spans, fc.nat(220), (hits, offset) => {
        const scanned = hits.findIndex(({ start }) => start >= offset);
        expect(firstFrom(hits, offset)).toBe(scanned < 0 ? hits.length : scanned);
      }),
    );
  });

  it('are known by their place, overlapping ones too', () => {
    fc.assert(
      fc.property(spans, (hits) => {
        hits.forEach((hit, index) => {
          expect(hitAt(hits, { ...hit })).toBe(index);
        });
      }),
    );
    expect(hitAt([span(3, 5)], span(3, 6))).toBe(-1);
    expect(hitAt([span(3, 5)], null)).toBe(-1);
  });

  it('follow one another round the ends', () => {
    fc.assert(
      fc.property(spans, (hits) => {
        fc.pre(hits.length > 0);
        let at = -1;
        const seen: number[] = [];
        while (seen.length < hits.length) {
          at = stepFrom(hits, at, null, 1);
          seen.push(at);
        }
        expect(seen).toEqual(hits.map((_, index) => index));
        expect(stepFrom(hits, at, null, 1)).toBe(0);
        expect(stepFrom(hits, 0, null, -1)).toBe(hits.length - 1);
      }),
    );
  });

  it('are stepped to from a place between them', () => {
    const hits = [span(10, 12), span(20, 22), span(30, 32)];
    expect(stepFrom(hits, -1, span(15, 16), 1)).toBe(1);
    expect(stepFrom(hits, -1, span(15, 16), -1)).toBe(0);
    expect(stepFrom(hits, -1, span(40, 41), 1)).toBe(0);
    expect(stepFrom([], -1, null, 1)).toBe(-1);
  });
});
