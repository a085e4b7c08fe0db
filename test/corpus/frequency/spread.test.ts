import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inDocuments } from '../../../src/corpus/concordance/operations.ts';
import { percentiles, rateInterval, usualResampling } from '../../../src/corpus/frequency/bootstrap.ts';
import { arf, dispersion } from '../../../src/corpus/frequency/dispersion.ts';
import { spreadOf } from '../../../src/corpus/frequency/spread.ts';
import { atOnce } from '../../../src/corpus/frequency/stepwise.ts';
import { trendOf } from '../../../src/corpus/frequency/trend.ts';
import { hitsIn, pairsOf, someHits } from '../concordance/some-hits.ts';
import type { CountedCorpus } from './counted-corpora.ts';
import { countedCorpus } from './counted-corpora.ts';

/** Documents that are counted, with their tokens and the places of hits in them. */
function naiveSpread({ index, mask, tokens }: CountedCorpus, starts: readonly number[]) {
  const documents = Array.from({ length: index.documentCount }, (_, doc) => doc).filter((doc) => mask?.[doc] !== 0);
  return documents.map((doc) => {
    const own = tokens.filter((token) => token.doc === doc).map(({ at }) => at);
    return { doc, tokens: own.length, positions: starts.filter((at) => own.includes(at)).map((at) => at - own[0]!) };
  });
}

describe('the spread of hits', () => {
  test('is that of a plain look at each document', () => {
    fc.assert(
      fc.property(countedCorpus, someHits, (counted, some) => {
        const { index, mask, tokens } = counted;
        const hits = inDocuments(index, hitsIn(index, some), (doc) => mask?.[doc] !== 0);
        const starts = pairsOf(hits).map(([start]) => start);
        const spread = spreadOf(index, hits, mask);
        const documents = naiveSpread(counted, starts);
        expect(spread.documents.map(({ doc, tokens: size, count }) => ({ doc, size, count }))).toEqual(
          documents.map(({ doc, tokens: size, positions }) => ({ doc, size, count: positions.length })),
        );
        for (const { doc, positions } of documents) expect([...spread.positions(doc as never)]).toEqual(positions);
        expect(spread).toMatchObject({
          ...dispersion(
            documents.map(({ positions }) => positions.length),
            documents.map((document) => document.tokens),
          ),
          hits: hits.total,
          tokens: tokens.length,
        });
        const order = tokens.map(({ at }) => at);
        expect(spread.arf).toEqual(
          arf(
            starts.map((start) => order.indexOf(start)),
            tokens.length,
          ),
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe('a trend', () => {
  const names = ['2024-10', '2024-09', undefined, '2024-10'];

  test('adds the documents of each group up, those without a name last', () => {
    fc.assert(
      fc.property(countedCorpus, someHits, (counted, some) => {
        const { index, mask } = counted;
        const hits = inDocuments(index, hitsIn(index, some), (doc) => mask?.[doc] !== 0);
        const points = atOnce(
          trendOf(index, hits, mask, (doc) => names[doc % names.length], { ...usualResampling, resamples: 20 }),
        );
        const documents = naiveSpread(
          counted,
          pairsOf(hits).map(([start]) => start),
        );
        const expected = ['2024-09', '2024-10', null].flatMap((group) => {
          const own = documents.filter(({ doc }) => (names[doc % names.length] ?? null) === group);
          const tokens = own.reduce((sum, document) => sum + document.tokens, 0);
          const count = own.reduce((sum, { positions }) => sum + positions.length, 0);
          const point = {
            group,
            documents: own.length,
            documentsWithHits: own.filter((one) => one.positions.length > 0).length,
            tokens,
            count,
          };
          return own.length === 0 ? [] : [point];
        });
        expect(points).toMatchObject(expected);
        for (const { interval, documents: size, tokens, perMillion } of points) {
          expect(perMillion).toBeGreaterThanOrEqual(0);
          if (size < 2 || tokens === 0) expect(interval).toBeNull();
          else if (interval) expect(interval.low).toBeLessThanOrEqual(interval.high);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('intervals by resampling', () => {
  test('are the same for the same seed, and shrink to the rate where all documents agree', () => {
    const counts = [1, 9, 3, 0, 7];
    const sizes = [100, 120, 80, 90, 110];
    expect(rateInterval(counts, sizes, usualResampling)).toEqual(rateInterval(counts, sizes, usualResampling));
    expect(rateInterval(counts, sizes, { ...usualResampling, seed: 2 })).not.toEqual(
      rateInterval(counts, sizes, usualResampling),
    );
    expect(rateInterval([5, 10, 0], [50, 100, 0], usualResampling)).toEqual({ low: 0.1, high: 0.1 });
    expect(rateInterval([5, 0], [50, 0], usualResampling)).toBeNull();
  });

  test('of two documents is between what can be drawn: each twice, or both', () => {
    // Rates 0, .1 and .2 come out with chances ¼, ½, ¼: the middle 40 % are .1, the middle 95 % reach from 0 to .2.
    const counts = [0, 20];
    const sizes = [100, 100];
    expect(rateInterval(counts, sizes, { ...usualResampling, level: 0.4 })).toEqual({ low: 0.1, high: 0.1 });
    expect(rateInterval(counts, sizes, usualResampling)).toEqual({ low: 0, high: 0.2 });
  });

  test('are wider than a count of tokens would have them when one article makes the trend', () => {
    const counts = [40, ...Array<number>(19).fill(0)];
    const sizes = Array<number>(20).fill(1_000);
    const { low, high } = rateInterval(counts, sizes, usualResampling)!;
    // ±1.96·√40 of 20,000 tokens would be .0014 to .0026.
    expect(low).toBe(0);
    expect(high).toBeGreaterThan(0.0039);
  });

  test('percentiles are those of R’s quantile, type 7', () => {
    // quantile(c(1, 2, 3, 4, 10), c(.1, .9)) = 1.4, 7.6
    const { low, high } = percentiles(Float64Array.of(10, 2, 4, 3, 1), 0.8);
    expect(low).toBeCloseTo(1.4, 12);
    expect(high).toBeCloseTo(7.6, 12);
  });
});
