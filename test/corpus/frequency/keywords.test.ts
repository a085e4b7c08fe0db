import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countUnits } from '../../../src/corpus/frequency/counts.ts';
import { othersThan } from '../../../src/corpus/frequency/documents.ts';
import { keyness } from '../../../src/corpus/frequency/keyness.ts';
import type { KeywordColumn } from '../../../src/corpus/frequency/keywords.ts';
import { keywords, usualKeywords } from '../../../src/corpus/frequency/keywords.ts';
import type { WordCounts } from '../../../src/corpus/frequency/word-counts.ts';
import { countsOfList, countsOfUnits } from '../../../src/corpus/frequency/word-counts.ts';
import { countingUnit } from '../../../src/corpus/frequency/unit.ts';
import { indexOf } from '../query/small-corpora.ts';
import { countedCorpus, tally } from './counted-corpora.ts';

const word = fc.constantFrom('the', 'of', 'peace', 'war', 'мир', 'سلام', 'куќа', 'tea');
const someList = fc
  .array(fc.tuple(word, fc.integer({ min: 0, max: 40 })), { maxLength: 8 })
  .map((words) => countsOfList(words, 1_000));

function everyRow(target: WordCounts, reference: WordCounts, selection = usualKeywords) {
  return keywords(target, reference, selection).page(0, 10_000);
}

