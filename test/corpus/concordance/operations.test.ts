import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  combine,
  filterByCompany,
  inDocuments,
  subset,
  thin,
  withoutRepeatedLines,
} from '../../../src/corpus/concordance/operations.ts';
import { setOperations } from '../../../src/shared/terms.ts';
import { hitsOfWidth } from '../../../src/corpus/query/query-result.ts';
import { identityOrder } from '../../../src/corpus/query/radix.ts';
import { indexOf, smallCorpus, tokensOf } from '../query/small-corpora.ts';
import { hitsIn, pairsOf, someHits } from './some-hits.ts';

const distance = fc.oneof(fc.nat({ max: 6 }), fc.constant(500));
const runs = { numRuns: 200 };

test('a subset has the numbered hits', () => {
  fc.assert(
    fc.property(smallCorpus, someHits, fc.array(fc.boolean(), { maxLength: 60 }), (corpus, some, chosen) => {
      const hits = hitsIn(indexOf(corpus), some);
      const numbers = [...identityOrder(hits.total)].filter((hit) => chosen[hit]);
      expect(pairsOf(subset(hits, numbers))).toEqual(numbers.map((hit) => pairsOf(hits)[hit]));
    }),
    runs,
  );
});

describe('a filter', () => {
  const window = fc.record({ before: distance, after: distance, sentence: fc.boolean() });

  test('keeps or drops hits by the company that a plain look at every token finds', () => {
    fc.assert(
      fc.property(smallCorpus, someHits, someHits, window, fc.boolean(), (corpus, some, someOthers, asked, keep) => {
        const index = indexOf(corpus);
        const tokens = tokensOf(corpus);
        const hits = hitsIn(index, some);
        const others = hitsIn(index, someOthers);
        // Sentences are numbered within documents. A match may run over several: all of them are looked at.
        const sameText = (token: number, touched: number) =>
          tokens[token]!.doc === tokens[touched]!.doc &&
          (!asked.sentence || tokens[token]!.sentence === tokens[touched]!.sentence);
        const inWindow = (token: number, [start, end]: readonly [number, number]) =>
          token < start
            ? start - token <= asked.before && sameText(token, start)
            : token - end < asked.after && sameText(token, end - 1);
        const expected = pairsOf(hits).filter((hit) => {
          const company = pairsOf(others).some(
            ([from, to]) =>
              (to <= hit[0] || from >= hit[1]) &&
              Array.from({ length: to - from }, (_, i) => from + i).every((token) => inWindow(token, hit)),
          );
          return company === keep;
        });
        expect(pairsOf(filterByCompany(index, hits, others, asked, keep))).toEqual(expected);
      }),
      runs,
    );
  });

  test('asks for company, not for the match itself', () => {
    const index = indexOf({ vocabulary: [], texts: ['one two one. Then one'] });
    const a = hitsOfWidth(Uint32Array.of(0, 2, 4), 1);
    const kept = (before: number, after: number, sentence: boolean) =>
      pairsOf(filterByCompany(index, a, a, { before, after, sentence }, true)).map(([start]) => start);
    expect(kept(1, 1, false)).toEqual([]);
    expect(kept(2, 2, false)).toEqual([0, 2, 4]);
    expect(kept(0, 2, false)).toEqual([0, 2]);
    expect(kept(9, 9, true)).toEqual([0, 2]);
  });
});

test('thinning takes every nth, from the first', () => {
  fc.assert(
    fc.property(smallCorpus, someHits, fc.integer({ min: 1, max: 70 }), (corpus, some, every) => {
      const hits = hitsIn(indexOf(corpus), some);
      expect(pairsOf(thin(hits, every))).toEqual(pairsOf(hits).filter((_, hit) => hit % every === 0));
    }),
    runs,
  );
});

test('only the hits of some documents', () => {
  fc.assert(
    fc.property(smallCorpus, someHits, fc.array(fc.boolean(), { maxLength: 4 }), (corpus, some, kept) => {
      const tokens = tokensOf(corpus);
      const hits = hitsIn(indexOf(corpus), some);
      const expected = pairsOf(hits).filter(([start]) => kept[tokens[start]!.doc] === true);
      expect(pairsOf(inDocuments(indexOf(corpus), hits, (doc) => kept[doc] === true))).toEqual(expected);
    }),
    runs,
  );
});

test('lines that repeat an earlier one are dropped', () => {
  fc.assert(
    fc.property(smallCorpus, someHits, distance, distance, (corpus, some, before, after) => {
      const index = indexOf(corpus);
      const tokens = tokensOf(corpus);
      const hits = hitsIn(index, some);
      const seen = new Set<string>();
      const expected = pairsOf(hits).filter(([start, end]) => {
        const words = (from: number, to: number) =>
          tokens
            .slice(Math.max(0, from), Math.max(0, to))
            .filter(({ doc }) => doc === tokens[start]!.doc)
            .map(({ fold }) => fold);
        const line = JSON.stringify([words(start - before, start), words(start, end), words(end, end + after)]);
        if (seen.has(line)) return false;
        seen.add(line);
        return true;
      });
      expect(pairsOf(withoutRepeatedLines(index, hits, before, after))).toEqual(expected);
    }),
    runs,
  );
});

test('many different lines stay', () => {
  const words = Array.from({ length: 5_000 }, (_, i) => `w${i} x`);
  const index = indexOf({ vocabulary: [], texts: [words.join(' '), words.join(' ')] });
  const everything = hitsOfWidth(identityOrder(index.tokenCount), 1);
  expect(withoutRepeatedLines(index, everything, 0, 0).total).toBe(5_001);
  // At the seams of the two texts a line differs; everywhere else the second text repeats the first.
  expect(withoutRepeatedLines(index, everything, 1, 1).total).toBe(10_000);
});

describe('two results as sets', () => {
  test.each(setOperations)('%s', (operation) => {
    fc.assert(
      fc.property(smallCorpus, someHits, someHits, (corpus, some, someOthers) => {
        const a = hitsIn(indexOf(corpus), some);
        const b = hitsIn(indexOf(corpus), someOthers);
        const all = new Map([...pairsOf(a), ...pairsOf(b)].map((pair) => [String(pair), pair]));
        const [left, right] = [a, b].map((hits) => new Set(pairsOf(hits).map(String)));
        const kept = {
          union: [true, true, true],
          intersection: [false, true, false],
          difference: [true, false, false],
        };
        const [onlyLeft, inBoth, onlyRight] = kept[operation];
        const expected = [...all]
          .filter(([name]) => (left!.has(name) ? (right!.has(name) ? inBoth : onlyLeft) : onlyRight))
          .map(([, pair]) => pair)
          .sort(([a1, a2], [b1, b2]) => a1 - b1 || a2 - b2);
        expect(pairsOf(combine(a, b, operation))).toEqual(expected);
      }),
      runs,
    );
  });

  test('are complete when both are', () => {
    const whole = hitsOfWidth(Uint32Array.of(1), 1);
    const cut = hitsOfWidth(Uint32Array.of(2), 1, false);
    for (const operation of setOperations) {
      expect(combine(whole, whole, operation).complete).toBe(true);
      expect(combine(whole, cut, operation).complete).toBe(false);
      expect(combine(cut, whole, operation).complete).toBe(false);
    }
  });
});
