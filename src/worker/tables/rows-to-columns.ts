/** Columns out of the rows that the engine lists, a page at a time. */
import type { Stepwise } from '../../corpus/frequency/stepwise.ts';
import type { Column, NumberColumn, TextColumn } from './held-table.ts';

const rowsAPage = 4_096;

export interface RowSource<Row> {
  readonly total: number;
  page(from: number, count: number): readonly Row[];
}

/** What a column shows of a row. */
export type ColumnOf<Row> =
  | { readonly holds: NumberColumn['holds']; readonly read: (row: Row) => number | null }
  | (Pick<TextColumn, 'holds' | 'ranks'> & { readonly text: (row: number) => string });

/** Numbers are copied into one array a column; texts are asked for when they are shown. */
export function* columnsOfRows<Row>(
  source: RowSource<Row>,
  columns: Readonly<Record<string, ColumnOf<Row>>>,
  each?: (row: Row, at: number) => void,
): Stepwise<ReadonlyMap<string, Column>> {
  const made = new Map<string, Column>();
  const fills: ((row: Row, at: number) => void)[] = each ? [each] : [];
  for (const [name, column] of Object.entries(columns)) {
    if (!('read' in column)) {
      made.set(name, column);
      continue;
    }
    const values = new Float64Array(source.total);
    made.set(name, { holds: column.holds, values });
    fills.push((row, at) => {
      values[at] = column.read(row) ?? NaN;
    });
  }
  for (let from = 0; from < source.total; from += rowsAPage) {
    for (const [at, row] of source.page(from, rowsAPage).entries()) for (const fill of fills) fill(row, from + at);
    yield { done: from, total: source.total };
  }
  return made;
}

/** The rows that pass, in their order. */
export function rowsThat<Row>(source: RowSource<Row>, passes: (row: Row) => boolean): RowSource<Row> {
  const kept: number[] = [];
  for (let from = 0; from < source.total; from += rowsAPage)
    for (const [at, row] of source.page(from, rowsAPage).entries()) if (passes(row)) kept.push(from + at);
  return {
    total: kept.length,
    page: (from, count) => kept.slice(from, from + count).flatMap((row) => source.page(row, 1)),
  };
}
