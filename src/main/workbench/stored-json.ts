/** A small JSON file of the user's: read whole, written whole, never half. */
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** The file is the old one or the new one, whatever happens meanwhile. Its folder is made when it is not there. */
export function writeWhole(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}.tmp`;
  const file = openSync(temporary, 'w', 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(temporary, path);
}

export class StoredJson<Value> {
  readonly #path: string;
  readonly #parse: (stored: unknown) => Value;
  readonly #empty: () => Value;

  /** `parse` throws on what it cannot read; the file is then set aside under another name and `empty()` is used. */
  constructor(path: string, parse: (stored: unknown) => Value, empty: () => Value) {
    this.#path = path;
    this.#parse = parse;
    this.#empty = empty;
  }

  read(): Value {
    let text: string;
    try {
      text = readFileSync(this.#path, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return this.#empty();
      throw error;
    }
    try {
      return this.#parse(JSON.parse(text));
    } catch {
      // Kept beside, because it may hold something that a person can still save.
      renameSync(this.#path, `${this.#path}.unreadable-${Date.now()}`);
      return this.#empty();
    }
  }

  /**
   * Reads the file anew, changes it and writes it back, so that a second running Lectern loses nothing. It is
   * synchronous on purpose: the file is a few kilobytes, and no two changes can then overtake each other.
   */
  update(change: (stored: Value) => Value): Value {
    const value = change(this.read());
    writeWhole(this.#path, `${JSON.stringify(value, null, 1)}\n`);
    return value;
  }
}
