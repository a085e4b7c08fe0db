import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SnapshotArray } from '../../../src/worker/snapshot/snapshot-file.ts';
import { DamagedSnapshot, SnapshotReader, writeSnapshot } from '../../../src/worker/snapshot/snapshot-file.ts';

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

function write(): number {
  return writeSnapshot(file, 'made by a test', content, sections);
}

/** Reads everything, as opening a corpus does. */
function readAll(): { content: unknown; sections: Record<string, ArrayBuffer> } {
  const reader = new SnapshotReader(file, 'made by a test');
  try {
    return {
      content: reader.content,
      sections: Object.fromEntries(Object.keys(sections).map((name) => [name, reader.read(name)])),
    };
  } finally {
    reader.close();
  }
}

describe('a snapshot file', () => {
  it('gives back what was written, in the bytes it says', () => {
    const bytes = write();
    const read = readAll();
    expect(bytes).toBe(readFileSync(file).length);
    expect(read.content).toEqual(content);
    expect(new Int32Array(read.sections.stream!)).toEqual(sections.stream);
    expect(new Uint32Array(read.sections.empty!)).toEqual(sections.empty);
    expect(new Uint8Array(read.sections.gaps!)).toEqual(sections.gaps);
    expect(new Float64Array(read.sections.anchors!)).toEqual(sections.anchors);
    expect(new Uint16Array(read.sections.units!)).toEqual(sections.units);
  });

  it('writes only the bytes of a view, not of the buffer behind it', () => {
    const view = Uint32Array.of(1, 2, 3, 4).subarray(1, 3);
    writeSnapshot(file, 'f', null, { view });
    const reader = new SnapshotReader(file, 'f');
    expect([...new Uint32Array(reader.read('view'))]).toEqual([2, 3]);
    reader.close();
  });

  it('replaces the one before and leaves nothing else in the folder', () => {
    write();
    writeSnapshot(file, 'made by a test', { second: true }, sections);
    expect(readdirSync(folder)).toEqual(['corpus.lectern']);
    expect(readAll().content).toEqual({ second: true });
  });

  it('distrusts a file cut off at any byte', () => {
    const whole = write();
    for (let length = 0; length < whole; length++) {
      truncateSync(file, length);
      // The last section is read to its end; only padding that no section needs may be missing.
      expect(readAll, `cut at ${length} of ${whole}`).toThrow(DamagedSnapshot);
      write();
    }
  });

  it('distrusts or is untouched by any flipped bit', () => {
    write();
    const whole = readFileSync(file);
    let refused = 0;
    for (let byte = 0; byte < whole.length; byte++) {
      const damaged = Buffer.from(whole);
      damaged[byte]! ^= 1 << (byte % 8);
      writeFileSync(file, damaged);
      try {
        // Only the padding between sections carries nothing.
        expect(readAll().sections).toEqual({
          ...Object.fromEntries(Object.entries(sections).map(([name, array]) => [name, array.buffer])),
        });
      } catch (error) {
        expect(error).toBeInstanceOf(DamagedSnapshot);
        refused++;
      }
    }
    expect(refused).toBeGreaterThan(whole.length - 8 * Object.keys(sections).length - 8);
  });

  it.each([
    ['another version of the program', () => writeSnapshot(file, 'made by another', content, sections)],
    [
      'another kind of file',
      () => {
        writeFileSync(file, 'PK\x03\x04'.padEnd(400, '.'));
        return 0;
      },
    ],
    [
      'zeros, as a disk leaves them after a power cut',
      () => {
        writeFileSync(file, Buffer.alloc(4096));
        return 0;
      },
    ],
    [
      'an empty file',
      () => {
        writeFileSync(file, '');
        return 0;
      },
    ],
  ])('distrusts %s', (_, make) => {
    make();
    expect(readAll).toThrow(DamagedSnapshot);
  });

  it('keeps the old one when the new one cannot be written', () => {
    write();
    const before = readFileSync(file);
    const impossible = { stream: Object.defineProperty(new Uint8Array(8), 'byteLength', { value: 16 }) };
    expect(() => writeSnapshot(join(folder, 'no', 'such', 'folder'), 'f', null, sections)).toThrow(/ENOENT/);
    expect(() => writeSnapshot(file, 'f', 10n, impossible)).toThrow();
    expect(readFileSync(file)).toEqual(before);
    expect(readdirSync(folder)).toEqual(['corpus.lectern']);
  });

  it('leaves no temporary file when the name is taken by a folder', () => {
    mkdirSync(file);
    expect(write).toThrow();
    expect(readdirSync(folder)).toEqual(['corpus.lectern']);
  });

  it('says so when a section is asked for that is not there', () => {
    write();
    const reader = new SnapshotReader(file, 'made by a test');
    expect(() => reader.read('ranks')).toThrow(DamagedSnapshot);
    reader.close();
    expect(() => reader.read('stream')).toThrow(/closed/);
  });

  it('holds arrays of any length', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 6 }), (arrays) => {
        const named: Record<string, SnapshotArray> = Object.fromEntries(arrays.map((array, i) => [`s${i}`, array]));
        writeSnapshot(file, 'f', arrays.length, named);
        const reader = new SnapshotReader(file, 'f');
        for (const [name, array] of Object.entries(named)) expect(new Uint8Array(reader.read(name))).toEqual(array);
        reader.close();
      }),
      { numRuns: 60 },
    );
  });
});
