import fc from 'fast-check';
import { expect, test } from 'vitest';
import { identityOrder, orderedBy, sortedNumbers } from '../../../src/corpus/query/radix.ts';

const largest = fc.constantFrom(0, 1, 7, 2_047, 2_048, 5_000_000, 0xffffffff);
const keysAndLargest = largest
  .chain((most) => fc.tuple(fc.array(fc.nat({ max: 0xffffffff })), fc.constant(most)))
  .map(
    ([keys, most]) => [Uint32Array.from(keys, (key) => (most === 0xffffffff ? key : key % (most + 1))), most] as const,
  );

test('orders by keys and keeps the given order among equals', () => {
  fc.assert(
    fc.property(keysAndLargest, ([keys, most]) => {
      const given = identityOrder(keys.length).reverse();
      const expected = [...given].sort((a, b) => keys[a]! - keys[b]!);
      expect([...orderedBy(keys, most, given)]).toEqual(expected);
    }),
    { numRuns: 400 },
  );
});

test('sorts numbers', () => {
  fc.assert(
    fc.property(keysAndLargest, ([keys, most]) => {
      const expected = [...keys].sort((a, b) => a - b);
      expect([...sortedNumbers(keys, most)]).toEqual(expected);
    }),
    { numRuns: 400 },
  );
});
