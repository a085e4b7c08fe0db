import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chi2Tail, falseDiscoveryRates } from '../../../src/corpus/frequency/chi-square.ts';
import { gathered } from '../../../src/corpus/frequency/equal-numbers.ts';
import { TestedWords } from '../../../src/corpus/frequency/tested-words.ts';
import { identityOrder } from '../../../src/corpus/query/radix.ts';

const few = fc.constantFrom(0, -0, 0.5, 1, 3.84, 3.9, 12, 400);
const evidence = fc
  .array(fc.oneof(few, fc.double({ min: 0, max: 60, noNaN: true })), { minLength: 1, maxLength: 900 })
  .map((numbers) => Float64Array.from(numbers));

test('equal numbers are gathered and counted', () => {
  fc.assert(
    fc.property(evidence, (all) => {
      const { numbers, countOf } = gathered(all);
      const counted = new Map<number, number>();
      for (const number of all) counted.set(number + 0, (counted.get(number + 0) ?? 0) + 1);
      expect(new Map(Array.from(numbers, (number) => [number, countOf(number)]))).toEqual(counted);
    }),
  );
  const many = Float64Array.from({ length: 20_000 }, (_, at) => (at * 7) % 9_000);
  expect(gathered(many).numbers.length).toBe(9_000);
  expect(gathered(many).countOf(7)).toBe(many.filter((number) => number === 7).length);
});

test('the rate of a word is that of Benjamini and Hochberg over all words', () => {
  fc.assert(
    fc.property(evidence, (all) => {
      const sorted = all.slice().sort().reverse();
      const rates = falseDiscoveryRates(sorted.map(chi2Tail));
      const tests = new TestedWords(identityOrder(all.length), all);
      // In the order of words, so that strong ones are asked for after weak ones, too.
      for (const own of all) expect(tests.p(own, 'bh')).toBe(rates[sorted.lastIndexOf(own + 0)]);
    }),
    { numRuns: 60 },
  );
});
