/** Files that are no text at all are told by name, so that the reader knows what to convert. */
import { Unreadable } from './unreadable.ts';

const signatures: readonly (readonly [string, string])[] = [
  ['\x89PNG', 'is a picture (PNG): only its text, if typed out, can be read'],
  ['\xff\xd8\xff', 'is a picture (JPEG): only its text, if typed out, can be read'],
  ['GIF8', 'is a picture (GIF): only its text, if typed out, can be read'],
  ['%PDF-', 'is a PDF under another name: give it the ending .pdf'],
  ['PK\x03\x04', 'is a zip archive: unpack it, or give it the ending of its kind (.docx, .odt, .epub, .xlsx)'],
  ['\x1f\x8b', 'is compressed (gzip): unpack it first'],
  ['7z\xbc\xaf', 'is compressed (7-Zip): unpack it first'],
  ['Rar!', 'is compressed (RAR): unpack it first'],
  ['\xd0\xcf\x11\xe0', 'is in the old Word or Excel format: save it as .docx or .xlsx first'],
  ['SQLite format 3', 'is a database, not a text'],
  ['\x7fELF', 'is a program, not a text'],
  ['MZ\x90', 'is a program, not a text'],
];

/** Throws Unreadable for the well-known kinds of files that are no text. */
export function refuseSignature(bytes: Uint8Array): void {
  for (const [signature, reason] of signatures) {
    let at = 0;
    while (at < signature.length && bytes[at] === signature.charCodeAt(at)) at++;
    if (at === signature.length) throw new Unreadable(reason);
  }
}

export function zeroBytes(bytes: Uint8Array): number {
  let zeros = 0;
  for (let at = bytes.indexOf(0); at >= 0; at = bytes.indexOf(0, at + 1)) zeros++;
  return zeros;
}

/** Control characters that occur in text: tab, line feed, vertical tab, form feed, return, DOS end of file, escape. */
const usual = new Set([0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1a, 0x1b]);
/** A stray zero or control byte is an accident of some old program; more than one in a hundred is not writing. */
export const strayShare = 0.01;

/** 1 for the bytes that are in no text. */
const oddness = Uint8Array.from({ length: 256 }, (_, byte) =>
  Number((byte < 0x20 && !usual.has(byte)) || byte === 0x7f),
);
/** Bytes that are looked at: programs and pictures are full of control codes. */
const sampleSize = 4096;

/** Share of control bytes at the beginning of a file, 0 to 1. */
export function oddBytes(bytes: Uint8Array): number {
  const size = Math.min(bytes.length, sampleSize);
  let odd = 0;
  for (let at = 0; at < size; at++) odd += oddness[bytes[at]!]!;
  return size === 0 ? 0 : odd / size;
}

/** Throws Unreadable for bytes that are no text in any 8-bit encoding. `odd` is what `oddBytes` says of them. */
export function refuseBinary(bytes: Uint8Array, odd: number): void {
  if (odd > strayShare || zeroBytes(bytes) > bytes.length * strayShare) {
    throw new Unreadable('is not a text (it holds binary codes): convert it to a text format, or remove it');
  }
}
