/** What must be true of measures whatever the numbers. What others make of given numbers: independent.test.ts. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { associationMeasures } from '../../../src/shared/measures.ts';
import { association, associationFormulas } from '../../../src/corpus/frequency/association.ts';
import { chi2Tail, criticalChi2 } from '../../../src/corpus/frequency/chi-square.ts';
import { arf, dispersion } from '../../../src/corpus/frequency/dispersion.ts';
import { keyness } from '../../../src/corpus/frequency/keyness.ts';
import { expectNear } from './reference.ts';

describe('χ² with one degree of freedom', () => {
  test('its tail falls, and is never 0 before the smallest numbers', () => {
    for (let x = 0; x < 1400; x += 0.37) expect(chi2Tail(x + 0.37)).toBeLessThan(chi2Tail(x));
    expect(chi2Tail(1370)).toBeGreaterThan(1e-300);
    expect(chi2Tail(-3)).toBe(1);
  });

  test('its critical values are those whose tail is p', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-290, max: 0.999, noNaN: true }), (p) => {
        expectNear(chi2Tail(criticalChi2(p)), p, 1e-9);
      }),
    );
  });
});

const cells = fc.tuple(...[1, 2, 3, 4].map(() => fc.integer({ min: 1, max: 100_000 })));

describe('association, whatever the numbers', () => {
  test('grows with all cells alike as it should: G² and χ² as they do, effect sizes not at all', () => {
    fc.assert(
      fc.property(cells, fc.integer({ min: 2, max: 9 }), ([a, b, c, d], times) => {
        const one = association(a!, a! + b!, a! + c!, a! + b! + c! + d!);
        const many = association(a! * times, (a! + b!) * times, (a! + c!) * times, (a! + b! + c! + d!) * times);
        for (const measure of ['g2', 'simpleLl', 'chi2'] as const)
          expect(Math.abs(many[measure]! - one[measure]! * times)).toBeLessThan(1e-6 * (1 + d! * times));
        for (const measure of [
          'mi',
          'npmi',
          'dice',
          'logDice',
          'minSensitivity',
          'deltaP21',
          'deltaP12',
          'logRatio',
          'oddsRatio',
        ] as const) {
          expectNear(many[measure], one[measure]!, 1e-6);
        }
      }),
    );
  });

  test('is the same seen from the other word, where a measure has no direction', () => {
    fc.assert(
      fc.property(cells, ([a, b, c, d]) => {
        const n = a! + b! + c! + d!;
        const one = association(a!, a! + b!, a! + c!, n);
        const other = association(a!, a! + c!, a! + b!, n);
        for (const measure of associationMeasures) {
          if (measure === 'logRatio' || measure.startsWith('delta')) continue;
          expect(Math.abs(other[measure]! - one[measure]!)).toBeLessThanOrEqual(
            1e-7 * (1 + Math.abs(one[measure]!) + n / 1000),
          );
        }
        expect(other.deltaP12).toBe(one.deltaP21);
      }),
    );
  });

  test('is a number or nothing, also where cells are empty or below zero', () => {
    const any = fc.nat({ max: 30 });
    fc.assert(
      fc.property(any, any, any, any, fc.constantFrom(...associationMeasures), (o, r1, c1, n, measure) => {
        expect(associationFormulas[measure](o, r1, c1, n)).toSatisfy(
          (score: unknown) => score === null || Number.isFinite(score),
        );
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('keyness, whatever the numbers', () => {
  test('is a number or nothing, and none where both are alike', () => {
    const count = fc.nat({ max: 20 });
    fc.assert(
      fc.property(count, count, count, count, (f1, n1, f2, n2) => {
        expect(Object.values(keyness(f1, n1, f2, n2)).every((score) => score === null || Number.isFinite(score))).toBe(
          true,
        );
        const same = keyness(f1 + 1, 40, 2 * f1 + 2, 80);
        for (const measure of ['ll', 'g2', 'chi2', 'logRatio', 'percentDiff', 'din'] as const)
          expect(same[measure]).toBeCloseTo(0, 9);
      }),
    );
  });

  test('its interval holds the log ratio, and shrinks with the counts', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 500 }), (f1, f2) => {
        const few = keyness(f1, 1_000_000, f2, 2_000_000);
        const many = keyness(f1 * 100, 100_000_000, f2 * 100, 200_000_000);
        expect(few.logRatioLow!).toBeLessThan(few.logRatio!);
        expect(few.logRatioHigh!).toBeGreaterThan(few.logRatio!);
        // Ten times narrower: the error is that of the square root.
        expectNear(many.logRatioHigh! - many.logRatioLow!, (few.logRatioHigh! - few.logRatioLow!) / 10, 1e-6);
      }),
    );
  });

  test('counts beyond 32 bits', () => {
    const { ll, logRatio } = keyness(6e9, 6e12, 3e9, 6e12);
    expectNear(logRatio, 1, 1e-12);
    expectNear(ll, 2 * (6e9 * Math.log(6 / 4.5) + 3e9 * Math.log(3 / 4.5)), 1e-9);
  });
});

const parts = fc.array(fc.tuple(fc.nat({ max: 30 }), fc.integer({ min: 1, max: 300 })), { minLength: 2, maxLength: 8 });
const split = (list: readonly (readonly [number, number])[]) =>
  [list.map(([count]) => count), list.map(([, size]) => size)] as const;

function expectSame(one: object, other: object): void {
  for (const [name, value] of Object.entries(one) as [keyof typeof one, number | null][]) {
    const same = other[name] as number | null;
    if (value === null || same === null) expect(same).toBe(value);
    else expect(same).toBeCloseTo(value, 9);
  }
}

describe('dispersion, whatever the numbers', () => {
  test('does not ask in which order parts come, nor about empty ones', () => {
    fc.assert(
      fc.property(parts, (list) => {
        const measures = dispersion(...split(list));
        expectSame(measures, dispersion(...split(list.toReversed())));
        expectSame(measures, dispersion(...split([...list, [0, 0]])));
      }),
    );
  });

  test('is whole for what is spread as evenly as can be, and least for what is in one part', () => {
    fc.assert(
      fc.property(parts, fc.integer({ min: 1, max: 5 }), (list, times) => {
        const sizes = list.map(([, size]) => size);
        const even = dispersion(
          sizes.map((size) => size * times),
          sizes,
        );
        expectSame(
          { juillandD: 1, carrollD2: 1, rosengrenS: times * 1, dp: 0, dpNorm: 0 },
          { ...even, rosengrenS: even.rosengrenS! * times },
        );
        const smallest = sizes.indexOf(Math.min(...sizes));
        const one = dispersion(
          sizes.map((_, part) => (part === smallest ? times : 0)),
          sizes,
        );
        expectSame({ range: 1, juillandD: 0, carrollD2: 0, dpNorm: 1 }, { ...one, juillandD: one.juillandD! });
        expect(one.juillandD).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('ARF is 1 for one place, and the count itself for places as far apart as can be', () => {
    expect(arf([17], 60)).toBe(1);
    expect(arf([], 60)).toBeNull();
    expect(arf([0, 10, 20, 30, 40, 50], 60)).toBe(6);
    // Wherever the circle of tokens is cut.
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat({ max: 99 }), { minLength: 1 }), fc.nat({ max: 99 }), (places, turn) => {
        const ascending = (list: readonly number[]) => list.toSorted((a, b) => a - b);
        expect(arf(ascending(places.map((place) => (place + turn) % 100)), 100)).toBeCloseTo(
          arf(ascending(places), 100)!,
          9,
        );
      }),
    );
  });
});
