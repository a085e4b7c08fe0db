/** Both ways of sorting the forms of a corpus against the plain order of strings. */
import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { sortForms } from '../../../src/corpus/index/sort-forms.ts';
import { fold } from '../../../src/corpus/text/fold.ts';
import { FormTable } from '../../../src/corpus/text/forms.ts';
import { kindCode } from '../../../src/corpus/text/scan.ts';
import { Tokeniser } from '../../../src/corpus/text/tokenise.ts';
import { anyText } from '../text/texts.ts';

/** Words that agree in more units than the radix sort looks at, and in all but their case and marks. */
const alike = fc.constantFrom('re-elected', 're-election', 'Re-Elected', 'réélection', 'réelection', 'معلم', 'مُعَلِّم');
const texts = fc.tuple(anyText, fc.array(alike, { maxLength: 6 })).map(([text, words]) => `${text} ${words.join(' ')}`);

it.each([
  ['by comparison', Infinity],
  ['by digits', 0],
])('forms are sorted %s by fold and then by form, as strings are', (_, compared) => {
  fc.assert(
    fc.property(texts, (text) => {
      const tokeniser = new Tokeniser();
      tokeniser.run(text);
      const { forms: table } = tokeniser;
      const written = Array.from({ length: table.size }, (__, n) =>
        String.fromCharCode(...table.units.subarray(table.offsets[n], table.offsets[n + 1])),
      );
      const order = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
      const expected = written.toSorted((a, b) => order(fold(a), fold(b)) || order(a, b));
      const { forms, rank } = sortForms(table, compared);
      const found = expected.map((__, type) => forms.text.slice(forms.starts[type], forms.starts[type + 1]));
      expect(found).toEqual(expected);
      expect(Array.from(rank, (type) => expected[type])).toEqual(written);
    }),
    { numRuns: 200 },
  );
});

const byUnit = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
const any = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
const latinOrArabic = fc.constantFrom('a', 'A', 'á', 'b', 'ل', 'أ', 'ا', '\u064e', 'ќ', 'ж');
const close = fc.string({ unit: latinOrArabic, minLength: 1, maxLength: 14 });

function classesOf(forms: readonly string[], compared: number) {
  const table = new FormTable();
  for (const form of forms) table.intern(form, 0, form.length, kindCode.word);
  const { folds, classStart, classOfType } = sortForms(table, compared);
  const { text, starts } = folds;
  const words = Array.from({ length: starts.length - 1 }, (_, at) => text.slice(starts[at], starts[at + 1]));
  return { folds: words, classStart: [...classStart], classOfType: [...classOfType] };
}

function naiveClasses(forms: readonly string[]) {
  const folds = forms.map(fold).sort(byUnit);
  const starts = folds.flatMap((folded, type) => (type === 0 || folds[type - 1] !== folded ? [type] : []));
  return {
    folds: starts.map((type) => folds[type]!),
    classStart: [...starts, forms.length],
    classOfType: folds.map((_, type) => starts.filter((start) => start <= type).length - 1),
  };
}

test('forms with the same fold make a class, by digits and by comparison', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.oneof(close, any), { maxLength: 60 }), (forms) => {
      for (const compared of [0, Infinity]) expect(classesOf(forms, compared)).toEqual(naiveClasses(forms));
    }),
  );
});

test('so they do where their letters are too many for a byte, and many begin alike', () => {
  const han = (at: number): string => String.fromCharCode(0x4e00 + at);
  const forms = Array.from({ length: 900 }, (_, at) => han((at * 7) % 450) + han(at % 3).repeat(at % 6) + han(at));
  expect(classesOf(forms, 0)).toEqual(naiveClasses(forms));
});
