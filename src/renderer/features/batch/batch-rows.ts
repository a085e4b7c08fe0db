/** Many queries as typed, and their counts as a table. */
import type { BatchRow } from '../../../shared/answers.ts';

/** One query a line; empty lines are passed over, and a line that stands twice is asked once. */
export function queriesIn(text: string): string[] {
  const lines = text.split(/\r\n|\r|\n/u).map((line) => line.trim());
  return [...new Set(lines.filter((line) => line !== ''))];
}

export const batchColumns = ['query', 'lines', 'perMillion', 'documents'] as const;
export type BatchColumn = (typeof batchColumns)[number];

export interface BatchOrder {
  /** Null: as they were typed. */
  readonly by: BatchColumn | null;
  readonly descending: boolean;
}

export const asTyped: BatchOrder = { by: null, descending: false };

/** What a click on the head of a column does: numbers the largest first, words from their beginning; then round; then back. */
export function nextOrder({ by, descending }: BatchOrder, clicked: BatchColumn): BatchOrder {
  const first = clicked !== 'query';
  if (by !== clicked) return { by: clicked, descending: first };
  return descending === first ? { by: clicked, descending: !first } : asTyped;
}

const compare: Readonly<Record<BatchColumn, (a: BatchRow, b: BatchRow) => number>> = {
  query: (a, b) => a.query.text.localeCompare(b.query.text, undefined, { sensitivity: 'base', numeric: true }),
  lines: (a, b) => a.total - b.total,
  perMillion: (a, b) => a.perMillion - b.perMillion,
  documents: (a, b) => a.documents - b.documents,
};

/** Rows that could not be counted stand last; equal ones as they were typed. */
export function sortedRows(rows: readonly BatchRow[], { by, descending }: BatchOrder): readonly BatchRow[] {
  if (by === null) return rows;
  const turn = descending ? -1 : 1;
  return [...rows].sort((a, b) => Number(!!a.error) - Number(!!b.error) || turn * compare[by](a, b));
}

/** Cells of the table, for files and the clipboard; the same columns as `lectern batch` prints. */
export function batchTable(rows: readonly BatchRow[]): string[][] {
  return [
    ['query', 'total', 'perMillion', 'documents', 'error'],
    ...rows.map(({ query, total, perMillion, documents, error }) => [
      query.text,
      String(total),
      String(Number(perMillion.toFixed(2))),
      String(documents),
      error?.message ?? '',
    ]),
  ];
}

/** As spreadsheets read it: a cell that one would run as a formula gets an apostrophe in front. */
export function asCsv(table: readonly (readonly string[])[]): string {
  const cell = (text: string) => {
    const harmless = /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
    return /[",\r\n]/u.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
  };
  return table.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}
