import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { krippendorffAlpha } from '../../../src/corpus/frequency/agreement.ts';
import { unitizingAlpha } from '../../../src/corpus/frequency/unitizing.ts';
import { agreementOf, type TaggedText } from '../../../src/corpus/tagging/agreement.ts';
import { agreementAmong } from '../../../src/corpus/tagging/agreement-among.ts';

/** Words of three characters with a space after each. */
function textOf(words: number): TaggedText {
  const wordStarts = Array.from({ length: words }, (_, at) => at * 4);
  return { wordStarts, wordEnds: wordStarts.map((start) => start + 3), length: words * 4 };
}

const words = 20;
const spans = fc.array(
  fc
    .tuple(fc.nat(70), fc.integer({ min: 1, max: 30 }))
    .map(([start, length]) => ({ start, end: Math.min(80, start + length) })),
  { maxLength: 5 },
);

const people = fc
  .integer({ min: 2, max: 6 })
  .chain((many) =>
    fc.array(fc.array(fc.option(spans), { minLength: many, maxLength: many }), { minLength: 1, maxLength: 3 }),
  );

function near(value: number | null, expected: number | null): void {
  if (expected === null || value === null) expect(value).toBe(expected);
  else expect(value).toBeCloseTo(expected, 10);
}

describe('agreement among many who tag', () => {
  test('is that of each word looked at by itself, with gaps for who tagged nothing', () => {
    fc.assert(
      fc.property(people, (texts) => {
        const text = textOf(words);
        const has = (own: readonly { start: number; end: number }[] | null, word: number) =>
          own === null
            ? null
            : own.some(({ start, end }) => start < text.wordEnds[word]! && end > text.wordStarts[word]!)
              ? 1
              : 0;
        const things = texts.flatMap((own) =>
          Array.from({ length: words }, (_, word) => own.map((one) => has(one, word))),
        );
        const spoken = things
          .map((thing) => thing.filter((value) => value !== null))
          .filter(({ length }) => length > 1);
        const shares = spoken.map((values) => {
          const pairs = values.flatMap((a, i) => values.slice(i + 1).map((b) => a === b));
          return pairs.filter(Boolean).length / pairs.length;
        });
        const found = agreementAmong([texts.map((own) => ({ text, people: own }))]);
        near(found.alpha, krippendorffAlpha(things));
        near(found.percent, shares.length === 0 ? null : shares.reduce((sum, share) => sum + share, 0) / shares.length);
      }),
    );
  });

  test('of two is what the agreement of two is', () => {
    fc.assert(
      fc.property(spans, spans, spans, spans, (a, b, c, d) => {
        const text = textOf(words);
        const two = agreementOf([[{ text, first: a, second: b }], [{ text, first: c, second: d }]]);
        const among = agreementAmong([[{ text, people: [a, b] }], [{ text, people: [c, d] }]]);
        near(among.percent, two.percent);
        near(among.alpha, two.alpha);
        near(among.unitizing, two.unitizing);
      }),
    );
  });

  test('of passages counts the texts that everybody has tagged in', () => {
    const text = textOf(10);
    const [one, other, third] = [[{ start: 0, end: 12 }], [{ start: 4, end: 12 }], [{ start: 0, end: 12 }]];
    const whole = { text, people: [one, other, third] };
    const gap = { text, people: [one, null, third] };
    expect(agreementAmong([[whole, gap]]).unitizing).toBeCloseTo(unitizingAlpha([one, other, third], 40)!, 12);
    expect(agreementAmong([[gap]])).toMatchObject({ percent: 1, alpha: 1, unitizing: null });
  });
});
