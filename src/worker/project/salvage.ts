/** Saves what can be read of a damaged project, row by row, into a new one. */
import { closeSync, copyFileSync, existsSync, fstatSync, ftruncateSync, openSync, readSync, rmSync } from 'node:fs';
import { Database } from './database.ts';
import { migrate, storedTables } from './schema.ts';
import { saysDamaged } from './storage-failure.ts';

/** What was done is not saved: half a history cannot be undone. */
const columns = Object.entries(storedTables).filter(([table]) => table !== 'steps' && table !== 'changes');

/**
 * A new project beside the damaged one, without its history. `begin` gives a new one its first rows where they could not
 * be read. Rows that name what is lost are left to `checkProject`.
 */
export function salvaged(project: string, begin: (database: Database) => void): { copy: string; rows: number } {
  const copy = `${project}.${process.pid}.new`;
  rmSync(copy, { force: true });
  const database = new Database(copy);
  try {
    migrate(database);
    database.execute('PRAGMA foreign_keys = OFF');
    const rows = copyAll(project, database);
    begin(database);
    return { copy, rows };
  } finally {
    database.close();
  }
}

function copyAll(project: string, to: Database): number {
  const whole = lengthened(project);
  let damaged: Database | undefined;
  try {
    damaged = new Database(whole);
    damaged.number('SELECT count(*) FROM sqlite_schema');
    const from = damaged;
    return to.transaction(() => {
      let rows = 0;
      for (const [table, names] of columns) rows += copyRows(from, to, table, names);
      return rows;
    });
  } catch (error) {
    if (!saysDamaged(error)) throw error;
    return 0;
  } finally {
    damaged?.close();
    for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(`${whole}${ending}`, { force: true });
  }
}

/** A copy as long as its own head says, because SQLite reads nothing at all of a file that was cut off. */
function lengthened(project: string): string {
  const copy = `${project}.${process.pid}.read`;
  copyFileSync(project, copy);
  if (existsSync(`${project}-wal`)) copyFileSync(`${project}-wal`, `${copy}-wal`);
  const head = Buffer.alloc(100);
  const descriptor = openSync(copy, 'r+');
  try {
    readSync(descriptor, head, 0, head.length, 0);
    // 1 stands for 65,536, which two bytes cannot hold.
    const page = head.readUInt16BE(16) === 1 ? 65_536 : head.readUInt16BE(16);
    const length = Math.min(page * head.readUInt32BE(28), 64 * fstatSync(descriptor).size);
    if (length > fstatSync(descriptor).size) ftruncateSync(descriptor, length);
  } finally {
    closeSync(descriptor);
  }
  return copy;
}

function copyRows(from: Database, to: Database, table: string, names: readonly string[]): number {
  const list = names.map((name) => `"${name}"`).join(', ');
  const insert = `INSERT OR IGNORE INTO ${table} (${list}) VALUES (${names.map(() => '?').join(', ')})`;
  let rows = 0;
  for (const order of ['', ' ORDER BY rowid DESC'])
    try {
      // From the other end too: what lies behind a damaged page is reached from there.
      for (const row of from.each(`SELECT ${list} FROM ${table}${order}`)) rows += to.run(insert, ...row);
      return rows;
    } catch {
      continue;
    }
  return rows;
}
