/** A table as the worker holds it: its columns, and what a row leads to. */
import { randomBytes } from 'node:crypto';
import { ExpectedFailure } from '../../shared/failure.ts';
import type { TableId } from '../../shared/model.ts';
import type {
  Arithmetic,
  Cell,
  LinesBehind,
  Resampling,
  Stripe,
  TableColumn,
  TableRequest,
} from '../../shared/tables.ts';
import type { Stepwise } from '../../corpus/frequency/stepwise.ts';
import type { Call } from '../handler.ts';
import type { View } from './view.ts';

/**
 * NaN where the number is not defined for the row, and comes last in every order; infinite where it would be, shown as
 * not defined, too, but in its place. Length: rows of the table.
 */
export interface HeldNumbers {
  readonly holds: 'count' | 'number';
  readonly values: ArrayLike<number>;
}

/** Of a long table: read for the rows of a page, and as a whole only by what sorts or filters by it. NaN as above. */
export interface ReadNumbers {
  readonly holds: 'count' | 'number';
  /** In the order of `rows`. */
  of(rows: Uint32Array): Stepwise<ArrayLike<number>>;
  /** Made anew at every call. */
  all(): Stepwise<ArrayLike<number>>;
}

export type NumberColumn = HeldNumbers | ReadNumbers;

export interface TextColumn {
  readonly holds: 'text' | 'path' | 'label';
  text(row: number): string;
  /** What has to be done before texts of all rows are asked for one after the other. */
  settled?(): Stepwise<void>;
  /** Ranks in the order of a dictionary, made anew at every call. Without it texts are compared one by one. */
  ranks?(): Stepwise<ArrayLike<number>>;
}

export type Column = NumberColumn | TextColumn;

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** What the maker of a kind of table gives. Rows are numbered in the order in which the table is first shown. */
export interface MadeTable {
  /** In the order in which they are shown. */
  readonly columns: ReadonlyMap<string, Column>;
  readonly total: number;
  /** The column that falls with the numbers of the rows: to sort by it is to leave the table as it is. */
  readonly falling?: string;
  /** The column that shows them falling where nobody chose an order, and rows are numbered by another. */
  readonly shownBy?: string;
  readonly whole: Readonly<Record<string, number | null>>;
  readonly remarks: readonly string[];
  lines(row: number): LinesBehind;
  arithmetic?(row: number, measure: string): Arithmetic;
  offsets?(row: number): readonly { readonly offset: number; readonly count: number }[];
  /** With at most so many places. */
  stripe?(row: number, most: number): Stripe;
  /** NaN where there is none. */
  intervals?(rows: readonly number[], resampling: Resampling, call: Call): Promise<readonly Interval[]>;
}

export interface HeldTable extends MadeTable {
  readonly id: TableId;
  readonly request: TableRequest;
  readonly ms: number;
  /** The view that was read last, since pages of one view follow each other. */
  lastView?: { readonly key: string; readonly view: Promise<View> } | undefined;
}

/** Enough for every tab and a way back. */
const mostTables = 40;

export class TableSets {
  // A Map keeps the order of insertion, and what is used is inserted anew: the first is the least recently used.
  readonly #held = new Map<TableId, HeldTable>();
  /** Ids of a worker that died must not name tables of the next one. */
  readonly #worker = randomBytes(6).toString('base64url');
  #next = 1;

  add(table: MadeTable, request: TableRequest, ms: number): HeldTable {
    const id = `t-${this.#worker}-${this.#next++}` as TableId;
    const held = { ...table, id, request, ms };
    this.#held.set(id, held);
    for (const [oldest] of this.#held) {
      if (this.#held.size <= mostTables) break;
      this.#held.delete(oldest);
    }
    return held;
  }

  /** @throws ExpectedFailure `no-such-result` */
  get(id: TableId): HeldTable {
    const table = this.#held.get(id);
    if (!table) throw new ExpectedFailure('no-such-result', 'This table is not held any more: count it again');
    this.#held.delete(id);
    this.#held.set(id, table);
    return table;
  }

  /** @throws ExpectedFailure `no-such-result` */
  close(id: TableId): void {
    this.#held.delete(this.get(id).id);
  }
}

export function columnsOf({ columns }: HeldTable): TableColumn[] {
  return [...columns].map(([name, { holds }]) => ({ name, holds }));
}

/** @throws ExpectedFailure `bad-request` when the table has no such column */
export function columnNamed({ columns, request }: HeldTable, name: string): Column {
  const column = columns.get(name);
  if (!column) {
    const known = [...columns.keys()].join(', ');
    throw new ExpectedFailure('bad-request', `The table of ${request.kind} has no column “${name}”. It has ${known}.`);
  }
  return column;
}

export function isNumbers(column: Column): column is NumberColumn {
  return column.holds === 'count' || column.holds === 'number';
}

/** The numbers of some rows, in their order. */
export function* numbersOf(column: NumberColumn, rows: Uint32Array): Stepwise<ArrayLike<number>> {
  if (!('values' in column)) return yield* column.of(rows);
  return Float64Array.from(rows, (row) => column.values[row]!);
}

export function* allNumbers(column: NumberColumn): Stepwise<ArrayLike<number>> {
  return 'values' in column ? column.values : yield* column.all();
}

/** Row by row, in the order of `rows`: one cell for each column. */
export function* cellsOf({ columns }: HeldTable, rows: Uint32Array): Stepwise<Cell[][]> {
  const lines = Array.from(rows, (): Cell[] => []);
  for (const column of columns.values()) {
    const numbers = isNumbers(column) ? yield* numbersOf(column, rows) : null;
    for (const [at, row] of rows.entries()) {
      if (!isNumbers(column)) lines[at]!.push(column.text(row));
      else lines[at]!.push(Number.isFinite(numbers![at]) ? numbers![at]! : null);
    }
  }
  return lines;
}

/** @throws ExpectedFailure `bad-request` when the table has no such row */
export function checkRow({ total }: HeldTable, row: number): void {
  if (row < total) return;
  throw new ExpectedFailure('bad-request', `There is no row ${row}: this table has ${total}, counted from 0.`);
}
