import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../../src/corpus/concordance/random.ts';
import { documentsOf, firstInDocument, hitsInDocument, sampleHits } from '../../../src/corpus/concordance/select.ts';
import { hitsOfWidth } from '../../../src/corpus/query/query-result.ts';
import { identityOrder } from '../../../src/corpus/query/radix.ts';
import { longestHitList } from '../../../src/shared/contract.ts';
import type { DocId } from '../../../src/shared/model.ts';
import { indexOf, smallCorpus, tokensOf } from '../query/small-corpora.ts';
import { hitsIn, lastFirst, pairsOf, someHits } from './some-hits.ts';

const seed = fc.oneof(fc.integer(), fc.maxSafeInteger());

describe('a sample', () => {
  test('has the size asked, each hit once, in text order, and can be drawn again', () => {
    fc.assert(
      fc.property(smallCorpus, someHits, fc.integer({ min: 1, max: 70 }), seed, (corpus, some, size, from) => {
        const hits = hitsIn(indexOf(corpus), some);
        const drawn = pairsOf(sampleHits(hits, size, from));
        const all = pairsOf(hits);
        expect(drawn).toHaveLength(Math.min(size, all.length));
        const names = new Set(drawn.map(String));
        expect(drawn).toEqual(all.filter((pair) => names.has(String(pair))));
        expect(pairsOf(sampleHits(hits, size, from))).toEqual(drawn);
      }),
      { numRuns: 300 },
    );
  });

  test('is the same on every machine', () => {
    const hits = hitsOfWidth(identityOrder(1_000), 1);
    expect([...sampleHits(hits, 8, 1).start]).toMatchInlineSnapshot(`
      [
        148,
        211,
        286,
        293,
        590,
        777,
        874,
        899,
      ]
    `);
    expect([...sampleHits(hits, 8, -7_000_000_000).start]).toMatchInlineSnapshot(`
      [
        74,
        183,
        239,
        343,
        524,
        675,
        713,
        989,
      ]
    `);
  });

  test('draws every hit about equally often', () => {
    const hits = hitsOfWidth(identityOrder(20), 1);
    const drawn = new Uint32Array(20);
    const rounds = 4_000;
    for (let from = 0; from < rounds; from++) for (const hit of sampleHits(hits, 5, from).start) drawn[hit]!++;
    // Chi-square with 19 degrees of freedom passes 43.8 once in a thousand; the seeds are fixed, so this is no gamble.
    const expected = (rounds * 5) / 20;
    const chiSquare = drawn.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    expect(chiSquare).toBeLessThan(43.8);
  });
});

test('random numbers below a bound stay below it, and seeds differ', () => {
  fc.assert(
    fc.property(seed, fc.integer({ min: 1, max: 2 ** 32 }), (from, bound) => {
      const below = seededRandom(from);
      for (let i = 0; i < 20; i++) {
        const drawn = below(bound);
        expect(Number.isInteger(drawn) && drawn >= 0 && drawn < bound).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
  // Taking remainders alone would draw the lower third half of the time.
  const below = seededRandom(1);
  const low = Array.from({ length: 3_000 }, () => below(3 * 2 ** 30)).filter((drawn) => drawn < 2 ** 30).length;
  expect(low).toBeGreaterThan(900);
  expect(low).toBeLessThan(1_100);
  const firsts = Array.from({ length: 1_000 }, (_, from) => seededRandom(from)(2 ** 32));
  expect(new Set(firsts).size).toBe(1_000);
  expect(seededRandom(1)(2 ** 32)).not.toBe(seededRandom(1 + 2 ** 32)(2 ** 32));
});

test('the first hit of each document, and how many documents have one', () => {
  fc.assert(
    fc.property(smallCorpus, someHits, (corpus, some) => {
      const index = indexOf(corpus);
      const tokens = tokensOf(corpus);
      const hits = hitsIn(index, some);
      const all = pairsOf(hits);
      const firsts = all.filter(([start], i) => i === 0 || tokens[all[i - 1]![0]]!.doc !== tokens[start]!.doc);
      expect(pairsOf(firstInDocument(index, hits))).toEqual(firsts);
      expect(documentsOf(index, hits)).toBe(firsts.length);
    }),
    { numRuns: 300 },
  );
});

describe('the hits of one document', () => {
  test('carry their line numbers', () => {
    fc.assert(
      fc.property(smallCorpus, someHits, fc.boolean(), fc.nat({ max: 3 }), (corpus, some, sorted, number) => {
        const index = indexOf(corpus);
        const tokens = tokensOf(corpus);
        const hits = hitsIn(index, some);
        const doc = number % index.documentCount;
        const order = sorted ? lastFirst(hits) : null;
        const expected = pairsOf(hits).flatMap(([start, end], hit) =>
          tokens[start]!.doc === doc
            ? [{ start: tokens[start]!.start, end: tokens[end - 1]!.end, n: sorted ? hits.total - hit : hit + 1 }]
            : [],
        );
        expect(hitsInDocument(index, hits, order, doc as DocId)).toEqual({ hits: expected, complete: true });
      }),
      { numRuns: 300 },
    );
  });

  test('are cut where the list would be too long, and say so', () => {
    const index = indexOf({ vocabulary: [], texts: ['b', 'a '.repeat(longestHitList + 5)] });
    const hits = hitsOfWidth(identityOrder(index.tokenCount), 1);
    const found = hitsInDocument(index, hits, null, 1 as DocId);
    expect(found.complete).toBe(false);
    expect(found.hits).toHaveLength(longestHitList);
    expect(found.hits[0]).toEqual({ start: 0, end: 1, n: 2 });
  });
});
