/** What stands around lines: headings, the map of hits, completion of words, the order of a language. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headingsOf } from '../../../src/corpus/concordance/headings.ts';
import { concordanceLines } from '../../../src/corpus/concordance/lines.ts';
import { sortHits } from '../../../src/corpus/concordance/sort.ts';
import { hitsInStretches, placeOfToken } from '../../../src/corpus/concordance/spread.ts';
import { IndexBuilder } from '../../../src/corpus/index/build.ts';
import { completeWord } from '../../../src/corpus/query/complete.ts';
import { runQuery } from '../../../src/corpus/query/run.ts';
import { fold } from '../../../src/corpus/text/fold.ts';
import { sentenceRules } from '../../../src/corpus/text/sentences.ts';
import type { SortKey } from '../../../src/shared/terms.ts';
import { indexOf, smallCorpus, textSource, tokensOf } from '../query/small-corpora.ts';
import { hitsIn, someHits } from './some-hits.ts';

const counts = { case: false, marks: false };

describe('headings', () => {
  it('part the sorted lines where the word they are sorted by changes', () => {
    fc.assert(
      fc.property(smallCorpus, someHits, fc.constantFrom<SortKey>('B1', '-A1', 'A2', 'doc'), (corpus, some, key) => {
        const index = indexOf(corpus);
        const hits = hitsIn(index, some);
        const tokens = tokensOf(corpus);
        const pathRank = Uint32Array.from({ length: index.documentCount }, (_, doc) => doc);
        const order = sortHits(index, hits, [key], { ...counts, pathRank });
        const options = { folding: 'fold', pathOf: String, valueOf: () => null, verdictOf: () => null } as const;
        const headings = headingsOf(index, hits, order, key, options);
        const shared = [...order.all()].map((hit) => {
          const start = hits.start[hit]!;
          const doc = tokens[start]!.doc;
          if (key === 'doc') return String(doc);
          const end = hits.end ? hits.end[hit]! : start + hits.width;
          const bare = key.replace('-', '');
          const at = bare === 'B1' ? start - 1 : end - 1 + Number(bare[1]);
          return tokens[at]?.doc === doc ? fold(tokens[at].text) : null;
        });
        expect(headings.reduce((sum, { lines }) => sum + lines, 0)).toBe(hits.total);
        let next = 0;
        for (const { from, lines, written } of headings) {
          expect(from).toBe(next);
          expect(new Set(shared.slice(from, from + lines)).size).toBe(1);
          if (from > 0) expect(shared[from]).not.toBe(shared[from - 1]);
          expect(written === null || key === 'doc' ? written : fold(written)).toBe(shared[from]);
          next = from + lines;
        }
      }),
      { numRuns: 200 },
    );
  });

  it('stand over nothing in the order of the text', () => {
    const corpus = indexOf({ vocabulary: ['a'], texts: ['a a a'] });
    const options = { folding: 'fold', pathOf: String, valueOf: () => null, verdictOf: () => null } as const;
    expect(headingsOf(corpus, hitsIn(corpus, [[0, 1]]), null, undefined, options)).toEqual([]);
  });
});

describe('the map of hits', () => {
  it('counts every hit in its stretch, and finds the line of a place again', () => {
    fc.assert(
      fc.property(smallCorpus, someHits, fc.integer({ min: 1, max: 50 }), (corpus, some, stretches) => {
        const index = indexOf(corpus);
        const hits = hitsIn(index, some);
        const parts = Math.max(1, Math.min(stretches, index.tokenCount));
        const expected = Array.from({ length: parts }, () => 0);
        for (const start of hits.start.subarray(0, hits.total))
          expected[Math.floor((start * parts) / index.tokenCount)]!++;
        expect(hitsInStretches(hits, index.tokenCount, stretches)).toEqual(expected);
        const pathRank = Uint32Array.from({ length: index.documentCount }, (_, doc) => doc);
        const order = sortHits(index, hits, ['-pos'], { ...counts, pathRank });
        for (const token of [0, 7, index.tokenCount]) {
          const hit = [...hits.start.subarray(0, hits.total)].findIndex((start) => start >= token);
          expect(placeOfToken(hits, null, token)).toBe(hit === -1 ? null : hit);
          expect(placeOfToken(hits, order, token)).toBe(hit === -1 ? null : hits.total - 1 - hit);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('words to complete', () => {
  it('are those that begin so, most frequent first, each as it is written most often', () => {
    fc.assert(
      fc.property(
        smallCorpus,
        fc.constantFrom('c', 'th', 'ал', 'ا', 'ku', 'к'),
        fc.integer({ min: 1, max: 9 }),
        (corpus, typed, most) => {
          const index = indexOf(corpus);
          const found = completeWord(index.lexicon, typed, most, (cls) => index.classCount(cls));
          const counted = new Map<string, number>();
          for (const { text } of tokensOf(corpus)) counted.set(fold(text), (counted.get(fold(text)) ?? 0) + 1);
          const expected = [...counted].filter(([form]) => form.startsWith(fold(typed))).map(([, count]) => count);
          const begun = found.filter(({ why }) => why === 'prefix');
          expect(begun.map(({ count }) => count)).toEqual(expected.sort((a, b) => b - a).slice(0, most));
          for (const { form, count } of begun) expect(counted.get(fold(form))).toBe(count);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('columns of a line', () => {
  it('by characters take whole letters with their marks; words stand alone', () => {
    const corpus = { vocabulary: [], texts: ['ab cde\u0301f match ghi\u{1d4b3}j'] };
    const index = indexOf(corpus);
    const outcome = runQuery(index, { text: 'match', mode: 'simple', ...counts });
    if (!outcome.ok) throw new Error(outcome.error.message);
    const context = { unit: 'characters', size: 3 } as const;
    const [line] = concordanceLines(index, textSource(corpus), outcome.hits, null, 0, 1, context, String, { words: 1 });
    expect(line).toMatchObject({ before: 'f ', match: 'match', after: ' gh' });
    expect(line?.words?.match).toEqual(['match']);
    expect(line?.words?.after).toHaveLength(1);
  });
});

describe('the order of words', () => {
  it('is that of the language of the line: ѓ after д in Macedonian', () => {
    const builder = new IndexBuilder(sentenceRules({}));
    builder.addDocument({ text: 'x еж. x ѓон. x дом. x ген. x вол.', language: 'mk' });
    const index = builder.finish();
    const outcome = runQuery(index, { text: 'x', mode: 'simple', ...counts });
    if (!outcome.ok) throw new Error(outcome.error.message);
    const { hits } = outcome;
    const sorted = (byLanguage: boolean) => {
      const order = sortHits(index, hits, ['A1'], { ...counts, pathRank: new Uint32Array(1), byLanguage });
      return [...order.all()].map((hit) => index.lexicon.form(index.stream()[hits.start[hit]! + 1] as never));
    };
    expect(sorted(true)).toEqual(['вол', 'ген', 'дом', 'ѓон', 'еж']);
    expect(sorted(false)).toEqual(['вол', 'ген', 'ѓон', 'дом', 'еж']);
  });
});
