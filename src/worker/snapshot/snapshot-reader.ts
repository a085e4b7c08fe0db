/** Reads a snapshot: whole sections, or a few bytes of one. Nothing comes out whose checksum was not seen to fit. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { crc32, zstdDecompressSync } from 'node:zlib';
import type { Directory, SectionEntry } from './snapshot-file.ts';
import { blockLength, DamagedSnapshot, headLength, layoutVersion, magic } from './snapshot-file.ts';

/** A directory larger than this is damage, not a directory: 40,000 documents take 8 MB. */
const longestDirectory = 2 ** 30;
/** Blocks kept: 16 MB. A page of sorted lines touches some hundred. */
const mostBlocks = 512;
/** A slice over more blocks than that is read at one go and not kept: it would push out what lines are made of. */
const mostAtOnce = 8;
const blocksInPiece = 2 ** 20 / blockLength;

/** A snapshot open for reading. Whoever opened it closes it. */
export class SnapshotReader {
  readonly content: unknown;
  readonly fileBytes: number;
  readonly #sections: ReadonlyMap<string, SectionEntry>;
  // A Map keeps the order of insertion, and what is used is inserted anew: the first is the least recently used.
  readonly #blocks = new Map<number, Uint8Array>();
  /** Of the sections that are read by slices. */
  readonly #starts = new Map<SectionEntry, Float64Array>();
  #descriptor: number | undefined;

  /** @throws DamagedSnapshot; the file system's error (ENOENT) when there is none */
  constructor(file: string, fingerprint: string) {
    const descriptor = openSync(file, 'r');
    try {
      this.fileBytes = fstatSync(descriptor).size;
      const directory = readDirectory(descriptor, this.fileBytes);
      if (directory.fingerprint !== fingerprint) throw new DamagedSnapshot('it was made by another version');
      this.content = directory.content;
      this.#sections = new Map(directory.sections.map((section) => [section.name, section]));
      this.#descriptor = descriptor;
    } catch (error) {
      closeSync(descriptor);
      throw error;
    }
  }

  /** Bytes of a section. @throws DamagedSnapshot when there is none */
  length(name: string): number {
    return this.#entry(name).bytes;
  }

  /** A section in a buffer of its own. @throws DamagedSnapshot */
  read(name: string): ArrayBuffer {
    const entry = this.#entry(name);
    const bytes = new Uint8Array(entry.bytes);
    let at = 0;
    for (const piece of this.pieces(name)) {
      bytes.set(piece, at);
      at += piece.length;
    }
    return bytes.buffer;
  }

  /** The bytes of a section, a megabyte at a time: no second copy of all of them stands in memory. @throws DamagedSnapshot */
  *pieces(name: string): Generator<Uint8Array<ArrayBuffer>, void, undefined> {
    const entry = this.#entry(name);
    for (let block = 0; block < entry.stored.length; block += blocksInPiece)
      yield this.#unpackedRun(entry, block, Math.min(block + blocksInPiece, entry.stored.length));
  }

  /**
   * One block of a section, aligned for any array: bytes from `number * blockLength` on. Read them, never write to them.
   * @throws DamagedSnapshot
   */
  block(name: string, number: number): Uint8Array {
    return this.#block(this.#entry(name), number);
  }

  /** Bytes `from` to `to` of a section. Read them, never write to them: they may be shared. @throws DamagedSnapshot */
  slice(name: string, from: number, to: number): Uint8Array {
    const entry = this.#entry(name);
    if (from < 0 || to > entry.bytes || from > to) throw new DamagedSnapshot(`“${name}” is shorter than it was`);
    const first = Math.floor(from / blockLength);
    const start = first * blockLength;
    if (to <= start + blockLength) return this.#block(entry, first).subarray(from - start, to - start);
    const end = Math.ceil(to / blockLength);
    if (end - first > mostAtOnce) return this.#unpackedRun(entry, first, end).subarray(from - start, to - start);
    const joined = new Uint8Array(to - from);
    for (let block = first; block * blockLength < to; block++) {
      const blockStart = block * blockLength;
      const part = this.#block(entry, block).subarray(Math.max(0, from - blockStart), to - blockStart);
      joined.set(part, Math.max(0, blockStart - from));
    }
    return joined;
  }

