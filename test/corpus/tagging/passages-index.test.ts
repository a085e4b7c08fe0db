/** What is counted inside passages, against lists of the words that lie in them. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { companyOf } from '../../../src/corpus/frequency/collocates.ts';
import { countUnits } from '../../../src/corpus/frequency/counts.ts';
import { countGrams } from '../../../src/corpus/frequency/ngrams.ts';
import { atOnce } from '../../../src/corpus/frequency/stepwise.ts';
import { countingUnit } from '../../../src/corpus/frequency/unit.ts';
import { WordTable } from '../../../src/corpus/frequency/words.ts';
import { passagesIndex } from '../../../src/corpus/tagging/passages-index.ts';
import type { CorpusIndex } from '../../../src/corpus/index/corpus-index.ts';
import type { FoldClassId, TokenIndex } from '../../../src/shared/model.ts';
import { hitsIn, pairsOf, someHits, type SomeHits } from '../concordance/some-hits.ts';
import { naiveDpNorm, tally } from '../frequency/counted-corpora.ts';
import { foldedAs, indexOf, smallCorpus, type SmallCorpus, tokensOf } from '../query/small-corpora.ts';

/** Tokens in passages with the number of the passage and paragraph that they lie in: read one by one. */
function insideOf(corpus: SmallCorpus, index: CorpusIndex, runs: SomeHits) {
  const pairs = pairsOf(hitsIn(index, runs));
  const tokens = tokensOf(corpus).map((token, at) => ({
    ...token,
    at,
    key: foldedAs('fold', token.text),
    paragraph: index.paragraphOf(at as TokenIndex),
    isIn: pairs.some(([from, to]) => from <= at && at < to),
  }));
  let piece = 0;
  return tokens.flatMap((token, at) => {
    const before = tokens[at - 1];
    // A new piece after a gap, and with a new paragraph.
    if (before?.isIn !== true || before.paragraph !== token.paragraph) piece++;
    return token.isIn ? [{ ...token, piece }] : [];
  });
}

const unitOf = (index: CorpusIndex) => countingUnit(index, { by: 'fold', numbers: true });

test('words, their documents and their spread are those of the passages', () => {
  fc.assert(
    fc.property(smallCorpus, someHits, (corpus, runs) => {
      const whole = indexOf(corpus);
      const index = passagesIndex(whole, hitsIn(whole, runs));
      const inside = insideOf(corpus, whole, runs);
      expect(index.tokenCount).toBe(inside.length);
      const unit = unitOf(index);
      const table = new WordTable(index, unit, index.documentMask);
      const selection = { minCount: 1, minDocuments: 1, match: null, sort: { by: 'count', descending: true } } as const;
      const rows = atOnce(table.list(selection)).page(0, 1000);
      const docs = [...new Set(inside.map(({ doc }) => doc))];
      const sizes = docs.map((doc) => inside.filter((token) => token.doc === doc).length);
      const naive = [...tally(inside.map(({ key }) => key))].map(([key, count]) => {
        const counts = docs.map((doc) => inside.filter((token) => token.doc === doc && token.key === key).length);
        const dispersion = naiveDpNorm(counts, sizes);
        const documents = counts.filter((one) => one > 0).length;
        return [key, count, documents, dispersion?.toFixed(9)];
      });
      const found = rows.map((row) => [unit.key(row.unit), row.count, row.documents, row.dispersion?.toFixed(9)]);
      expect(found.sort()).toEqual(naive.sort());
      expect(countUnits(index, unit, null).counts).toEqual(countUnits(index, unit, index.documentMask).counts);
      for (let cls = 0; cls < whole.lexicon.classes; cls++)
        expect(index.classCount(cls as FoldClassId)).toBe(
          inside.filter(({ key }) => key === whole.lexicon.foldOf(cls as FoldClassId)).length,
        );
      for (const [token, { at, doc }] of inside.entries()) {
        expect(index.charStart(token as TokenIndex)).toBe(whole.charStart(at as TokenIndex));
        expect(index.documentOf(token as TokenIndex)).toBe(doc);
      }
    }),
    { numRuns: 60 },
  );
});

test('runs of two words and the company of a word never reach over the end of a passage', () => {
  fc.assert(
    fc.property(
      smallCorpus,
      someHits,
      fc.array(fc.tuple(fc.nat(300), fc.constant(1)), { maxLength: 20 }),
      (corpus, runs, some) => {
        const whole = indexOf(corpus);
        const index = passagesIndex(whole, hitsIn(whole, runs));
        const inside = insideOf(corpus, whole, runs);
        const unit = unitOf(index);
        const table = atOnce(
          countGrams(index, unit, index.documentMask, { n: 2, slots: false, within: 'paragraph', minCount: 1 }),
        );
        const grams = atOnce(table.list({ minDocuments: 1, sort: { by: 'count', descending: true } }));
        const found = grams.page(0, 10_000).map(({ count }, at) => [
          grams
            .wordsAt(at)
            .map((word) => unit.key(word!))
            .join(' '),
          count,
        ]);
        const pairs = inside.flatMap((token, at) => {
          const next = inside[at + 1];
          return next?.piece === token.piece ? [`${token.key} ${next.key}`] : [];
        });
        expect(found.sort()).toEqual([...tally(pairs)].sort());

        const hits = hitsIn(whole, some);
        const nodes = new Set(pairsOf(hits).map(([at]) => at));
        const own = index.hitsInside(hits);
        expect(pairsOf(own).map(([at]) => inside[at]!.at)).toEqual(
          inside.map(({ at }) => at).filter((at) => nodes.has(at)),
        );
        const span = { before: 2, after: 2, within: 'paragraph' } as const;
        const company = atOnce(companyOf(index, countUnits(index, unit, index.documentMask), own, span));
        const list = company.list('tokens', {
          ...{ minCount: 1, passes: () => true, sort: { by: 'observed', descending: true } },
        });
        const near = inside.filter(
          (token) =>
            !nodes.has(token.at) &&
            inside.some(
              (node) => nodes.has(node.at) && node.piece === token.piece && Math.abs(node.at - token.at) <= 2,
            ),
        );
        const rows = list.page(0, 10_000).map((row, at) => [unit.key(list.unitAt(at)), row.observed]);
        expect(rows.sort()).toEqual([...tally(near.map(({ key }) => key))].sort());
      },
    ),
    { numRuns: 60 },
  );
});
