import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { companyDocuments, unitDocuments } from '../../../src/corpus/frequency/document-range.ts';
import { atOnce } from '../../../src/corpus/frequency/stepwise.ts';
import { countingUnit } from '../../../src/corpus/frequency/unit.ts';
import { hitsIn, someHits } from '../concordance/some-hits.ts';
import { foldedAs, indexOf, smallCorpus, tokensOf } from '../query/small-corpora.ts';

describe('documents that hold a word', () => {
  test('are those of a plain look at each token', () => {
    fc.assert(
      fc.property(smallCorpus, fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), (corpus, meant) => {
        const index = indexOf(corpus);
        const unit = countingUnit(index, { by: 'fold' });
        const mask = Uint8Array.from({ length: index.documentCount }, (_, doc) => (meant[doc % meant.length] ? 1 : 0));
        const expected = new Map<string, Set<number>>();
        for (const { text, doc } of tokensOf(corpus)) {
          if (mask[doc] === 0) continue;
          const key = foldedAs('fold', text);
          expected.set(key, (expected.get(key) ?? new Set()).add(doc));
        }
        const found = atOnce(unitDocuments(index, unit, mask));
        for (let number = 0; number < unit.size; number++)
          expect(found[number]).toBe(expected.get(unit.key(number))?.size ?? 0);
      }),
    );
  });

  test('near a hit are those with the word in reach of one, whichever hit is nearer', () => {
    fc.assert(
      fc.property(smallCorpus, someHits, fc.nat(3), fc.nat(3), (corpus, some, before, after) => {
        const index = indexOf(corpus);
        const unit = countingUnit(index, { by: 'fold' });
        const tokens = tokensOf(corpus);
        const hits = hitsIn(index, some);
        const inNode = new Set<number>();
        const reached = new Set<number>();
        for (let hit = 0; hit < hits.total; hit++) {
          const start = hits.start[hit]!;
          const end = hits.end?.[hit] ?? start + hits.width;
          for (let token = start - before; token < end + after; token++) {
            if (tokens[token]?.doc !== tokens[start]!.doc) continue;
            (token >= start && token < end ? inNode : reached).add(token);
          }
        }
        const expected = new Map<string, Set<number>>();
        for (const token of reached) {
          if (inNode.has(token)) continue;
          const { text, doc } = tokens[token]!;
          const key = foldedAs('fold', text);
          expected.set(key, (expected.get(key) ?? new Set()).add(doc));
        }
        const found = atOnce(companyDocuments(index, unit, hits, { before, after, within: 'document' }));
        for (let number = 0; number < unit.size; number++)
          expect(found[number]).toBe(expected.get(unit.key(number))?.size ?? 0);
      }),
    );
  });
});
