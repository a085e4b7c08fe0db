import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CorpusIndex } from '../../../src/corpus/index/corpus-index.ts';
import type { HitSet } from '../../../src/corpus/query/query-result.ts';
import { hitEnd } from '../../../src/corpus/query/query-result.ts';
import { runQuery } from '../../../src/corpus/query/run.ts';
import { askedPhrase, askedQuery, asText, naiveHits } from './naive-scan.ts';
import type { Asked, Run } from './naive-scan.ts';
import { allFoldings, indexOf, largerCorpus, smallCorpus, tokensOf } from './small-corpora.ts';
import type { ReadToken, SmallCorpus } from './small-corpora.ts';

function runsOf(hits: HitSet): Run[] {
  return Array.from({ length: hits.total }, (_, i): Run => [hits.start[i]!, hitEnd(hits, i)]);
}

function agrees(corpus: SmallCorpus, asked: Asked): void {
  agreesOn(corpus, asked, indexOf(corpus), tokensOf(corpus));
}

function agreesOn(corpus: SmallCorpus, asked: Asked, index: CorpusIndex, tokens: readonly ReadToken[]): void {
  const text = asText(corpus, asked);
  for (const { key, ...switches } of allFoldings) {
    const outcome = runQuery(index, { text, mode: 'simple', ...switches });
    if (!outcome.ok) throw new Error(`${text}: ${outcome.error.message}`);
    expect({ text, key, runs: runsOf(outcome.hits) }).toEqual({
      text,
      key,
      runs: naiveHits(corpus, asked, key, tokens),
    });
    expect(outcome.hits.complete).toBe(true);
  }
}

describe('a query finds what a scan of the tokens finds, whatever counts', () => {
  test('phrases, wildcards, gaps, alternatives', () => {
    fc.assert(fc.property(smallCorpus, askedPhrase, agrees), { numRuns: 300 });
  });

  test('NEAR and BEFORE, chained and nested', () => {
    fc.assert(fc.property(smallCorpus, askedQuery, agrees), { numRuns: 300 });
  });
});

test('the same over a corpus large enough for every way of finding', () => {
  const corpus = largerCorpus(4_000);
  const index = indexOf(corpus);
  const tokens = tokensOf(corpus);
  const queries = fc.sample(askedQuery, { seed: 20, numRuns: 60 }).filter((asked) => asText(corpus, asked).length < 80);
  expect(queries.length).toBeGreaterThan(25);
  for (const asked of queries) agreesOn(corpus, asked, index, tokens);
});

test('a word that begins with a sign that folds away is found by its beginning', () => {
  const corpus = { vocabulary: [], texts: ['\u06e5\u0647 \u0647'] };
  const index = indexOf(corpus);
  const outcome = runQuery(index, { text: '\u06e5*', mode: 'simple', case: false, marks: true });
  expect(outcome).toMatchObject({ ok: true, hits: { total: 1 } });
});

test('a query with too many ways to match is refused', () => {
  const index = indexOf({ vocabulary: [], texts: ['a'] });
  const text = Array.from({ length: 50 }, () => 'a *{0,50}').join(' ');
  const outcome = runQuery(index, { text, mode: 'simple', case: false, marks: false });
  expect(outcome).toMatchObject({ ok: false, error: { code: 'bad-query', at: 0, until: text.length } });
});

describe('whatever is typed', () => {
  const signs = [
    '(',
    ')',
    '|',
    '*',
    '?',
    '*{',
    '}',
    '{',
    ',',
    '0',
    '2',
    '\\',
    ' ',
    ' ',
    'NEAR',
    'BEFORE/2',
    '/',
    '“',
    'a',
    'b',
    'ك',
  ];
  const typed = fc.array(fc.constantFrom(...signs), { maxLength: 14 }).map((parts) => parts.join(''));

  test('gives hits or says where reading stopped', () => {
    const index = indexOf({ vocabulary: [], texts: ['a b ك a', 'b a\nb b'] });
    fc.assert(
      fc.property(fc.oneof(typed, fc.string({ unit: 'grapheme' })), (text) => {
        const outcome = runQuery(index, { text, mode: 'simple', case: false, marks: false });
        if (outcome.ok) return;
        const { code, at, until } = outcome.error;
        expect(code).toBe('bad-query');
        expect(0 <= at! && at! <= until! && until! <= text.length).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  test.each([
    ['(* *) *{0,2}', 8],
    ['(*|*)', 8],
    ['* *', 5],
  ])('%s finds its runs though no word is certain', (text, total) => {
    const index = indexOf({ vocabulary: [], texts: ['a b ك a', 'b a\nb b'] });
    const outcome = runQuery(index, { text, mode: 'simple', case: false, marks: false });
    expect(outcome).toMatchObject({ ok: true, hits: { total } });
  });
});

test('nothing is found in nothing', () => {
  for (const texts of [[], [''], ['\n…\n', '']]) {
    const index = indexOf({ vocabulary: [], texts });
    for (const text of ['a', 'a*', '*', '* *', 'a *{0,2} b', 'a NEAR b', '*x* (a|b c)']) {
      const outcome = runQuery(index, { text, mode: 'simple', case: false, marks: false });
      expect(outcome).toMatchObject({ ok: true, hits: { total: 0, complete: true } });
    }
  }
});

test('the tokens of the index are those of the analysis', () => {
  fc.assert(
    fc.property(smallCorpus, (corpus) => {
      const index = indexOf(corpus);
      const forms = Array.from(index.stream(), (type) => index.lexicon.form(type as never));
      expect(forms).toEqual(tokensOf(corpus).map(({ text }) => text));
    }),
    { numRuns: 100 },
  );
});
