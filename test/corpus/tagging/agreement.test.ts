import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cohenKappa, krippendorffAlpha } from '../../../src/corpus/frequency/agreement.ts';
import { unitizingAlpha } from '../../../src/corpus/frequency/unitizing.ts';
import { agreementOf, type TaggedText, withoutThose } from '../../../src/corpus/tagging/agreement.ts';

/** Words of three characters with a space after each. */
function textOf(words: number): TaggedText {
  const wordStarts = Array.from({ length: words }, (_, at) => at * 4);
  return { wordStarts, wordEnds: wordStarts.map((start) => start + 3), length: words * 4 };
}

const spans = fc.array(
  fc
    .tuple(fc.nat(70), fc.integer({ min: 1, max: 30 }))
    .map(([start, length]) => ({ start, end: Math.min(80, start + length) })),
  { maxLength: 6 },
);
const tagging = fc.record({ text: fc.constant(textOf(20)), first: spans, second: spans });

describe('agreement of two who tag', () => {
  test('is that of each word looked at by itself', () => {
    fc.assert(
      fc.property(fc.array(tagging, { minLength: 1, maxLength: 3 }), (taggings) => {
        const has = (own: readonly { start: number; end: number }[], word: number, text: TaggedText) =>
          own.some(({ start, end }) => start < text.wordEnds[word]! && end > text.wordStarts[word]!) ? 1 : 0;
        const words = taggings.flatMap(({ text, first, second }) =>
          Array.from({ length: 20 }, (_, word) => [has(first, word, text), has(second, word, text)] as const),
        );
        const table = [0, 1].map((a) => [0, 1].map((b) => words.filter(([x, y]) => x === a && y === b).length));
        const found = agreementOf([taggings]);
        expect(found.percent).toBeCloseTo(words.filter(([a, b]) => a === b).length / words.length, 12);
        const near = (value: number | null, expected: number | null) => {
          if (expected === null || value === null) expect(value).toBe(expected);
          else expect(value).toBeCloseTo(expected, 10);
        };
        near(found.kappa, cohenKappa(table));
        near(found.alpha, krippendorffAlpha(words));
        expect(found.first).toBe(taggings.reduce((many, { first }) => many + first.length, 0));
      }),
    );
  });

  test('of passages as they were cut is that of the texts one after the other', () => {
    const text = textOf(10);
    const one = { text, first: [{ start: 0, end: 12 }], second: [{ start: 4, end: 12 }] };
    const other = { text, first: [{ start: 20, end: 27 }], second: [] };
    const whole = unitizingAlpha(
      [
        [
          { start: 0, end: 12 },
          { start: 60, end: 67 },
        ],
        [{ start: 4, end: 12 }],
      ],
      80,
    );
    expect(whole).not.toBeNull();
    expect(agreementOf([[one, other]]).unitizing).toBeCloseTo(whole!, 12);
  });

  test('two who tag alike agree wholly, and what nobody tagged has no measure but the share', () => {
    const text = textOf(10);
    const same = [{ start: 0, end: 11 }];
    expect(agreementOf([[{ text, first: same, second: same }]])).toMatchObject({
      percent: 1,
      kappa: 1,
      alpha: 1,
      unitizing: 1,
      both: 1,
    });
    expect(agreementOf([[{ text, first: [], second: [] }]])).toMatchObject({
      percent: 1,
      kappa: null,
      alpha: null,
      unitizing: null,
    });
    expect(
      withoutThose(
        [
          { start: 1, end: 2 },
          { start: 1, end: 3 },
        ],
        [{ start: 1, end: 3 }],
      ),
    ).toEqual([{ start: 1, end: 2 }]);
  });
});
