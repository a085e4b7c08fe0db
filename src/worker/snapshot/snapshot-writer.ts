/**
 * Writes a snapshot under a temporary name, and puts it in its place in one step: a reader finds the old one or the new
 * one, never a part. It writes piece by piece and lets the thread answer requests in between.
 */
import { closeSync, fsyncSync, openSync, renameSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';
import type { Directory, SectionEntry, SnapshotArray } from './snapshot-file.ts';
import { aligned, blockLength, bytesOf, headLength, layoutVersion, magic } from './snapshot-file.ts';

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

/** Checksums of a megabyte take about a third of a millisecond: no request notices. */
const pieceLength = 16 * blockLength;

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
    const sums = new BlockSums();
    let end = at;
    for (const piece of piecesOf(section)) {
      signal?.throwIfAborted();
      sums.add(piece);
      await output.write(piece, end);
      end += piece.length;
    }
    entries.push({ name, at, bytes: end - at, sums: sums.take() });
    at = aligned(end);
  }
  const directory = Buffer.from(
    JSON.stringify({ fingerprint, sections: entries, content } satisfies Directory),
    'utf8',
  );
  await output.write(directory, at);
  // Last: until now the file does not begin as a snapshot does.
  await output.write(headOf(at, directory), 0);
}

function* piecesOf(section: SectionContent): Generator<Uint8Array, void, undefined> {
  for (const bytes of ArrayBuffer.isView(section) ? [bytesOf(section)] : section)
    for (let from = 0; from < bytes.length; from += pieceLength) yield bytes.subarray(from, from + pieceLength);
}

/** Checksums of blocks, whatever the pieces in which their bytes come. */
class BlockSums {
  readonly #sums: number[] = [];
  #sum = 0;
  #filled = 0;

  add(piece: Uint8Array): void {
    for (let from = 0; from < piece.length;) {
      const to = Math.min(from + blockLength - this.#filled, piece.length);
      this.#sum = crc32(piece.subarray(from, to), this.#sum);
      this.#filled += to - from;
      from = to;
      if (this.#filled === blockLength) this.#close();
    }
  }

  take(): number[] {
    if (this.#filled > 0) this.#close();
    return this.#sums;
  }

  #close(): void {
    this.#sums.push(this.#sum);
    this.#sum = this.#filled = 0;
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
