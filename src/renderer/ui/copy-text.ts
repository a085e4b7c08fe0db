/** Text for other programs: a cell never breaks its row or its column. */

/** Rows as tab-separated text. */
export function asTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.map((cell) => cell.replace(/[\t\r\n]+/g, ' ')).join('\t')).join('\n');
}
