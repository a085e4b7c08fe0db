import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noStemClass, stemClasses } from '../../../src/corpus/stems/stem-classes.ts';
import type { Stemmer } from '../../../src/corpus/stems/stem-classes.ts';
import { fold } from '../../../src/corpus/text/fold.ts';
import type { Language, TypeId } from '../../../src/shared/model.ts';
import { indexOf, smallCorpus, tokensOf } from '../query/small-corpora.ts';

/** Two rules that disagree, one that leaves nothing of short words, and a language without any. */
const toys: Readonly<Record<Language, Stemmer>> = {
  en: (word) => word.replace(/(?:s|ed|e)$/u, ''),
  ru: (word) => word.slice(0, 3),
  ar: (word) => word.slice(2),
};
const languages = ['en', 'ru', 'ar', 'und'];

test('every token has the class that its form and the language of its document say, and no type has another', () => {
  fc.assert(
    fc.property(smallCorpus, fc.array(fc.constantFrom(...languages), { minLength: 4, maxLength: 4 }), (corpus, of) => {
      const languageOf = (doc: number) => of[doc]!;
      const index = indexOf(corpus, languageOf);
      const stems = stemClasses(index, (language) => toys[language]);
      const stream = index.stream();
      const met = new Map(stems.languages.map((language) => [language, new Set<number>()]));
      for (const [at, token] of tokensOf(corpus, languageOf).entries()) {
        const language = languageOf(token.doc);
        const stemmer = token.kind === 'word' ? toys[language] : undefined;
        const stem = stemmer ? fold(stemmer(token.text.toLowerCase())) || token.fold : token.fold;
        const cls = stems.ofLanguage(language)![stream[at]!]!;
        expect(stems.stemOf(cls)).toBe(stem);
        expect(stems.findClass(stem)).toBe(cls);
        met.get(language)!.add(stream[at]!);
      }
      for (const [language, types] of met)
        for (let type = 0; type < index.lexicon.size; type++)
          expect(stems.ofLanguage(language)![type] === noStemClass).toBe(!types.has(type));
    }),
  );
});

test('a language that no document is in has no table, and a stem that no word has no class', () => {
  const index = indexOf({ vocabulary: [], texts: ['runs run'] }, () => 'en');
  const stems = stemClasses(index, (language) => toys[language]);
  expect(stems.ofLanguage('ar')).toBeUndefined();
  expect(stems.findClass('walk')).toBe(-1);
  expect(stems.size).toBe(1);
});

test('a stemmer is asked in the small letters of its language, once for all ways to write a word', () => {
  const asked: string[] = [];
  const listening: Stemmer = (word) => {
    asked.push(word);
    return word;
  };
  const index = indexOf({ vocabulary: [], texts: ['IŞIK İz', 'RUN Run run'] }, (doc) => ['tr', 'en'][doc]!);
  stemClasses(index, () => listening);
  expect(asked.sort()).toEqual(['iz', 'run', 'ışık'].sort());
});

describe('one corpus in two languages', () => {
  const index = indexOf({ vocabulary: [], texts: ['tages', 'tages'] }, (doc) => ['en', 'ru'][doc]!);
  const stems = stemClasses(index, (language) => toys[language]);

  test('has a type under two classes', () => {
    const type = index.stream()[0]! as TypeId;
    expect(stems.stemOf(stems.ofLanguage('en')![type]!)).toBe('tage');
    expect(stems.stemOf(stems.ofLanguage('ru')![type]!)).toBe('tag');
  });
});
