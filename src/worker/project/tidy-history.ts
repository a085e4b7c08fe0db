/**
 * What is given up of the history, when a project is closed: what undoing needs of steps that are both older than thirty
 * days and not among the last thousand. What each step did stays in the log for good. Texts of which nothing speaks any
 * more go with it, and the file is made smaller where that pays.
 */
import type { Database } from './database.ts';
import { numberIn } from './database.ts';
import { loggedTables } from './schema.ts';

/** Steps that can always be undone, however old they are. */
export const stepsKept = 1000;
/** Days for which every step can be undone, however many there were; and for which the trash is kept. */
export const daysKept = 30;
const day = 24 * 3600_000;

/** A file is made smaller when a quarter of it is free, and at least so much: writing it anew takes as long as a backup. */
const worthwhile = { share: 0.25, bytes: 4_000_000 };

/** The time before which what was deleted is gone from the trash, as ISO 8601. */
export function keptSince(now: string): string {
  return new Date(Date.parse(now) - daysKept * day).toISOString();
}

/** Gives how many rows of the history were given up. */
export function tidyHistory(database: Database, now: string): number {
  const given = database.transaction(() => {
    const first = firstKept(database, now);
    // What was undone and can no longer be redone is of no use either.
    const useless = `step < ? OR step IN (SELECT id FROM steps WHERE undone = 1 AND dropped = 1)`;
    const rows = database.run(`DELETE FROM changes WHERE ${useless}`, first);
    database.run('UPDATE steps SET dropped = 1 WHERE id < ? AND dropped = 0', first);
    if (rows > 0) database.run(`DELETE FROM versions WHERE id NOT IN (${spokenOf()})`);
    return rows;
  });
  if (given > 0) compact(database);
  return given;
}

/** The oldest step that can still be undone or redone. */
function firstKept(database: Database, now: string): number {
  const byNumber = `SELECT id FROM steps WHERE dropped = 0 AND kind <> 'notice' ORDER BY id DESC LIMIT 1 OFFSET ?`;
  const row = database.get(byNumber, stepsKept - 1);
  if (!row) return 0;
  const recent = database.get('SELECT min(id) FROM steps WHERE at >= ?', keptSince(now));
  return typeof recent?.[0] === 'number' ? Math.min(recent[0], numberIn(row, 0)) : numberIn(row, 0);
}

/** The numbers of texts that a row, or the image of one, speaks of. */
function spokenOf(): string {
  const parts = ['SELECT version FROM documents'];
  for (const [table, { columns }] of Object.entries(loggedTables))
    for (const [at, column] of columns.entries()) {
      if (column !== 'version' && column !== 'origin') continue;
      parts.push(`SELECT ${column} FROM ${table}`);
      parts.push(`SELECT json_extract(image, '$[${at}]') FROM changes WHERE place = '${table}' AND image IS NOT NULL`);
    }
  return parts.join(' UNION ');
}

function compact(database: Database): void {
  const free = database.number('PRAGMA freelist_count');
  const share = free / Math.max(1, database.number('PRAGMA page_count'));
  if (share < worthwhile.share || free * database.number('PRAGMA page_size') < worthwhile.bytes) return;
  database.execute('VACUUM');
}
