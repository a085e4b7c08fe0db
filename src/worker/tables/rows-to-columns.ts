/**
 * Columns over the rows that the engine lists. Nothing is copied when a table is opened: a page asks for the numbers of its
 * rows, and only what sorts, filters or draws a whole column reads all of it.
 */
import type { Stepwise } from '../../corpus/frequency/stepwise.ts';
import { identityOrder } from '../../corpus/query/radix.ts';
import type { Column, ReadNumbers, TextColumn } from './held-table.ts';

/** Rows made between two steps: a row with twenty scores takes some microseconds. */
const rowsAStep = 512;
/** Numbers between two steps: a score takes less than a microsecond. */
const numbersAStep = 1 << 14;

export interface RowSource<Row> {
  readonly total: number;
  at(rows: Uint32Array): Stepwise<readonly Row[]>;
}

/** What a column shows of a row. `every`: all numbers of the column, where that is quicker than by rows. */
export type ColumnOf<Row> =
  | {
      readonly holds: ReadNumbers['holds'];
      readonly read: (row: Row) => number | null;
      readonly every?: () => Stepwise<ArrayLike<number>>;
    }
  | TextColumn;

export function columnsOfRows<Row>(
  source: RowSource<Row>,
  columns: Readonly<Record<string, ColumnOf<Row>>>,
): ReadonlyMap<string, Column> {
  // The columns of a page are read one after the other: the rows that they are of are made once.
  const made = new WeakMap<Uint32Array, readonly Row[]>();
  function* rowsOf(rows: Uint32Array): Stepwise<readonly Row[]> {
    const known = made.get(rows);
    if (known) return known;
    const read = yield* source.at(rows);
    made.set(rows, read);
    return read;
  }
  const numbers = (
    holds: ReadNumbers['holds'],
    read: (row: Row) => number | null,
    every: (() => Stepwise<ArrayLike<number>>) | undefined,
  ): ReadNumbers => ({
    holds,
    *of(rows) {
      return Float64Array.from(yield* rowsOf(rows), (row) => read(row) ?? NaN);
    },
    all: every ?? (() => allOf(source, read)),
  });
  return new Map(
    Object.entries(columns).map(([name, column]) => [
      name,
      'read' in column ? numbers(column.holds, column.read, column.every) : column,
    ]),
  );
}

function* allOf<Row>(source: RowSource<Row>, read: (row: Row) => number | null): Stepwise<Float64Array> {
  const { total } = source;
  const rows = identityOrder(total);
  const values = new Float64Array(total);
  for (let from = 0; from < total; from += rowsAStep) {
    const some = yield* source.at(rows.subarray(from, from + rowsAStep));
    for (const [place, row] of some.entries()) values[from + place] = read(row) ?? NaN;
    yield { done: from, total };
  }
  return values;
}

/** One number for each row of a list, some at a time, without making the rows. */
export function* eachRow(
  list: { readonly total: number; settled(): Stepwise<void> },
  number: (row: number) => number | null,
): Stepwise<Float64Array> {
  const { total } = list;
  yield* list.settled();
  const values = new Float64Array(total);
  for (let row = 0; row < total; row++) {
    if (row > 0 && row % numbersAStep === 0) yield { done: row, total };
    values[row] = number(row) ?? NaN;
  }
  return values;
}
