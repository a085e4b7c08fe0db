import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { usualResampling } from '../../../src/corpus/frequency/bootstrap.ts';
import { logRatioInterval } from '../../../src/corpus/frequency/log-ratio-interval.ts';

const documents = fc.array(fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 21, max: 400 })), {
  minLength: 2,
  maxLength: 12,
});
const side = (pairs: readonly (readonly [number, number])[]) => ({
  counts: pairs.map(([count]) => count),
  sizes: pairs.map(([, size]) => size),
});
const resampling = { ...usualResampling, resamples: 200 };

describe('the interval of a log ratio by documents', () => {
  test('lies between the ratios of the most and the least frequent documents, and the seed repeats it', () => {
    fc.assert(
      fc.property(documents, documents, (target, reference) => {
        const found = logRatioInterval(side(target), side(reference), resampling)!;
        const rates = (pairs: typeof target) => pairs.map(([count, size]) => count / size);
        const least = Math.log2(Math.min(...rates(target)) / Math.max(...rates(reference)));
        const most = Math.log2(Math.max(...rates(target)) / Math.min(...rates(reference)));
        expect(found.low).toBeGreaterThanOrEqual(least - 1e-9);
        expect(found.high).toBeLessThanOrEqual(most + 1e-9);
        expect(found.low).toBeLessThanOrEqual(found.high);
        expect(logRatioInterval(side(target), side(reference), resampling)).toEqual(found);
      }),
      { numRuns: 50 },
    );
  });

  test('of documents that are all alike is the ratio itself', () => {
    const alike = (count: number) => side(Array.from({ length: 5 }, () => [count, 100] as const));
    const found = logRatioInterval(alike(8), alike(2), resampling)!;
    expect(found.low).toBeCloseTo(2, 12);
    expect(found.high).toBeCloseTo(2, 12);
  });

  test('is wide when one article makes the keyword', () => {
    const even = side(Array.from({ length: 10 }, () => [4, 100] as const));
    const burst = side(Array.from({ length: 10 }, (_, doc) => [doc === 0 ? 40 : 0, 100] as const));
    const reference = side(Array.from({ length: 10 }, () => [2, 100] as const));
    const width = (target: typeof even) => {
      const { low, high } = logRatioInterval(target, reference, resampling)!;
      return high - low;
    };
    expect(width(even)).toBeLessThan(0.01);
    expect(width(burst)).toBeGreaterThan(2);
  });

  test('needs two documents with tokens on either side', () => {
    const one = side([[3, 50]]);
    const two = side([
      [3, 50],
      [1, 60],
    ]);
    const empty = {
      counts: [3, 0],
      sizes: [50, 0],
    };
    expect(logRatioInterval(one, two, resampling)).toBeNull();
    expect(logRatioInterval(two, empty, resampling)).toBeNull();
  });
});
