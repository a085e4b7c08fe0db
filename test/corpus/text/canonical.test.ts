import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalText } from '../../../src/corpus/text/canonical.ts';

test('drops one byte order mark, joins line ends, composes, and touches nothing else', () => {
  expect(canonicalText('\ufeffa\r\nb')).toBe('a\nb');
  expect(canonicalText('e\u0301')).toBe('é');
  expect(canonicalText('\ufeff\ufeffa')).toBe('\ufeffa');
  expect(canonicalText('a\rb \u00a0\tc\ufeff')).toBe('a\rb \u00a0\tc\ufeff');
  expect(canonicalText('ﬁ ﷲ')).toBe('ﬁ ﷲ');
});

test('canonical text with no mark before it is its own canonical text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const canonical = canonicalText(text);
      fc.pre(!canonical.startsWith('\ufeff') && !canonical.includes('\r\n'));
      expect(canonicalText(canonical)).toBe(canonical);
    }),
  );
});

test('composes whatever Unicode has it composed, in strings of one byte a character and of two', () => {
  const units = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit)).filter((it) => it !== '\ufeff');
  expect(units.filter((unit) => canonicalText(unit) !== unit.normalize('NFC'))).toEqual([]);
  const near = fc.constantFrom(
    'a',
    'é',
    'ÿ',
    '\u02ff',
    '\u0300',
    '\u0301',
    '\u0340',
    '\u212a',
    'ا',
    '\u0653',
    '가',
    '\u11a8',
  );
  fc.assert(
    fc.property(fc.array(near), (letters) => {
      expect(canonicalText(letters.join(''))).toBe(letters.join('').normalize('NFC'));
    }),
  );
});
