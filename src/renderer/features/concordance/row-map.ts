/** Which rows of the list are lines and which are headings over groups of them, some of which are folded. */
import type { LineHeading } from '../../../shared/lines.ts';

export type ListRow =
  | { readonly kind: 'line'; /** 0-based. */ readonly place: number }
  | { readonly kind: 'heading'; readonly heading: LineHeading; readonly number: number };

export class RowMap {
  /** Rows in all. */
  readonly total: number;
  readonly #headings: readonly LineHeading[];
  readonly #folded: ReadonlySet<number>;
  /** The row of each heading. */
  readonly #rows: readonly number[];

  /** `folded` are numbers of headings. Without headings each row is a line. */
  constructor(lines: number, headings: readonly LineHeading[], folded: ReadonlySet<number>) {
    this.#headings = headings;
    this.#folded = folded;
    const rows: number[] = [];
    let next = 0;
    headings.forEach((heading, number) => {
      rows.push(next);
      next += 1 + (folded.has(number) ? 0 : heading.lines);
    });
    this.#rows = rows;
    this.total = headings.length === 0 ? lines : next;
  }

  at(row: number): ListRow {
    if (this.#headings.length === 0) return { kind: 'line', place: row };
    const number = lastAtMost(this.#rows, row);
    const heading = this.#headings[number]!;
    const within = row - this.#rows[number]!;
    return within === 0 ? { kind: 'heading', heading, number } : { kind: 'line', place: heading.from + within - 1 };
  }

  /** The row of a line, or that of its heading when it is folded. */
  rowOf(place: number): number {
    if (this.#headings.length === 0) return place;
    const number = lastAtMost(this.#headings, place, ({ from }) => from);
    const row = this.#rows[number]!;
    return this.#folded.has(number) ? row : row + 1 + place - this.#headings[number]!.from;
  }

  rowOfHeading(number: number): number {
    return this.#rows[number] ?? 0;
  }

  /** Lines among the rows `first` to `end`, exclusive: from the first of them to the one after the last. */
  linesIn(first: number, end: number): { readonly first: number; readonly end: number } {
    const places: number[] = [];
    for (let row = first; row < Math.min(end, this.total); row++) {
      const shown = this.at(row);
      if (shown.kind === 'line') places.push(shown.place);
    }
    return { first: places[0] ?? 0, end: (places.at(-1) ?? -1) + 1 };
  }
}

function lastAtMost<Entry>(entries: readonly Entry[], value: number, read?: (entry: Entry) => number): number {
  let low = 0;
  let high = entries.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    const entry = entries[middle]!;
    if ((read ? read(entry) : Number(entry)) <= value) low = middle;
    else high = middle;
  }
  return low;
}
