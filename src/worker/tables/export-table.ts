/** A table as a file, for the window to save. */
import { renderFile } from '../../export/file.ts';
import type { Layout } from '../../export/layout.ts';
import type { TableFormat } from '../../shared/tables.ts';
import type { Cell, TableKind } from '../../shared/tables.ts';
import type { HeldTable } from './held-table.ts';

const mediaTypes: Readonly<Record<TableFormat, string>> = {
  csv: 'text/csv;charset=utf-8',
  tsv: 'text/tab-separated-values;charset=utf-8',
  json: 'application/json',
  html: 'text/html;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

const titles: Readonly<Record<TableKind, string>> = {
  words: 'Words',
  ngrams: 'N-grams',
  collocates: 'Collocates',
  keywords: 'Keywords',
  dispersion: 'Dispersion',
  trend: 'Trend',
  profile: 'Profile',
};

export interface ExportOptions {
  readonly format: TableFormat;
  readonly raw: boolean;
  /** Of the folder. */
  readonly name: string;
  readonly rowCount: number;
  /** The cells of rows `from <= place < until` of the file, one for each column. */
  readonly rowsOf: (from: number, until: number) => Promise<readonly (readonly Cell[])[]>;
}

/** Rows read between two looks at the clock. */
const rowsAPage = 2_000;

/** @throws ExpectedFailure when the format has no room for the table */
export async function exportTable(
  table: HeldTable,
  { format, raw, name, rowCount, rowsOf }: ExportOptions,
): Promise<{ name: string; mediaType: string; base64: string }> {
  const { kind } = table.request;
  const columns = [...table.columns.keys()];
  const layout: Layout<readonly Cell[]> = {
    title: `${titles[kind]} · ${name}`,
    // Null is an empty cell: a spreadsheet would add a zero to its sums.
    columns: columns.map((column, at) => ({ name: column, cell: (cells) => cells[at] ?? '' })),
    json: (cells) => Object.fromEntries(columns.map((column, at): [string, Cell] => [column, cells[at]!])),
    rowsField: 'rows',
  };
  const rows = async function* () {
    for (let from = 0; from < rowCount; from += rowsAPage)
      yield await rowsOf(from, Math.min(rowCount, from + rowsAPage));
  };
  const head = { kind, request: table.request, whole: table.whole, remarks: table.remarks };
  const answer = { layout, head, rows: rows(), rowCount, summary: summaryOf(table, rowCount) };
  const chunks: Buffer[] = [];
  for await (const chunk of await renderFile(answer, { format, raw })) chunks.push(Buffer.from(chunk));
  return {
    name: `${kind}-${name.replace(/[^\p{L}\p{N}._-]+/gu, '-')}.${format}`,
    mediaType: mediaTypes[format],
    base64: Buffer.concat(chunks).toString('base64'),
  };
}

function summaryOf({ whole, total, remarks }: HeldTable, shown: number): string {
  const facts = Object.entries(whole).map(([name, value]) => `${name} ${value ?? '–'}`);
  return [`${shown} of ${total} rows`, ...facts, ...remarks].join(' · ');
}
