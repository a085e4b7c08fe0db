import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Directory, SectionEntry } from '../../../src/worker/snapshot/snapshot-file.ts';
import { blockLength, DamagedSnapshot } from '../../../src/worker/snapshot/snapshot-file.ts';
import { SnapshotReader } from '../../../src/worker/snapshot/snapshot-reader.ts';
import type { Sections } from '../../../src/worker/snapshot/snapshot-writer.ts';
import { putInPlace, writeSnapshot } from '../../../src/worker/snapshot/snapshot-writer.ts';
import { fullAfter } from './full-disk.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-snapshot-'));
  file = join(folder, 'corpus.lectern');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const content = { folder: 'статии', documents: ['مقال', 'b'] };
const sections = {
  stream: Int32Array.of(3, -1, 2, 2 ** 31 - 1),
  empty: new Uint32Array(0),
  gaps: Uint8Array.of(1, 2, 3, 255, 0),
  anchors: Float64Array.of(0, 2 ** 40, 0.5),
  units: Uint16Array.of(0xfeff, 0x643),
};
/** Bytes that cannot be packed (xorshift, Marsaglia 2003), the same each time. */
function noise(length: number): Uint8Array {
  let state = 2463534242;
  return Uint8Array.from({ length }, () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state & 255;
  });
}

/** Some of it can be packed, and some not. */
const pattern = (length: number): Uint8Array =>
  noise(length).map((byte, at) => ((at >> 14) % 3 === 0 ? (at >> 8) & 255 : byte));

function sectionsOf(snapshot: Buffer): readonly SectionEntry[] {
  const directory = snapshot.subarray(Number(snapshot.readBigUInt64LE(16))).toString();
  return (JSON.parse(directory) as Directory).sections;
}

async function write(what: Sections = sections, fingerprint = 'made by a test'): Promise<Buffer> {
  rmSync(file, { force: true });
  await writeSnapshot(file, fingerprint, content, what);
  return readFileSync(file);
}

function reading<Result>(use: (reader: SnapshotReader) => Result, fingerprint = 'made by a test'): Result {
  const reader = new SnapshotReader(file, fingerprint);
  try {
    return use(reader);
  } finally {
    reader.close();
  }
}

/** Reads everything, as opening a corpus and looking at all of it does. */
function readAll(): Record<string, ArrayBuffer> {
  return reading((reader) => {
    expect(reader.content).toEqual(content);
    return Object.fromEntries(Object.keys(sections).map((name) => [name, reader.read(name)]));
  });
}

