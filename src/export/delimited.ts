/**
 * CSV as spreadsheets write it (quotes where needed) and TSV as line tools read it (no quotes: a tab or line end inside
 * a cell becomes a space). Text that a spreadsheet would run as a formula gets an apostrophe in front, unless `raw`.
 */
import { stringify } from 'csv-stringify/sync';
import type { Answer, Cell } from './layout.ts';

interface DelimitedOptions {
  readonly delimiter: ',' | '\t';
  readonly raw: boolean;
}

function tabless(cell: Cell): Cell {
  return typeof cell === 'string' ? cell.replace(/[\t\n\r]+/gu, ' ') : cell;
}

export async function* renderDelimited<Row>(
  { layout, rows }: Answer<Row>,
  { delimiter, raw }: DelimitedOptions,
): AsyncGenerator<string> {
  const quoted = delimiter === ',';
  const write = (table: readonly (readonly Cell[])[]): string =>
    stringify(table as Cell[][], { delimiter, quote: quoted ? '"' : false, escape_formulas: !raw });
  yield write([layout.columns.map(({ name }) => name)]);
  for await (const page of rows) {
    yield write(
      page.map((row) =>
        layout.columns.map((column) => {
          const cell = column.cell(row);
          return quoted ? cell : tabless(cell);
        }),
      ),
    );
  }
}
