/**
 * What the user said of one folder: how to read it, what was wrong with single documents, and saved conditions. A small
 * JSON file, read whole and written whole.
 */
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod';
import { documentCorrection, readingChange } from '../shared/answers.ts';
import { ExpectedFailure } from '../shared/failure.ts';

const folderRecord = z.object({
  reading: readingChange,
  /** `path` is a document's for its language, and a file's for the rest. */
  corrections: z.array(documentCorrection.extend({ path: z.string() })),
  subcorpora: z.array(z.object({ name: z.string(), where: z.string() })),
  /** Lists of lemmas by language, with the names of their files; the texts lie beside this file. Later than the rest. */
  lemmas: z.array(z.object({ language: z.string(), name: z.string() })).default([]),
});
export type FolderRecord = Readonly<z.infer<typeof folderRecord>>;
export type Correction = FolderRecord['corrections'][number];

export const nothingSaid: FolderRecord = { reading: {}, corrections: [], subcorpora: [], lemmas: [] };

/** What was said before the last change: of use when a disk has lost that. */
const before = (file: string): string => `${file}.before`;

/**
 * A file that cannot be understood is set aside under another name, because a person may still save what it holds; what was
 * said before the last change takes its place.
 */
export function readRecord(file: string): FolderRecord {
  const text = textOf(file);
  if (text === undefined) return nothingSaid;
  const said = understood(text);
  if (said) return said;
  renameSync(file, `${file}.unreadable-${Date.now()}`);
  const earlier = textOf(before(file));
  const saidBefore = earlier === undefined ? undefined : understood(earlier);
  if (earlier === undefined || !saidBefore) return nothingSaid;
  writeWhole(file, earlier);
  return saidBefore;
}

function understood(text: string): FolderRecord | undefined {
  try {
    return folderRecord.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Undefined when there is no such file. @throws ExpectedFailure `unavailable` */
function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw notKept('read', error);
  }
}

/** Reads anew, changes and writes, so that a second running Lectern loses nothing. Gives what was written. */
export function updateRecord(file: string, change: (record: FolderRecord) => FolderRecord): FolderRecord {
  const known = readRecord(file);
  const record = change(known);
  if (known !== nothingSaid) writeWhole(before(file), written(known));
  writeWhole(file, written(record));
  return record;
}

function written(record: FolderRecord): string {
  return `${JSON.stringify(record, null, 1)}\n`;
}

/** Where a text lies that is too large for the record itself. */
export function besideRecord(file: string, name: string): string {
  return `${file.replace(/\.json$/u, '')}.${name}.txt`;
}

/** Under its name only when it is whole. @throws ExpectedFailure `unavailable` */
export function writeWhole(file: string, text: string): void {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeSynced(temporary, text);
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw notKept('written', error);
  }
}

function writeSynced(file: string, text: string): void {
  const descriptor = openSync(file, 'w', 0o600);
  try {
    writeSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function notKept(done: 'read' | 'written', error: unknown): ExpectedFailure {
  const { code } = error as NodeJS.ErrnoException;
  return new ExpectedFailure(
    'unavailable',
    `What you said of this folder cannot be ${done} (${code ?? 'unknown reason'}): check the disk and its permissions`,
  );
}
