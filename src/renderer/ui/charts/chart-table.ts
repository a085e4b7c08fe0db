/** The numbers of a chart as a table: for the eye, for a screen reader, for the clipboard. */
import { asTsv } from '../copy-text.ts';

export type ChartCell = string | number | null;

export interface ChartColumn {
  readonly name: string;
  readonly kind: 'text' | 'number';
}

export interface ChartTable {
  readonly columns: readonly ChartColumn[];
  /** A cell for each column. `null`: nothing was measured. */
  readonly rows: readonly (readonly ChartCell[])[];
}

/** Marks, embeddings and isolates: they steer display only, and would travel unseen into whatever the text is pasted in. */
const bidiControls = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;
/** What a spreadsheet would run as a formula gets an apostrophe, as in the exports of the command line. */
const formula = /^[=+\-@\t\r]/u;

/** Heads and rows in logical order, numbers in full with a decimal point. */
export function tableAsTsv({ columns, rows }: ChartTable): string {
  const heads = columns.map(({ name }) => plainText(name));
  return asTsv([heads, ...rows.map((cells) => cells.map(cellText))]);
}

function cellText(cell: ChartCell): string {
  if (cell === null) return '';
  return typeof cell === 'number' ? String(cell) : plainText(cell);
}

function plainText(text: string): string {
  const plain = text.replace(bidiControls, '');
  return formula.test(plain) ? `'${plain}` : plain;
}
