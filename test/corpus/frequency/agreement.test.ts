import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cohenKappa, krippendorffAlpha } from '../../../src/corpus/frequency/agreement.ts';
import type { MarkedSpan } from '../../../src/corpus/frequency/unitizing.ts';
import { unitizingAlpha, unitizingAlphaOf } from '../../../src/corpus/frequency/unitizing.ts';

/** Observers in rows; a dot for no value. */
function things(...observers: string[]): (string | null)[][] {
  const rows = observers.map((row) => row.split(' ').map((value) => (value === '.' ? null : value)));
  return rows[0]!.map((_, thing) => rows.map((row) => row[thing]!));
}

describe('agreement', () => {
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

const text = 24;
/** Ends of spans in turn: from the first to the second, from the third to the fourth, and so on. */
const spans = fc
  .uniqueArray(fc.nat({ max: text }), { maxLength: 8 })
  .map((ends) => ends.sort((a, b) => a - b))
  .map((ends) =>
    ends.flatMap((start, i): MarkedSpan[] =>
      i % 2 === 0 && i + 1 < ends.length ? [{ start, end: ends[i + 1]! }] : [],
    ),
  );

/** α by its definition: every pair of sections compared, every place that a span could have taken tried. */
function naiveAlpha(people: readonly (readonly MarkedSpan[])[]): number | null {
  const covers = (list: readonly MarkedSpan[], place: number) =>
    list.some(({ start, end }) => start <= place && place < end);
  const gapsOf = (list: readonly MarkedSpan[]) => {
    const gaps: MarkedSpan[] = [];
    for (let start = 0; start < text; start++) {
      if (covers(list, start) || (start > 0 && !covers(list, start - 1))) continue;
      let end = start;
      while (end < text && !covers(list, end)) end++;
      gaps.push({ start, end });
    }
    return gaps;
  };
  let observed = 0;
  for (const [i, one] of people.entries()) {
    for (const [j, other] of people.entries()) {
      if (i === j) continue;
      for (const a of one) {
        for (const b of other)
          if (a.start < b.end && b.start < a.end) observed += (a.start - b.start) ** 2 + (a.end - b.end) ** 2;
        // From either side, so that a pair of people is counted twice, as two spans are.
        for (const b of gapsOf(other)) if (b.start <= a.start && a.end <= b.end) observed += 2 * (a.end - a.start) ** 2;
      }
    }
  }
  observed /= people.length * (people.length - 1) * text ** 2;
  const all = people.flat();
  let expected = 0;
  let within = 0;
  for (const { start, end } of all) {
    const l = end - start;
    for (let shift = 1 - l; shift < l; shift++) expected += (all.length - 1) * shift ** 2;
    for (const gap of people.flatMap(gapsOf)) for (let at = gap.start; at + l <= gap.end; at++) expected += l ** 2;
    within += l * (l - 1);
  }
  const places = people.length * text;
  expected = (2 / text) * (expected / (places * (places - 1) - within));
  return expected === 0 ? null : 1 - observed / expected;
}

describe('agreement on spans', () => {
  test('is that of every pair of spans and every place they could have taken', () => {
    fc.assert(
      fc.property(fc.array(spans, { minLength: 2, maxLength: 3 }), (people) => {
        const wanted = naiveAlpha(people);
        if (wanted === null) expect(unitizingAlpha(people, text)).toBeNull();
        else expect(unitizingAlpha(people, text)).toBeCloseTo(wanted, 10);
      }),
      { numRuns: 300 },
    );
  });

  test('is whole where all marked the same, and less the further the ends are apart', () => {
    const one = [{ start: 10, end: 20 }];
    expect(unitizingAlpha([one, one], 100)).toBe(1);
    const shifted = [1, 3, 6].map((by) => unitizingAlpha([one, [{ start: 10 + by, end: 20 + by }]], 100)!);
    expect(shifted).toEqual(shifted.toSorted((a, b) => b - a));
    expect(new Set(shifted).size).toBe(3);
    expect(
      unitizingAlphaOf(
        [
          [one, one],
          [[], []],
        ],
        100,
      ),
    ).toBe(1);
  });

  test('is nothing where nobody marked anything, one is alone, or there is no text', () => {
    expect(unitizingAlpha([[], []], 100)).toBeNull();
    expect(unitizingAlpha([[{ start: 0, end: 1 }]], 100)).toBeNull();
    expect(unitizingAlpha([[], []], 0)).toBeNull();
    expect(() =>
      unitizingAlpha(
        [
          [
            { start: 0, end: 9 },
            { start: 3, end: 4 },
          ],
          [],
        ],
        100,
      ),
    ).toThrow(RangeError);
  });
});
