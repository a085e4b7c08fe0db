/** Relations of spans, and the widening of their ends, against looking at every pair and every grapheme. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { widened } from '../../../src/corpus/tagging/graphemes.ts';
import type { Relation } from '../../../src/corpus/tagging/relations.ts';
import { related } from '../../../src/corpus/tagging/relations.ts';
import type { CharOffset, Span } from '../../../src/shared/model.ts';

const spans = fc.array(
  fc
    .tuple(fc.nat(30), fc.integer({ min: 1, max: 8 }))
    .map(([start, length]): Span => ({ start: start as CharOffset, end: (start + length) as CharOffset })),
  { maxLength: 12 },
);

function stands(a: Span, b: Span, relation: Relation, most: number): boolean {
  const shares = a.start < b.end && b.start < a.end;
  const before = a.end <= b.start && b.start - a.end <= most;
  switch (relation) {
    case 'within':
      return b.start <= a.start && a.end <= b.end;
    case 'encloses':
      return a.start <= b.start && b.end <= a.end;
    case 'overlaps':
      return shares;
    case 'precedes':
      return before;
    case 'near':
      return shares || before || (b.end <= a.start && a.start - b.end <= most);
  }
}

describe('relations of spans', () => {
  it('are those of each span to any other one', () => {
    const relation = fc.constantFrom<Relation>('within', 'encloses', 'overlaps', 'precedes', 'near');
    const chosen = fc.array(fc.boolean(), { minLength: 12, maxLength: 12 });
    const most = fc.oneof(fc.nat(6), fc.constant(Infinity));
    fc.assert(
      fc.property(spans, chosen, chosen, relation, most, (all, inOf, inTo, kind, distance) => {
        const numbers = all.map((_, at) => at);
        const of = numbers.filter((at) => inOf[at]);
        const to = numbers.filter((at) => inTo[at]);
        const naive = of.map((a) => to.some((b) => a !== b && stands(all[a]!, all[b]!, kind, distance)));
        expect(related(all, of, to, kind, (from, until) => until - from, distance)).toEqual(naive);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('ends of a span', () => {
  const piece = fc.constantFrom(
    ...['a', 'e\u0301', 'é', 'ж', 'ماءٌ', '👩‍👩‍👧', '🇲🇰', '\r\n', '\n', ' ', '©', '한', '\u200d', 'नि', '\ud83d', '汉'],
  );
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

  it('are widened to the graphemes of the whole text', () => {
    const texts = fc.array(piece, { maxLength: 25 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, fc.nat(120), fc.nat(120), (text, a, b) => {
        const from = Math.min(a, b, text.length);
        const to = Math.min(Math.max(a, b), text.length);
        const touched = [...segmenter.segment(text)]
          .map(({ index, segment }) => [index, index + segment.length] as const)
          .filter(([start, end]) => (from === to ? start < from && from < end : start < to && end > from));
        const wanted = touched.length === 0 ? null : { start: touched[0]![0], end: touched.at(-1)![1] };
        expect(widened(text, a, b)).toEqual(wanted);
      }),
      { numRuns: 2000 },
    );
  });
});
