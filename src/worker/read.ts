/** Reads one file into the documents it holds, with canonical text, or says why there are none. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { canonicalText } from '../corpus/text/canonical.ts';
import type { FileReading } from './corrections.ts';
import type { ExtractedDocument } from './formats/extract.ts';
import { endingOf, readableEndings, Unreadable, usualLimits } from './formats/extract.ts';
import { isOfMachine } from './formats/limits.ts';
import type { Reading } from './formats/reading.ts';
import { reasonInWords } from './reason.ts';
import type { FoundFile } from './walk.ts';

/** A document as its file gives it, before metadata tables and the user say more. Its text is canonical. */
export type ReadDocument = ExtractedDocument & {
  /** Its wrong decoding was undone. */
  readonly repaired?: true;
};

export interface ReadFile {
  readonly ok: true;
  readonly stamp: FileStamp;
  /** Short name of the format: see `Extraction`. */
  readonly format: string;
  /** At least one; every one has text. */
  readonly documents: readonly ReadDocument[];
  /** What the reader left out or guessed. */
  readonly notes: readonly string[];
}

/** What tells that a file has not changed. */
export interface FileStamp {
  /** Bytes. */
  readonly size: number;
  readonly mtimeMs: number;
}

export interface Unread {
  readonly ok: false;
  readonly reason: string;
  /** The reason lies not in the file but in the disk or in permissions: it may pass without the file changing. */
  readonly passing?: true;
  /** It was given up for the time it took, or its reader was killed: worth another try when somebody asks for it, not at every opening. */
  readonly slow?: true;
}

const readable = new Set(readableEndings);

/** Empty when files of that name are read; otherwise why they are not. */
export function whyNotRead(path: string): string {
  const ending = endingOf(path);
  if (readable.has(ending)) return '';
  return ending === '' ? 'files without an extension are not read' : `${ending} files are not read`;
}

/** Never throws for what a file holds or does. */
export async function readFile(
  { file, path }: FoundFile,
  reading: Reading,
  { options, repair }: FileReading,
): Promise<ReadFile | Unread> {
  const read = readBytes(file);
  if (!read.ok) return read;
  try {
    const extraction = await reading.read(read.bytes, path, options);
    const { format, notes } = extraction;
    const documents = repair ? await withRepairs(extraction.documents) : extraction.documents;
    const withText = documents
      .map((document) => ({ ...document, text: canonicalText(document.text) }))
      .filter(({ text }) => /\S/u.test(text));
    if (withText.length === 0) return { ok: false, reason: notes.length > 0 ? `empty: ${notes.join('; ')}` : 'empty' };
    const blank = documents.length - withText.length;
    const left = blank === 0 ? notes : [...notes, `${blank} of its ${documents.length} parts have no text`];
    return { ok: true, stamp: read.stamp, format, documents: withText, notes: left };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { ok: false, reason: error.message, ...(isOfMachine(error.message) ? { slow: true } : {}) };
  } finally {
    giveBack(read.bytes);
  }
}

async function withRepairs(documents: readonly ReadDocument[]): Promise<readonly ReadDocument[]> {
  const { repairMojibake } = await import('./decode/mojibake.ts');
  return documents.map(({ mojibake, ...document }) => {
    if (!mojibake) return document;
    const repair = repairMojibake(document.text);
    return repair ? { ...document, text: repair.text, repaired: true } : { ...document, mojibake };
  });
}

/**
 * Memory of files that were read, for the next ones: memory outside its heap makes the collector look through all that is inside
 * it every thirty megabytes. A text is decoded, and another process has a copy, so nothing of it is in use any more.
 */
let spare: Buffer | undefined;
const largestSpare = 1 << 22;

function roomFor(bytes: number): Buffer {
  const room = spare;
  spare = undefined;
  if (room && room.length >= bytes) return room;
  // Some more than that, so that it will do for the next one.
  return Buffer.allocUnsafeSlow(bytes <= largestSpare / 2 ? bytes + (bytes >>> 1) : bytes);
}

/** `bytes` are those of a file that `readBytes` gave, and of no use any more. */
function giveBack({ buffer }: Buffer): void {
  if (buffer.byteLength <= largestSpare && buffer.byteLength > (spare?.length ?? 0)) spare = Buffer.from(buffer);
}

export type ReadBytes = { readonly ok: true; readonly bytes: Buffer; readonly stamp: FileStamp } | Unread;

/** The bytes of a file that is not too large to become one string. */
export function readBytes(file: string): ReadBytes {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, 'r');
    const { size, mtimeMs } = fstatSync(descriptor);
    if (size > usualLimits.fileBytes)
      return { ok: false, reason: `too large (${Math.round(size / 2 ** 20)} MB): split it into files under 512 MB` };
    return { ok: true, bytes: bytesOf(descriptor, size), stamp: { size, mtimeMs } };
  } catch (error) {
    return { ok: false, reason: reasonInWords(error, file), passing: true };
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** All bytes of an open file. `size` is what it had a moment ago: as long as that holds, one call to the system does. */
function bytesOf(descriptor: number, size: number): Buffer {
  // One byte more shows that there is no more.
  let bytes = roomFor(size + 1);
  let length = 0;
  for (;;) {
    const room = bytes.length - length;
    const read = readSync(descriptor, bytes, length, room, null);
    length += read;
    // A file that is all there fills less than its room; a file system may also give less than it has.
    if (read === 0 || (read < room && length === size)) return bytes.subarray(0, length);
    if (length < bytes.length) continue;
    const larger = Buffer.allocUnsafeSlow(bytes.length * 2);
    bytes.copy(larger);
    bytes = larger;
  }
}
