import fc from 'fast-check';
import { expect, it } from 'vitest';
import { filterByWord } from '../../../src/corpus/concordance/word-filter.ts';
import { lexiconKey } from '../../../src/corpus/query/pattern.ts';
import { foldedFor } from '../../../src/corpus/query/glob.ts';
import { wordTests } from '../../../src/shared/terms.ts';
import { indexOf, smallCorpus, tokensOf } from '../query/small-corpora.ts';
import { hitsIn, pairsOf, someHits } from './some-hits.ts';

const places = fc.constantFrom('B1', 'B2', 'B10', 'M', 'A1', 'A3');
const asked = fc.record({
  at: places,
  how: fc.constantFrom(...wordTests),
  counts: fc.record({ case: fc.boolean(), marks: fc.boolean() }),
  keep: fc.boolean(),
});

it('a filter by a word at a place keeps what a plain look at that word keeps', () => {
  fc.assert(
    fc.property(smallCorpus, someHits, asked, fc.nat(), fc.nat(3), (corpus, some, test, pick, cut) => {
      const { at, how, counts, keep } = test;
      const index = indexOf(corpus);
      const tokens = tokensOf(corpus);
      const hits = hitsIn(index, some);
      const key = lexiconKey(counts);
      // Words of the corpus, whole or cut, so that some lines pass.
      const text = tokens.length === 0 ? 'x' : tokens[pick % tokens.length]!.text.slice(0, cut + 1);
      const wanted = foldedFor(key, text);
      const wordAt = (token: number, doc: number) => (tokens[token]?.doc === doc ? tokens[token].text : undefined);
      const words = ([start, end]: readonly [number, number]): string | undefined => {
        const { doc } = tokens[start]!;
        if (at === 'M')
          return tokens
            .slice(start, end)
            .map(({ text: word }) => foldedFor(key, word))
            .join(' ');
        const distance = Number(at.slice(1));
        const word = wordAt(at.startsWith('B') ? start - distance : end + distance - 1, doc);
        return word === undefined ? undefined : foldedFor(key, word);
      };
      const expected = pairsOf(hits).filter((hit) => {
        const word = words(hit);
        const passes =
          word !== undefined &&
          { equals: word === wanted, begins: word.startsWith(wanted), contains: word.includes(wanted) }[how];
        return passes === keep;
      });
      expect(pairsOf(filterByWord(index, hits, { at, how, text, key }, keep))).toEqual(expected);
    }),
  );
});
