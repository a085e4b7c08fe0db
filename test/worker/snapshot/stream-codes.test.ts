import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeTypes, encodeStream, rareCode, rareStride } from '../../../src/worker/snapshot/stream-codes.ts';

function countsOf(stream: Int32Array, types: number): Uint32Array {
  const counts = new Uint32Array(types);
  for (const type of stream) counts[type]!++;
  return counts;
}

const join = (pieces: Iterable<Uint8Array>): ArrayBuffer => {
  const bytes = Buffer.concat([...pieces].map((piece) => Buffer.from(piece)));
  return new Uint8Array(bytes).buffer;
};

function throughBytes(stream: Int32Array, types: number, mostCodes?: number, pieceLength = stream.length + 1) {
  const pieces: Int32Array[] = [];
  for (let from = 0; from < stream.length; from += pieceLength) pieces.push(stream.subarray(from, from + pieceLength));
  const { frequent, codes, rare, rareBefore } = encodeStream(pieces, countsOf(stream, types), mostCodes);
  // In this order: the rare ones are known once the codes are made. The pieces share memory, so they are copied at once.
  const parts: Uint8Array[] = [];
  for (const piece of codes) parts.push(Uint8Array.from(piece));
  const coded = new Uint16Array(join(parts));
  const listed = new Uint32Array(join(rare));
  const before = new Uint32Array(join(rareBefore));
  let count = 0;
  const noted: number[] = [];
  for (const [token, code] of coded.entries()) {
    if (token % rareStride === 0) noted.push(count);
    if (code === rareCode) count++;
  }
  expect([...before]).toEqual(frequent.length === 0 ? [] : noted);
  const decoded = new Int32Array(coded.length);
  expect(decodeTypes(coded, frequent, listed, 0, decoded)).toBe(listed.length);
  return { decoded, rare: listed };
}

describe('a stream in two bytes a token', () => {
  it('comes back whatever its types', () => {
    const type = fc.nat(60);
    fc.assert(
      fc.property(
        fc.array(type, { maxLength: 200 }),
        fc.integer({ min: 1, max: 70 }),
        fc.integer({ min: 1, max: 90 }),
        (types, mostCodes, pieceLength) => {
          const stream = Int32Array.from(types);
          expect(throughBytes(stream, 61, mostCodes, pieceLength).decoded).toEqual(stream);
        },
      ),
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