describe('a snapshot file', () => {
  it('gives back what was written', async () => {
    const bytes = await write();
    const read = readAll();
    expect(reading(({ fileBytes }) => fileBytes)).toBe(bytes.length);
    expect(new Int32Array(read.stream!)).toEqual(sections.stream);
    expect(new Uint32Array(read.empty!)).toEqual(sections.empty);
    expect(new Uint8Array(read.gaps!)).toEqual(sections.gaps);
    expect(new Float64Array(read.anchors!)).toEqual(sections.anchors);
    expect(new Uint16Array(read.units!)).toEqual(sections.units);
  });

  it('writes only the bytes of a view, not of the buffer behind it', async () => {
    await write({ view: Uint32Array.of(1, 2, 3, 4).subarray(1, 3) });
    expect([...new Uint32Array(reading((reader) => reader.read('view')))]).toEqual([2, 3]);
  });

  it('takes bytes piece by piece, though a piece is written over for the next', async () => {
    const bytes = pattern(3 * blockLength + 17);
    function* pieces(): Generator<Uint8Array> {
      const piece = new Uint8Array(1000);
      for (let from = 0; from < bytes.length; from += 1000) {
        const part = bytes.subarray(from, from + 1000);
        piece.set(part);
        yield piece.subarray(0, part.length);
      }
    }
    await write({ bytes: pieces() });
    expect(new Uint8Array(reading((reader) => reader.read('bytes')))).toEqual(bytes);
  });

  it('packs what can be packed, block by block, and keeps the rest as it is', async () => {
    const bytes = Buffer.concat([new Uint8Array(blockLength), noise(blockLength), new Uint8Array(10)]);
    const [section] = sectionsOf(await write({ bytes }));
    expect(section!.bytes).toBe(bytes.length);
    expect(section!.stored[0]).toBeLessThan(100);
    expect(section!.stored[1]).toBe(blockLength);
    expect(section!.stored).toHaveLength(3);
    expect(Buffer.from(reading((reader) => reader.read('bytes'))).equals(bytes)).toBe(true);
  });

  it('gives any slice of a section of several blocks', async () => {
    const bytes = pattern(2 * blockLength + 100);
    await write({ first: Uint8Array.of(9), bytes });
    const place = fc.oneof(
      fc.nat(bytes.length),
      fc.constantFrom(0, blockLength - 1, blockLength, blockLength + 1, 2 * blockLength, bytes.length),
    );
    reading((reader) => {
      expect(reader.length('bytes')).toBe(bytes.length);
      fc.assert(
        fc.property(place, place, (a, b) => {
          const [from, to] = [Math.min(a, b), Math.max(a, b)];
          expect(Buffer.compare(reader.slice('bytes', from, to), bytes.subarray(from, to))).toBe(0);
        }),
      );
      expect(() => reader.slice('bytes', 0, bytes.length + 1)).toThrow(DamagedSnapshot);
    });
  });

  it('goes on giving right slices when more blocks were read than it keeps', async () => {
    const blocks = 300;
    const bytes = pattern(blocks * blockLength);
    await write({ bytes });
    reading((reader) => {
      for (const round of [0, 1])
        for (let block = 0; block < blocks; block++) {
          const at = block * blockLength + round;
          expect(Uint8Array.from(reader.slice('bytes', at, at + 3))).toEqual(bytes.subarray(at, at + 3));
        }
    });
  });

  it('distrusts a file cut off at any byte', async () => {
    const whole = await write();
    for (let length = 0; length < whole.length; length++) {
      writeFileSync(file, whole.subarray(0, length));
      expect(readAll, `cut at ${length} of ${whole.length}`).toThrow(DamagedSnapshot);
    }
    writeFileSync(file, Buffer.concat([whole, Buffer.of(0)]));
    expect(readAll, 'one byte too long').toThrow(DamagedSnapshot);
  });

  it('distrusts a file with any bit flipped', async () => {
    const whole = await write();
    for (let byte = 0; byte < whole.length; byte++) {
      const damaged = Buffer.from(whole);
      damaged[byte]! ^= 1 << (byte % 8);
      writeFileSync(file, damaged);
      expect(readAll, `byte ${byte} of ${whole.length}`).toThrow(DamagedSnapshot);
    }
  });

  it('distrusts a flipped bit in a slice, and gives the blocks beside it', async () => {
    const bytes = pattern(3 * blockLength);
    const whole = await write({ bytes });
    const { at, stored } = sectionsOf(whole)[0]!;
    expect(stored).toHaveLength(3);
    whole[at + stored[0]! + 5]! ^= 1;
    writeFileSync(file, whole);
    reading((reader) => {
      const slice = (from: number, to: number): Uint8Array => Uint8Array.from(reader.slice('bytes', from, to));
      expect(slice(0, blockLength)).toEqual(bytes.subarray(0, blockLength));
      expect(slice(2 * blockLength, 3 * blockLength)).toEqual(bytes.subarray(2 * blockLength));
      expect(() => reader.slice('bytes', blockLength - 1, blockLength + 1)).toThrow(DamagedSnapshot);
      expect(() => reader.read('bytes')).toThrow(DamagedSnapshot);
    });
  });

  it('distrusts a file that becomes shorter while it is open', async () => {
    const bytes = pattern(3 * blockLength);
    await write({ bytes });
    reading((reader) => {
      const { at, stored } = sectionsOf(readFileSync(file))[0]!;
      truncateSync(file, at + stored[0]! + stored[1]! + 10);
      expect(() => reader.read('bytes')).toThrow(DamagedSnapshot);
      expect(() => reader.slice('bytes', 2 * blockLength, 2 * blockLength + 4)).toThrow(DamagedSnapshot);
    });
  });

  const unlike: readonly [string, () => unknown][] = [
    ['one made by another version', () => write(sections, 'made by another')],
    [
      'another kind of file',
      () => {
        writeFileSync(file, 'PK\x03\x04'.padEnd(400, '.'));
      },
    ],
    [
      'zeros, as a disk leaves them after a power cut',
      () => {
        writeFileSync(file, Buffer.alloc(4096));
      },
    ],
    [
      'an empty file',
      () => {
        writeFileSync(file, '');
      },
    ],
    [
      'a folder',
      () => {
        mkdirSync(file);
      },
    ],
  ];
  it.each(unlike)('distrusts %s', async (_, make) => {
    await make();
    expect(readAll).toThrow(DamagedSnapshot);
  });

  it('says so when a section is asked for that is not there, or after its end', async () => {
    await write();
    const reader = new SnapshotReader(file, 'made by a test');
    expect(() => reader.read('ranks')).toThrow(DamagedSnapshot);
    reader.close();
    expect(() => reader.read('stream')).toThrow(/closed/);
  });

  it('holds arrays of any length', async () => {
    const lengths = fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(lengths, async (arrays) => {
        const named = Object.fromEntries(arrays.map((array, i) => [`s${i}`, array]));
        await write(named);
        reading((reader) => {
          for (const [name, array] of Object.entries(named)) expect(new Uint8Array(reader.read(name))).toEqual(array);
        });
      }),
      { numRuns: 60 },
    );
  });
});

