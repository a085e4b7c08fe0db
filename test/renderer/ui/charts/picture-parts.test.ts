import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainColour } from '../../../../src/renderer/ui/charts/chart-picture.ts';
import { fitText } from '../../../../src/renderer/ui/charts/fit-text.ts';
import { covers, parseRange } from '../../../../src/renderer/ui/charts/font-faces.ts';
import { labelDirection } from '../../../../src/renderer/ui/charts/label-direction.ts';
import { flowLegend } from '../../../../src/renderer/ui/charts/legend-flow.ts';
import { fileName } from '../../../../src/renderer/ui/save-file.ts';

describe('colours that Inkscape reads', () => {
  it.each([
    ['rgb(23, 100, 77)', '#17644d', 1],
    ['rgba(0, 0, 0, 0.25)', '#000000', 0.25],
    ['color(srgb 1 0.5 0 / 0.5)', '#ff8000', 0.5],
    ['none', 'none', 1],
    ['url("#hatch-1")', 'url(#hatch-1)', 1],
    ['url("http://127.0.0.1/index.html#hatch-1") none', 'url(#hatch-1)', 1],
  ])('%s', (value, colour, opacity) => {
    expect(plainColour(value)).toEqual({ colour, opacity });
  });
});

describe('the faces that a picture carries', () => {
  const arabic = parseRange('U+0600-06FF, U+0750-077F, U+FB5?');
  it.each([
    ['سلام', true],
    ['lake and سلام', true],
    ['lake', false],
    ['\uFB56', true],
    ['', false],
  ])('%s', (text, expected) => {
    expect(covers(arabic, text)).toBe(expected);
  });
  it('without a range are for every text but a blank one', () => {
    expect(covers(parseRange(''), 'x')).toBe(true);
    expect(covers(parseRange(''), ' ')).toBe(false);
  });
});

describe('a label', () => {
  it.each([
    ['lake', 'ltr'],
    ['езеро', 'ltr'],
    ['بحيرة', 'rtl'],
    ['بحيرة Skopje', 'ltr'],
    ['BBC بحيرة', 'rtl'],
    ['2024', 'ltr'],
    ['שלום', 'rtl'],
  ])('%s runs %s', (text, direction) => {
    expect(labelDirection(text)).toBe(direction);
  });
  it('without letters runs as it is told', () => {
    expect(labelDirection('2024', 'rtl')).toBe('rtl');
  });

  it('is cut between letters and fits', () => {
    const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(words, fc.integer({ min: 2, max: 40 }), (text, width) => {
        const cut = fitText(text, width, (part) => part.length);
        if (text.length <= width) expect(cut).toBe(text);
        else {
          expect(cut.endsWith('…')).toBe(true);
          expect(text.startsWith(cut.slice(0, -1))).toBe(true);
        }
      }),
    );
    expect(fitText('a lake of water', 7, (part) => part.length)).toBe('a lake…');
  });
});

describe('a legend', () => {
  it('has no entry that meets another or the edge', () => {
    const widths = fc.array(fc.integer({ min: 5, max: 200 }), { maxLength: 6 });
    fc.assert(
      fc.property(widths, (texts) => {
        const { places, height, rowHeight } = flowLegend(texts, 300, 12);
        places.forEach(({ x, row }, at) => {
          expect(x + 18 + texts[at]!).toBeLessThanOrEqual(Math.max(300, 18 + texts[at]!));
          expect((row + 1) * rowHeight).toBeLessThanOrEqual(height);
          const before = places[at - 1];
          if (before?.row === row) expect(x).toBeGreaterThan(before.x + 18 + texts[at - 1]!);
        });
      }),
    );
  });
});

describe('the name of a saved file', () => {
  it.each([
    ['Collocates of “lake”.svg', 'Collocates of “lake”.svg'],
    ['a/b\\c: d?.png', 'a b c d .png'],
    ['  ..hidden. ', 'hidden'],
    ['\u2068بحيرة\u2069.svg', 'بحيرة .svg'],
    ['///', 'chart'],
  ])('%j', (name, expected) => {
    expect(fileName(name)).toBe(expected);
  });
});
