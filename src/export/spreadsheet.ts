/** A workbook of one sheet. Cells are typed, so text that looks like a formula stays text. */
import writeExcelFile, { type SheetData } from 'write-excel-file/node';
import { ExpectedFailure } from '../shared/failure.ts';
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

function sheetCell<Row>(column: Column<Row>, row: Row, number: number): Cell {
  const value = column.cell(row);
  if (typeof value === 'number') return value;
  if (value.length > longestCell) {
    throw new ExpectedFailure(
      'bad-request',
      `A spreadsheet cell holds ${longestCell} characters and this one has ${value.length}: take --format csv or a smaller context`,
      { where: `${column.name} of row ${number}` },
    );
  }
  return writable(value);
}

export async function* renderSpreadsheet<Row>({ layout, rows, rowCount }: Answer<Row>): AsyncGenerator<Uint8Array> {
  const { columns } = layout;
  if (rowCount >= mostRows) {
    const most = `A spreadsheet holds ${mostRows - 1} lines and these are ${rowCount}: take --limit, or --format csv`;
    throw new ExpectedFailure('bad-request', most, { where: '--format xlsx' });
  }
  const heading = columns.map(({ name }) => ({ value: name, type: String, fontWeight: 'bold' as const }));
  const table: SheetData = [heading];
  for await (const page of rows) {
    for (const row of page) table.push(columns.map((column) => sheetCell(column, row, table.length)));
  }
  yield await writeExcelFile(table, { stickyRowsCount: 1, columns: columns.map(sheetColumn) }).toBuffer();
}

function sheetColumn<Row>({ part, name }: Column<Row>): { width: number } {
  if (part === 'match') return { width: 18 };
  return { width: part !== undefined || name === 'text' ? 60 : 14 };
}
