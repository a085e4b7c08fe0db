import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { associationMeasures } from '../../../src/shared/measures.ts';
import { association } from '../../../src/corpus/frequency/association.ts';
import { associationArithmetic } from '../../../src/corpus/frequency/association-arithmetic.ts';
import { arf, dispersion } from '../../../src/corpus/frequency/dispersion.ts';
import { dispersionArithmetic } from '../../../src/corpus/frequency/dispersion-arithmetic.ts';
import { evaluated, filled, formulaOf, shown, stepsOf } from '../../../src/corpus/frequency/formula.ts';
import { keyness } from '../../../src/corpus/frequency/keyness.ts';
import { keynessArithmetic } from '../../../src/corpus/frequency/keyness-arithmetic.ts';
import { dispersionMeasures, keynessMeasures } from '../../../src/shared/measures.ts';
import type { Arithmetic } from '../../../src/shared/tables.ts';

/** What JavaScript makes of a formula that is shown: another reader than the one that wrote it. */
function worth(text: string): number {
  const script = text.replaceAll('−', '-').replaceAll('·', '*').replaceAll('^', '**').replaceAll('√', 'sqrt');
  const tail = (x: number) => evaluated(formulaOf(`tail(${x})`));
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the text is made by the code under test
  const read = new Function('sqrt', 'ln', 'log2', 'abs', 'min', 'tail', `return ${script}`) as (
    ...of: unknown[]
  ) => number;
  return read(Math.sqrt, Math.log, Math.log2, Math.abs, Math.min, tail);
}

/** Every step is worth the value, as far as ten digits go; and the value is that of the measure. */
function expectOpened(arithmetic: Arithmetic, value: number | null, scale: number): void {
  if (value === null) {
    expect(arithmetic).toMatchObject({ value: null, steps: [] });
    return;
  }
  expect(arithmetic.value).toSatisfy(
    (own: unknown) => typeof own === 'number' && Math.abs(own - value) <= 1e-9 * (scale + Math.abs(value)),
  );
  expect(arithmetic.steps.length).toBeGreaterThan(0);
  for (const step of arithmetic.steps) {
    const error = Math.abs(worth(step) - value);
    expect(error, `${step} is not ${value}`).toBeLessThanOrEqual(1e-5 * (scale + Math.abs(value)));
  }
  expect(arithmetic.source.length).toBeGreaterThan(5);
  for (const { meaning } of arithmetic.terms) expect(meaning).not.toBe('');
}

const cells = fc.tuple(
  fc.integer({ min: 1, max: 400 }),
  fc.nat({ max: 4_000 }),
  fc.nat({ max: 4_000 }),
  fc.nat({ max: 1_000_000 }),
);

