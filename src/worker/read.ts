/** Reads one file into canonical text, or says why it cannot be one. */
import { constants } from 'node:buffer';
import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { canonicalText } from '../corpus/text/canonical.ts';
import { decode } from './unicode-text.ts';
import { headingOf, withoutFrontMatter } from './markdown.ts';
import { reasonInWords } from './reason.ts';
import type { FoundFile } from './walk.ts';

export interface DocumentText {
  readonly ok: true;
  /** Canonical. */
  readonly text: string;
  /** Of the document itself, undefined when it has none. */
  readonly title: string | undefined;
  readonly format: string;
  readonly encoding: string;
  /** Of the file. */
  readonly bytes: number;
  /** ISO 8601. */
  readonly modified: string;
}

export interface Unread {
  readonly ok: false;
  readonly reason: string;
}

interface Format {
  readonly name: string;
  readonly body: (text: string) => string;
  readonly title: (text: string) => string | undefined;
}

const plainText: Format = { name: 'txt', body: (text) => text, title: () => undefined };
const markdown: Format = { name: 'md', body: withoutFrontMatter, title: headingOf };
const formats: Readonly<Record<string, Format>> = {
  '.txt': plainText,
  '.text': plainText,
  '.md': markdown,
  '.markdown': markdown,
};

// One UTF-16 code unit a byte at the worst, and no JavaScript string is longer.
const largestFile = constants.MAX_STRING_LENGTH;

/** Empty when files of that name are read; otherwise why they are not. */
export function whyNotRead(path: string): string {
  const extension = extname(path).toLowerCase();
  if (Object.hasOwn(formats, extension)) return '';
  return extension === '' ? 'files without an extension are not read' : `${extension.slice(1)} files are not read`;
}

export function readDocument({ file }: FoundFile): DocumentText | Unread {
  const format = formats[extname(file).toLowerCase()];
  if (!format) return { ok: false, reason: whyNotRead(file) };
  const read = readBytes(file);
  if (!read.ok) return read;
  const decoded = decode(read.bytes);
  if (!decoded.ok) return decoded;
  const text = format.body(canonicalText(decoded.text));
  if (!/\S/u.test(text)) return { ok: false, reason: 'empty' };
  return {
    ok: true,
    text,
    title: format.title(text),
    format: format.name,
    encoding: decoded.encoding,
    bytes: read.bytes.length,
    modified: read.modified,
  };
}

export type ReadBytes = { readonly ok: true; readonly bytes: Buffer; readonly modified: string } | Unread;

/** The bytes of a file that is not too large to become one string. */
export function readBytes(file: string): ReadBytes {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, 'r');
    const { size, mtime } = fstatSync(descriptor);
    if (size > largestFile)
      return { ok: false, reason: `too large (${Math.round(size / 2 ** 20)} MB): split it into files under 512 MB` };
    return { ok: true, bytes: readFileSync(descriptor), modified: mtime.toISOString() };
  } catch (error) {
    return { ok: false, reason: reasonInWords(error, file) };
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}
