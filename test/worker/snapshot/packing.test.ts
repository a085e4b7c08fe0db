import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packBlocks } from '../../../src/worker/snapshot/pack-blocks.ts';
import { PackingBeside, roomLength } from '../../../src/worker/snapshot/packing.ts';
import { writeSnapshot } from '../../../src/worker/snapshot/snapshot-writer.ts';

/** Three quarters of the bytes pack well, the others not at all. */
function someBytes(length: number, seed: number): Uint8Array {
  let state = seed;
  return Uint8Array.from({ length }, (_, at) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return (at >>> 16) % 4 === 3 ? state >>> 24 : (state >>> 30) + 65;
  });
}

function* inPieces(bytes: Uint8Array, lengths: readonly number[]): Generator<Uint8Array> {
  // One piece of memory for all, as the makers of sections have it.
  const piece = new Uint8Array(Math.max(...lengths));
  for (let at = 0, nth = 0; at < bytes.length; nth++) {
    const part = bytes.subarray(at, at + lengths[nth % lengths.length]!);
    piece.set(part);
    yield piece.subarray(0, part.length);
    at += part.length;
  }
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-packing-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('another thread writes the very same snapshot, from whichever room on it packs', async () => {
  const long = someBytes(6 * roomLength + 12_345, 1);
  const short = someBytes(777, 2);
  const written = async (packBeside: number): Promise<Buffer> => {
    const file = join(folder, String(packBeside));
    const sections = {
      short,
      long: inPieces(long, [1, 65_536, 3 * roomLength, 999]),
      again: short,
      nothing: new Uint8Array(0),
    };
    await writeSnapshot(file, 'f', null, sections, { packBeside });
    return readFileSync(file);
  };
  const alone = await written(Infinity);
  for (const packBeside of [1, 2, 5, 7]) expect((await written(packBeside)).equals(alone)).toBe(true);
});

test('a writing that is called off ends the other thread', async () => {
  const stop = new AbortController();
  function* endless(): Generator<Uint8Array> {
    for (let piece = 0; ; piece++) {
      if (piece === 6) stop.abort(new Error('enough'));
      yield someBytes(roomLength, piece);
    }
  }
  const options = { packBeside: 1, signal: stop.signal };
  await expect(writeSnapshot(join(folder, 'endless'), 'f', null, { endless: endless() }, options)).rejects.toThrow(
    'enough',
  );
});

test('what a lost thread had to pack is packed all the same', async () => {
  for (const program of ['throw new Error("lost")', 'process.exit()']) {
    const rooms = new PackingBeside(new URL(`data:text/javascript,${encodeURIComponent(program)}`));
    for (let nth = 0; nth < 5; nth++) {
      const bytes = someBytes(100_000 + nth, nth);
      rooms.room().set(bytes);
      expect(await rooms.pack(bytes.length)).toEqual(packBlocks(bytes));
    }
    await rooms.close();
  }
});
