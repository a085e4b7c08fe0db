/** A workbook: the rows, and what they are of on a second sheet. Cells are typed, so text that looks like a formula stays text. */
import writeExcelFile, { type SheetData } from 'write-excel-file/node';
import { ExpectedFailure } from '../shared/failure.ts';
import type { Answer, Cell, Column } from './layout.ts';
import { writableInXml } from './xml-text.ts';

/** Rows of a sheet and UTF-16 characters of a cell that the file format allows. */
const mostRows = 1_048_576;
const longestCell = 32_767;

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
  return writableInXml(value);
}

export async function* renderSpreadsheet<Row>({
  layout,
  rows,
  rowCount,
  about,
}: Answer<Row>): AsyncGenerator<Uint8Array> {
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
  const lines = { data: table, stickyRowsCount: 1, columns: columns.map(sheetColumn) };
  if (!about) yield await writeExcelFile(table, lines).toBuffer();
  else {
    const facts: SheetData = about.map(([name, value]) => [
      { value: name, type: String, fontWeight: 'bold' as const },
      writableInXml(value).slice(0, longestCell),
    ]);
    const second = { sheet: 'About', data: facts, columns: [{ width: 18 }, { width: 100 }] };
    yield await writeExcelFile([{ ...lines, sheet: 'Lines' }, second]).toBuffer();
  }
}

function sheetColumn<Row>({ part, name }: Column<Row>): { width: number } {
  if (part === 'match') return { width: 18 };
  return { width: part !== undefined || name === 'text' ? 60 : 14 };
}
