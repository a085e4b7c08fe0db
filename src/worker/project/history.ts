/**
 * What was done to a project, step by step, and the way back. A step notes each row that it touches as it was before
 * (nothing for a row that is new). Undoing puts those rows back and keeps in their place what they were until then, so
 * that redoing is the same exchange in the other order. Steps are taken back in the order of time, latest first: a row is
 * then always in the state that its step left it in.
 */
import * as z from 'zod';
import type { StepWords as Words } from '../../shared/step-words.ts';
import { stepWords } from '../../shared/step-words.ts';
import type { Cell, Database, Row } from './database.ts';
import { numberIn, textIn, textOrNull } from './database.ts';
import type { LoggedTable } from './schema.ts';
import { loggedTables } from './schema.ts';

/** `notice`: something that happened, such as a file that was renamed; there is nothing to take back. */
export const stepKinds = ['change', 'deletion', 'notice'] as const;
export type StepKind = (typeof stepKinds)[number];

export interface TouchedRow {
  readonly table: LoggedTable;
  /** The cells of its key. */
  readonly key: readonly string[];
}

export interface StepToNote {
  readonly says: Words;
  readonly author: string;
  readonly kind: StepKind;
  /** ISO 8601. */
  readonly at: string;
}

interface Exchange {
  readonly current: string;
  readonly remove: string;
  readonly put: string;
}

const exchanges = new Map<LoggedTable, Exchange>(
  Object.entries(loggedTables).map(([table, { key, columns }]) => {
    const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');
    const isKey = key.map((name) => `"${name}" = ?`).join(' AND ');
    const others = columns.filter((name) => !(key as readonly string[]).includes(name));
    const change = others.map((name) => `"${name}" = excluded."${name}"`).join(', ');
    return [
      table as LoggedTable,
      {
        current: `SELECT json_array(${quoted(columns)}) FROM ${table} WHERE ${isKey}`,
        remove: `DELETE FROM ${table} WHERE ${isKey}`,
        put: `INSERT INTO ${table} (${quoted(columns)}) VALUES (${columns.map(() => '?').join(', ')})
          ON CONFLICT (${quoted(key)}) DO ${change === '' ? 'NOTHING' : `UPDATE SET ${change}`}`,
      },
    ];
  }),
);

/** The step that would be undone next, and the one that would be redone. */
const nextUndo = `SELECT id, label, said FROM steps WHERE undone = 0 AND dropped = 0 AND kind <> 'notice' ORDER BY id DESC LIMIT 1`;
const nextRedo = `SELECT id, label, said FROM steps WHERE undone = 1 AND dropped = 0 ORDER BY id LIMIT 1`;

export class History {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** What could be undone and redone, in words; null when there is nothing. */
  get next(): { readonly undo: Words | null; readonly redo: Words | null } {
    const label = (row: Row | undefined): Words | null => (row ? wordsIn(row, 1) : null);
    return { undo: label(this.#database.get(nextUndo)), redo: label(this.#database.get(nextRedo)) };
  }

  /**
   * Does `work` as one step. Without a row changed there is no step, and what could be redone stays. To be called in a
   * transaction.
   */
  noting<Made>({ says, author, kind, at }: StepToNote, work: () => Made): { made: Made; step: number } {
    const database = this.#database;
    const insert = 'INSERT INTO steps (at, label, said, author, kind) VALUES (?, ?, ?, ?, ?) RETURNING id';
    const step = numberIn(database.get(insert, at, ...cellsOf(says), author, kind), 0);
    database.run('INSERT INTO temp.noting VALUES (?)', step);
    const made = work();
    database.run('DELETE FROM temp.noting');
    const changes = database.number('SELECT count(*) FROM changes WHERE step = ?', step);
    if (changes === 0) {
      database.run('DELETE FROM steps WHERE id = ?', step);
      return { made, step: 0 };
    }
    database.run('UPDATE steps SET changes = ? WHERE id = ?', changes, step);
    database.run('UPDATE steps SET dropped = 1 WHERE undone = 1 AND dropped = 0');
    return { made, step };
  }

  /** Gives other words to a step whose size was known only when it was done. */
  relabel(step: number, says: Words): void {
    this.#database.run('UPDATE steps SET label = ?, said = ? WHERE id = ?', ...cellsOf(says), step);
  }

  /** Says that something happened which nobody can take back. */
  notice(says: Words, author: string, at: string): void {
    const insert = `INSERT INTO steps (at, label, said, author, kind) VALUES (?, ?, ?, ?, 'notice')`;
    this.#database.run(insert, at, ...cellsOf(says), author);
  }

  /** Takes the latest step back, in a transaction. Undefined when there is none. */
  undo(): TouchedRow[] | undefined {
    return this.#take(nextUndo, 'DESC', 1);
  }

  redo(): TouchedRow[] | undefined {
    return this.#take(nextRedo, 'ASC', 0);
  }

  /** The rows that a step touched. */
  touched(step: number): TouchedRow[] {
    return this.#database.all('SELECT place, key FROM changes WHERE step = ?', step).map((row) => touchedRow(row, 0));
  }

  #take(next: string, order: 'ASC' | 'DESC', undone: 0 | 1): TouchedRow[] | undefined {
    const database = this.#database;
    const found = database.get(next);
    if (!found) return undefined;
    const step = numberIn(found, 0);
    const changes = database.all(
      `SELECT place, key, image, number FROM changes WHERE step = ? ORDER BY number ${order}`,
      step,
    );
    const touched = changes.map((change) => this.#exchange(change));
    database.run('UPDATE steps SET undone = ? WHERE id = ?', undone, step);
    return touched;
  }

  /** Puts the row of a change as the change holds it, and has the change hold what the row was. */
  #exchange(change: Row): TouchedRow {
    const database = this.#database;
    const row = touchedRow(change, 0);
    const { current, remove, put } = exchanges.get(row.table)!;
    const [was = null] = database.get(current, ...row.key) ?? [];
    const image = textOrNull(change, 2);
    if (image === null) database.run(remove, ...row.key);
    else database.run(put, ...(JSON.parse(image) as Cell[]));
    database.run('UPDATE changes SET image = ? WHERE number = ?', was, numberIn(change, 3));
    return row;
  }
}

const saidCell = z
  .string()
  .transform((text): unknown => JSON.parse(text))
  .pipe(stepWords);

/** The words of a step from its columns `label` and `said`. What this program has no words for is shown as it is. */
export function wordsIn(row: Row, from: number): Words {
  const said = textOrNull(row, from + 1);
  if (said === null) return { text: textIn(row, from) };
  const parsed = saidCell.safeParse(said);
  return parsed.success ? parsed.data : { text: said };
}

/** The columns `label` and `said`: one of them says it. */
function cellsOf(says: Words): [label: string, said: string | null] {
  return 'key' in says ? ['', JSON.stringify(says)] : [says.text, null];
}

function touchedRow(row: Row, from: number): TouchedRow {
  return { table: textIn(row, from) as LoggedTable, key: JSON.parse(textIn(row, from + 1)) as string[] };
}
