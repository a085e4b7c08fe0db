/**
 * Writes a snapshot under a temporary name, and puts it in its place in one step: a reader finds the old one or the new
 * one, never a part. It writes piece by piece and lets the thread answer requests in between.
 */
import { closeSync, fsyncSync, openSync, renameSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';
import type { PackedBlocks } from './pack-blocks.ts';
import type { Packing } from './packing.ts';
import { mayPackBeside, PackingBeside, PackingHere, roomsAlone } from './packing.ts';
import type { Directory, SectionEntry, SnapshotArray } from './snapshot-file.ts';
import { bytesOf, headLength, layoutVersion, magic } from './snapshot-file.ts';

/** An array, or bytes that come piece by piece; a piece may be written over once the next one is asked for. */
export type SectionContent = SnapshotArray | Iterable<Uint8Array>;
export type Sections = Readonly<Record<string, SectionContent>>;

/** Where bytes go. Tests put a disk here that fails. */
export interface SnapshotOutput {
  write(bytes: Uint8Array, at: number): Promise<void>;
  sync(): Promise<void>;
  close(): Promise<void>;
}
export type OpenOutput = (file: string) => Promise<SnapshotOutput>;

export interface WriteOptions {
  readonly signal?: AbortSignal;
  readonly openOutput?: OpenOutput;
  /** Rooms packed before another thread packs. For tests, which have no large snapshots. */
  readonly packBeside?: number;
}

/** Bytes written before the disk is asked to take them: so that it has little left to do when all is written. */
const flushedAtOnce = 1 << 24;

export async function openFile(file: string): Promise<SnapshotOutput> {
  const handle = await open(file, 'wx', 0o600);
  let unflushed = 0;
  // A disk tells of a failure once: what went wrong here is what `sync` throws.
  let flushing: Promise<void> = Promise.resolve();
  return {
    async write(bytes, at) {
      // One call may write less than it is given; a disk that is full says so by an error.
      for (let done = 0; done < bytes.length;)
        done += (await handle.write(bytes, done, bytes.length - done, at + done)).bytesWritten;
      unflushed += bytes.length;
      if (unflushed < flushedAtOnce) return;
      unflushed = 0;
      flushing = flushing.then(() => handle.datasync());
      flushing.catch(() => undefined);
    },
    async sync() {
      await flushing;
      await handle.sync();
    },
    async close() {
      await Promise.allSettled([flushing]);
      await handle.close();
    },
  };
}

/**
 * Writes everything to `file`, which must not be there, and has the disk confirm it.
 * @param content anything that JSON can hold
 * @throws the file system's error (no space, read-only) or the signal's reason; the file is then gone again
 */
export async function writeSnapshot(
  file: string,
  fingerprint: string,
  content: unknown,
  sections: Sections,
  options: WriteOptions = {},
): Promise<void> {
  const output = await (options.openOutput ?? openFile)(file);
  try {
    try {
      await writeAll(output, fingerprint, content, sections, options);
      await output.sync();
    } finally {
      await output.close();
    }
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  }
}

async function writeAll(
  output: SnapshotOutput,
  fingerprint: string,
  content: unknown,
  sections: Sections,
  { signal, packBeside = mayPackBeside() ? roomsAlone : Infinity }: WriteOptions,
): Promise<void> {
  const entries: SectionEntry[] = [];
  const pieces = new PieceWriter(output, packBeside, signal);
  try {
    for (const [name, section] of Object.entries(sections)) {
      pieces.begin();
      for (const piece of ArrayBuffer.isView(section) ? [bytesOf(section)] : section) await pieces.add(piece);
      entries.push({ name, ...(await pieces.end()) });
    }
  } finally {
    await pieces.close();
  }
  const directory = Buffer.from(
    JSON.stringify({ fingerprint, sections: entries, content } satisfies Directory),
    'utf8',
  );
  await output.write(directory, pieces.at);
  // Last: until now the file does not begin as a snapshot does.
  await output.write(headOf(pieces.at, directory), 0);
}

/** Cuts bytes into rooms of whole blocks, whatever the pieces in which they come, has them packed, and writes them in order. */
class PieceWriter {
  /** Where the next bytes of the file go. */
  at = headLength;
  readonly #output: SnapshotOutput;
  readonly #signal: AbortSignal | undefined;
  #alone: number;
  #packing: Packing = new PackingHere();
  readonly #packed: Promise<PackedBlocks>[] = [];
  #filled = 0;
  #section: Omit<SectionEntry, 'name' | 'bytes'> & { bytes: number; stored: number[]; sums: number[] };

  /** From the room `alone` on, packing goes to another thread. */
  constructor(output: SnapshotOutput, alone: number, signal: AbortSignal | undefined) {
    this.#output = output;
    this.#alone = alone;
    this.#signal = signal;
    this.#section = this.begin();
  }

  begin() {
    return (this.#section = { at: this.at, bytes: 0, stored: [], sums: [] });
  }

  async add(piece: Uint8Array): Promise<void> {
    this.#section.bytes += piece.length;
    for (let from = 0; from < piece.length;) {
      const room = this.#packing.room();
      const to = Math.min(from + room.length - this.#filled, piece.length);
      room.set(piece.subarray(from, to), this.#filled);
      this.#filled += to - from;
      from = to;
      if (this.#filled === room.length) await this.#pack();
    }
  }

  async end(): Promise<Omit<SectionEntry, 'name'>> {
    if (this.#filled > 0) await this.#pack();
    await this.#write(0);
    return this.#section;
  }

  close(): Promise<void> {
    return this.#packing.close();
  }

  async #pack(): Promise<void> {
    this.#packed.push(this.#packing.pack(this.#filled));
    this.#filled = 0;
    await this.#write(this.#packing.rooms - 1);
    if (--this.#alone === 0) this.#packing = new PackingBeside();
  }

  /** Writes what was packed, until only `left` are under way. */
  async #write(left: number): Promise<void> {
    this.#signal?.throwIfAborted();
    while (this.#packed.length > left) {
      const { stored, sums, bytes } = await this.#packed.shift()!;
      this.#signal?.throwIfAborted();
      await this.#output.write(bytes, this.at);
      this.at += bytes.length;
      // Given back at once: a collector, which sees a small object, would let a hundred megabytes of them come together.
      bytes.buffer.transfer(0);
      this.#section.stored.push(...stored);
      this.#section.sums.push(...sums);
    }
  }
}

function headOf(at: number, directory: Buffer): Buffer {
  const head = Buffer.alloc(headLength);
  magic.copy(head);
  head.writeUInt32LE(layoutVersion, 8);
  head.writeBigUInt64LE(BigInt(at), 16);
  head.writeUInt32LE(directory.length, 24);
  head.writeUInt32LE(crc32(directory), 28);
  head.writeUInt32LE(crc32(head.subarray(16)), 12);
  return head;
}

/** Puts a written file in the place of the one before, so that it lasts through a power cut. @throws the file system's error */
export function putInPlace(temporary: string, file: string): void {
  renameSync(temporary, file);
  // Windows cannot open a folder, and does not need to.
  if (process.platform === 'win32') return;
  const folder = openSync(dirname(file), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
