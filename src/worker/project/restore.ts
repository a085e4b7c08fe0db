/**
 * Puts a backup in the place of a project. Into a sound project it goes by way of SQLite, in one transaction, so that who
 * reads meanwhile sees the one or the other. A file that cannot be used is set aside with all that lies beside it.
 */
import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { Acknowledged } from './acknowledged.ts';
import { Database } from './database.ts';
import { revisionOf } from './open-project.ts';
import { synced } from './synced.ts';
import { migrate, storedTables } from './schema.ts';

const tables = Object.keys(storedTables);

/** A copy of a backup, of today's format, that nothing else knows. */
export function readied(backup: string, project: string): string {
  const copy = `${project}.${process.pid}.new`;
  rmSync(copy, { force: true });
  copyFileSync(backup, copy);
  const database = new Database(copy);
  try {
    migrate(database);
  } finally {
    database.close();
  }
  return copy;
}

/** Has an open project hold what `copy` holds. The revision goes on counting. */
export function fillFrom(database: Database, copy: string): void {
  database.run('ATTACH ? AS backup', copy);
  try {
    database.transaction(() => {
      const revision = revisionOf(database) + 1;
      database.execute('PRAGMA defer_foreign_keys = ON');
      for (const table of tables.toReversed()) database.execute(`DELETE FROM main.${table}`);
      for (const table of tables) database.execute(`INSERT INTO main.${table} SELECT * FROM backup.${table}`);
      database.run("UPDATE main.properties SET value = ? WHERE name = 'revision'", String(revision));
    });
  } finally {
    database.execute('DETACH backup');
  }
}

/** Renames a file that cannot be used, with its log and its index, and gives its new name. */
export function setAside(project: string, now: Date): string {
  const name = `${project}.damaged-${now.toISOString().replaceAll(':', '-')}`;
  // The log first: a file without its log is still damaged, but a log without its file would be taken for another's.
  for (const ending of ['-wal', '-shm', ''])
    if (existsSync(`${project}${ending}`)) renameSync(`${project}${ending}`, `${name}${ending}`);
  return name;
}

/** Gives a readied copy the project's name, and a revision that goes on from the last that was answered for. */
export function putInPlace(copy: string, project: string): void {
  const acknowledged = new Acknowledged(project);
  const database = new Database(copy);
  try {
    const revision = Math.max(revisionOf(database), acknowledged.revision) + 1;
    database.run("UPDATE properties SET value = ? WHERE name = 'revision'", String(revision));
  } finally {
    database.close();
    acknowledged.close();
  }
  synced(copy);
  renameSync(copy, project);
}

/** Takes a project for what it is, though the last changes that were answered for are not in it. */
export function acknowledgeAgain(project: string): void {
  const acknowledged = new Acknowledged(project);
  const database = new Database(project);
  try {
    database.run("UPDATE properties SET value = ? WHERE name = 'revision'", String(acknowledged.revision + 1));
  } finally {
    database.close();
    acknowledged.close();
  }
}
