import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitZipf, sampleByRank } from '../../../../src/renderer/ui/charts/zipf-scale.ts';

const spectrum = (words: number, exponent: number, size: number) =>
  Array.from({ length: words }, (_, at) => ({ rank: at + 1, frequency: size / (at + 1) ** exponent }));

describe('the sample of a frequency spectrum', () => {
  it('has the first and the last, ranks ascending, no more than it may', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 3, max: 200 }), (words, most) => {
        const points = spectrum(words, 1, 1000);
        const sample = sampleByRank(points, most);
        expect(sample.length).toBeLessThanOrEqual(Math.max(1, most));
        expect(sample[0]).toBe(points[0]);
        expect(sample.at(-1)).toBe(points.at(-1));
        sample.forEach(({ rank }, at) => {
          if (at > 0) expect(rank).toBeGreaterThan(sample[at - 1]!.rank);
        });
        if (words <= most) expect(sample).toHaveLength(words);
      }),
      { numRuns: 60 },
    );
  });

  it('leaves no gap in the logarithm that the ranks themselves do not have', () => {
    const sample = sampleByRank(spectrum(100_000, 1, 1e6), 160);
    expect(sample.length).toBeGreaterThan(100);
    const steps = sample.slice(1).map(({ rank }, at) => Math.log(rank / sample[at]!.rank));
    expect(Math.max(...steps)).toBeCloseTo(Math.log(2), 9);
    expect(Math.max(...steps.slice(30))).toBeLessThan((2 * Math.log(100_000)) / 159);
  });
});

describe('the straight line of Zipf', () => {
  it('is found again where there is one', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.2, max: 2.5, noNaN: true }),
        fc.double({ min: 10, max: 1e6, noNaN: true }),
        (exponent, size) => {
          const fit = fitZipf(spectrum(50, exponent, size));
          expect(fit?.exponent).toBeCloseTo(exponent, 6);
          expect((fit?.size ?? 0) / size).toBeCloseTo(1, 6);
        },
      ),
    );
  });

  it('is not drawn through less than three points', () => {
    expect(fitZipf(spectrum(2, 1, 10))).toBeUndefined();
    expect(fitZipf([])).toBeUndefined();
  });
});