  close(): void {
    if (this.#descriptor !== undefined) closeSync(this.#descriptor);
    this.#descriptor = undefined;
    this.#blocks.clear();
  }

  #block(entry: SectionEntry, block: number): Uint8Array {
    // Of an empty section nothing can be asked but nothing.
    if (block >= entry.stored.length) return new Uint8Array(0);
    const at = entry.at + this.#startsOf(entry)[block]!;
    let bytes = this.#blocks.get(at);
    if (bytes) this.#blocks.delete(at);
    else bytes = aligned(unpacked(entry, block, readWhole(this.#open(), at, entry.stored[block]!)));
    this.#blocks.set(at, bytes);
    const oldest = this.#blocks.keys().next().value;
    if (this.#blocks.size > mostBlocks && oldest !== undefined) this.#blocks.delete(oldest);
    return bytes;
  }

  /** Blocks `from` to `to`, read at one go. */
  #unpackedRun(entry: SectionEntry, from: number, to: number): Uint8Array<ArrayBuffer> {
    const starts = this.#startsOf(entry);
    const packed = readWhole(this.#open(), entry.at + starts[from]!, starts[to]! - starts[from]!);
    const bytes = new Uint8Array(Math.min(to * blockLength, entry.bytes) - from * blockLength);
    for (let block = from; block < to; block++) {
      const own = packed.subarray(starts[block]! - starts[from]!, starts[block + 1]! - starts[from]!);
      bytes.set(unpacked(entry, block, own), (block - from) * blockLength);
    }
    return bytes;
  }

  #startsOf(entry: SectionEntry): Float64Array {
    let starts = this.#starts.get(entry);
    if (!starts) this.#starts.set(entry, (starts = blockStarts(entry)));
    return starts;
  }

  #entry(name: string): SectionEntry {
    const entry = this.#sections.get(name);
    if (!entry) throw new DamagedSnapshot(`it has no “${name}”`);
    return entry;
  }

  #open(): number {
    // Whoever still asks reads the folder anew, as after any damage.
    if (this.#descriptor === undefined) throw new DamagedSnapshot('it was closed');
    return this.#descriptor;
  }
}

/** Where each block starts in the section, and where the last one ends. */
function blockStarts({ stored }: SectionEntry): Float64Array {
  const starts = new Float64Array(stored.length + 1);
  for (let block = 0; block < stored.length; block++) starts[block + 1] = starts[block]! + stored[block]!;
  return starts;
}

/** Bytes that an array of any kind can be laid over. */
function aligned(bytes: Uint8Array): Uint8Array {
  return bytes.byteOffset % Float64Array.BYTES_PER_ELEMENT === 0 ? bytes : bytes.slice();
}

/** @throws DamagedSnapshot */
function unpacked({ name, bytes, sums }: SectionEntry, block: number, packed: Uint8Array): Uint8Array {
  if (crc32(packed) !== sums[block]) throw new DamagedSnapshot(`“${name}” is damaged`);
  const length = Math.min(blockLength, bytes - block * blockLength);
  // Room for all of it, or it would be unpacked in parts and joined.
  return packed.length === length ? packed : zstdDecompressSync(packed, { chunkSize: length + 64 });
}

/** @throws DamagedSnapshot when the bytes are not there, or the disk cannot give them */
function readWhole(descriptor: number, at: number, length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  for (let done = 0; done < length;) {
    let read: number;
    try {
      // Linux reads at most 2 GiB at a time.
      read = readSync(descriptor, bytes, done, Math.min(length - done, 2 ** 30), at + done);
    } catch (error) {
      throw new DamagedSnapshot(`it cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown reason'})`);
    }
    if (read === 0) throw new DamagedSnapshot('it is shorter than it was');
    done += read;
  }
  return bytes;
}

function readDirectory(descriptor: number, size: number): Directory {
  if (size < headLength) throw new DamagedSnapshot('it is too short');
  const head = Buffer.from(readWhole(descriptor, 0, headLength).buffer);
  if (!head.subarray(0, 8).equals(magic)) throw new DamagedSnapshot('it is not a snapshot of Lectern');
  if (head.readUInt32LE(8) !== layoutVersion) throw new DamagedSnapshot('it was made by another version');
  if (crc32(head.subarray(16)) !== head.readUInt32LE(12)) throw new DamagedSnapshot('its head is damaged');
  const at = Number(head.readBigUInt64LE(16));
  const length = head.readUInt32LE(24);
  if (length > longestDirectory || at + length !== size) throw new DamagedSnapshot('it is cut off');
  const directory = readWhole(descriptor, at, length);
  if (crc32(directory) !== head.readUInt32LE(28)) throw new DamagedSnapshot('its directory is damaged');
  // The checksum fits, so this is what was written: it need not be checked field by field.
  return JSON.parse(Buffer.from(directory.buffer).toString('utf8')) as Directory;
}
