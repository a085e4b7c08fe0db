/**
 * One file of named sections, each an array of numbers, with a header that says what made it: the snapshot of a corpus.
 *
 *     bytes 0–7    "LECTERN" and a line feed (a text transfer that rewrites line ends breaks it visibly)
 *     bytes 8–11   layout version            } little-endian,
 *     bytes 12–15  length of the header      } as all arrays are
 *     bytes 16–19  CRC-32 of the header
 *     bytes 20–    header: JSON, UTF-8
 *     then         the sections, each at a multiple of 8
 *
 * A snapshot only saves time: whatever is wrong with it, it is dropped and made anew from the articles. So every reason
 * to distrust it is a `DamagedSnapshot`, and nothing of a section is handed out before its checksum was seen to fit.
 * It is written to a temporary name, synced and renamed: a reader finds the old one or the new one, never a part.
 */
import { closeSync, fstatSync, fsyncSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';

export type SnapshotArray = Int32Array | Uint32Array | Uint8Array | Uint16Array | Float64Array;

/** What the writer's machine must have in common with the reader's, beside the layout. */
const magic = Buffer.from('LECTERN\n', 'latin1');
/** Raise when the order or the meaning of bytes changes: older files are then made anew. */
export const layoutVersion = 1;
const headerAt = 20;
/** A header larger than this is damage, not a header: 40,000 documents take 20 MB. */
const longestHeader = 256 * 2 ** 20;

export class DamagedSnapshot extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'DamagedSnapshot';
  }
}

interface SectionEntry {
  readonly name: string;
  readonly at: number;
  readonly bytes: number;
  readonly crc: number;
}

interface Directory {
  /** What made the snapshot: compared as a whole, never interpreted. */
  readonly fingerprint: string;
  readonly sections: readonly SectionEntry[];
  readonly content: unknown;
}

const aligned = (offset: number): number => Math.ceil(offset / 8) * 8;

function bytesOf(array: SnapshotArray): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}

/** writeSync may write less than it is given; a disk that is full says so by an error. */
function writeWhole(descriptor: number, bytes: Uint8Array, at: number): void {
  // Linux writes at most 2 GiB at a time.
  for (let done = 0; done < bytes.length;)
    done += writeSync(descriptor, bytes, done, Math.min(bytes.length - done, 2 ** 30), at + done);
}

/**
 * Writes a snapshot and returns its bytes.
 * @param content anything that JSON can hold
 * @throws the file system's error (no space, read-only); what was at `file` before is then untouched
 */
export function writeSnapshot(
  file: string,
  fingerprint: string,
  content: unknown,
  sections: Readonly<Record<string, SnapshotArray>>,
): number {
  // Offsets are in the header and depend on its length: they count from the end of the header instead.
  let at = 0;
  const entries: SectionEntry[] = [];
  for (const [name, array] of Object.entries(sections)) {
    entries.push({ name, at, bytes: array.byteLength, crc: crc32(bytesOf(array)) });
    at = aligned(at + array.byteLength);
  }
  const directory: Directory = { fingerprint, sections: entries, content };
  const header = Buffer.from(JSON.stringify(directory), 'utf8');
  const head = Buffer.alloc(headerAt);
  magic.copy(head);
  head.writeUInt32LE(layoutVersion, 8);
  head.writeUInt32LE(header.length, 12);
  head.writeUInt32LE(crc32(header), 16);

  const temporary = `${file}.${process.pid}.${Date.now().toString(36)}.tmp`;
  let descriptor: number | undefined;
  try {
    descriptor = openSync(temporary, 'wx', 0o600);
    writeWhole(descriptor, head, 0);
    writeWhole(descriptor, header, headerAt);
    const start = aligned(headerAt + header.length);
    for (const { name, at: offset } of entries) writeWhole(descriptor, bytesOf(sections[name]!), start + offset);
    fsyncSync(descriptor);
    const size = fstatSync(descriptor).size;
    closeSync(descriptor);
    descriptor = undefined;
    renameSync(temporary, file);
    syncFolder(dirname(file));
    return size;
  } catch (error) {
    if (descriptor !== undefined) closeSync(descriptor);
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Makes the new name last through a power cut. Windows cannot open a folder, and does not need to. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** A snapshot open for reading. Sections are read when they are asked for; whoever opened it closes it. */
export class SnapshotReader {
  readonly content: unknown;
  readonly fileBytes: number;
  readonly #sections: ReadonlyMap<string, SectionEntry>;
  readonly #start: number;
  #descriptor: number | undefined;

  /** @throws DamagedSnapshot; the file system's error (ENOENT) when there is none */
  constructor(file: string, fingerprint: string) {
    const descriptor = openSync(file, 'r');
    try {
      this.fileBytes = fstatSync(descriptor).size;
      const { directory, end } = readDirectory(descriptor, this.fileBytes);
      if (directory.fingerprint !== fingerprint) throw new DamagedSnapshot('it was made by another version');
      this.#start = aligned(end);
      this.content = directory.content;
      this.#sections = new Map(directory.sections.map((section) => [section.name, section]));
      for (const { name, at, bytes } of directory.sections)
        if (bytes > 0 && this.#start + at + bytes > this.fileBytes)
          throw new DamagedSnapshot(`it ends before “${name}” does`);
      this.#descriptor = descriptor;
    } catch (error) {
      closeSync(descriptor);
      throw error;
    }
  }

  /** The bytes of a section in a buffer of their own, once their checksum fits. @throws DamagedSnapshot */
  read(name: string): ArrayBuffer {
    const entry = this.#sections.get(name);
    if (!entry) throw new DamagedSnapshot(`it has no “${name}”`);
    if (this.#descriptor === undefined) throw new Error('The snapshot was read after it was closed.');
    const bytes = readWhole(this.#descriptor, this.#start + entry.at, entry.bytes);
    if (crc32(bytes) !== entry.crc) throw new DamagedSnapshot(`“${name}” is damaged`);
    return bytes.buffer;
  }

  close(): void {
    if (this.#descriptor !== undefined) closeSync(this.#descriptor);
    this.#descriptor = undefined;
  }
}

function readWhole(descriptor: number, at: number, length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  for (let done = 0; done < length;) {
    const read = readSync(descriptor, bytes, done, Math.min(length - done, 2 ** 30), at + done);
    if (read === 0) throw new DamagedSnapshot('it became shorter while it was read');
    done += read;
  }
  return bytes;
}

function readDirectory(descriptor: number, size: number): { directory: Directory; end: number } {
  if (size < headerAt) throw new DamagedSnapshot('it is too short');
  const head = Buffer.from(readWhole(descriptor, 0, headerAt).buffer);
  if (!head.subarray(0, 8).equals(magic)) throw new DamagedSnapshot('it is not a snapshot of Lectern');
  if (head.readUInt32LE(8) !== layoutVersion) throw new DamagedSnapshot('it was made by another version');
  const length = head.readUInt32LE(12);
  if (length > longestHeader || headerAt + length > size) throw new DamagedSnapshot('its header is cut off');
  const header = readWhole(descriptor, headerAt, length);
  if (crc32(header) !== head.readUInt32LE(16)) throw new DamagedSnapshot('its header is damaged');
  // The checksum fits, so this is what was written: it need not be checked field by field.
  return { directory: JSON.parse(Buffer.from(header.buffer).toString('utf8')) as Directory, end: headerAt + length };
}
