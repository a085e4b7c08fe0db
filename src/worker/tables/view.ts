/** Which rows of a table are shown, in what order. */
import { rowsInSteps } from '../../corpus/frequency/rows.ts';
import type { Stepwise } from '../../corpus/frequency/stepwise.ts';
import { inSteps } from '../../corpus/frequency/stepwise.ts';
import { identityOrder, largestInSteps, orderedInSteps } from '../../corpus/query/radix.ts';
import { fold } from '../../corpus/text/fold.ts';
import type { TableView } from '../../shared/tables.ts';
import type { Column, HeldTable, TextColumn } from './held-table.ts';
import { allNumbers, columnNamed, isNumbers } from './held-table.ts';
import { ranksOfTexts, textsAStep } from './text-order.ts';

/** Rows of a table in the order in which they are shown. */
export class View {
  readonly total: number;
  /** Null: all rows as they are numbered. */
  private readonly order: Uint32Array | null;

  constructor(total: number, order: Uint32Array | null) {
    this.total = order ? order.length : total;
    this.order = order;
  }

  rows(from: number, count: number): Uint32Array {
    if (this.order) return this.order.slice(from, from + count);
    return identityOrder(Math.max(0, Math.min(this.total, from + count) - from)).map((at) => from + at);
  }

  /** −1 for a row that is left out. */
  place(row: number): number {
    if (this.order) return this.order.indexOf(row);
    return row < this.total ? row : -1;
  }
}

/** Rows between two steps of what is done with every one. */
const rowsAStep = 1 << 16;

/** @throws ExpectedFailure `bad-request` for a column that the table has not */
export function* viewOf(table: HeldTable, { sort, filter }: TableView): Stepwise<View> {
  const kept = filter && (yield* passing(table, filter));
  const column = sort && columnNamed(table, sort.column);
  if (!column || (sort.descending && sort.column === table.falling)) return new View(table.total, kept ?? null);
  const order = yield* sortedRows(column, table.total, sort.descending);
  return new View(table.total, kept ? yield* amongst(order, kept) : order);
}

/** Those of `order` that are in `rows`. */
function* amongst(order: Uint32Array, rows: Uint32Array): Stepwise<Uint32Array> {
  const kept = new Uint8Array(order.length);
  yield* inSteps(rows.length, (from, to) => {
    for (let at = from; at < to; at++) kept[rows[at]!] = 1;
  });
  return yield* thoseOf(order, (row) => kept[row] === 1);
}

/** Equal rows stay in the order of the table; what is not defined comes last either way. */
function* sortedRows(column: Column, total: number, descending: boolean): Stepwise<Uint32Array> {
  if (isNumbers(column)) return yield* sortedByNumber(yield* allNumbers(column), total, descending);
  const ranks = yield* column.ranks?.() ?? ranksOfTexts(column, total);
  if (!(ranks instanceof Uint32Array)) return yield* sortedByNumber(ranks, total, descending);
  const largest = yield* largestInSteps(ranks);
  if (descending) {
    yield* inSteps(total, (from, to) => {
      for (let row = from; row < to; row++) ranks[row] = largest - ranks[row]!;
    });
  }
  return yield* orderedInSteps(ranks, largest, identityOrder(total));
}

/**
 * Doubles in two passes of a radix sort: their bits, with the sign turned round, ascend as unsigned numbers do.
 * Half a million rows take some 20 ms; a comparator takes ten times that.
 */
function* sortedByNumber(values: ArrayLike<number>, total: number, descending: boolean): Stepwise<Uint32Array> {
  const high = new Uint32Array(total);
  const low = new Uint32Array(total);
  const bits = new DataView(new ArrayBuffer(8));
  let largestHigh = 0;
  let largestLow = 0;
  for (let row = 0; row < total; row++) {
    if (row > 0 && row % rowsAStep === 0) yield { done: row, total };
    const value = values[row]!;
    // −0 is 0, and the undefined stand behind every number, whichever way they are sorted.
    const shown = Number.isNaN(value) ? Infinity : (descending ? -value : value) + 0;
    bits.setFloat64(0, shown);
    const upper = bits.getUint32(0);
    const lower = bits.getUint32(4);
    const negative = upper >>> 31 === 1;
    high[row] = negative ? ~upper : upper ^ 0x80000000;
    low[row] = negative ? ~lower : lower;
    if (Number.isNaN(value)) low[row] = 0xffffffff;
    largestHigh = Math.max(largestHigh, high[row]!);
    largestLow = Math.max(largestLow, low[row]!);
  }
  const byLow = yield* orderedInSteps(low, largestLow, identityOrder(total));
  return yield* orderedInSteps(high, largestHigh, byLow);
}

function* thoseOf(rows: Uint32Array, passes: (row: number) => boolean): Stepwise<Uint32Array> {
  const places = yield* rowsInSteps(rows.length, (at) => passes(rows[at]!));
  return places.map((at) => rows[at]!);
}

/** Rows that pass, ascending. */
function* passing(table: HeldTable, filter: NonNullable<TableView['filter']>): Stepwise<Uint32Array> {
  let rows = identityOrder(table.total);
  for (const [name, { least = -Infinity, most = Infinity }] of Object.entries(filter.between ?? {})) {
    const column = columnNamed(table, name);
    if (!isNumbers(column)) continue;
    const values = yield* allNumbers(column);
    rows = yield* thoseOf(rows, (row) => values[row]! >= least && values[row]! <= most);
  }
  if (filter.text === undefined || filter.text.trim() === '') return rows;
  for (const column of textsOf(table)) if (column.settled) yield* column.settled();
  const holds = holdsText(table, filter.text);
  let kept = 0;
  for (let at = 0; at < rows.length; at++) {
    if (at > 0 && at % textsAStep === 0) yield { done: at, total: rows.length };
    if (holds(rows[at]!)) rows[kept++] = rows[at]!;
  }
  return rows.slice(0, kept);
}

function textsOf({ columns }: HeldTable): TextColumn[] {
  return [...columns.values()].filter((column: Column): column is TextColumn => !isNumbers(column));
}

/** Whether a text of the row holds the words; with `*` or `?` in them, whether a whole text is like them. */
function holdsText(table: HeldTable, wanted: string): (row: number) => boolean {
  const texts = textsOf(table);
  const folded = fold(wanted.trim());
  if (!/[*?]/u.test(folded)) return (row) => texts.some((column) => fold(column.text(row)).includes(folded));
  const pattern = folded
    .replace(/[\\^$.+()[\]{}|/-]/gu, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  const whole = new RegExp(`^(?:${pattern})$`, 'su');
  return (row) => texts.some((column) => whole.test(fold(column.text(row))));
}
