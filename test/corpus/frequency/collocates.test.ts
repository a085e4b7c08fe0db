import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inDocuments } from '../../../src/corpus/concordance/operations.ts';
import { association } from '../../../src/corpus/frequency/association.ts';
import type { CollocateColumn } from '../../../src/corpus/frequency/collocates.ts';
import { companyOf, positionProfiles } from '../../../src/corpus/frequency/collocates.ts';
import { countUnits } from '../../../src/corpus/frequency/counts.ts';
import { networkOf } from '../../../src/corpus/frequency/network.ts';
import { atOnce } from '../../../src/corpus/frequency/stepwise.ts';
import { countingUnit } from '../../../src/corpus/frequency/unit.ts';
import type { Span } from '../../../src/corpus/frequency/windows.ts';
import type { HitSet } from '../../../src/corpus/query/query-result.ts';
import { runQuery } from '../../../src/corpus/query/run.ts';
import { hitsIn, pairsOf, someHits } from '../concordance/some-hits.ts';
import { indexOf } from '../query/small-corpora.ts';
import type { CountedCorpus } from './counted-corpora.ts';
import { countedCorpus, tally } from './counted-corpora.ts';

const anySpan: fc.Arbitrary<Span> = fc.record({
  before: fc.integer({ min: 0, max: 5 }),
  after: fc.integer({ min: 0, max: 5 }),
  within: fc.constantFrom('document', 'paragraph', 'sentence'),
});
const marginals = ['tokens', 'none', 'times'] as const;
const everything = { minCount: 1, sort: { by: 'observed', descending: true } } as const;

/** For every token in a window: its key and its place, −1 the nearest before the node. Each hit and token on its own. */
function naiveCompany({ tokens }: CountedCorpus, hits: HitSet, span: Span): { key: string | null; place: number }[] {
  const pairs = pairsOf(hits);
  const inNode = new Set(pairs.flatMap(([start, end]) => Array.from({ length: end - start }, (_, i) => start + i)));
  const at = new Map(tokens.map((token) => [token.at, token]));
  const region = (place: number) => {
    const token = at.get(place);
    return token && [token.doc, span.within === 'document' ? 0 : token[span.within]].join();
  };
  return tokens.flatMap((token) => {
    if (inNode.has(token.at)) return [];
    const places = pairs.flatMap(([start, end]) => {
      const before = start - token.at;
      const after = token.at - end + 1;
      if (before >= 1 && before <= span.before && region(start) === region(token.at)) return [-before];
      if (after >= 1 && after <= span.after && region(end - 1) === region(token.at)) return [after];
      return [];
    });
    // The nearest node; of two as near, the one before the token.
    const nearest = places.sort((a, b) => Math.abs(a) - Math.abs(b) || b - a)[0];
    return nearest === undefined ? [] : [{ key: token.key, place: nearest }];
  });
}

