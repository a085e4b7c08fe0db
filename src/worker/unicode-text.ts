/** From bytes to text: UTF-8, or what a byte order mark says. Anything else is refused with its reason, never guessed. */
import { isAscii, isUtf8 } from 'node:buffer';

export type Decoded =
  | { readonly ok: true; readonly text: string; readonly encoding: string }
  | { readonly ok: false; readonly reason: string };

interface Mark {
  readonly encoding: string;
  readonly bytes: readonly number[];
  readonly decode: (bytes: Buffer) => string;
}

/** Where the bytes stop being valid; `at` counts from the first byte of the file. */
class Undecodable extends Error {
  readonly at: number;
  constructor(at: number) {
    super();
    this.at = at;
  }
}

// UTF-32LE before UTF-16LE: its mark begins with the other's.
const marks: readonly Mark[] = [
  { encoding: 'UTF-32LE', bytes: [0xff, 0xfe, 0, 0], decode: (bytes) => utf32(bytes, (at) => bytes.readUInt32LE(at)) },
  { encoding: 'UTF-32BE', bytes: [0, 0, 0xfe, 0xff], decode: (bytes) => utf32(bytes, (at) => bytes.readUInt32BE(at)) },
  { encoding: 'UTF-8', bytes: [0xef, 0xbb, 0xbf], decode: utf8 },
  { encoding: 'UTF-16LE', bytes: [0xff, 0xfe], decode: utf16 },
  {
    encoding: 'UTF-16BE',
    bytes: [0xfe, 0xff],
    decode: (bytes) => {
      if (bytes.length % 2 === 1) throw new Undecodable(bytes.length - 1);
      return utf16(Buffer.from(bytes).swap16());
    },
  },
];

const plain: Mark = { encoding: 'UTF-8', bytes: [], decode: utf8 };

/** The text without its byte order mark. */
export function decode(bytes: Buffer): Decoded {
  const mark = marks.find((candidate) => candidate.bytes.every((byte, at) => bytes[at] === byte)) ?? plain;
  const { encoding } = mark;
  if (mark === plain && looksLikeUtf16(bytes))
    return { ok: false, reason: 'it looks like UTF-16 without a byte order mark: save it as UTF-8' };
  try {
    const text = mark.decode(bytes.subarray(mark.bytes.length));
    if (text.includes('\0')) return { ok: false, reason: 'binary, not text: it has NUL characters' };
    return { ok: true, text, encoding };
  } catch (error) {
    if (!(error instanceof Undecodable)) throw error;
    const at = mark.bytes.length + error.at;
    if (encoding === 'UTF-8' && bytes.includes(0))
      return { ok: false, reason: 'binary, not text: it has NUL bytes and is not UTF-8' };
    const line = encoding === 'UTF-8' ? ` (line ${lineOf(bytes, at)})` : '';
    return { ok: false, reason: `not valid ${encoding} at byte ${at}${line}: save it as UTF-8` };
  }
}

function utf8(bytes: Buffer): string {
  // Most files of most corpora; Latin-1 decoding is a copy.
  if (isAscii(bytes)) return bytes.toString('latin1');
  if (!isUtf8(bytes)) throw new Undecodable(firstInvalidUtf8(bytes));
  return bytes.toString('utf8');
}

function utf16(bytes: Buffer): string {
  if (bytes.length % 2 === 1) throw new Undecodable(bytes.length - 1);
  const text = bytes.toString('utf16le');
  if (text.isWellFormed()) return text;
  const lone = /\p{Surrogate}/u.exec(text)?.index ?? 0;
  throw new Undecodable(2 * lone);
}

function utf32(bytes: Buffer, codePointAt: (at: number) => number): string {
  if (bytes.length % 4 !== 0) throw new Undecodable(bytes.length - (bytes.length % 4));
  const parts: string[] = [];
  // In portions, because arguments live on the stack.
  for (let from = 0; from < bytes.length; from += 16_384) {
    const codePoints: number[] = [];
    for (let at = from; at < Math.min(from + 16_384, bytes.length); at += 4) {
      const codePoint = codePointAt(at);
      if (codePoint > 0x10ffff || (codePoint >= 0xd800 && codePoint <= 0xdfff)) throw new Undecodable(at);
      codePoints.push(codePoint);
    }
    parts.push(String.fromCodePoint(...codePoints));
  }
  return parts.join('');
}

/** In UTF-16 the spaces and newlines of any script have a zero, always in the same half of the pair. */
function looksLikeUtf16(bytes: Buffer): boolean {
  const length = Math.min(bytes.length & ~1, 4096);
  if (length < 8 || !bytes.subarray(0, length).includes(0)) return false;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even++;
    if (bytes[at + 1] === 0) odd++;
  }
  return Math.max(even, odd) > length / 32 && Math.min(even, odd) === 0;
}

/** Offset of the first byte of the first ill-formed sequence, by table 3-7 of the Unicode Standard. */
function firstInvalidUtf8(bytes: Buffer): number {
  for (let at = 0; at < bytes.length;) {
    const length = sequenceLength(bytes, at);
    if (length === 0) return at;
    at += length;
  }
  return bytes.length;
}

function sequenceLength(bytes: Buffer, at: number): number {
  const lead = bytes[at]!;
  if (lead < 0x80) return 1;
  const length =
    lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
  for (let next = 1; next < length; next++) {
    const byte = bytes[at + next] ?? 0;
    // The second byte of four leads has a narrower range: no overlong forms, no surrogates, nothing past U+10FFFF.
    const low = next === 1 && lead === 0xe0 ? 0xa0 : next === 1 && lead === 0xf0 ? 0x90 : 0x80;
    const high = next === 1 && lead === 0xed ? 0x9f : next === 1 && lead === 0xf4 ? 0x8f : 0xbf;
    if (byte < low || byte > high) return 0;
  }
  return length;
}

function lineOf(bytes: Buffer, at: number): number {
  let line = 1;
  for (let newline = bytes.indexOf(10); newline >= 0 && newline < at; newline = bytes.indexOf(10, newline + 1)) line++;
  return line;
}
