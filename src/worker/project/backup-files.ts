/** The backups of a project: whole copies in a folder beside it, named by when and why they were made. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

export const backupReasons = ['opened', 'hour', 'migration', 'bulk', 'asked', 'restore'] as const;
export type BackupReason = (typeof backupReasons)[number];

export interface BackupFile {
  /** Its name, which is its id. */
  readonly name: string;
  readonly path: string;
  /** ISO 8601. */
  readonly made: string;
  readonly why: BackupReason;
}

export function backupFolder(project: string): string {
  return `${project}.backups`;
}

const pattern = /^(\d{4}-\d\d-\d\dT)(\d\d)-(\d\d)-(\d\d\.\d{3}Z)\.([a-z]+)\.lectern$/u;

/** A colon may stand in no name of a Windows file. */
export function backupName(made: Date, why: BackupReason): string {
  return `${made.toISOString().replaceAll(':', '-')}.${why}.lectern`;
}

/** The newest first. What else lies in the folder is left out. */
export function backupFiles(project: string): BackupFile[] {
  const folder = backupFolder(project);
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  const files = names.flatMap((name): BackupFile[] => {
    const [, day, hours, minutes, seconds, word] = pattern.exec(name) ?? [];
    const why = backupReasons.find((reason) => reason === word);
    if (day === undefined || why === undefined) return [];
    return [{ name, path: join(folder, name), made: `${day}${hours}:${minutes}:${seconds}`, why }];
  });
  return files.sort((a, b) => (a.name < b.name ? 1 : -1));
}
