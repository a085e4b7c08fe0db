import { afterEach, describe, expect, it } from 'vitest';
import { desktopWords } from '../../../src/main/electron/words/desktop-words.ts';
import * as arabic from '../../../src/renderer/language/arabic.ts';
import * as english from '../../../src/renderer/language/english.ts';
import * as macedonian from '../../../src/renderer/language/macedonian.ts';
import { speak } from '../../../src/renderer/language/spoken.ts';
import { wordsOf } from '../../../src/renderer/language/words.ts';

/** `['library:skipped.title', 'Skipped files']` for every sentence. */
function sentences(words: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof words === 'string') return [[path, words]];
  return Object.entries(words as Readonly<Record<string, unknown>>).flatMap(([name, inner]) =>
    sentences(inner, path === '' ? `${name}:` : path.endsWith(':') ? path + name : `${path}.${name}`),
  );
}

const pluralForm = /_(zero|one|two|few|many|other)$/;
const stem = (key: string) => key.replace(pluralForm, '');
/** What is put in, and what is marked up: both must come through the translation. */
const placeholders = (sentence: string) =>
  [...new Set(sentence.match(/\{\{[^}]+\}\}|<\/?[a-z]\w*\/?>/gi) ?? [])].sort();
const stems = (words: unknown) => [...new Set(sentences(words).map(([key]) => stem(key)))].sort();
const plurals = (words: unknown) => [
  ...new Set(sentences(words).flatMap(([key]) => (key.endsWith('_other') ? [stem(key)] : []))),
];

const englishWords = { ...english, desktop: desktopWords.en };
const others = [
  { language: 'ar', words: { ...arabic, desktop: desktopWords.ar }, letter: /\p{sc=Arabic}/u },
  { language: 'mk', words: { ...macedonian, desktop: desktopWords.mk }, letter: /\p{sc=Cyrillic}/u },
];
const all = [{ language: 'en', words: englishWords, letter: /\p{sc=Latin}/u }, ...others];

describe.each(all)('the words in $language', ({ language, words }) => {
  const said = new Map(sentences(words));

  it('has no empty sentence, and none with a space at its ends', () => {
    expect([...said].filter(([, sentence]) => sentence.trim() !== sentence || sentence === '')).toEqual([]);
  });

  it('has every plural form that the language has, and no other', () => {
    const formsOf = (type: Intl.PluralRuleType) =>
      new Intl.PluralRules(language, { type }).resolvedOptions().pluralCategories;
    const wrong = plurals(words).filter((key) => {
      const forms = formsOf(key.endsWith('_ordinal') ? 'ordinal' : 'cardinal');
      const has = [...said.keys()].filter((other) => pluralForm.test(other) && stem(other) === key);
      return has.length !== forms.length || !forms.every((form) => said.has(`${key}_${form}`));
    });
    expect(wrong).toEqual([]);
  });
});

describe.each(others)('the words in $language beside the English', ({ words, letter }) => {
  const said = sentences(words);
  const englishSaid = sentences(englishWords);

  it('has the same keys', () => {
    expect(stems(words)).toEqual(stems(englishWords));
    expect(plurals(words).sort()).toEqual(plurals(englishWords).sort());
  });

  it('puts the same things in', () => {
    const expected = new Map(englishSaid.map(([key, sentence]) => [key, placeholders(sentence)]));
    const ofPlural = new Map(
      englishSaid.filter(([key]) => key.endsWith('_other')).map(([key, s]) => [stem(key), placeholders(s)]),
    );
    const wrong = said.filter(([key, sentence]) => {
      const wanted = ofPlural.get(stem(key)) ?? expected.get(key) ?? [];
      const has = placeholders(sentence);
      // A form for one number, as "two lines", need not write the number; one for none need not say of what.
      const mayOmit = pluralForm.test(key) && !/_(few|many|other)$/.test(key);
      const missing = wanted.filter(
        (name) => !has.includes(name) && !(mayOmit && name.startsWith('{{count')) && !key.endsWith('_zero'),
      );
      return missing.length > 0 || has.some((name) => !wanted.includes(name));
    });
    expect(wrong).toEqual([]);
  });

  it('is translated', () => {
    const same = new Map(englishSaid);
    // One word may be the same in every language (CSV, log-ratio); several are a sentence that nobody turned.
    const left = said.filter(([key, sentence]) => {
      const bare = sentence.replaceAll(/\{\{[^}]+\}\}/g, '').trim();
      return !letter.test(bare) && /\p{L}{3,}\s+\p{L}{2}/u.test(bare) && same.get(key) === sentence;
    });
    expect(left).toEqual([]);
  });
});

describe('speaking', () => {
  afterEach(() => {
    speak('en');
  });

  it('takes the form that the number asks for', () => {
    const t = wordsOf('common');
    const lines = () => [0, 1, 2, 3, 11, 21, 100, 1234].map((count) => t('count.line', { count }));
    expect(lines()).toEqual([
      '0 lines',
      '1 line',
      '2 lines',
      '3 lines',
      '11 lines',
      '21 lines',
      '100 lines',
      '1,234 lines',
    ]);
    speak('ar');
    expect(lines()).toEqual(['لا أسطر', 'سطر واحد', 'سطران', '3 أسطر', '11 سطرًا', '21 سطرًا', '100 سطر', '1,234 سطرًا']);
    speak('mk');
    expect(lines()).toEqual(['0 реда', '1 ред', '2 реда', '3 реда', '11 реда', '21 ред', '100 реда', '1.234 реда']);
  });
});
