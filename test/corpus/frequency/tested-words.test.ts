import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chi2Tail, falseDiscoveryRates } from '../../../src/corpus/frequency/chi-square.ts';
import { evidenceOf } from '../../../src/corpus/frequency/equal-evidence.ts';
import { keyLogLikelihood } from '../../../src/corpus/frequency/keyness.ts';
import { TestedWords } from '../../../src/corpus/frequency/tested-words.ts';
import { identityOrder } from '../../../src/corpus/query/radix.ts';

const few = fc.constantFrom(0, -0, 0.5, 1, 3.84, 3.9, 12, 400);
const evidence = fc
  .array(fc.oneof(few, fc.double({ min: 0, max: 60, noNaN: true })), { minLength: 1, maxLength: 900 })
  .map((numbers) => Float64Array.from(numbers));

/** Counts on both sides: mostly small, some as large as in a corpus, some from a word list with fractions. */
const count = fc.oneof(fc.nat(3), fc.nat(70), fc.nat(5000), fc.constantFrom(0.5, 63.5, 1e9));

test('evidence computed once for equal counts is that of each word', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(count, count), { maxLength: 80 }), (cells) => {
      const f1 = Float64Array.from(cells, ([one]) => one);
      const f2 = Float64Array.from(cells, ([, other]) => other);
      // Every other word, so that places of words and of rows are not the same.
      const rows = identityOrder(cells.length).filter((row) => row % 2 === 0);
      const { lls, magnitudes, times } = evidenceOf(rows, f1, 2e9, f2, 3e9);
      const each = Array.from(rows, (row) => keyLogLikelihood(f1[row]!, 2e9, f2[row]!, 3e9)!);
      expect([...lls]).toEqual(each);
      const repeated = Array.from(magnitudes, (one, at) => new Array<number>(times[at]!).fill(one)).flat();
      expect(Float64Array.from(repeated).sort()).toEqual(Float64Array.from(each, Math.abs).sort());
    }),
  );
});

/** The same evidence, gathered as far as a word's equals stand beside it: so some of it stands in several places. */
function inCompany(all: Float64Array): { magnitudes: Float64Array; times: Uint32Array } {
  const magnitudes = all.filter((number, at) => number !== all[at - 1]);
  const times = new Uint32Array(magnitudes.length);
  for (let at = 0, place = -1; at < all.length; at++) times[all[at] === all[at - 1] ? place : ++place]!++;
  return { magnitudes, times };
}

test('the rate of a word is that of Benjamini and Hochberg over all words', () => {
  fc.assert(
    fc.property(evidence, (all) => {
      const sorted = all.slice().sort().reverse();
      const rates = falseDiscoveryRates(sorted.map(chi2Tail));
      const tests = new TestedWords(inCompany(all));
      // In the order of words, so that strong ones are asked for after weak ones, too.
      for (const own of all) expect(tests.p(own, 'bh')).toBe(rates[sorted.lastIndexOf(own + 0)]);
    }),
    { numRuns: 60 },
  );
});
