import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findFolded } from '../../../src/corpus/text/find-folded.ts';
import { fold } from '../../../src/corpus/text/fold.ts';

const found = (text: string, sought: string) =>
  findFolded(text, sought, 100).places.map(({ start, end }) => text.slice(start, end));

test.each([
  ['The LAKE, the lake', 'lake', ['LAKE', 'lake']],
  ['المَكْتَبَةُ في مكتبــة المدينة', 'مكتبة', ['مَكْتَبَةُ', 'مكتبــة']],
  ['إلى أين؟', 'الي اين', ['إلى أين']],
  ['Straße, STRASSE', 'strasse', ['Straße', 'STRASSE']],
  ['ß', 's', ['ß']],
  ['сѐ и се', 'се', ['сѐ', 'се']],
  ['ќе, ке', 'ке', ['ке']],
  ['the old\n\n  lake', 'old lake', ['old\n\n  lake']],
  ['٢٠٢٣ and 2023', '2023', ['٢٠٢٣', '2023']],
  ['ﷲ', 'الله', ['ﷲ']],
  ['aaaaa', 'aa', ['aa', 'aa']],
  ['anything', '', []],
  ['a b', '  ', []],
])('%j has %j as %j', (text, sought, expected) => {
  expect(found(text, sought)).toEqual(expected);
});

test('more than asked for are said to be more', () => {
  expect(findFolded('aaa', 'a', 2)).toMatchObject({ places: { length: 2 }, complete: false });
  expect(findFolded('aaa', 'a', 3)).toMatchObject({ places: { length: 3 }, complete: true });
});

// Letters with their marks, whole: what lies between two of them is a place where a match may begin.
const letter = fc.constantFrom(
  'a',
  'A',
  'á',
  'a\u0301',
  'b',
  'ß',
  'ب',
  'بَ',
  'بـ',
  'أ',
  'ا',
  'ك',
  'ک',
  'е',
  'ѐ',
  'к',
  'ќ',
  '7',
  '٧',
  '😀',
);

test('what is found is what a scan of all stretches finds', () => {
  fc.assert(
    fc.property(
      fc.array(letter, { maxLength: 30 }),
      fc.array(letter, { minLength: 1, maxLength: 3 }),
      (letters, sought) => {
        const wanted = fold(sought.join(''));
        const expected: { start: number; end: number }[] = [];
        const offset = (count: number) => letters.slice(0, count).join('').length;
        for (let from = 0; from < letters.length; from++) {
          const to = [...letters.keys()].find(
            (end) => end >= from && fold(letters.slice(from, end + 1).join('')) === wanted,
          );
          if (to === undefined) continue;
          expected.push({ start: offset(from), end: offset(to + 1) });
          from = to;
        }
        expect(findFolded(letters.join(''), sought.join(''), 100).places).toEqual(expected);
      },
    ),
  );
});
