/**
 * Makes and tidies backups. They are made before a change, never by a clock: before the first change after opening, before
 * the first one after an hour of work, and before everything large. What nobody has changed needs no copy.
 */
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { BackupFile, BackupReason } from './backup-files.ts';
import { backupFiles, backupFolder, backupName } from './backup-files.ts';
import type { Database } from './database.ts';
import { Database as Opened, numberIn } from './database.ts';
import { applicationId, schemaOf, schemaVersion } from './schema.ts';
import { synced } from './synced.ts';

const day = 24 * 3600_000;
/** The newest of all, one a day for two weeks, one a week for a year; those that somebody asked for are not counted. */
const newestKept = 10;
const keptBefore = { migration: 3, asked: 20 } as const;

/** Copies the project as it is now. Under its name only when it is whole. @throws SQLite's or the file system's error */
export function makeBackup(database: Database, project: string, why: BackupReason, now: Date): BackupFile {
  const folder = backupFolder(project);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const name = backupName(now, why);
  const path = join(folder, name);
  const temporary = `${path}.tmp`;
  rmSync(temporary, { force: true });
  try {
    database.run('VACUUM INTO ?', temporary);
    synced(temporary);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  tidyBackups(project, now);
  return { name, path, made: now.toISOString(), why };
}

/** Which of the backups, newest first, are kept. */
export function keptBackups(files: readonly BackupFile[], now: Date): Set<string> {
  const kept = new Set(files.slice(0, newestKept).map(({ name }) => name));
  for (const [why, count] of Object.entries(keptBefore))
    for (const { name } of files.filter((file) => file.why === why).slice(0, count)) kept.add(name);
  const periods = new Set<string>();
  for (const { name, made } of files) {
    const age = now.getTime() - Date.parse(made);
    const length = age < 14 * day ? day : age < 365 * day ? 7 * day : 0;
    const period = `${length} ${Math.floor(Date.parse(made) / (length || 1))}`;
    if (length === 0 || periods.has(period)) continue;
    periods.add(period);
    kept.add(name);
  }
  return kept;
}

function tidyBackups(project: string, now: Date): void {
  const files = backupFiles(project);
  const kept = keptBackups(files, now);
  for (const { name, path } of files) if (!kept.has(name)) rmSync(path, { force: true });
}

export interface BackupContent {
  readonly tags: number;
  readonly spans: number;
  /** Why it cannot be used, empty when it can. */
  readonly problem: string;
}

/** What is in a backup. `thorough`: every page of it is looked at. */
export function lookInto({ path }: BackupFile, thorough = false): BackupContent {
  let database: Opened | undefined;
  try {
    database = new Opened(path, { readOnly: true });
    if (database.number('PRAGMA application_id') !== applicationId) return unusable('it is no project of Lectern');
    if (schemaOf(database) > schemaVersion) return unusable('it was made by a newer Lectern');
    const [[verdict] = []] = thorough ? database.all('PRAGMA integrity_check(1)') : [['ok']];
    if (verdict !== 'ok') return unusable('it is damaged');
    const counts = database.get('SELECT (SELECT count(*) FROM tags), (SELECT count(*) FROM spans)');
    return { tags: numberIn(counts, 0), spans: numberIn(counts, 1), problem: '' };
  } catch {
    return unusable('it is damaged');
  } finally {
    database?.close();
  }
}

function unusable(why: string): BackupContent {
  return { tags: 0, spans: 0, problem: `This backup cannot be used: ${why}.` };
}
