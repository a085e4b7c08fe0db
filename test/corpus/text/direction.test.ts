import fc from 'fast-check';
import { expect, test } from 'vitest';
import { IndexBuilder } from '../../../src/corpus/index/build.ts';
import { analyse } from '../../../src/corpus/text/analyse.ts';
import { directionOf } from '../../../src/corpus/text/direction.ts';
import { sentenceRules } from '../../../src/corpus/text/sentences.ts';

test.each([
  ['an Arabic sentence that opens with a Latin name', 'BBC قالت إن الرئيس وصل إلى المدينة', 'rtl'],
  ['a Latin sentence with an Arabic word', 'The word السلام means peace', 'ltr'],
  ['Hebrew', 'שלום world', 'ltr'],
  ['a tie goes to the first letter', 'אב ab', 'rtl'],
  ['a tie goes to the first letter', 'ab אב', 'ltr'],
  ['Thaana, Syriac, N’Ko', 'ދިވެހި', 'rtl'],
  ['Adlam, beyond the first plane', '𞤀𞤁𞤂', 'rtl'],
  ['Macedonian', 'Венецуела', 'ltr'],
  ['presentation forms', 'ﻻ', 'rtl'],
  ['digits say nothing', '٢٠٢٣', 'ltr'],
])('%s', (_, text, direction) => {
  expect(directionOf(text)).toBe(direction);
});

test('text without a letter takes the fallback', () => {
  expect(directionOf('2023 – 50%', 'rtl')).toBe('rtl');
  expect(directionOf('', 'rtl')).toBe('rtl');
});

test('a paragraph has its own direction; one without letters takes that of the document', () => {
  const text = 'قال الرئيس ذلك في المدينة\n2023\nHello to you\nCNN: قال الرئيس إنه سيعود';
  const { paragraphs, direction } = analyse(text, 'ar', sentenceRules({}));
  expect(direction).toBe('rtl');
  expect(paragraphs.map((paragraph) => paragraph.direction)).toEqual(['rtl', 'rtl', 'ltr', 'rtl']);
});

/** Words of one script, of two, and with as many letters of either. */
const mixedWord = fc.constantFrom(
  'ab',
  'اب',
  'abاب',
  'ابab',
  'cابجد',
  '#abاب',
  'a',
  'ب',
  'abc',
  'ابج',
  '𐤀',
  'aُ',
  '12',
  '—',
);
const mixedParagraph = fc.array(mixedWord, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));

test('one rule: most letters, or the first of as many, in a text by itself, read and indexed', () => {
  const rules = sentenceRules({});
  const directions = (paragraphs: readonly string[], whole: string): string[] => {
    const ofWhole = directionOf(whole);
    return paragraphs.map((paragraph) => directionOf(paragraph, ofWhole));
  };
  fc.assert(
    fc.property(fc.array(fc.array(mixedParagraph, { minLength: 1, maxLength: 3 }), { maxLength: 3 }), (documents) => {
      const texts = documents.map((paragraphs) => paragraphs.join('\n'));
      const builder = new IndexBuilder(rules);
      const whole = texts.map((text) => builder.addDocument({ text, language: 'und' }).direction);
      const index = builder.finish();
      for (const [doc, text] of texts.entries()) {
        const analysis = analyse(text, 'und', rules);
        const first = index.documentParagraph()[doc]!;
        expect(analysis.direction).toBe(directionOf(text));
        expect(whole[doc]).toBe(analysis.direction);
        const read = analysis.paragraphs.map(({ direction }) => direction);
        expect(read).toEqual(directions(documents[doc]!, text));
        expect(read.map((_, p) => index.paragraphDirection(first + p))).toEqual(read);
      }
    }),
    { numRuns: 300 },
  );
});