describe('writing a snapshot', () => {
  it('leaves nothing behind on a disk that is full at any byte', async () => {
    const whole = await write({ ...sections, bytes: pattern(2 * blockLength) });
    const places = [0, 1, 31, 32, 33, blockLength, whole.length - 33, whole.length - 1];
    for (let at = 0; at < whole.length; at += 1009) places.push(at);
    rmSync(file);
    for (const room of places) {
      const writing = writeSnapshot(
        file,
        'made by a test',
        content,
        { ...sections, bytes: pattern(2 * blockLength) },
        { openOutput: fullAfter(room) },
      );
      await expect(writing, `room for ${room}`).rejects.toMatchObject({ code: 'ENOSPC' });
      expect(readdirSync(folder)).toEqual([]);
    }
  });

  it('leaves nothing behind when the disk fails at the last moment', async () => {
    for (const at of ['sync', 'close'] as const) {
      const writing = writeSnapshot(file, 'f', content, sections, { openOutput: fullAfter(Infinity, at) });
      await expect(writing).rejects.toMatchObject({ code: 'EIO' });
      expect(readdirSync(folder)).toEqual([]);
    }
  });

  it('leaves nothing behind when it is called off', async () => {
    const stop = new AbortController();
    function* pieces(): Generator<Uint8Array> {
      yield pattern(10);
      stop.abort(new Error('called off'));
      yield pattern(10);
    }
    const writing = writeSnapshot(file, 'f', null, { pieces: pieces() }, { signal: stop.signal });
    await expect(writing).rejects.toThrow('called off');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('writes over nothing, and says what the file system says', async () => {
    writeFileSync(file, 'kept');
    await expect(writeSnapshot(file, 'f', null, sections)).rejects.toMatchObject({ code: 'EEXIST' });
    expect(readFileSync(file, 'utf8')).toBe('kept');
    await expect(writeSnapshot(join(folder, 'no', 'folder'), 'f', null, sections)).rejects.toMatchObject({
      code: 'ENOENT',
    });
  });

  it('lets other work go on in between', async () => {
    let turns = 0;
    const counting = setInterval(() => turns++, 0);
    await write({ bytes: new Uint8Array(32 << 20) });
    clearInterval(counting);
    expect(turns).toBeGreaterThan(0);
  });

  it('puts a new snapshot in the place of an old one that is being read', async () => {
    await write();
    const old = new SnapshotReader(file, 'made by a test');
    const fresh = `${file}.new`;
    await writeSnapshot(fresh, 'made by a test', { second: true }, { stream: Int32Array.of(7) });
    putInPlace(fresh, file);
    expect(existsSync(fresh)).toBe(false);
    expect(reading(({ content: now }) => now)).toEqual({ second: true });
    if (process.platform !== 'win32') expect(new Int32Array(old.read('stream'))).toEqual(sections.stream);
    old.close();
  });
});
