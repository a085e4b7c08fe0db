/**
 * Thrown when something is asked for as a whole that lies in the snapshot and takes long to read. Whoever began the
 * request waits for `read`, during which other requests are answered, and asks again: the engine stays free of waiting.
 */
export class NotYetRead extends Error {
  /** Rejects with `DamagedSnapshot`. */
  readonly read: () => Promise<void>;

  constructor(what: string, read: () => Promise<void>) {
    super(`${what} is not yet in memory.`);
    this.name = 'NotYetRead';
    this.read = read;
  }
}
