import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DispersionDocument } from '../../../../src/renderer/ui/charts/chart-data.ts';
import {
  hitStrokes,
  sortDocuments,
  strokeNear,
  strokePaths,
  strokeStep,
} from '../../../../src/renderer/ui/charts/dispersion-layout.ts';

const anyDocument = fc
  .record({
    tokens: fc.integer({ min: 1, max: 5000 }),
    shares: fc.array(fc.double({ min: 0, max: 0.9999, noNaN: true }), { maxLength: 200 }),
    direction: fc.constantFrom('ltr', 'rtl'),
  })
  .map(({ tokens, shares, direction }): DispersionDocument => {
    const hits = shares.map((share) => Math.floor(share * tokens)).sort((a, b) => a - b);
    return { id: 1, title: 'one', tokens, hits, direction };
  });
const width = fc.integer({ min: 10, max: 1500 });

describe('the strokes of a stripe', () => {
  it('have every hit once, in the order of the text, within the stripe', () => {
    fc.assert(
      fc.property(anyDocument, width, (document, pixels) => {
        const strokes = hitStrokes(document, pixels);
        expect(strokes.reduce((sum, { hits }) => sum + hits, 0)).toBe(document.hits.length);
        let next = 0;
        for (const { x, hits, first } of strokes) {
          expect(first).toBe(next);
          next += hits;
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x + strokeStep).toBeLessThanOrEqual(Math.max(strokeStep, pixels));
        }
        const places = strokes.map(({ x }) => x);
        const sign = document.direction === 'rtl' ? -1 : 1;
        expect(places).toEqual([...new Set(places)].sort((a, b) => sign * (a - b)));
      }),
    );
  });

  it('of a right-to-left document are those of a left-to-right one in the mirror', () => {
    fc.assert(
      fc.property(anyDocument, width, (document, pixels) => {
        const columns = Math.max(1, Math.floor(pixels / strokeStep));
        const ltr = hitStrokes({ ...document, direction: 'ltr' }, pixels);
        const rtl = hitStrokes({ ...document, direction: 'rtl' }, pixels);
        expect(rtl).toEqual(ltr.map((stroke) => ({ ...stroke, x: (columns - 1) * strokeStep - stroke.x })));
      }),
    );
  });

  it('are found by the nearest pixel and drawn in three paths', () => {
    const document: DispersionDocument = { id: 1, title: '', direction: 'ltr', tokens: 100, hits: [0, 50, 50, 99] };
    const strokes = hitStrokes(document, 300);
    expect(strokes).toEqual([
      { x: 0, hits: 1, first: 0 },
      { x: 150, hits: 2, first: 1 },
      { x: 297, hits: 1, first: 3 },
    ]);
    expect(strokeNear(strokes, 100)).toBe(1);
    expect(strokeNear(strokes, 400)).toBe(2);
    expect(strokeNear([], 4)).toBeUndefined();
    const [one, few, many] = strokePaths(strokes, 0, 10);
    expect(one).toBe('M0,2.0h2v6.0h-2zM297,2.0h2v6.0h-2z');
    expect(few).toBe('M150,1.0h2v8.0h-2z');
    expect(many).toBe('');
  });
});

describe('the order of stripes', () => {
  const document = (title: string, tokens: number, hits: number[], year?: number): DispersionDocument => ({
    ...{ id: title, title, tokens, hits, direction: 'ltr' },
    ...(year === undefined ? {} : { measures: { year } }),
  });
  const documents = [
    document('б', 100, [90], 2001),
    document('а', 1000, [5, 6], 2005),
    document('10', 50, []),
    document('9', 10, [1]),
  ];
  it.each([
    ['order', 'б а 10 9'],
    ['hits', 'а б 9 10'],
    ['rate', '9 б а 10'],
    ['tokens', 'а б 10 9'],
    ['first', 'а 9 б 10'],
    ['title', '9 10 а б'],
    ['measure year', 'а б 10 9'],
  ] as const)('by %s', (sort, expected) => {
    const titles = sortDocuments(documents, sort, 'mk').map(({ title }) => title);
    expect(titles.join(' ')).toBe(expected);
  });
});
