/**
 * The thin layer over `node:sqlite`: statements prepared once, rows as arrays, and the reasons of SQLite told apart. What
 * it throws is SQLite's own error; `storage-failure.ts` turns that into a sentence at the door of the room.
 */
import type { SQLInputValue, SQLOutputValue, StatementSync } from 'node:sqlite';
import { DatabaseSync } from 'node:sqlite';

export type Cell = SQLInputValue;
export type Row = readonly SQLOutputValue[];

export class Database {
  readonly path: string;
  readonly readOnly: boolean;
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  /** `path` may be `:memory:`, or a URL where SQLite is to be told more. */
  constructor(path: string | URL, { readOnly = false, timeout = 0 } = {}) {
    this.path = path instanceof URL ? path.pathname : path;
    this.readOnly = readOnly;
    this.#database = new DatabaseSync(path, { readOnly, timeout, enableForeignKeyConstraints: true });
  }

  /** Several statements at once, without values. */
  execute(sql: string): void {
    this.#database.exec(sql);
  }

  /** Gives how many rows it changed. */
  run(sql: string, ...values: Cell[]): number {
    return Number(this.#prepared(sql).run(...values).changes);
  }

  all(sql: string, ...values: Cell[]): Row[] {
    // With `setReturnArrays` rows are arrays, which the types of Node do not know.
    return this.#prepared(sql).all(...values) as unknown as Row[];
  }

  /** Row by row, for tables that may be large or damaged. */
  each(sql: string, ...values: Cell[]): Iterable<Row> {
    return this.#prepared(sql).iterate(...values) as unknown as Iterable<Row>;
  }

  get(sql: string, ...values: Cell[]): Row | undefined {
    return this.#prepared(sql).get(...values) as unknown as Row | undefined;
  }

  /** The first cell of the first row as a number, 0 without a row. */
  number(sql: string, ...values: Cell[]): number {
    const [value] = this.get(sql, ...values) ?? [];
    return Number(value ?? 0);
  }

  /** All of `work` or nothing of it. */
  transaction<Made>(work: () => Made): Made {
    this.execute('BEGIN IMMEDIATE');
    try {
      const made = work();
      this.execute('COMMIT');
      return made;
    } catch (error) {
      this.#rollBack();
      throw error;
    }
  }

  close(): void {
    this.#statements.clear();
    this.#database.close();
  }

  #rollBack(): void {
    try {
      this.execute('ROLLBACK');
    } catch {
      // A full disk ends the transaction by itself: there is nothing left to roll back, and the reason is thrown already.
    }
  }

  #prepared(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.#database.prepare(sql);
      statement.setReturnArrays(true);
      this.#statements.set(sql, statement);
    }
    return statement;
  }
}

/** @throws TypeError when the column holds something else: the schema forbids it */
export function textIn(row: Row | undefined, column: number): string {
  const value = row?.[column];
  if (typeof value !== 'string') throw new TypeError(`column ${column} holds no text`);
  return value;
}

export function numberIn(row: Row | undefined, column: number): number {
  const value = row?.[column];
  if (typeof value !== 'number') throw new TypeError(`column ${column} holds no number`);
  return value;
}

export function textOrNull(row: Row, column: number): string | null {
  return row[column] === null ? null : textIn(row, column);
}

export function bytesIn(row: Row | undefined, column: number): Uint8Array {
  const value = row?.[column];
  if (!(value instanceof Uint8Array)) throw new TypeError(`column ${column} holds no bytes`);
  return value;
}
