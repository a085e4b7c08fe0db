import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodePostings, encodePostings } from '../../../src/worker/snapshot/posting-codes.ts';

/** A piece is written over for the next. */
const joined = (pieces: Iterable<Uint8Array>): Buffer =>
  Buffer.concat(Array.from(pieces, (piece) => Uint8Array.from(piece)));

function throughBytes(classes: readonly (readonly number[])[]): { bytes: number; decoded: number[][] } {
  const { steps, ends } = encodePostings(classes.map((tokens) => Uint32Array.from(tokens)));
  const bytes = joined(steps);
  const endOf = new Float64Array(new Uint8Array(joined(ends)).buffer);
  const decoded = classes.map((tokens, cls) => {
    const into = new Uint32Array(tokens.length);
    // Each class alone, by the noted end of the one before it.
    expect(decodePostings(bytes, endOf[cls - 1] ?? 0, into)).toBe(endOf[cls]);
    return [...into];
  });
  return { bytes: bytes.length, decoded };
}

const ascending = fc
  .uniqueArray(fc.oneof(fc.nat(300), fc.nat(100_000), fc.nat(2 ** 31 - 1)), { maxLength: 20 })
  .map((tokens) => tokens.sort((a, b) => a - b));

describe('postings as steps', () => {
  it('come back class by class', () => {
    fc.assert(
      fc.property(fc.array(ascending, { maxLength: 8 }), (classes) => {
        expect(throughBytes(classes).decoded).toEqual(classes);
      }),
    );
  });

  it('come back over many pieces, in little more than a byte each where they are dense', () => {
    const dense = Array.from({ length: 1_300_000 }, (_, at) => at * 3 + (at % 2));
    const { bytes, decoded } = throughBytes([[5], dense, [], [2 ** 31 - 1]]);
    expect(decoded[1]!.every((token, at) => token === dense[at])).toBe(true);
    expect([decoded[0], decoded[2], decoded[3]]).toEqual([[5], [], [2 ** 31 - 1]]);
    expect(bytes).toBe(1_300_000 + 1 + 5);
  });
});
