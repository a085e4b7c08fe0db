/** Measures held against values that others published, and against what must be true of them whatever the numbers. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { associationMeasures } from '../../../src/shared/measures.ts';
import { association, associationFormulas } from '../../../src/corpus/frequency/association.ts';
import { bonferroni, chi2Tail, criticalChi2, falseDiscoveryRates } from '../../../src/corpus/frequency/chi-square.ts';
import { arf, dispersion } from '../../../src/corpus/frequency/dispersion.ts';
import { keyness } from '../../../src/corpus/frequency/keyness.ts';
import { expectNear } from './reference.ts';

describe('association as published', () => {
  // Manning and Schütze 1999, Foundations of Statistical Natural Language Processing, tables 5.6 (t) and 5.14 (MI): bigrams
  // that occur 20 times in 14,307,668 words.
  test.each([
    ['Ayatollah Ruhollah', 42, 20, 4.4721, 18.38],
    ['Bette Midler', 41, 27, 4.4721, 17.98],
    ['Agatha Christie', 30, 117, 4.472, 16.31],
    ['videocassette recorder', 77, 59, 4.472, 15.94],
    ['unsalted butter', 24, 320, 4.472, 15.19],
    ['first made', 14907, 9017, 2.3714, 1.09],
    ['over many', 13484, 10570, 2.2446, 1.01],
    ['into them', 14734, 13478, 1.3685, 0.53],
    ['like people', 14093, 14776, 1.2176, 0.46],
    ['time last', 15019, 15629, 0.8036, 0.29],
  ])('t and MI of “%s”', (_words, first, second, t, mi) => {
    const scores = association(20, first, second, 14_307_668);
    expect(Math.abs(scores.t! - t)).toBeLessThanOrEqual(0.00011);
    expect(Math.abs(scores.mi! - mi)).toBeLessThanOrEqual(0.0051);
  });

  test('χ² of “new companies” (ibid., table 5.8)', () => {
    expect(association(8, 8 + 4667, 8 + 15_820, 8 + 4667 + 15_820 + 14_287_181).chi2).toBeCloseTo(1.55, 2);
  });

  // Church and Hanks 1990, table 1: association ratios in 15 million words, cut to one digit.
  test.each([
    ['honorary doctor', 12, 111, 621, 11.3],
    ['doctors dentists', 8, 1105, 44, 11.3],
    ['doctors nurses', 30, 1105, 241, 10.7],
    ['doctors treating', 8, 1105, 154, 9.4],
    ['examined doctor', 6, 275, 621, 9.0],
  ])('association ratio of “%s”', (_words, both, first, second, ratio) => {
    expect(Math.abs(association(both, first, second, 15e6).mi! - ratio)).toBeLessThan(0.1);
  });
});

describe('χ² with one degree of freedom', () => {
  // erfc from Abramowitz and Stegun 1964, table 7.1 and 7.3, and from the arbitrary-precision values of the DLMF.
  test.each([
    [0.5, 0.4795001221869535],
    [1, 0.15729920705028513],
    [2, 0.004677734981047266],
    [3, 2.209049699858544e-5],
    [5, 1.5374597944280349e-12],
    [10, 2.088487583762545e-45],
    [26, 5.663192408856143e-296],
  ])('its tail is erfc(%d)', (x, wanted) => {
    expectNear(chi2Tail(2 * x * x), wanted, 1e-13);
  });

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

  test('p of many tests: the example of Benjamini and Hochberg 1995, section 3.2', () => {
    // Fifteen p values, of which the procedure rejects four at .05, and Bonferroni three.
    const ps = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
    ];
    const rates = falseDiscoveryRates(Float64Array.from(ps));
    expect(rates.filter((rate) => rate <= 0.05)).toHaveLength(4);
    expect(ps.filter((p) => bonferroni(p, ps.length) <= 0.05)).toHaveLength(3);
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