describe('the arithmetic of a score', () => {
  test('of collocates comes to the score, step by step', () => {
    fc.assert(
      fc.property(cells, fc.constantFrom(...associationMeasures), ([o11, o12, o21, o22], measure) => {
        const [r1, c1, n] = [o11 + o12, o11 + o21, o11 + o12 + o21 + o22];
        const facts = { nodes: r1, windowTokens: r1, span: 10 };
        const opened = associationArithmetic(measure, { o11, r1, c1, n }, facts);
        expect(opened.cells).toEqual([
          [o11, o12],
          [o21, o22],
        ]);
        expectOpened(opened, association(o11, r1, c1, n)[measure], n);
        for (const { tool, value } of opened.parity)
          if (tool === 'CQPweb') expect(value).toBe(association(o11, r1, c1, n)[measure]);
      }),
      { numRuns: 600 },
    );
  });

  test('of keywords comes to the score, step by step', () => {
    const side = fc.tuple(fc.nat({ max: 300 }), fc.integer({ min: 301, max: 2_000_000 }));
    fc.assert(
      fc.property(side, side, fc.constantFrom(...keynessMeasures), ([f1, n1], [f2, n2], measure) => {
        fc.pre(f1 + f2 > 0);
        const facts = { f1, n1, f2, n2, k: 1, tested: 50, qBh: 0.25 };
        const scores = keyness(f1, n1, f2, n2);
        const value =
          measure === 'qBh' ? 0.25 : measure === 'pBonferroni' ? Math.min(1, scores.p! * 50) : scores[measure];
        // The p of a small difference of large numbers is as exact as they are.
        const scale =
          measure === 'p' || measure === 'pBonferroni'
            ? 1 + (f1 + f2) * 50
            : f1 + f2 + (measure === 'g2' ? (n1 + n2) / 1000 : 1);
        expectOpened(keynessArithmetic(measure, facts), value, scale);
      }),
      { numRuns: 600 },
    );
    const untested = { f1: 1, n1: 5, f2: 0, n2: 0, k: 1, tested: 1, qBh: null };
    expect(keynessArithmetic('qBh', untested)).toMatchObject({ value: null, steps: [] });
  });

  test('of dispersion comes to the measure, step by step', () => {
    const part = fc.tuple(fc.nat({ max: 20 }), fc.integer({ min: 20, max: 500 }));
    const parts = fc.array(part, { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(parts, fc.constantFrom(...dispersionMeasures), (some, measure) => {
        const counts = some.map(([count]) => count);
        const sizes = some.map(([, size]) => size);
        let before = 0;
        const places = some.flatMap(([count, size]) => {
          const own = Array.from({ length: count }, (_, i) => before + i);
          before += size;
          return own;
        });
        const value = measure === 'arf' ? arf(places, before) : dispersion(counts, sizes)[measure];
        expectOpened(dispersionArithmetic(measure, counts, sizes, places), value, 1);
      }),
      { numRuns: 400 },
    );
  });

  test('reads like the books have it', () => {
    const facts = { f1: 7, n1: 1000, f2: 2, n2: 1000, k: 1, tested: 3, qBh: 1 };
    expect(keynessArithmetic('ll', facts)).toMatchObject({
      formula: 's·2·(f1·ln(f1/E1) + f2·ln(f2/E2))',
      steps: ['1·2·(7·ln(7/4.5) + 2·ln(2/4.5))', '2·(3.092829266 + (−1.621860432))', '2·1.470968834', '2.941937667'],
      parity: [{ tool: 'AntConc' }, { tool: 'WordSmith' }],
    });
    const table = { o11: 10, r1: 100, c1: 50, n: 10_000 };
    const opened = associationArithmetic('mi', table, { nodes: 12, windowTokens: 100, span: 10 });
    expect(opened).toMatchObject({ formula: 'log2(O11/E11)', steps: ['log2(10/0.5)', 'log2(20)', '4.321928095'] });
    expect(opened.terms.map(({ symbol, value }) => [symbol, value])).toEqual([
      ['O11', 10],
      ['E11', 0.5],
    ]);
    expect(opened.parity.map(({ tool }) => tool)).toEqual(['CQPweb', 'Sketch Engine', 'WordSmith']);
  });

  test('of WordSmith’s z is that of its manual', () => {
    // J = 10, F1 = 12, F2 = 50, N = 10,000, S = 10: P = 50/9988, E = P·12·10.
    const { parity } = associationArithmetic(
      'z',
      { o11: 10, r1: 100, c1: 50, n: 10_000 },
      { nodes: 12, windowTokens: 100, span: 10 },
    );
    expect(parity.find(({ tool }) => tool === 'WordSmith')?.value).toBeCloseTo(
      (10 - 6000 / 9988) / Math.sqrt((6000 / 9988) * (9938 / 9988)),
      9,
    );
  });
});

describe('formulas', () => {
  test.each([
    ['a − (b − c)', 'a − (b − c)', -4],
    ['a − b − c', 'a − b − c', -6],
    ['a/(b/c)', 'a/(b/c)', 4 / 3],
    ['−(a + b)·c^2', '(−(a + b))·c^2', -150],
    ['xln(a, b) + abs(a − b)', 'a·ln(a/b) + abs(a − b)', 4 * Math.log(4 / 2) + 2],
    ['c/xln(a, b)', 'c/(a·ln(a/b))', 5 / (4 * Math.log(2))],
  ])('%s is shown as it is meant', (text, wanted, value) => {
    const given = { a: 4, b: 2, c: text.includes('xln') || text.startsWith('−') ? 5 : text.includes('/') ? 2 / 3 : 8 };
    expect(shown(formulaOf(text))).toBe(wanted);
    const numbers = filled(formulaOf(text), given);
    expect(worth(shown(numbers))).toBeCloseTo(evaluated(numbers), 6);
    if (text.includes('xln') || text.startsWith('−')) expect(evaluated(numbers)).toBeCloseTo(value, 9);
    expect(stepsOf(numbers).at(-1)).toBe(shown({ kind: 'number', value: evaluated(numbers) }));
  });

  test('that are none are refused', () => {
    for (const text of ['a +', 'a b', '(a', 'ln(a']) expect(() => formulaOf(text)).toThrow(SyntaxError);
    expect(() => filled(formulaOf('a + b'), { a: 1 })).toThrow(RangeError);
  });
});
