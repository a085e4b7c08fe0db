import { expect, test } from 'vitest';
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
