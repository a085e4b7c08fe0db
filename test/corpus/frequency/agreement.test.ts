import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cohenKappa, krippendorffAlpha } from '../../../src/corpus/frequency/agreement.ts';

/** Observers in rows, as the publications print them; a dot for no value. */
function things(...observers: string[]): (string | null)[][] {
  const rows = observers.map((row) => row.split(' ').map((value) => (value === '.' ? null : value)));
  return rows[0]!.map((_, thing) => rows.map((row) => row[thing]!));
}

describe('agreement', () => {
  test('Cohen’s κ: the worked examples of Wikipedia, “Cohen’s kappa” (2024)', () => {
    expect(
      cohenKappa([
        [20, 5],
        [10, 15],
      ]),
    ).toBeCloseTo(0.4, 10);
    expect(
      cohenKappa([
        [45, 15],
        [25, 15],
      ]),
    ).toBeCloseTo(0.1304, 4);
    expect(
      cohenKappa([
        [25, 35],
        [5, 35],
      ]),
    ).toBeCloseTo(0.2593, 4);
  });

  test('Krippendorff’s α: the examples B and C of Krippendorff 2011, Computing Krippendorff’s Alpha-Reliability', () => {
    const two = things('0 1 0 0 0 0 0 0 1 0', '1 1 1 0 0 1 0 0 0 0');
    expect(krippendorffAlpha(two)).toBeCloseTo(0.095, 3);
    const four = things(
      '1 2 3 3 2 1 4 1 2 . . .',
      '1 2 3 3 2 2 4 1 2 5 . 3',
      '. 3 3 3 2 3 4 2 2 5 1 .',
      '1 2 3 3 2 4 4 1 2 5 1 .',
    );
    expect(krippendorffAlpha(four)).toBeCloseTo(0.743, 3);
  });

  test('α is that of all pairs counted one by one', () => {
    const thing = fc.array(fc.option(fc.nat({ max: 3 })), { maxLength: 4 });
    fc.assert(
      fc.property(fc.array(thing, { maxLength: 12 }), (list) => {
        const paired = list
          .map((values) => values.filter((value) => value !== null))
          .filter(({ length }) => length > 1);
        const pairs = <Value>(of: readonly Value[]) =>
          of.flatMap((a, i) => of.filter((_, j) => j !== i).map((b) => [a, b] as const));
        const share = (found: readonly (readonly [number, number])[], weight = 1) =>
          found.filter(([a, b]) => a !== b).length * weight;
        const all = paired.flat();
        const observed = paired.reduce((sum, own) => sum + share(pairs(own), 1 / (own.length - 1)), 0) / all.length;
        const expected = share(pairs(all)) / (all.length * (all.length - 1));
        const alpha = krippendorffAlpha(list);
        if (!(expected > 0)) expect(alpha).toBeNull();
        else expect(alpha).toBeCloseTo(1 - observed / expected, 10);
      }),
    );
  });

  test('is whole where all agree, and nothing where there is nothing to disagree about', () => {
    expect(
      cohenKappa([
        [3, 0],
        [0, 4],
      ]),
    ).toBe(1);
    expect(krippendorffAlpha(things('a b c a', 'a b c a'))).toBe(1);
    expect(
      cohenKappa([
        [3, 0],
        [0, 0],
      ]),
    ).toBeNull();
    expect(cohenKappa([])).toBeNull();
    expect(krippendorffAlpha(things('a a', 'a a'))).toBeNull();
    expect(krippendorffAlpha([[null, 'a'], []])).toBeNull();
  });
});