describe('collocates', () => {
  test('are those of a plain look at every token', () => {
    fc.assert(
      fc.property(countedCorpus, someHits, anySpan, fc.constantFrom(...marginals), (counted, some, span, choice) => {
        const { index, unit, mask, tokens } = counted;
        const hits = inDocuments(index, hitsIn(index, some), (doc) => mask?.[doc] !== 0);
        const all = countUnits(index, unit, mask);
        const company = atOnce(companyOf(index, all, hits, span));
        const expected = naiveCompany(counted, hits, span);
        expect(company).toMatchObject({ nodes: hits.total, tokens: tokens.length, windowTokens: expected.length });
        const r1 = { tokens: expected.length, none: hits.total, times: hits.total * (span.before + span.after) }[
          choice
        ];
        const counts = tally(tokens.map(({ key }) => key));
        const observed = tally(expected.map(({ key }) => key));
        const rows = company.list(choice, everything).page(0, 1_000);
        expect(rows.map((row) => unit.key(row.unit)).sort()).toEqual([...observed.keys()].sort());
        const profiles = atOnce(
          positionProfiles(
            index,
            all,
            hits,
            span,
            rows.map((row) => row.unit),
          ),
        );
        for (const [at, row] of rows.entries()) {
          const key = unit.key(row.unit);
          const own = expected.filter((one) => one.key === key);
          const c1 = counts.get(key)!;
          expect(row).toMatchObject({
            observed: own.length,
            before: own.filter(({ place }) => place < 0).length,
            after: own.filter(({ place }) => place > 0).length,
            nodeCount: hits.total,
            windowCount: r1,
            collocateCount: c1,
            ...association(own.length, r1, c1, tokens.length),
          });
          const places = (length: number, sign: number) =>
            Array.from({ length }, (_, i) => own.filter(({ place }) => place === sign * (i + 1)).length);
          expect(profiles[at]).toEqual({
            unit: row.unit,
            before: places(span.before, -1),
            after: places(span.after, 1),
          });
        }
      }),
      { numRuns: 400 },
    );
  });

  test('are never scored NaN or infinite, and are sorted by any column', () => {
    const columns: CollocateColumn[] = [
      'mi',
      'g2',
      'logDice',
      'oddsRatio',
      'form',
      'before',
      'after',
      'collocateCount',
      'expected',
    ];
    const asked = fc.record({
      by: fc.constantFrom(...columns),
      choice: fc.constantFrom(...marginals),
      descending: fc.boolean(),
    });
    fc.assert(
      fc.property(
        countedCorpus,
        someHits,
        anySpan,
        asked,
        ({ index, unit }, some, span, { by, choice, descending }) => {
          const company = atOnce(companyOf(index, countUnits(index, unit, null), hitsIn(index, some), span));
          const list = company.list(choice, { minCount: 2, sort: { by, descending } });
          const rows = list.page(0, 1_000);
          expect(list.total).toBe(rows.length);
          for (const row of rows) {
            expect(row.observed).toBeGreaterThanOrEqual(2);
            expect(Object.values(row).filter((value) => typeof value === 'number' && !Number.isFinite(value))).toEqual(
              [],
            );
          }
          if (by === 'form') return;
          const values = rows.flatMap((row) => row[by] ?? []);
          expect(values).toEqual(values.toSorted((a, b) => (descending ? b - a : a - b)));
        },
      ),
      { numRuns: 200 },
    );
  });

  test('a network shows what the list of each node would', () => {
    const index = indexOf({
      vocabulary: [],
      texts: ['strong tea and strong coffee. weak tea', 'tea and coffee and strong tea'],
    });
    const unit = countingUnit(index, { by: 'fold' });
    const numbers = new Map(Array.from({ length: unit.size }, (_, number) => [unit.key(number), number]));
    const words = ['strong', 'tea', 'coffee', 'weak'];
    const span: Span = { before: 2, after: 2, within: 'sentence' };
    for (const mask of [null, Uint8Array.of(0, 1)]) {
      const all = countUnits(index, unit, mask);
      const units = words.map((word) => numbers.get(word)!);
      const edges = atOnce(networkOf(index, all, mask, units, span, 'tokens', 1));
      const expected = words.flatMap((word, at) => {
        const found = runQuery(index, { text: word, mode: 'simple', case: false, marks: false });
        if (!found.ok) throw new Error(found.error.message);
        const hits = inDocuments(index, found.hits, (doc) => mask?.[doc] !== 0);
        const rows = atOnce(companyOf(index, all, hits, span))
          .list('tokens', everything)
          .page(0, 99);
        return rows
          .filter((row) => row.unit !== units[at] && units.includes(row.unit))
          .map(({ unit: collocate, observed, logDice }) => ({ node: units[at], collocate, observed, logDice }));
      });
      expect(edges.length).toBeGreaterThan(3);
      expect(
        edges.map(({ node, collocate, observed, logDice }) => ({ node, collocate, observed, logDice })).sort(byEnds),
      ).toEqual(expected.sort(byEnds));
    }
  });
});

type Ends = Readonly<Record<'node' | 'collocate', number | undefined>>;

function byEnds(a: Ends, b: Ends): number {
  return a.node! - b.node! || a.collocate! - b.collocate!;
}
