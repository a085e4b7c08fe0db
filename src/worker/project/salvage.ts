/** Saves what can be read of a damaged project, row by row, into a new one. */
import { rmSync } from 'node:fs';
import { Database } from './database.ts';
import { loggedTables, migrate } from './schema.ts';

/** In the order in which rows need each other. */
const columns: Readonly<Record<string, readonly string[]>> = {
  properties: ['name', 'value'],
  coders: loggedTables.coders.columns,
  versions: ['id', 'hash', 'chars', 'packed'],
  documents: ['id', 'path', 'version', 'language', 'direction'],
  tags: loggedTables.tags.columns,
  spans: loggedTables.spans.columns,
  span_tags: loggedTables.span_tags.columns,
  notes: loggedTables.notes.columns,
  verdicts: loggedTables.verdicts.columns,
  queries: loggedTables.queries.columns,
};

/**
 * A new project beside the damaged one, without its history. `begin` gives a new one its first rows where they could not
 * be read. Rows that name what is lost are left to `checkProject`.
 */
export function salvaged(project: string, begin: (database: Database) => void): { copy: string; rows: number } {
  const copy = `${project}.${process.pid}.new`;
  rmSync(copy, { force: true });
  const database = new Database(copy);
  let rows = 0;
  try {
    migrate(database);
    database.execute('PRAGMA foreign_keys = OFF');
    const damaged = opened(project);
    if (damaged)
      database.transaction(() => {
        for (const [table, names] of Object.entries(columns)) rows += copyRows(damaged, database, table, names);
      });
    damaged?.close();
    begin(database);
  } finally {
    database.close();
  }
  return { copy, rows };
}

function opened(project: string): Database | undefined {
  try {
    const database = new Database(project, { readOnly: true });
    database.number('SELECT count(*) FROM sqlite_schema');
    return database;
  } catch {
    return undefined;
  }
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
