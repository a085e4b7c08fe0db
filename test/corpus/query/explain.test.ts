import fc from 'fast-check';
import { expect, test } from 'vitest';
import { explainWords, wordsOfQuery } from '../../../src/corpus/query/explain.ts';
import { ResolvedTest } from '../../../src/corpus/query/resolved.ts';
import type { Query } from '../../../src/shared/terms.ts';
import type { SmallCorpus } from './small-corpora.ts';
import { allFoldings, foldedAs, indexOf, smallCorpus, tokensOf, words } from './small-corpora.ts';

function explain(corpus: SmallCorpus, text: string, more: Partial<Query> = {}) {
  const index = indexOf(corpus);
  const query = { text, mode: 'simple', case: false, marks: false, ...more } as const;
  const asked = wordsOfQuery(query);
  if (!asked.ok) throw new Error(asked.error.message);
  return explainWords(index, query, asked.value, (test) => new ResolvedTest(index, test).places().length);
}

test('counts each word alone under what counts and under what is ignored', () => {
  fc.assert(
    fc.property(
      smallCorpus,
      fc.constantFrom(...words),
      fc.constantFrom(...words),
      fc.constantFrom(...allFoldings),
      (corpus, one, other, asked) => {
        const tokens = tokensOf(corpus);
        const counted = (word: string, key: (typeof allFoldings)[number]['key']) =>
          tokens.filter(({ text }) => foldedAs(key, text) === foldedAs(key, word)).length;
        const found = explain(corpus, `${one} ${other}`, { case: asked.case, marks: asked.marks });
        expect(found.map(({ at, until, text, count }) => [at, until, text, count])).toEqual([
          [0, one.length, one, counted(one, asked.key)],
          [one.length + 1, one.length + 1 + other.length, other, counted(other, asked.key)],
        ]);
        const looser = allFoldings.filter(
          (folding) => folding.key !== asked.key && folding.case <= asked.case && folding.marks <= asked.marks,
        );
        const expected = looser.map((folding) => [
          (['case', 'marks'] as const).filter((name) => asked[name] && !folding[name]),
          counted(one, folding.key),
        ]);
        const by = (a: unknown, b: unknown) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
        expect(found[0]!.looser.map(({ ignoring, count }) => [ignoring, count]).sort(by)).toEqual(expected.sort(by));
        for (const { near } of found) for (const { count } of near) expect(count).toBeGreaterThan(0);
      },
    ),
    { numRuns: 400 },
  );
});

const texts = [
  'куќата е стара, куќата е голема, езерото',
  'زاروا المدينة ومدينتهم، والمدينة',
  'the government of the libary, Library',
];
const corpus = { vocabulary: [], texts };

test('says what else may have been meant, as it is mostly written', () => {
  expect(explain(corpus, 'куката')[0]!.near).toEqual([{ form: 'куќата', count: 2, why: 'spelling', distance: 1 }]);
  expect(explain(corpus, 'goverment')[0]!.near).toEqual([{ form: 'government', count: 1, why: 'typing', distance: 1 }]);
  expect(explain(corpus, 'مدينة')[0]).toMatchObject({
    count: 0,
    attached: [
      { form: 'المدينة', before: 'ال', after: '', count: 1 },
      { form: 'ومدينتهم', before: 'و', after: 'هم', count: 1 },
      { form: 'والمدينة', before: 'وال', after: '', count: 1 },
    ],
  });
  expect(explain(corpus, 'librari')[0]!.near.map(({ form }) => form)).toEqual(['Library', 'libary']);
});

test('offers nothing for a wildcard, and says nothing of a lone *', () => {
  expect(
    explain(corpus, 'cuk* * (the|of)').map(({ text, count, near, attached }) => [text, count, near, attached]),
  ).toEqual([
    ['cuk*', 0, [], []],
    ['the', 2, [], []],
    ['of', 1, [], []],
  ]);
});

test('reads the words of a cql query wherever they stand, each with its own flags', () => {
  const text = '[word="Library"] [lang="en"] | ("куката" %c){2} within ([fold="goverment" & word!="the"])';
  const found = explain(corpus, text, { mode: 'cql' });
  expect(found.map(({ at, until, count }) => [text.slice(at, until), count])).toEqual([
    ['word="Library"', 1],
    ['"куката" %c', 0],
    ['fold="goverment"', 0],
  ]);
  expect(found[1]!.looser).toEqual([{ ignoring: ['marks'], count: 0 }]);
  expect(found.map(({ near }) => near[0]?.form)).toEqual(['libary', 'куќата', 'government']);
  expect(explain(corpus, '[word="gov.*"] containing []', { mode: 'cql' })).toMatchObject([{ count: 1, near: [] }]);
});

test('has nothing to say of the words of an expression', () => {
  expect(explain(corpus, '\\bgov', { mode: 'regex' })).toEqual([]);
});

test('fails as the query does', () => {
  const query = { text: '(a', mode: 'simple', case: false, marks: false } as const;
  expect(wordsOfQuery(query)).toMatchObject({
    ok: false,
    error: { code: 'bad-query', at: 0 },
  });
});
