/** A workbook of one sheet. Cells are typed, so text that looks like a formula stays text. */
import writeExcelFile from 'write-excel-file/node';
import { ExpectedFailure } from '../../../shared/failure.ts';
import type { Answer, Cell, Column } from './layout.ts';

/** Rows of a sheet and UTF-16 characters of a cell that the file format allows. */
const mostRows = 1_048_576;
const longestCell = 32_767;

/**
 * The file is XML, which has no place for control characters and lone surrogates; the library would drop them, and the
 * sign for an unreadable character with them. Each leaves a box, so that something is seen to be missing.
 */
function writable(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffd-\uffff]/gu, '□');
}

function sheetCell<Row>(column: Column<Row>, row: Row, number: number) {
  const value: Cell = column.cell(row);
  if (typeof value === 'number') return { value, type: Number };
  if (value.length > longestCell) {
    throw new ExpectedFailure(
      'bad-request',
      `A spreadsheet cell holds ${longestCell} characters and this one has ${value.length}: take --format csv or a smaller context`,
      { where: `${column.name} of row ${number}` },
    );
  }
  return { value: writable(value), type: String };
}

export async function* renderSpreadsheet<Row>({ layout, rows }: Answer<Row>): AsyncGenerator<Uint8Array> {
  const { columns } = layout;
  const table: object[][] = [columns.map(({ name }) => ({ value: name, type: String, fontWeight: 'bold' }))];
  for await (const page of rows) {
    if (table.length + page.length > mostRows) {
      throw new ExpectedFailure(
        'bad-request',
        `A spreadsheet holds ${mostRows - 1} lines: take --limit, or --format csv`,
        { where: '--format xlsx' },
      );
    }
    for (const row of page) table.push(columns.map((column) => sheetCell(column, row, table.length)));
  }
  yield await writeExcelFile(table, { stickyRowsCount: 1, columns: columns.map(sheetColumn) }).toBuffer();
}

function sheetColumn<Row>({ part, name }: Column<Row>): { width: number } {
  if (part === 'match') return { width: 18 };
  return { width: part !== undefined || name === 'text' ? 60 : 14 };
}
