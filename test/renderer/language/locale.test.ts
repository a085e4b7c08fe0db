import { afterEach, describe, expect, it } from 'vitest';
import { systemLanguage } from '../../../src/renderer/language/languages.ts';
import { compactNumber, dateText, nameOfLanguage, numberFormat } from '../../../src/renderer/language/locale.ts';
import { speak } from '../../../src/renderer/language/spoken.ts';

const day = Date.UTC(2026, 10, 22);

afterEach(() => {
  speak('en');
});

describe('the language of the system', () => {
  it.each([
    [['mk-MK', 'en'], 'mk'],
    [['de-DE', 'ar-EG', 'en'], 'ar'],
    [['EN-us'], 'en'],
    [['de', 'fr'], 'en'],
    [[], 'en'],
    // Not Arabic, though it begins like it.
    [['arn'], 'en'],
  ] as const)('%j is %s', (tags, language) => {
    expect(systemLanguage(tags)).toBe(language);
  });
});

describe('figures, dates and names', () => {
  it.each([
    ['en', '1,234,567.89', '1.23M', 'Nov 22, 2026', 'Arabic'],
    ['mk', '1.234.567,89', '1,23 мил.', '22 ное. 2026 г.', 'арапски'],
    ['ar', '1,234,567.89', '1.23 مليون', '22 نوفمبر 2026', 'العربية'],
  ] as const)('of %s', (language, figure, compact, date, name) => {
    speak(language);
    const plain = (text: string) => text.replaceAll('\u00a0', ' ').replaceAll('\u200f', '');
    expect(plain(numberFormat({ maximumFractionDigits: 2 }).format(1_234_567.891))).toBe(figure);
    expect(plain(compactNumber(1_234_567))).toBe(compact);
    expect(plain(dateText(day, 'day'))).toBe(date);
    expect(nameOfLanguage('ar')).toBe(name);
  });

  it('has the digits of the region', () => {
    expect(numberFormat({}, 'ar-EG').format(1905)).toBe('١٬٩٠٥');
  });

  it('gives back a code that has no name', () => {
    expect(nameOfLanguage('not a tag!')).toBe('not a tag!');
  });
});
