import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberAt, readGoal, spansOf } from '../../src/renderer/features/reading/place-text.ts';
import { cardPlace } from '../../src/renderer/features/reading/word/card-place.ts';
import type { CharOffset } from '../../src/shared/model.ts';

describe('numbers of sentences and paragraphs', () => {
  it('are those of the last one that has begun', () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 20 });
    fc.assert(
      fc.property(lengths, fc.nat(3), fc.nat(120), (all, gap, offset) => {
        let end = gap;
        const bounds = all.flatMap((length) => {
          const start = end;
          end = start + length + gap;
          return [start, start + length] as CharOffset[];
        });
        const units = spansOf(bounds);
        expect(units.map(({ end: last }) => last)).toEqual(bounds.filter((_, at) => at % 2 === 1));
        const begun = units.filter(({ start }) => start <= offset).length;
        expect(numberAt(units, offset)).toBe(units.length === 0 ? 0 : Math.max(1, begun));
      }),
    );
  });

  it('are read as people write them, in any digits', () => {
    const written = [
      '12',
      ' 12 ',
      '¶3',
      'p 3',
      'P3',
      's 7',
      '١٢',
      'ف٣',
      'п 4',
      '',
      '0',
      '-1',
      'x3',
      '1.5',
      'p',
      '12 p',
    ];
    expect(written.map((one) => readGoal(one, 'sentence'))).toEqual([
      { unit: 'sentence', number: 12 },
      { unit: 'sentence', number: 12 },
      { unit: 'paragraph', number: 3 },
      { unit: 'paragraph', number: 3 },
      { unit: 'paragraph', number: 3 },
      { unit: 'sentence', number: 7 },
      { unit: 'sentence', number: 12 },
      { unit: 'paragraph', number: 3 },
      { unit: 'paragraph', number: 4 },
      ...Array.from({ length: 7 }, () => null),
    ]);
    expect(readGoal('5', 'paragraph')).toEqual({ unit: 'paragraph', number: 5 });
  });
});

describe('a card about a word', () => {
  it('stands in the pane and never over the word', () => {
    const box = fc.record({
      left: fc.nat(900),
      top: fc.nat(700),
      width: fc.nat(200),
      height: fc.integer({ min: 1, max: 60 }),
    });
    fc.assert(
      fc.property(box, (anchor) => {
        const pane = { left: 100, top: 50, width: 800, height: 600 };
        const { left, top, height, isAbove } = cardPlace(anchor, pane, 360, 300);
        expect(left).toBeGreaterThanOrEqual(8);
        expect(left + 360).toBeLessThanOrEqual(pane.width - 8);
        if (isAbove) expect(top + pane.top).toBeLessThan(anchor.top);
        else expect(top + pane.top).toBeGreaterThan(anchor.top + anchor.height);
        // It goes to where there is more room, unless there is enough below.
        const below = pane.top + pane.height - anchor.top - anchor.height;
        const above = anchor.top - pane.top;
        if (below < 300) expect(isAbove).toBe(above > below);
        expect(height).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
