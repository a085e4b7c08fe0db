/**
 * Writes a snapshot under a temporary name, and puts it in its place in one step: a reader finds the old one or the new
 * one, never a part. It writes piece by piece and lets the thread answer requests in between.
 */
import { closeSync, fsyncSync, openSync, renameSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { constants, crc32, zstdCompressSync } from 'node:zlib';
import type { Directory, SectionEntry, SnapshotArray } from './snapshot-file.ts';
import { blockLength, bytesOf, headLength, layoutVersion, magic } from './snapshot-file.ts';

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

/** Higher levels take several times as long for a tenth less. */
const fast = { params: { [constants.ZSTD_c_compressionLevel]: 1 }, chunkSize: blockLength + 64 };
/** Bytes written at a time. Packing a megabyte takes some four milliseconds: no request notices. */
const pieceLength = 1 << 20;

export async function openFile(file: string): Promise<SnapshotOutput> {
  const handle = await open(file, 'wx', 0o600);
  return {
    async write(bytes, at) {
      // One call may write less than it is given; a disk that is full says so by an error.
      for (let done = 0; done < bytes.length;)
        done += (await handle.write(bytes, done, bytes.length - done, at + done)).bytesWritten;
    },
    sync: () => handle.sync(),
    close: () => handle.close(),
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
  { signal, openOutput = openFile }: { readonly signal?: AbortSignal; readonly openOutput?: OpenOutput } = {},
): Promise<void> {
  const output = await openOutput(file);
  try {
    try {
      await writeAll(output, fingerprint, content, sections, signal);
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
  signal: AbortSignal | undefined,
): Promise<void> {
  const entries: SectionEntry[] = [];
  let at = headLength;
  for (const [name, section] of Object.entries(sections)) {
    const packer = new Packer();
    let end = at;
    const write = async (): Promise<void> => {
      signal?.throwIfAborted();
      const packed = packer.take();
      await output.write(packed, end);
      end += packed.length;
    };
    for (const piece of ArrayBuffer.isView(section) ? [bytesOf(section)] : section)
      for (let from = 0; from < piece.length; from += pieceLength) {
        packer.add(piece.subarray(from, from + pieceLength));
        await write();
      }
    packer.finish();
    await write();
    entries.push({ name, at, bytes: packer.bytes, stored: packer.stored, sums: packer.sums });
    at = end;
  }
  const directory = Buffer.from(
    JSON.stringify({ fingerprint, sections: entries, content } satisfies Directory),
    'utf8',
  );
  await output.write(directory, at);
  // Last: until now the file does not begin as a snapshot does.
  await output.write(headOf(at, directory), 0);
}

/** Cuts bytes into blocks, whatever the pieces in which they come, and packs each. */
class Packer {
  bytes = 0;
  readonly stored: number[] = [];
  readonly sums: number[] = [];
  readonly #block = new Uint8Array(blockLength);
  #filled = 0;
  #packed: Uint8Array[] = [];

  add(piece: Uint8Array): void {
    this.bytes += piece.length;
    for (let from = 0; from < piece.length;) {
      const to = Math.min(from + blockLength - this.#filled, piece.length);
      this.#block.set(piece.subarray(from, to), this.#filled);
      this.#filled += to - from;
      from = to;
      if (this.#filled === blockLength) this.finish();
    }
  }

  /** Packs the block at hand. */
  finish(): void {
    if (this.#filled === 0) return;
    const block = this.#block.subarray(0, this.#filled);
    const packed = zstdCompressSync(block, fast);
    // A copy, because the block is filled anew.
    const kept = packed.length < block.length ? packed : block.slice();
    this.stored.push(kept.length);
    this.sums.push(crc32(kept));
    this.#packed.push(kept);
    this.#filled = 0;
  }

  /** What was packed since. */
  take(): Uint8Array {
    const packed = Buffer.concat(this.#packed);
    this.#packed = [];
    return packed;
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
