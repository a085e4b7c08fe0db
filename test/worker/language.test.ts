import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { LanguageDetector } from '../../src/worker/language.ts';
import { languageFromMetadata, loadLanguageDetector } from '../../src/worker/language.ts';

let detect: LanguageDetector;
beforeAll(async () => {
  detect = await loadLanguageDetector();
});

const samples = join(import.meta.dirname, '../../samples');
const near: readonly (readonly [string, string])[] = [
  ['mk', 'Градоначалникот соопшти дека новата библиотека ќе ги отвори вратите напролет, бидејќи работите се завршени.'],
  ['bg', 'Кметът на града обяви, че новата библиотека ще отвори врати през пролетта, защото ремонтът е приключил.'],
  ['sr', 'Градоначелник је саопштио да ће нова библиотека отворити врата на пролеће, јер су радови већ завршени.'],
  ['ru', 'Мэр города объявил, что новая библиотека откроется весной, потому что ремонт уже закончен.'],
  ['uk', 'Міський голова оголосив, що нова бібліотека відкриється навесні, бо ремонт уже закінчено.'],
  ['ar', 'أعلن رئيس البلدية بعد ظهر أمس أن المكتبة الجديدة ستفتح أبوابها في الربيع لأن أعمال الترميم انتهت.'],
  ['fa', 'شهردار دیروز اعلام کرد که کتابخانهٔ تازه در بهار باز می‌شود، چون کارهای ساختمانی تمام شده است.'],
  ['ur', 'میئر نے کل اعلان کیا کہ نئی لائبریری موسم بہار میں کھلے گی کیونکہ مرمت کا کام مکمل ہو چکا ہے۔'],
  ['es', 'El alcalde anunció ayer por la tarde que la nueva biblioteca abrirá en primavera.'],
  ['sq', 'Kryetari i bashkisë njoftoi dje pasdite se biblioteka e re do të hapet në pranverë.'],
  ['he', 'ראש העיר הודיע אתמול אחר הצהריים שהספרייה החדשה תיפתח באביב, משום שהשיפוץ כבר הסתיים.'],
  ['zh', '市长昨天下午宣布，新图书馆将于春天开放，因为维修工程已经完成。'],
];

describe('the language detector', () => {
  it('knows the language of every sample article', () => {
    for (const name of readdirSync(samples).filter((file) => file.endsWith('.txt'))) {
      const { language, confidence } = detect(readFileSync(join(samples, name), 'utf8'));
      expect([name, language]).toEqual([name, name.split('.').at(-2)]);
      expect(confidence).toBeGreaterThan(0.8);
    }
  });

  it.each(near)('tells %s from its neighbours by one sentence', (language, text) => {
    expect(detect(text).language).toBe(language);
  });

  it('goes by the most of a text, not by its head', () => {
    const article = readFileSync(join(samples, 'lake-ohrid.mk.txt'), 'utf8');
    expect(detect(`image source, Getty Images\n\nSkip to content\n\n${article}`).language).toBe('mk');
  });

  it.each(['', '   \n', 'ok', 'Скопје', 'مرحبا', '12345 67890', '👍👍👍', 'Hello, world'])(
    'does not guess from %j',
    (text) => {
      expect(detect(text)).toEqual({ language: 'und', confidence: 0 });
    },
  );

  it('survives text that changes its script at every character, broken surrogates and great length', () => {
    expect(detect('aбaб'.repeat(5000)).confidence).toBeLessThanOrEqual(1);
    expect(detect('\ud83d\ud83d\udc00 '.repeat(5000))).toEqual({ language: 'und', confidence: 0 });
    expect(detect('The mayor said that the library will open. '.repeat(100_000)).language).toBe('en');
  });
});

describe('languageFromMetadata', () => {
  it.each([
    ['mk', 'mk'],
    [' MK ', 'mk'],
    ['mkd', 'mk'],
    ['ara', 'ar'],
    ['en-GB', 'en'],
    ['en_US', 'en'],
    ['Macedonian', 'mk'],
    ['македонски', 'mk'],
    ['العربية', 'ar'],
    ['arabic', 'ar'],
    ['', undefined],
    ['not a language', undefined],
    ['n/a', undefined],
    ['42', undefined],
  ])('%j is %s', (written, language) => {
    expect(languageFromMetadata(written)).toBe(language);
  });
});
