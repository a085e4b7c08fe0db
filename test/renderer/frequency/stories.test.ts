import fc from 'fast-check';
import { expect, it } from 'vitest';
import { storiesOfField, storiesOfPairs } from '../../../src/renderer/features/frequency/charts/stories.ts';
import type { DocId } from '../../../src/shared/model.ts';

const version = (doc: number) => ({
  doc: doc as DocId,
  path: `${doc}.txt`,
  title: doc % 3 === 0 ? '' : `Title ${doc}`,
});
const pairs = fc.array(
  fc
    .tuple(fc.nat(9), fc.nat(9))
    .filter(([a, b]) => a !== b)
    .map(([a, b]) => ({ a: version(a), b: version(b) })),
  { maxLength: 12 },
);

it('documents that a chain of pairs joins are one story, and no others are', () => {
  fc.assert(
    fc.property(pairs, (given) => {
      const stories = storiesOfPairs(given).map(
        ({ where }) => new Set([...where.matchAll(/path=(\d+)/gu)].map(([, n]) => Number(n))),
      );
      const joined = (from: number, to: number, seen = new Set([from])): boolean =>
        from === to ||
        given.some(({ a, b }) =>
          [
            [a.doc, b.doc],
            [b.doc, a.doc],
          ].some(([one, other]) => one === from && !seen.has(other!) && joined(other!, to, new Set([...seen, other!]))),
        );
      const inPairs = [...new Set(given.flatMap(({ a, b }) => [a.doc, b.doc]))];
      for (const one of inPairs) {
        expect(stories.filter((story) => story.has(one))).toHaveLength(1);
        for (const other of inPairs)
          expect(stories.some((story) => story.has(one) && story.has(other))).toBe(joined(one, other));
      }
      expect(new Set(stories.flatMap((story) => [...story])).size).toBe(inPairs.length);
    }),
    { numRuns: 60 },
  );
});

it('is named by its title, else its path, and asked for by paths or by the value of a field', () => {
  expect(storiesOfPairs([{ a: version(3), b: version(4) }])).toEqual([
    { id: '3.txt', name: '3.txt', where: '(path=3.txt or path=4.txt)' },
  ]);
  expect(storiesOfField('subject', ['lake view'])).toEqual([
    { id: 'lake view', name: 'lake view', where: 'subject="lake view"' },
  ]);
});
