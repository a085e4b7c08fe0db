import fc from 'fast-check';
import { expect, test } from 'vitest';
import { classesLike } from '../../../src/corpus/index/class-letters.ts';
import { editDistance } from '../../../src/corpus/text/edit-distance.ts';
import { fold } from '../../../src/corpus/text/fold.ts';
import type { FoldClassId } from '../../../src/shared/model.ts';
import { indexOf } from '../query/small-corpora.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'q', 'к', 'ќ', 'ت', 'ب'), minLength: 1, maxLength: 7 });
const long = fc.integer({ min: 60, max: 70 }).map((length) => 'ab'.repeat(length).slice(0, length));

test('every class within so many slips of a word is among those that are compared with it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(word, long), { maxLength: 30 }),
      fc.oneof(word, long),
      fc.nat({ max: 2 }),
      (all, asked, slips) => {
        const { lexicon } = indexOf({ vocabulary: [], texts: [all.join('\n')] });
        const folded = fold(asked);
        const classes = Array.from({ length: lexicon.classes }, (_, cls) => cls as FoldClassId);
        const near = classes.filter((cls) => editDistance(folded, lexicon.foldOf(cls), slips) <= slips);
        const like = classesLike(lexicon, folded, slips);
        expect(like).toEqual(expect.arrayContaining(near));
        expect(new Set(like).size).toBe(like.length);
      },
    ),
    { numRuns: 400 },
  );
});

test('others are mostly ruled out', () => {
  const forms = Array.from({ length: 500 }, (_, i) =>
    i.toString(26).replaceAll(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)]!),
  );
  const { lexicon } = indexOf({ vocabulary: [], texts: [forms.join(' '), 'government'] });
  expect(classesLike(lexicon, 'goverment', 2)).toEqual([lexicon.findClass('government')]);
});
