/**
 * Who may change a project: one program at a time. The lock is SQLite's own, on an empty database beside the project. The
 * system lets go of it with the process that holds it, however that ends, so there is no stale lock to clear away.
 */
import { Database } from './database.ts';
import { sqliteCode } from './storage-failure.ts';

const busy = 5;

export class WriterLock {
  readonly #database: Database;

  private constructor(database: Database) {
    this.#database = database;
  }

  /** Undefined when another program has it. @throws SQLite's error when there can be no lock here at all */
  static take(project: string): WriterLock | undefined {
    const database = new Database(`${project}.lock`);
    try {
      // In memory, because there is nothing to write: not even an empty journal is left behind.
      database.execute('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
      return new WriterLock(database);
    } catch (error) {
      database.close();
      if (sqliteCode(error) === busy) return undefined;
      throw error;
    }
  }

  release(): void {
    this.#database.close();
  }
}
