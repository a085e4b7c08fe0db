import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linearTicks, logTicks, tickDomain } from '../../../../src/renderer/ui/charts/ticks.ts';

const finite = fc.double({ min: -1e9, max: 1e9, noNaN: true });

describe('ticks of a linear axis', () => {
  it.each([
    [
      [0, 100, 5],
      [0, 20, 40, 60, 80, 100],
    ],
    [
      [0, 0.3, 3],
      [0, 0.1, 0.2, 0.3],
    ],
    [
      [-6.1, 6.5, 3],
      [-10, -5, 0, 5, 10],
    ],
    [
      [0, 0, 4],
      [0, 1],
    ],
    [
      [5, 5, 2],
      [0, 5],
    ],
  ] as const)('%j', ([low, high, count], expected) => {
    expect(linearTicks(low, high, count)).toEqual(expected);
  });

  it('reach over the values in equal steps, about as many as were asked for', () => {
    fc.assert(
      fc.property(finite, finite, fc.integer({ min: 2, max: 12 }), (a, b, count) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        fc.pre(high - low > 1e-6 * Math.max(1, Math.abs(low), Math.abs(high)));
        const ticks = linearTicks(low, high, count);
        const [first, last] = tickDomain(ticks);
        const span = high - low;
        expect(first).toBeLessThanOrEqual(low + span * 1e-6);
        expect(last).toBeGreaterThanOrEqual(high - span * 1e-6);
        expect(ticks.length).toBeGreaterThanOrEqual(2);
        expect(ticks.length).toBeLessThanOrEqual(count + 3);
        const step = (last - first) / (ticks.length - 1);
        ticks.forEach((tick, at) => {
          expect(Math.abs(tick - (first + at * step))).toBeLessThan(step * 0.01);
        });
      }),
    );
  });
});

describe('ticks of a logarithmic axis', () => {
  it('are powers of ten that reach over the values', () => {
    const positive = fc.double({ min: 1e-6, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(positive, positive, (a, b) => {
        const ticks = logTicks(Math.min(a, b), Math.max(a, b));
        const [first, last] = tickDomain(ticks);
        expect(first).toBeLessThanOrEqual(Math.min(a, b) * 1.001);
        expect(last).toBeGreaterThanOrEqual(Math.max(a, b) * 0.999);
        expect(ticks.length).toBeGreaterThanOrEqual(2);
        for (const tick of ticks) expect(Math.log10(tick)).toBeCloseTo(Math.round(Math.log10(tick)), 9);
      }),
    );
  });
});
