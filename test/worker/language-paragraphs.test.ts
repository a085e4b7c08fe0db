import { beforeAll, describe, expect, it } from 'vitest';
import { languageTexts } from '../../bench/language-texts.ts';
import { seeded } from '../../bench/random.ts';
import type { LanguageDetector } from '../../src/worker/language.ts';
import { loadLanguageDetector } from '../../src/worker/language.ts';
import { documentLanguages, paragraphLanguages } from '../../src/worker/language-paragraphs.ts';

let detect: LanguageDetector;
beforeAll(async () => {
  detect = await loadLanguageDetector();
});

const texts = languageTexts();
/** The longest texts of a language, longest first. */
const longest = (group: string, count: number): string[] =>
  texts
    .filter((text) => text.group === group)
    .sort((a, b) => b.words - a.words)
    .slice(0, count)
    .map(({ text }) => text);
const documentOf = (...paragraphs: string[]): string => `${paragraphs.join('\n')}\n`;
const sum = (shares: readonly { share: number }[]): number => shares.reduce((all, { share }) => all + share, 0);

describe('the languages of a document', () => {
  it.each(['mk', 'bg', 'sr', 'ar', 'fa', 'ur', 'en', 'es', 'he', 'el', 'tr'])('%s alone is one language', (group) => {
    const { language, languages } = documentLanguages(documentOf(...longest(group, 8)), undefined, detect);
    expect([language, languages]).toEqual([group, [{ language: group, share: 1 }]]);
  });

  it('are shares of the letters: an Arabic article with the Spanish statement it is about', () => {
    const article = documentOf(...longest('ar', 6), ...longest('es', 1), '— @presidencia', ...longest('ar', 2));
    const found = documentLanguages(article, undefined, detect);
    expect(found.language).toBe('ar');
    expect(found.confidence).toBeGreaterThan(0.95);
    expect(found.languages.map(({ language }) => language)).toEqual(['ar', 'es']);
    expect(found.languages[1]!.share).toBeGreaterThan(0.05);
    expect(found.languages[1]!.share).toBeLessThan(0.3);
    expect(sum(found.languages)).toBeCloseTo(1, 9);
  });

  it.each([
    ['mk', 'sr'],
    ['mk', 'bg'],
    ['bg', 'ru'],
    ['fa', 'ar'],
    ['ur', 'fa'],
    ['es', 'en'],
    ['fr', 'de'],
    ['en', 'tr'],
  ])('%s with paragraphs of %s in the same script is mixed', (main, other) => {
    const [first, second, third, ...rest] = longest(main, 8);
    const text = documentOf(first!, second!, third!, longest(other, 1)[0]!, ...rest);
    const { language, languages } = documentLanguages(text, undefined, detect);
    expect(language).toBe(main);
    expect(languages.map((one) => one.language)).toEqual([main, other]);
  });

  it('the language of a document is that of most letters, whatever it begins with', () => {
    const text = documentOf(...longest('en', 2), ...longest('mk', 6), ...longest('ar', 1));
    const { language, languages } = documentLanguages(text, undefined, detect);
    expect(language).toBe('mk');
    expect(new Set(languages.map((one) => one.language))).toEqual(new Set(['mk', 'en', 'ar']));
  });

  it('names, figures and links are no language of their own', () => {
    const strays = [
      'Getty Images / John Smith, Anna Kowalska, Giorgos Papadopoulos',
      '12 345 678 — 90 %',
      'https://example.org/the/quick/brown/fox/jumps/over/the/lazy/dog',
      'Вардар, Пелистер, Шкендија, Работнички',
    ];
    for (const group of ['mk', 'en', 'fr']) {
      const text = documentOf(...longest(group, 6).flatMap((paragraph, at) => [paragraph, strays[at] ?? '']));
      expect(documentLanguages(text, undefined, detect).languages).toEqual([{ language: group, share: 1 }]);
    }
  });

  it('a language that was given stays, also when the text is in another', () => {
    const mixed = documentOf(...longest('ar', 2), ...longest('es', 6));
    const given = documentLanguages(mixed, 'ar', detect);
    expect([given.language, given.confidence]).toEqual(['ar', 1]);
    expect(given.languages.map(({ language }) => language)).toEqual(['es', 'ar']);
    // Egyptian Arabic and Asturian have no name of their own for the detector: their text is not foreign to itself.
    for (const [given, group] of [
      ['arz', 'ar'],
      ['ast', 'es'],
      ['sh', 'hr'],
    ] as const) {
      const { languages } = documentLanguages(documentOf(...longest(group, 4)), given, detect);
      expect(languages).toEqual([{ language: given, share: 1 }]);
    }
    const quoting = documentLanguages(documentOf(...longest('es', 5), ...longest('ar', 1)), 'ast', detect);
    expect(quoting.languages.map(({ language }) => language)).toEqual(['ast', 'ar']);
  });

  it('Croatian is not mixed for a paragraph that could be Serbian', () => {
    const text = documentOf(...longest('hr', 8), ...longest('sr-latn', 1));
    const { languages } = documentLanguages(text, 'hr', detect);
    expect(languages).toEqual([{ language: 'hr', share: 1 }]);
  });

  it('a text in no known language says so', () => {
    for (const text of ['', '\n\n', '12 34\n56', 'x y z']) {
      const found = documentLanguages(text, undefined, detect);
      expect(found).toEqual({ language: 'und', confidence: 0, languages: [{ language: 'und', share: 1 }] });
    }
  });

  it('of a long document are those of a sample of it', () => {
    const half = (group: string): string => `${longest(group, 6).join('\n')}\n`.repeat(100);
    const { language, languages } = documentLanguages(half('mk') + half('mk') + half('en'), undefined, detect);
    expect(language).toBe('mk');
    expect(languages.map((one) => one.language)).toEqual(['mk', 'en']);
    expect(languages[1]!.share).toBeGreaterThan(0.2);
    expect(languages[1]!.share).toBeLessThan(0.5);
  });
});