describe('keywords', () => {
  test('of some documents against the rest are those of a plain count', () => {
    fc.assert(
      fc.property(countedCorpus, ({ index, unit, mask, tokens }) => {
        const target = countsOfUnits(countUnits(index, unit, mask));
        const reference = countsOfUnits(countUnits(index, unit, othersThan(index, mask)));
        const own = tally(tokens.map(({ key }) => key));
        const whole = countsOfUnits(countUnits(index, unit, null));
        const rows = everyRow(target, reference);
        for (const row of rows) {
          const f1 = own.get(row.key) ?? 0;
          const f2 = Number(whole.counts[row.targetWord]) - f1;
          expect(row).toMatchObject({
            target: f1,
            reference: f2,
            ...keyness(f1, tokens.length, f2, index.tokenCount - tokens.length),
          });
          expect(unit.key(row.targetWord)).toBe(row.key);
          expect(Object.values(row).filter((value) => typeof value === 'number' && !Number.isFinite(value))).toEqual(
            [],
          );
        }
        expect(rows.length).toBe(
          Array.from(whole.counts).filter((count, number) => number < unit.size && count > 0).length,
        );
      }),
      { numRuns: 200 },
    );
  });

  test('of one corpus against another are joined by their keys, as one index would', () => {
    fc.assert(
      fc.property(countedCorpus, ({ corpus, index, unit }) => {
        const [first, ...rest] = corpus.texts;
        const alone = (texts: readonly string[]) => {
          const part = indexOf({ vocabulary: [], texts });
          return countsOfUnits(countUnits(part, countingUnit(part, { by: 'fold' }), null));
        };
        const whole = countingUnit(index, { by: 'fold' });
        const target = Uint8Array.from(corpus.texts, (_, doc) => (doc === 0 ? 1 : 0));
        const together = everyRow(
          countsOfUnits(countUnits(index, whole, target)),
          countsOfUnits(countUnits(index, whole, othersThan(index, target))),
        );
        const apart = everyRow(alone([first!]), alone(rest));
        const shown = (rows: typeof apart) =>
          rows
            .map(({ key, target: f1, reference: f2, ll, qBh }) => ({ key, f1, f2, ll, qBh }))
            .sort((a, b) => (a.key < b.key ? -1 : 1));
        expect(shown(apart)).toEqual(shown(together));
        expect(unit.size).toBeLessThanOrEqual(index.lexicon.size);
      }),
      { numRuns: 100 },
    );
  });

  test('change sign when target and reference change places', () => {
    fc.assert(
      fc.property(someList, someList, (a, b) => {
        const forwards = new Map(everyRow(a, b).map((row) => [row.key, row]));
        for (const row of everyRow(b, a)) {
          const other = forwards.get(row.key)!;
          for (const field of ['ll', 'g2', 'logRatio', 'logRatioWalter', 'din'] as const) {
            expect(row[field]!).toBeCloseTo(-other[field]!, 9);
          }
          for (const field of ['p', 'chi2', 'qBh', 'pBonferroni'] as const)
            expect(row[field]).toBeCloseTo(other[field]!, 9);
          // The same is taken off whichever way it turns.
          expect(row.bic! - row.ll!).toBeCloseTo(other.bic! - other.ll!, 9);
        }
      }),
    );
  });

  test('a word that the reference lacks ranks first by whatever grows without end, and never falls out', () => {
    const target = countsOfList(
      [
        ['common', 500],
        ['rare', 2],
        ['new', 5],
      ],
      10_000,
    );
    const reference = countsOfList(
      [
        ['common', 400],
        ['rare', 1],
        ['other', 9],
      ],
      100_000,
    );
    for (const by of ['percentDiff', 'oddsRatio', 'relativeRisk'] as const) {
      const [first, ...others] = everyRow(target, reference, { ...usualKeywords, sort: { by, descending: true } });
      expect(first).toMatchObject({ key: 'new', reference: 0, [by]: null });
      expect(others).toHaveLength(3);
    }
    expect(everyRow(target, reference).find(({ key }) => key === 'other')).toMatchObject({
      target: 0,
      percentDiff: -100,
      targetWord: -1,
    });
  });

  test('positive and negative ones, by evidence, by count', () => {
    const target = countsOfList(
      [
        ['up', 50],
        ['even', 10],
        ['few', 1],
      ],
      1_000,
    );
    const reference = countsOfList(
      [
        ['up', 10],
        ['even', 10],
        ['down', 40],
      ],
      1_000,
    );
    const keys = (selection: object) =>
      everyRow(target, reference, { ...usualKeywords, ...selection }).map(({ key }) => key);
    expect(keys({ sign: 'positive' })).toEqual(['up', 'few']);
    expect(keys({ sign: 'negative', sort: { by: 'll', descending: false } })).toEqual(['down']);
    expect(keys({ minCount: 2 })).toEqual(['up', 'even', 'down']);
    for (const correction of ['none', 'bonferroni', 'bh'] as const)
      expect(keys({ maxP: 0.01, correction })).toEqual(['up', 'down']);
    expect(keywords(target, reference, { ...usualKeywords, minCount: 2 }).tested).toBe(3);
  });

  test('are sorted by any column', () => {
    const columns: KeywordColumn[] = [
      'g2',
      'chi2',
      'p',
      'qBh',
      'pBonferroni',
      'bic',
      'simpleMaths',
      'din',
      'target',
      'reference',
      'logRatioWalter',
    ];
    fc.assert(
      fc.property(someList, someList, fc.constantFrom(...columns), fc.boolean(), (a, b, by, descending) => {
        const rows = everyRow(a, b, { ...usualKeywords, sort: { by, descending } });
        const values = rows.map((row) => Number(row[by]));
        expect(values).toEqual(values.toSorted((x, y) => (descending ? y - x : x - y)));
      }),
    );
    const mixed = countsOfList([
      ['b10', 1],
      ['b9', 1],
      ['á', 1],
      ['z', 1],
    ]);
    const sorted = everyRow(mixed, mixed, { ...usualKeywords, sort: { by: 'form', descending: false } });
    expect(sorted.map(({ form }) => form)).toEqual(['á', 'b9', 'b10', 'z']);
  });

  test('false discovery rates are those of Benjamini and Hochberg over all words tested', () => {
    fc.assert(
      fc.property(someList, someList, (a, b) => {
        const rows = everyRow(a, b);
        const ps = rows.map(({ p }) => p!);
        for (const { p, qBh, pBonferroni } of rows) {
          // The least p' · m / rank of p' over all p' ≥ p, ranks of ties taken at their highest.
          const rates = ps
            .filter((other) => other >= p!)
            .map((other) => (other * ps.length) / ps.filter((x) => x <= other).length);
          expect(qBh).toBeCloseTo(Math.min(1, ...rates), 10);
          expect(pBonferroni).toBeCloseTo(Math.min(1, p! * ps.length), 10);
        }
      }),
    );
  });

  test('against nothing are scored as far as they can be', () => {
    const [row] = everyRow(countsOfList([['alone', 3]]), countsOfList([]));
    expect(row).toMatchObject({
      key: 'alone',
      ll: null,
      p: null,
      qBh: null,
      logRatio: null,
      target: 3,
      referencePerMillion: 0,
    });
  });
});
