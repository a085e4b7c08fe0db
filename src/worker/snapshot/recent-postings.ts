/** The postings read last, as long as they are no more than so many bytes: one query asks for the same word several times. */

/** Six million hits and then some. */
const mostBytes = 32 * 2 ** 20;

export class RecentPostings {
  // A Map keeps the order of insertion, and what is used is inserted anew: the first is the least recently used.
  readonly #kept = new Map<number, Uint32Array>();
  readonly #mostBytes: number;
  #bytes = 0;

  constructor(bytes = mostBytes) {
    this.#mostBytes = bytes;
  }

  find(cls: number): Uint32Array | undefined {
    const tokens = this.#kept.get(cls);
    if (!tokens) return undefined;
    this.#kept.delete(cls);
    this.#kept.set(cls, tokens);
    return tokens;
  }

  keep(cls: number, tokens: Uint32Array): void {
    this.#kept.set(cls, tokens);
    this.#bytes += tokens.byteLength;
    for (const [oldest, { byteLength }] of this.#kept) {
      if (this.#bytes <= this.#mostBytes) return;
      this.#kept.delete(oldest);
      this.#bytes -= byteLength;
    }
  }
}
