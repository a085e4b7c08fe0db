import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeStream, encodeStream } from '../../../src/worker/snapshot/stream-codes.ts';

function countsOf(stream: Int32Array, types: number): Uint32Array {
  const counts = new Uint32Array(types);
  for (const type of stream) counts[type]!++;
  return counts;
}

const join = (pieces: Iterable<Uint8Array>): ArrayBuffer => {
  const bytes = Buffer.concat([...pieces].map((piece) => Buffer.from(piece)));
  return new Uint8Array(bytes).buffer;
};

function throughBytes(stream: Int32Array, types: number, mostCodes?: number) {
  const { frequent, codes, rare } = encodeStream(stream, countsOf(stream, types), mostCodes);
  // In this order: the rare ones are known once the codes are made. The pieces share memory, so they are copied at once.
  const parts: Uint8Array[] = [];
  for (const piece of codes) parts.push(Uint8Array.from(piece));
  const coded = new Uint16Array(join(parts));
  const listed = new Uint32Array(join(rare));
  return { decoded: decodeStream({ frequent, codes: coded, rare: listed }), rare: listed };
}

describe('a stream in two bytes a token', () => {
  it('comes back whatever its types', () => {
    const type = fc.nat(60);
    fc.assert(
      fc.property(fc.array(type, { maxLength: 200 }), fc.integer({ min: 1, max: 70 }), (types, mostCodes) => {
        const stream = Int32Array.from(types);
        expect(throughBytes(stream, 61, mostCodes).decoded).toEqual(stream);
      }),
    );
  });

  it('comes back when every type of many occurs once, and when one occurs nearly always', () => {
    const once = Int32Array.from({ length: 200_000 }, (_, at) => (at * 7919) % 200_000);
    expect(throughBytes(once, 200_000).decoded).toEqual(once);
    const often = Int32Array.from({ length: 1_200_000 }, (_, at) => (at % 10 === 0 ? at / 10 : 119_999));
    expect(throughBytes(often, 120_000).decoded).toEqual(often);
  });

  it('lists only what does not fit', () => {
    const fits = Int32Array.from({ length: 65_535 }, (_, at) => at);
    expect(throughBytes(fits, 65_535).rare).toHaveLength(0);
    // One type too many, and the one that occurs least is the one that is listed.
    const over = Int32Array.from({ length: 2 * 65_536 - 1 }, (_, at) => at >> 1);
    expect([...throughBytes(over, 65_536).rare]).toEqual([65_535]);
  });

  it('takes the most frequent types even where many occur thousands of times', () => {
    const stream = Int32Array.from({ length: 5 * 5000 }, (_, at) => at % 5);
    expect(throughBytes(stream, 5, 3).decoded).toEqual(stream);
  });
});
