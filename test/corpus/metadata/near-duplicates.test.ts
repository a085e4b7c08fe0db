import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CorpusIndex } from '../../../src/corpus/index/corpus-index.ts';
import { countsOnce, NearDuplicateSearch, nearDuplicates } from '../../../src/corpus/metadata/near-duplicates.ts';
import { jaccard, reaches, shingleHashes } from '../../../src/corpus/metadata/shingles.ts';
import type { DocId, TokenIndex } from '../../../src/shared/model.ts';
import { indexOf, smallCorpus, tokensOf, words } from '../query/small-corpora.ts';
import type { SmallCorpus } from '../query/small-corpora.ts';

/** Sets of shingles as sets of strings. */
function shingleSets(corpus: SmallCorpus, length: number): Set<string>[] {
  const tokens = tokensOf(corpus);
  return corpus.texts.map((_, doc) => {
    const folded = tokens.filter((token) => token.doc === doc).map(({ fold }) => fold);
    if (folded.length === 0) return new Set();
    const size = Math.min(length, folded.length);
    return new Set(folded.slice(size - 1).map((_, i) => folded.slice(i, i + size).join(' ')));
  });
}

function similarity(a: Set<string>, b: Set<string>): number {
  const shared = [...a].filter((shingle) => b.has(shingle)).length;
  return a.size + b.size === 0 ? 0 : shared / (a.size + b.size - shared);
}

/** Connected components by spreading a label until nothing changes. */
function components(sets: readonly Set<string>[], threshold: number): number[] {
  const label = sets.map((_, doc) => doc);
  for (let changed = true; changed;) {
    changed = false;
    for (let a = 0; a < sets.length; a++) {
      for (let b = 0; b < sets.length; b++) {
        if (label[b]! <= label[a]! || sets[a]!.size === 0 || similarity(sets[a]!, sets[b]!) < threshold) continue;
        label[b] = label[a]!;
        changed = true;
      }
    }
  }
  return label;
}

/** Texts that are made from one another by small changes, among others that are not. */
const retold: fc.Arbitrary<SmallCorpus> = fc
  .tuple(
    fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 40 }),
    fc.array(fc.array(fc.tuple(fc.nat({ max: 39 }), fc.constantFrom(...words, '')), { maxLength: 6 }), {
      minLength: 1,
      maxLength: 9,
    }),
  )
  .map(([story, versions]) => {
    const texts = [story.join(' ')];
    for (const changes of versions) {
      // Each version changes an earlier one, so that the ends of a chain may be unlike each other.
      const version = texts[changes.length % texts.length]!.split(' ');
      for (const [place, word] of changes) version[place % version.length] = word;
      texts.push(version.join(' '));
    }
    return { vocabulary: words, texts };
  });

const options = fc.record({
  shingle: fc.integer({ min: 1, max: 5 }),
  threshold: fc.constantFrom(0.05, 0.1, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 1),
});

describe('near-duplicates', () => {
  test.each([
    ['retold stories', retold],
    ['any corpus', smallCorpus],
  ])('are the connected components of all similar pairs: %s', (_, corpora) => {
    fc.assert(
      fc.property(corpora, options, (corpus, asked) => {
        const expected = components(shingleSets(corpus, asked.shingle), asked.threshold);
        const { groups, representative } = nearDuplicates(indexOf(corpus), asked);
        expect([...representative]).toEqual(expected);
        const roots = [...new Set(expected)].filter((root) => expected.filter((label) => label === root).length > 1);
        const members = roots.map((root) => expected.flatMap((label, doc) => (label === root ? [doc] : [])));
        expect(groups).toEqual(members);
      }),
      { numRuns: 200 },
    );
  });

  const base = Array.from({ length: 60 }, (_, i) => `w${i}`);
  const variant = (from: number, to: number) => base.map((word, i) => (i >= from && i < to ? `x${i}` : word)).join(' ');
  const index = indexOf({
    vocabulary: [],
    texts: [
      'other story of its own here today',
      variant(0, 0),
      variant(30, 33),
      '',
      'Other STORY of its own here today',
      '',
    ],
  });

  test('ignore case; documents without words are like none', () => {
    expect(nearDuplicates(index).groups).toEqual([
      [0, 4],
      [1, 2],
    ]);
  });

  test('count once in the first of each group', () => {
    const duplicates = nearDuplicates(index);
    const counted = index.documentStart().subarray(0, -1);
    const firsts = [0, 1, 2, 4].map((doc) => countsOnce(index, duplicates, counted[doc]! as TokenIndex));
    expect(firsts).toEqual([true, true, false, false]);
  });

  test('are found in steps that can be counted', () => {
    const search = new NearDuplicateSearch(index);
    const done: number[] = [];
    do done.push(search.done);
    while (search.step());
    expect(done).toEqual(Array.from({ length: search.steps }, (_, step) => step));
    expect(search.result()).toEqual(nearDuplicates(index));
  });
});

test('similarity of two documents, and whether it reaches a threshold, as sets of strings say', () => {
  fc.assert(
    fc.property(retold, options, (corpus, { shingle, threshold }) => {
      const index: CorpusIndex = indexOf(corpus);
      const [a, b] = [shingleHashes(index, 0 as DocId, shingle), shingleHashes(index, 1 as DocId, shingle)];
      const [left, right] = shingleSets(corpus, shingle);
      const expected = similarity(left!, right!);
      expect(jaccard(a, b)).toBe(expected);
      expect(reaches(a, b, threshold)).toBe(expected >= threshold);
    }),
    { numRuns: 200 },
  );
});
