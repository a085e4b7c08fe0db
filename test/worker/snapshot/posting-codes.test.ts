import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodePostings, encodePostings } from '../../../src/worker/snapshot/posting-codes.ts';

function throughBytes(classes: readonly (readonly number[])[]): { bytes: number; decoded: number[][] } {
  const postings = Uint32Array.from(classes.flat());
  const starts = new Uint32Array(classes.length + 1);
  classes.forEach((tokens, cls) => (starts[cls + 1] = starts[cls]! + tokens.length));
  const pieces: Uint8Array[] = [];
  // A piece is written over for the next.
  for (const piece of encodePostings(postings, starts)) pieces.push(Uint8Array.from(piece));
  const bytes = Buffer.concat(pieces);
  const decoded = decodePostings(bytes, starts, postings.length);
  return { bytes: bytes.length, decoded: classes.map((_, cls) => [...decoded.subarray(starts[cls], starts[cls + 1])]) };
}

const ascending = fc
  .uniqueArray(fc.oneof(fc.nat(300), fc.nat(100_000), fc.nat(2 ** 31 - 1)), { maxLength: 20 })
  .map((tokens) => tokens.sort((a, b) => a - b));

describe('postings as steps', () => {
  it('come back whatever their classes', () => {
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
