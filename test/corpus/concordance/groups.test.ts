import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { GroupKey } from '../../../src/corpus/concordance/groups.ts';
import { groupLines } from '../../../src/corpus/concordance/groups.ts';
import { allFoldings, foldedAs, indexOf, smallCorpus, tokensOf } from '../query/small-corpora.ts';
import { hitsIn, pairsOf, someHits } from './some-hits.ts';

const values = [undefined, '', 'ar', 'mk', 'ar'];
const byValue: GroupKey = { by: 'document', read: (doc) => values[doc % values.length] };
const anyKey: fc.Arbitrary<GroupKey> = fc.oneof(
  fc.constant<GroupKey>({ by: 'match' }),
  fc.record({ by: fc.constantFrom('before' as const, 'after' as const), distance: fc.integer({ min: 1, max: 5 }) }),
  fc.constant(byValue),
);

describe('groups of lines', () => {
  test('are those of a plain look at each line', () => {
    fc.assert(
      fc.property(smallCorpus, someHits, anyKey, fc.constantFrom(...allFoldings), (corpus, some, by, { key }) => {
        const index = indexOf(corpus);
        const tokens = tokensOf(corpus);
        const hits = hitsIn(index, some);
        const expected = new Map<string | null, { lines: number; docs: Set<number>; written: string | null }>();
        for (const [start, end] of pairsOf(hits)) {
          const { doc } = tokens[start]!;
          const place = by.by === 'before' ? start - by.distance : by.by === 'after' ? end + by.distance - 1 : start;
          const run = by.by === 'match' ? tokens.slice(start, end) : tokens.slice(Math.max(0, place), place + 1);
          const own = place >= 0 && run.length > 0 && run[0]!.doc === doc;
          const shown = (read: (text: string) => string) => (own ? run.map(({ text }) => read(text)).join(' ') : null);
          const value = by.by === 'document' ? (by.read(doc as never) ?? null) : shown((text) => foldedAs(key, text));
          const written = by.by === 'document' ? value : shown((text) => text);
          const group = expected.get(value) ?? { lines: 0, docs: new Set(), written };
          group.lines++;
          group.docs.add(doc);
          expected.set(value, group);
        }
        const groups = groupLines(index, hits, by, key);
        expect(groups.total).toBe(expected.size);
        expect(groups.page(0, 1_000)).toEqual(
          [...expected]
            .map(([value, { lines, docs, written }]) => ({ value, written, lines, documents: docs.size }))
            .sort((a, b) => b.lines - a.lines),
        );
      }),
      { numRuns: 600 },
    );
  });

  test('come in pages', () => {
    const index = indexOf({ vocabulary: [], texts: ['a b a c a b d'] });
    const everything = hitsIn(
      index,
      [0, 1, 2, 3, 4, 5, 6].map((place) => [place, 1] as const),
    );
    const groups = groupLines(index, everything, { by: 'match' }, 'fold');
    expect(groups.page(1, 2).map(({ value }) => value)).toEqual(['b', 'c']);
    expect(groups.page(3, 500).map(({ value }) => value)).toEqual(['d']);
    expect(groups.page(9, 500)).toEqual([]);
  });
});
