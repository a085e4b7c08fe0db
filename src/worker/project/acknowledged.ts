/**
 * The revision that was last answered for, in a small file beside the project. SQLite cannot tell a project whose log of
 * changes was taken away from one to which nothing had happened: this can. It is written after every change and never
 * synced, so it costs nothing; what a power failure leaves in it is at most too low, and then nothing is said.
 */
import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { constants } from 'node:fs';

const digits = 16;

export class Acknowledged {
  readonly #descriptor: number;

  constructor(project: string) {
    this.#descriptor = openSync(`${project}.last`, constants.O_RDWR | constants.O_CREAT, 0o600);
  }

  /** 0 when nothing was written yet, or nothing that can be read. */
  get revision(): number {
    const bytes = Buffer.alloc(digits);
    const length = readSync(this.#descriptor, bytes, 0, digits, 0);
    const text = bytes.toString('latin1', 0, length);
    return /^\d{16}$/u.test(text) ? Number(text) : 0;
  }

  note(revision: number): void {
    writeSync(this.#descriptor, String(revision).padStart(digits, '0'), 0, 'latin1');
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}
