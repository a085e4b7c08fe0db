/** Queries by stem, against a reading of every token with toy stemmers that disagree between languages. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { QueryOutcome } from '../../../src/corpus/query/query-result.ts';
import { hitEnd } from '../../../src/corpus/query/query-result.ts';
import { asksForStems, runCql, runQuery } from '../../../src/corpus/query/run.ts';
import type { Stemmer } from '../../../src/corpus/stems/stem-classes.ts';
import { stemClasses } from '../../../src/corpus/stems/stem-classes.ts';
import { fold, foldCase } from '../../../src/corpus/text/fold.ts';
import type { Language } from '../../../src/shared/model.ts';
import type { Query } from '../../../src/shared/terms.ts';
import type { ReadToken, SmallCorpus } from './small-corpora.ts';
import { allFoldings, foldedAs, indexOf, smallCorpus, tokensOf, wordOf } from './small-corpora.ts';

const toys: Readonly<Record<Language, Stemmer>> = {
  en: (word) => word.replace(/(?:e|ive)$/u, ''),
  ru: (word) => word.slice(0, 2),
  ar: (word) => word.replace(/^ال/u, ''),
};

const languages = fc.array(fc.constantFrom('en', 'ru', 'ar', 'und'), { minLength: 4, maxLength: 4 });

function stemIn(language: Language, word: string): string {
  return toys[language]?.(word.toLowerCase()) ?? word;
}

/** The stem of a token, as a class is named. */
function stemOfToken({ text, kind, fold: folded }: ReadToken, language: Language): string {
  return kind === 'word' && toys[language] ? fold(stemIn(language, text)) || folded : folded;
}

interface World {
  readonly corpus: SmallCorpus;
  readonly languageOf: (doc: number) => Language;
}

const world: fc.Arbitrary<World> = fc
  .tuple(smallCorpus, languages)
  .map(([corpus, of]) => ({ corpus, languageOf: (doc) => of[doc]! }));

function tables({ corpus, languageOf }: World) {
  const index = indexOf(corpus, languageOf);
  return { index, stems: stemClasses(index, (language) => toys[language]) };
}

function runs(outcome: QueryOutcome): [number, number][] {
  if (!outcome.ok) throw new Error(outcome.error.message);
  return Array.from(outcome.hits.start, (start, hit) => [start, hitEnd(outcome.hits, hit)]);
}

const place = fc.nat({ max: 200 });

describe('the simple mode with stems', () => {
  test('a phrase is found wherever each word is written so, or has the same stem there', () => {
    fc.assert(
      fc.property(
        world,
        fc.array(place, { minLength: 1, maxLength: 2 }),
        fc.constantFrom(...allFoldings),
        (made, asked, { key, ...counts }) => {
          const { corpus, languageOf } = made;
          const words = asked.map((number) => wordOf(corpus, number)).filter((word) => !word.includes('.'));
          fc.pre(words.length > 0);
          const tokens = tokensOf(corpus, languageOf);
          const passes = (token: ReadToken | undefined, word: string): boolean => {
            if (!token) return false;
            if (foldedAs(key, token.text) === foldedAs(key, word)) return true;
            const language = languageOf(token.doc);
            if (fold(stemIn(language, word)) !== stemOfToken(token, language)) return false;
            return !counts.marks || foldCase(stemIn(language, token.text)) === foldCase(stemIn(language, word));
          };
          const expected = tokens.flatMap((first, at): [number, number][] => {
            const inOne = (token: ReadToken | undefined) =>
              token?.doc === first.doc && token.paragraph === first.paragraph;
            const all = words.every((word, i) => inOne(tokens[at + i]) && passes(tokens[at + i], word));
            return all ? [[at, at + words.length]] : [];
          });
          const { index, stems } = tables(made);
          const query: Query = { text: words.join(' '), mode: 'simple', ...counts, stems: true };
          expect(runs(runQuery(index, query, stems))).toEqual(expected);
        },
      ),
    );
  });

  test('a word with wildcards is asked as it is written', () => {
    const index = indexOf({ vocabulary: [], texts: ['cafe caf cafes'] }, () => 'en');
    const stems = stemClasses(index, (language) => toys[language]);
    const query = { mode: 'simple', case: false, marks: false, stems: true } as const;
    expect(runs(runQuery(index, { ...query, text: 'cafe' }, stems))).toHaveLength(2);
    expect(runs(runQuery(index, { ...query, text: 'cafe?' }, stems))).toHaveLength(1);
  });
});

describe('the cql mode', () => {
  test.each(['stem', 'lemma'])('%s = a word, != a word, and = an expression', (attribute) => {
    fc.assert(
      fc.property(world, place, (made, number) => {
        const { corpus, languageOf } = made;
        const word = wordOf(corpus, number);
        fc.pre(!/[.(]/u.test(word));
        const tokens = tokensOf(corpus, languageOf);
        const { index, stems } = tables(made);
        const run = (test: string) =>
          runs(runCql(index, `[${attribute}${test}]`, () => undefined, stems)).map(([start]) => start);
        const where = (passes: (stem: string, language: Language) => boolean) =>
          tokens.flatMap((token, at) => {
            const language = languageOf(token.doc);
            return passes(stemOfToken(token, language), language) ? [at] : [];
          });
        const sameStem = (stem: string, language: Language) =>
          stem === fold(word) || stem === fold(stemIn(language, word));
        expect(run(`="${word}"`)).toEqual(where(sameStem));
        expect(run(`!="${word}"`)).toEqual(where((...of) => !sameStem(...of)));
        const beginning = Array.from(fold(word))[0]!;
        expect(run(`="${beginning}.*"`)).toEqual(where((stem) => stem.startsWith(beginning)));
      }),
    );
  });

  test('takes no flags, and stands beside other attributes', () => {
    const index = indexOf({ vocabulary: [], texts: ['Cafe caf', 'cafe caf'] }, (doc) => ['en', 'und'][doc]!);
    const stems = stemClasses(index, (language) => toys[language]);
    const run = (text: string) => runCql(index, text, () => undefined, stems);
    const flagged = run('[stem="cafe"%d]');
    expect(flagged.ok ? '' : flagged.error.message).toMatch(/takes no %c and no %d/u);
    expect(runs(run('[stem="cafe"] []'))).toEqual([
      [0, 2],
      [2, 4],
    ]);
    expect(runs(run('[stem="cafe" & word="caf"]'))).toEqual([[1, 2]]);
    expect(runs(run('[stem="cafe" & lang="und"]'))).toEqual([[2, 3]]);
    expect(runs(run('([stem="cafe"] within <doc x="1"/>) | [lemma="caf"]'))).toEqual([
      [0, 1],
      [1, 2],
      [3, 4],
    ]);
  });
});

test('tables of stems are asked for only where a query needs them', () => {
  const query = { text: 'stem', mode: 'simple', case: false, marks: false } as const;
  expect(asksForStems(query)).toBe(false);
  expect(asksForStems({ ...query, stems: true })).toBe(true);
  expect(asksForStems({ ...query, mode: 'regex', stems: true })).toBe(false);
  expect(asksForStems({ ...query, mode: 'cql', text: '[word="a"]' })).toBe(false);
  expect(asksForStems({ ...query, mode: 'cql', text: '[lemma="a"]' })).toBe(true);
});
