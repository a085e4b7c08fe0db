import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesOfParagraphs, marginNumbers, monacoText } from '../../src/renderer/ui/monaco/article-text.ts';
import { hexColour } from '../../src/renderer/ui/monaco/theme.ts';
import { columnsIn, columnWidth, sampleText } from '../../src/renderer/ui/monaco/wrap-column.ts';
import type { CharOffset } from '../../src/shared/model.ts';

/** Paragraphs as the engine cuts them: every run between newlines that holds anything. */
function paragraphsOf(text: string) {
  let at = 0;
  return text.split('\n').flatMap((line) => {
    const start = at;
    at += line.length + 1;
    return line === ''
      ? []
      : [{ start: start as CharOffset, end: (start + line.length) as CharOffset, direction: 'ltr' as const }];
  });
}

describe('the text that Monaco holds', () => {
  it('keeps every character at its offset, without what Monaco would rewrite', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'س', '\r', '\n', '\uFEFF', '🙂') });
    fc.assert(
      fc.property(text, (original) => {
        const held = monacoText(original);
        expect(held.length).toBe(original.length);
        expect(held).not.toContain('\r');
        expect(held.startsWith('\uFEFF')).toBe(false);
      }),
    );
  });

  it('numbers paragraphs at the lines that hold their starts', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n'), maxLength: 80 });
    fc.assert(
      fc.property(text, (article) => {
        const paragraphs = paragraphsOf(article);
        const lines = linesOfParagraphs(article, paragraphs);
        const number = marginNumbers(lines);
        let seen = 0;
        article.split('\n').forEach((line, index) => {
          expect(number(index + 1)).toBe(line === '' ? '' : String(++seen));
        });
        expect(seen).toBe(paragraphs.length);
      }),
    );
  });
});

describe('the column that long texts are broken at', () => {
  /** A face in which capitals are twice as wide as the rest, and Han three times. */
  const face = {
    measure: (text: string) =>
      Array.from(text).reduce(
        (sum, character) => sum + (/[A-Z]/u.test(character) ? 16 : character === '漢' ? 24 : 8),
        0,
      ),
    wideColumns: 1.8,
  };

  it('follows the widest part of a mixed text', () => {
    expect(columnWidth('small letters', face)).toBe(8);
    const mixed = 'small letters '.repeat(2000) + 'CAPITALS'.repeat(1000) + 'small letters '.repeat(2000);
    expect(columnWidth(mixed, face)).toBeGreaterThan(8);
    expect(columnWidth(mixed, face)).toBeLessThanOrEqual(16);
  });

  it('counts wide characters as Monaco does', () => {
    expect(columnWidth('漢'.repeat(10), face)).toBeCloseTo(24 / 1.8);
  });

  it('leaves no line longer than the room, for a text of one width', () => {
    fc.assert(
      fc.property(fc.integer({ min: 200, max: 2000 }), fc.double({ min: 3, max: 20, noNaN: true }), (pixels, width) => {
        expect(columnsIn(pixels, width) * width).toBeLessThanOrEqual(pixels);
      }),
    );
  });

  it('looks at the beginning, the end and between', () => {
    const text = 'b'.repeat(400) + 'm'.repeat(50_000) + 'e'.repeat(400);
    const [first, ...others] = sampleText(text);
    expect(first).toBe('b'.repeat(400));
    expect(others.at(-1)).toBe('e'.repeat(400));
    expect(others.length).toBe(11);
    expect(sampleText('short')).toEqual(['short']);
  });
});

describe('hexColour', () => {
  it('reads colours as browsers compute them', () => {
    expect(hexColour('rgb(23, 100, 77)')).toBe('#17644dff');
    expect(hexColour('rgba(30, 29, 26, 0.05)')).toBe('#1e1d1a0d');
    expect(hexColour('color(srgb 1 0.5 0 / 0.5)')).toBe('#ff800080');
    expect(hexColour('rgb(255 254 251 / 1)')).toBe('#fffefbff');
  });
});
