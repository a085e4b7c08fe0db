/**
 * Opens the file of a project for what can be done with it: to change it, only to read it, or not at all. Nothing that is
 * found wrong is overwritten; what stands in the way is said in a sentence, with the way back.
 */
import { closeSync, existsSync, mkdirSync, openSync, readSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Acknowledged } from './acknowledged.ts';
import { backupFiles } from './backup-files.ts';
import { makeBackup } from './backups.ts';
import { Database } from './database.ts';
import { applicationId, migrate, noteChanges, schemaOf, schemaVersion } from './schema.ts';
import { synced } from './synced.ts';
import { saysDamaged, sqliteCode, storageFailure } from './storage-failure.ts';
import { WriterLock } from './writer-lock.ts';

/** `unmade`: there is no file yet. Its tables are empty ones in memory, until there is something to keep. */
export type Standing = 'unmade' | 'writing' | 'reading' | 'unusable';

export interface OpenedProject {
  readonly standing: Standing;
  readonly database: Database;
  /** Why nothing can be changed, and what to do; empty when it can. */
  readonly problem: string;
  /** It is the file itself that something is wrong with, and not who may write to it. */
  readonly atFault?: boolean;
  readonly lock?: WriterLock;
  readonly acknowledged?: Acknowledged;
}

export const otherProgram =
  'This project is open in another window or program, which alone may change it: it can be read here. Close it there to change it here.';
const cannotWrite =
  'This project can only be read: its file or folder cannot be written to. Check the permissions, or copy it elsewhere and name it with --project.';
const wayBack = (file: string): string =>
  backupFiles(file).length > 0
    ? 'Restore a backup; the damaged file is set aside, not thrown away.'
    : 'There is no backup: “lectern project check --repair” saves what can be read and sets the damaged file aside.';

/** @throws SQLite's error, or the file system's, for what no sentence here foresees */
export function openProject(file: string): OpenedProject {
  const wrong = whatIsWrong(file);
  if (wrong !== undefined) return { standing: 'unusable', database: inMemory(), ...wrong };
  if (!existsSync(file)) return { standing: 'unmade', database: inMemory(), problem: '' };
  try {
    const lock = takeLock(file);
    if (lock instanceof WriterLock) return opened(file, lock);
    return { standing: 'reading', database: readable(file), problem: lock };
  } catch (error) {
    if (!saysDamaged(error)) throw error;
    return { standing: 'unusable', database: inMemory(), problem: damaged(file), atFault: true };
  }
}

/** Makes the file of a project that is unmade, and opens it. `begin` writes its first rows. Under its name only when it is whole. */
export function makeProject(file: string, begin: (database: Database) => void): OpenedProject {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const temporary = `${file}.${process.pid}.new`;
  rmSync(temporary, { force: true });
  const database = new Database(temporary);
  try {
    migrate(database);
    begin(database);
  } finally {
    database.close();
  }
  synced(temporary);
  renameSync(temporary, file);
  return openProject(file);
}

function opened(file: string, lock: WriterLock): OpenedProject {
  let database: Database | undefined;
  try {
    database = new Database(file);
    const found = examined(file, database);
    if (found.standing === 'writing') return { ...found, lock };
    if (found.database !== database) database.close();
    lock.release();
    return found;
  } catch (error) {
    database?.close();
    lock.release();
    throw error;
  }
}

function examined(file: string, database: Database): OpenedProject {
  const schema = schemaOf(database);
  if (schema > schemaVersion) return { standing: 'unusable', database: inMemory(), problem: newer(schema) };
  database.execute('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -16000');
  const [[verdict] = []] = database.all('PRAGMA quick_check(1)');
  if (verdict !== 'ok') return { standing: 'unusable', database: inMemory(), problem: damaged(file), atFault: true };
  const acknowledged = new Acknowledged(file);
  const missing = acknowledged.revision - revisionOf(database);
  if (missing > 0) {
    acknowledged.close();
    return { standing: 'reading', database, problem: behind(file, missing), atFault: true };
  }
  if (schema < schemaVersion) {
    makeBackup(database, file, 'migration', new Date());
    migrate(database);
  }
  noteChanges(database);
  return { standing: 'writing', database, problem: '', acknowledged };
}

export function revisionOf(database: Database): number {
  return database.number("SELECT value FROM properties WHERE name = 'revision'");
}

/** The lock, or the reason why there is none. */
function takeLock(file: string): WriterLock | string {
  try {
    return WriterLock.take(file) ?? otherProgram;
  } catch (error) {
    const code = sqliteCode(error);
    if (code === undefined || ![8, 10, 14].includes(code)) throw error;
    return cannotWrite;
  }
}

function readable(file: string): Database {
  const database = new Database(file, { readOnly: true, timeout: 2000 });
  try {
    schemaOf(database);
    return database;
  } catch (error) {
    database.close();
    // Where nothing at all can be written, there can be no log of changes beside it either: the file says all.
    if (saysDamaged(error) || storageFailure(error) === error) throw error;
    const url = pathToFileURL(file);
    url.searchParams.set('immutable', '1');
    return new Database(url, { readOnly: true });
  }
}

function inMemory(): Database {
  const database = new Database(':memory:');
  migrate(database);
  return database;
}

/** Read from the first bytes, before SQLite sees the file: it would make a new database of an empty one. */
function whatIsWrong(file: string): { problem: string; atFault: boolean } | undefined {
  if (!existsSync(file)) {
    if (backupFiles(file).length === 0) return undefined;
    const problem = `The file of this project is gone, and there are backups of it: put ${file} back, or restore a backup.`;
    return { problem, atFault: true };
  }
  const head = Buffer.alloc(100);
  const descriptor = openSync(file, 'r');
  try {
    readSync(descriptor, head, 0, head.length, 0);
  } finally {
    closeSync(descriptor);
  }
  if (head.toString('latin1', 0, 16) !== 'SQLite format 3\0' || statSync(file).size < 512)
    return { problem: damaged(file), atFault: true };
  if (head.readUInt32BE(68) === applicationId) return undefined;
  const problem =
    'This file is a database of another program, not a project of Lectern: name another file with --project.';
  return { problem, atFault: false };
}

function damaged(file: string): string {
  return `The file of this project is damaged (cut off, overwritten, or lost by the disk). Nothing was changed. ${wayBack(file)}`;
}

function newer(schema: number): string {
  return `This project was made by a newer Lectern (format ${schema}; this one knows ${schemaVersion}): open it there, or update Lectern. Nothing was changed.`;
}

function behind(file: string, missing: number): string {
  const changes = missing === 1 ? 'The last change' : `The last ${missing} changes`;
  return `${changes} to this project cannot be found: the file ${file}-wal beside it was taken away, or an older copy was put in its place. Put it back, restore a backup, or go on with what there is by “lectern project check --repair”.`;
}
