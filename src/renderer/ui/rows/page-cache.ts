/**
 * Rows of one long answer, fetched by page and kept outside React and the store: the newest pages asked for come first,
 * the pages longest unseen are forgotten.
 *
 * Scrolling never floods the door. At most `parallel` pages are on their way at a time; whatever else was wanted is
 * forgotten when the view wants something else. Who subscribes owns the fetching: it ends with the last subscription.
 */

export interface PageSource<Row> {
  readonly rows: number;
  readonly pageSize: number;
  /** Asks for rows `from` (0-based) to `from + count`, exclusive. */
  fetch(from: number, count: number): Promise<readonly Row[]>;
}

/** Pages kept: some 20 000 rows of 100, a few megabytes of text. */
const keptPages = 200;
const parallel = 2;

export class PageCache<Row> {
  readonly #source: PageSource<Row>;
  readonly #kept: number;
  /** By page number, least recently used first: a Map keeps the order in which keys were set. */
  readonly #pages = new Map<number, readonly Row[]>();
  readonly #fetching = new Map<number, Promise<void>>();
  readonly #listeners = new Set<() => void>();
  #wanted: readonly number[] = [];
  #failure: Error | null = null;
  /** Rises when held rows are changed: a page that was asked for before is asked for again. */
  #edition = 0;
  #version = 0;

  /** `first`: the first page, when it is here already. Fewer rows than that are not used. */
  constructor(source: PageSource<Row>, kept = keptPages, first: readonly Row[] = []) {
    this.#source = source;
    this.#kept = kept;
    if (first.length > 0 && first.length === Math.min(source.pageSize, source.rows)) this.#pages.set(0, first);
  }

  /** Grows with every change; a snapshot for `useSyncExternalStore`. */
  readonly version = (): number => this.#version;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#wanted = [];
    };
  };

  /** What the last fetch failed with, null when it did not. Nothing more is asked for until `retry`. */
  get failure(): Error | null {
    return this.#failure;
  }

  /** Pages held now, for tests. */
  get held(): number {
    return this.#pages.size;
  }

  /** A row that is here; undefined while it is not. */
  row(row: number): Row | undefined {
    const page = Math.floor(row / this.#source.pageSize);
    return this.#pages.get(page)?.[row - page * this.#source.pageSize];
  }

  /** The view now shows rows `from` to `end`, exclusive: their pages are fetched, earlier wishes are forgotten. */
  want(from: number, end: number): void {
    const wanted: number[] = [];
    const { pageSize, rows } = this.#source;
    const last = Math.min(end, rows) - 1;
    for (let page = Math.floor(Math.max(0, from) / pageSize); page * pageSize <= last; page++) {
      const held = this.#pages.get(page);
      if (held) {
        // Seen again: set anew, so that it is the last to be forgotten.
        this.#pages.delete(page);
        this.#pages.set(page, held);
      } else if (!this.#fetching.has(page)) wanted.push(page);
    }
    this.#wanted = wanted;
    this.#startFetching();
  }

  /**
   * All rows from `from` to `end`, exclusive, fetching what is missing page by page.
   * @throws whatever a fetch failed with.
   */
  async gather(from: number, end: number): Promise<Row[]> {
    const { pageSize, rows } = this.#source;
    const gathered: Row[] = [];
    for (let row = from; row < Math.min(end, rows);) {
      const page = Math.floor(row / pageSize);
      const until = Math.min(end, (page + 1) * pageSize, rows);
      const lines = this.#pages.get(page) ?? (await this.#source.fetch(page * pageSize, this.#countOf(page)));
      gathered.push(...lines.slice(row - page * pageSize, until - page * pageSize));
      row = until;
    }
    return gathered;
  }

  /** Rows `from` to `end`, exclusive, are other ones now: those that are here are changed in their place. */
  change(from: number, end: number, changed: (row: Row) => Row): void {
    const { pageSize } = this.#source;
    for (const [page, rows] of this.#pages) {
      const first = page * pageSize;
      if (first >= end || first + rows.length <= from) continue;
      const isMeant = (at: number): boolean => first + at >= from && first + at < end;
      this.#pages.set(
        page,
        rows.map((row, at) => (isMeant(at) ? changed(row) : row)),
      );
    }
    this.#edition++;
    this.#changed();
  }

  /** Tries again after a failure. */
  retry(): void {
    this.#failure = null;
    this.#changed();
    this.#startFetching();
  }

  #countOf(page: number): number {
    return Math.min(this.#source.pageSize, this.#source.rows - page * this.#source.pageSize);
  }

  #startFetching(): void {
    while (this.#failure === null && this.#fetching.size < parallel) {
      const [page, ...rest] = this.#wanted;
      if (page === undefined) return;
      this.#wanted = rest;
      this.#fetching.set(page, this.#fetchPage(page));
    }
  }

  async #fetchPage(page: number): Promise<void> {
    const edition = this.#edition;
    try {
      const rows = await this.#source.fetch(page * this.#source.pageSize, this.#countOf(page));
      if (edition === this.#edition) this.#pages.set(page, rows);
      else this.#wanted = [page, ...this.#wanted];
      this.#forgetOldest();
    } catch (failure) {
      this.#failure = failure instanceof Error ? failure : new Error(String(failure));
      this.#wanted = [page, ...this.#wanted];
    } finally {
      this.#fetching.delete(page);
    }
    this.#changed();
    this.#startFetching();
  }

  #forgetOldest(): void {
    for (const page of this.#pages.keys()) {
      if (this.#pages.size <= this.#kept) return;
      this.#pages.delete(page);
    }
  }

  #changed(): void {
    this.#version++;
    for (const listener of this.#listeners) listener();
  }
}