describe('the detector', () => {
  const counted = (text: string): { asked: number; languages: string[] } => {
    let asked = 0;
    const { languages } = documentLanguages(text, undefined, (paragraph) => {
      asked++;
      return detect(paragraph);
    });
    return { asked, languages: languages.map(({ language }) => language) };
  };

  it.each(['mk', 'bg', 'sr', 'ar', 'fa', 'ur', 'ru', 'uk', 'en', 'de', 'fr', 'es', 'el'])(
    'is asked about a text in %s, and not about its paragraphs',
    (group) => {
      expect(counted(documentOf(...longest(group, 8)).repeat(20))).toEqual({ asked: 1, languages: [group] });
    },
  );

  it('is asked about the paragraphs that differ, once each', () => {
    const text = documentOf(...longest('mk', 6), ...longest('sr', 2), longest('en', 1)[0]!, longest('en', 1)[0]!);
    expect(counted(text)).toEqual({ asked: 4, languages: ['mk', 'sr', 'en'] });
  });

  it('is asked about a sample of many that differ, and what lies between goes with them', () => {
    const many = documentOf(...longest('mk', 3), ...Array<string[]>(90).fill(longest('en', 1)).flat());
    const found = documentLanguages(many, 'mk', detect);
    expect(found.languages.map(({ language }) => language)).toEqual(['en', 'mk']);
    expect(found.languages[0]!.share).toBeGreaterThan(0.9);
  });

  it('is asked a bounded number of times, however long a text of no known language is', () => {
    const random = seeded(1);
    const word = (): string =>
      Array.from(
        { length: 2 + Math.floor(random.uniform() * 8) },
        () => 'qzjxkvwyaeioubdfg'[Math.floor(random.uniform() * 17)],
      ).join('');
    const line = (): string => Array.from({ length: 40 }, word).join(' ');
    for (const lines of [10, 100, 1000])
      expect(counted(Array.from({ length: lines }, line).join('\n')).asked).toBeLessThanOrEqual(64);
  });
});

describe('the languages of paragraphs', () => {
  const languagesOf = (paragraphs: string[], language: string): string[] =>
    paragraphLanguages(paragraphs, { language, confidence: 0.99 }, detect).map((found) => found.language);

  it('are their own where they are long enough, and that of the document elsewhere', () => {
    const [spanish] = longest('es', 1);
    const [arabic] = longest('ar', 1);
    const [english] = longest('en', 1);
    expect(languagesOf([arabic!, spanish!, 'Adiós.', english!, '', '2022', arabic!], 'ar')).toEqual([
      'ar',
      'es',
      'ar',
      'en',
      'ar',
      'ar',
      'ar',
    ]);
  });

  it('need fewer words when the script differs', () => {
    const line = 'Le tribunal a rejeté la demande de la ville mardi matin.';
    expect(languagesOf([longest('ar', 1)[0]!, line], 'ar')).toEqual(['ar', 'fr']);
    expect(languagesOf([longest('es', 1)[0]!, line], 'es')).toEqual(['es', 'es']);
  });

  it('say how sure that is', () => {
    const document = { language: 'ar', confidence: 0.97 };
    const [own, foreign] = paragraphLanguages([longest('ar', 1)[0]!, longest('es', 1)[0]!], document, detect);
    expect(own).toBe(document);
    expect(foreign!.confidence).toBeGreaterThan(0.9);
  });

  it('in a document of no known language are found one by one', () => {
    expect(languagesOf([longest('mk', 1)[0]!, 'xyz', longest('he', 1)[0]!], 'und')).toEqual(['mk', 'und', 'he']);
  });
});
