import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { longestEndlessRun } from '../../../src/corpus/query/automaton-hits.ts';
import { parseCql } from '../../../src/corpus/query/cql.ts';
import { hitsOf } from '../../../src/corpus/query/evaluate.ts';
import { hitEnd } from '../../../src/corpus/query/query-result.ts';
import type { HitSet } from '../../../src/corpus/query/query-result.ts';
import { runCql } from '../../../src/corpus/query/run.ts';
import { finished } from '../../../src/corpus/query/slices.ts';
import { askedCql, cqlText, fieldOf, languageOf, naiveCqlHits } from './naive-cql.ts';
import type { Run } from './naive-scan.ts';
import { indexOf, smallCorpus, tokensOf } from './small-corpora.ts';

function found(texts: readonly string[], query: string): HitSet {
  const index = indexOf({ vocabulary: [], texts }, languageOf);
  const outcome = runCql(index, query, fieldOf);
  if (!outcome.ok) throw new Error(`${query}: ${outcome.error.message}`);
  return outcome.hits;
}

test('a query finds what sets of runs say', () => {
  fc.assert(
    fc.property(smallCorpus, askedCql, (corpus, asked) => {
      const text = cqlText(corpus, asked);
      // A whole corpus in a few tokens: the naive sets grow with the square of a document.
      const small = { ...corpus, texts: corpus.texts.map((one) => one.slice(0, 120)) };
      const outcome = runCql(indexOf(small, languageOf), text, fieldOf);
      if (!outcome.ok) throw new Error(`${text}: ${outcome.error.message}`);
      const { hits } = outcome;
      const runs = Array.from({ length: hits.total }, (_, i): Run => [hits.start[i]!, hitEnd(hits, i)]);
      expect({ text, runs }).toEqual({ text, runs: naiveCqlHits(small, asked, tokensOf(small, languageOf)) });
      expect(hits.complete).toBe(true);
    }),
    { numRuns: 250 },
  );
});

describe('the plain cases', () => {
  const texts = ['The cat sat. The dog sat.\nA Cat ran.', 'القط جلس. قط ركض.', 'Мачката седна.'];
  test.each([
    ['"cat"', 1],
    ['"cat" %c', 2],
    ['[lower="the"] []', 2],
    ['[fold="قط|القط"]', 2],
    ['"Cat" ([]?){2}', 2],
    ['[lang="ar"]', 4],
    ['[lang!="ar" & word="[A-ZА-Ш].*"]', 5],
    ['<s> []', 6],
    ['<p> []', 4],
    ['[] </s>', 6],
    ['"sat" "The"', 1],
    ['"sat" "The" within <s/>', 0],
    ['"sat" []{1,4} "A" within <p/>', 0],
    ['"sat" []{1,4} "A"', 1],
    ['"dog" []{1,4} "Cat"', 1],
    ['"dog" []{1,4} "Cat" within <p/>', 0],
    ['"sat" [] [] within <p/>', 1],
    ['("sat" [] [] within <p/>) within <s/>', 0],
    ['("sat" [] [] within <s/>) within <p/>', 0],
    ['("sat" [] [] within <p/>) within <p/>', 1],
    ['[word=".{2,}"]', 14],
    ['[word=".+"]', 15],
    ['("sat" | <s>)+ "The" | ("dog" | </s>){2,} []', 5],
    ['<s> []+ </s> containing "dog"', 4],
    ['<s> []+ </s> within <s/>', 6],
    ['[] within ("The" [] "sat")', 6],
    ['[] within <doc lang="mk"/>', 2],
    ['[] within <doc title="Title 0" lang!="mk"/>', 9],
    ['[] within <doc author!=".+"/>', 15],
  ])('%s', (query, total) => {
    expect(found(texts, query)).toMatchObject({ total, complete: true });
  });
});

describe('an endless repeat', () => {
  const filling = 'x '.repeat(longestEndlessRun);

  test('finds what is near and says that it did not look further', () => {
    const hits = found([`a b ${filling} b`], '"a" []* "b"');
    expect(hits).toMatchObject({ total: 1, complete: false });
  });

  test('of just the longest length is found, and nothing was left out', () => {
    const between = 'x '.repeat(longestEndlessRun - 2);
    expect(found([`y y a ${between} b y y`], '"a" "x"* "b"')).toMatchObject({ total: 1, complete: true });
    expect(found([`y y a ${between} x b y y`], '"a" "x"* "b"')).toMatchObject({ total: 0, complete: false });
  });

  test('is complete when its region ends before', () => {
    const hits = found([`a x b.\n${filling} b`], '"a" []* "b" within <p/>');
    expect(hits).toMatchObject({ total: 1, complete: true });
  });

  test('does not grow with the square of a document', () => {
    // All runs of one word: so many as fit the bound, for each start.
    const hits = found(['a '.repeat(3_000)], '"a"+');
    const full = longestEndlessRun;
    expect(hits.total).toBe((3_000 - full) * full + (full * (full + 1)) / 2);
    expect(hits.complete).toBe(false);
  });
});

describe('a query that matches in too many ways', () => {
  const text = 'the a of b '.repeat(300);
  const index = indexOf({ vocabulary: [], texts: [text] });
  const slices = (query: string, work: number) => {
    const parsed = parseCql(query);
    if (!parsed.ok) throw new Error(parsed.error.message);
    const metadata = () => undefined;
    return hitsOf(parsed.value, { index, scope: 'document', length: query.length, metadata, work });
  };

  test.each([
    ['[]* "the" "a"{0,3} "of"', 0, 3],
    ['"the" []* "of" "b"*', 6, 9],
    ['"a" ("the" | [])+ "of"', 4, 17],
  ])('%s is refused at the repeat that costs most', (query, at, until) => {
    expect(() => finished(slices(query, 10_000))).toThrow(
      expect.objectContaining({
        failure: expect.objectContaining({ code: 'bad-query', at, until }) as unknown,
      }) as Error,
    );
  });

  test('can be laid aside and stopped long before', () => {
    const work = slices('[]* "the" []* "of" []*', Infinity);
    for (let slice = 0; slice < 5; slice++) expect(work.next().done).toBe(false);
  });

  test('and its hits are all of them, each once, where there is time', () => {
    const hits = finished(slices('[]{0,3} "the" []{0,3}', Infinity));
    const starts = Array.from({ length: 300 }, (_, i) => i * 4);
    const naive = new Set<string>();
    for (const start of starts)
      for (let before = 0; before <= 3; before++)
        for (let after = 0; after <= 3; after++)
          if (start >= before && start + after < 1200) naive.add(`${start - before} ${start + after + 1}`);
    expect(Array.from(hits.start, (start, i) => `${start} ${hitEnd(hits, i)}`).sort()).toEqual([...naive].sort());
    expect(hits.complete).toBe(true);
  });
});

test('an expression too large to run is refused at its place', () => {
  const index = indexOf({ vocabulary: [], texts: ['a'] });
  const query = '"a" [word="((a{100}){100}){100}"]';
  expect(runCql(index, query, () => undefined)).toMatchObject({
    ok: false,
    error: { code: 'bad-query', at: 5, until: 32 },
  });
});
