import fc from 'fast-check';
import { expect, it } from 'vitest';
import { association } from '../../../src/corpus/frequency/association.ts';
import type { AlignmentId } from '../../../src/shared/alignment.ts';
import { type BesideUnit, besideUnits } from '../../../src/shared/parallel.ts';
import { besideWords } from '../../../src/worker/alignment/beside-words.ts';
import type { LinkKeeper } from '../../../src/worker/alignment/kept-links.ts';
import { OpenAlignment } from '../../../src/worker/alignment/open-alignment.ts';
import { sentences } from './sentences.ts';

const nothingKept: LinkKeeper = {
  revision: () => 0,
  said: () => [],
  saidOfAll: () => [],
  found: () => undefined,
  change: () => ({ undo: null, redo: null }),
  settled: () => [],
  settle: () => ({ undo: null, redo: null }),
};

/** Sentence i of one text answers sentence i of the other; the first text has `alone` more, which nothing answers. */
function pairOf(id: string, texts: readonly string[], alone: number): OpenAlignment {
  const a = sentences('ar', ...texts.map(() => 'س'), ...Array.from({ length: alone }, () => 'ص'));
  const links = texts.map((_, at) => ({ aFrom: at, aTo: at + 1, bFrom: at, bTo: at + 1, score: 1 }));
  const found = { of: id, mode: 'parallel' as const, why: null, links };
  const kept = { asked: 'auto' as const, keeper: nothingKept, found };
  const sides = [
    { ...a, path: 'a' },
    { ...sentences('en', ...texts), path: 'b' },
  ] as const;
  return new OpenAlignment(id as AlignmentId, sides, kept, { reused: false, ms: 0 });
}

// No two of them have one stem.
const word = fc.constantFrom('lake', 'train', 'night', 'Ohrid', '2014');
const sentence = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
const texts = fc.array(sentence, { minLength: 1, maxLength: 5 });

it('counts what stands beside the rows found as a reader with a pencil does', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(texts, fc.nat(2)), { minLength: 1, maxLength: 3 }),
      fc.constantFrom(...besideUnits),
      fc.func(fc.boolean()),
      (written, of: BesideUnit, isFound) => {
        const pairs = written.map(([own, alone], at) => pairOf(`p${at}`, own, alone));
        const all = written.flatMap(([own], at) => own.map((text, row) => ({ text, row, pair: pairs[at]! })));
        const chosen = all.filter(({ text, row }) => isFound(text, row));
        const found = chosen.map(({ pair, row }) => ({ pair, row, here: [], there: [] }));
        const answer = besideWords(found, pairs, 'en', { of, measure: 'g2', minCount: 1 });
        const times = (rows: typeof all, wanted: string): number => {
          const each = rows.map(({ text }) => text.split(' ').filter((one) => one === wanted).length);
          return each.reduce((sum, count) => sum + (of === 'rows' ? Math.min(1, count) : count), 0);
        };
        const size = (rows: typeof all): number =>
          of === 'rows' ? rows.length : rows.reduce((sum, { text }) => sum + text.split(' ').length, 0);
        expect([answer.beside, answer.all]).toEqual([size(chosen), size(all)]);
        const expected = ['lake', 'train', 'night', 'Ohrid', '2014'].filter((one) => times(chosen, one) > 0);
        expect(answer.words.map((one) => one.word).sort()).toEqual(expected.sort());
        for (const one of answer.words) {
          const [observed, total] = [times(chosen, one.word), times(all, one.word)];
          expect([one.observed, one.total]).toEqual([observed, total]);
          expect(one.scores).toEqual(association(observed, size(chosen), total, size(all)));
        }
        const scores = answer.words.map(({ scores: { g2 } }) => g2 ?? -Infinity);
        expect(scores).toEqual(scores.toSorted((x, y) => y - x));
      },
    ),
    { numRuns: Number(process.env.RUNS ?? 100) },
  );
});

it('gathers the forms of a word, and leaves out what is rarer than asked', () => {
  const pair = pairOf('p', ['Governments fall. The government', 'a government and a lake'], 0);
  const found = [0, 1].map((row) => ({ pair, row, here: [], there: [] }));
  const { words } = besideWords(found, [pair], 'en', { of: 'tokens', measure: 'logDice', minCount: 3 });
  expect(words).toMatchObject([{ word: 'government', forms: ['government', 'governments'], observed: 3 }]);
});
