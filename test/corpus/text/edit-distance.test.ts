import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allowedSlips, editDistance } from '../../../src/corpus/text/edit-distance.ts';

/** The textbook recurrence over the whole matrix. */
function byTheBook(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const replaced = rows[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      rows[i]![j] = Math.min(rows[i - 1]![j]! + 1, rows[i]![j - 1]! + 1, replaced);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        rows[i]![j] = Math.min(rows[i]![j]!, rows[i - 2]![j - 2]! + 1);
    }
  }
  return rows[a.length]![b.length]!;
}

const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'к', 'ќ', 'ت'), maxLength: 9 });

describe('edit distance', () => {
  test('is the textbook one, cut at the limit', () => {
    fc.assert(
      fc.property(letters, letters, fc.nat({ max: 10 }), (a, b, limit) => {
        expect(editDistance(a, b, limit)).toBe(Math.min(byTheBook(a, b), limit + 1));
      }),
      { numRuns: 3_000 },
    );
  });

  test.each([
    ['', '', 0],
    ['', 'abc', 3],
    ['abc', '', 3],
    ['библиотека', 'библотека', 1],
    ['teh', 'the', 1],
    ['مدرسة', 'مردسة', 1],
    // Optimal string alignment edits no part twice; unrestricted distance would be 2.
    ['ca', 'abc', 3],
  ])('from %s to %s is %i', (a, b, distance) => {
    expect(editDistance(a, b, 5)).toBe(distance);
    expect(editDistance(b, a, 5)).toBe(distance);
  });

  test('longer words may have more slips, never nearly as many as letters', () => {
    for (let length = 0; length < 30; length++) {
      expect(allowedSlips(length)).toBeGreaterThanOrEqual(allowedSlips(Math.max(0, length - 1)));
      expect(allowedSlips(length)).toBeLessThanOrEqual(length / 3);
    }
  });
});
