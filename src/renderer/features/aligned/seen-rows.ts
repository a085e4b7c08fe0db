/** Which rows are in sight, told to whom it concerns: a scroll draws the mark on the map anew, and nothing else of the page. */

export interface Seen {
  readonly first: number;
  readonly last: number;
}

export class SeenRows {
  #seen: Seen = { first: 0, last: 0 };
  readonly #listeners = new Set<() => void>();

  readonly now = (): Seen => this.#seen;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  readonly say = (first: number, last: number): void => {
    if (this.#seen.first === first && this.#seen.last === last) return;
    this.#seen = { first, last };
    for (const listener of this.#listeners) listener();
  };
}
