/**
 * Aligned text for reading. Columns are as wide as their widest cell in a page of rows; on a terminal the context of a
 * concordance line is cut at its outer ends to fit.
 *
 * Everything is in logical order. Piped, that is all: pure text. On a terminal each cell of a right-to-left row stands
 * in a directional isolate, so that a terminal which reorders text keeps the columns where they are.
 */
import stringWidth from 'string-width';
import type { Answer, Column, Layout } from '../../../export/layout.ts';

const gap = '  ';
const isolate = { open: '\u2067', close: '\u2069' };
const narrowestContext = 12;
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** What a terminal would obey instead of showing. */
function harmless(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  return text.replace(/[\u0000-\u001f\u007f-\u009f]/gu, ' ');
}

/** Cuts to `width` columns, keeping the end (`before`) or the start, with `…` where something went. */
export function cut(text: string, width: number, keep: 'start' | 'end'): string {
  if (stringWidth(text) <= width) return text;
  const parts = [...graphemes.segment(text)].map(({ segment }) => segment);
  if (keep === 'end') parts.reverse();
  const kept: string[] = [];
  let used = 1;
  for (const part of parts) {
    used += stringWidth(part);
    if (used > width) break;
    kept.push(part);
  }
  return keep === 'end' ? `…${kept.reverse().join('')}` : `${kept.join('')}…`;
}

/** Width left for each of `before` and `after` on a line of `columns`, or nothing when everything fits. */
function contextWidth<Row>(columns: readonly Column<Row>[], widths: readonly number[], terminal: number): number {
  let others = gap.length * (columns.length - 1);
  columns.forEach(({ part }, at) => {
    if (part !== 'before' && part !== 'after') others += widths[at]!;
  });
  return Math.max(narrowestContext, Math.floor((terminal - 1 - others) / 2));
}

interface Sheet<Row> {
  readonly columns: readonly Column<Row>[];
  /** Cells of every row, a heading first where there is one. */
  readonly cells: readonly string[][];
  /** Display width of each column. */
  readonly widths: readonly number[];
}

/** Cells as they are shown, and how wide each column is. A concordance needs no heading: its shape tells. */
function sheetOf<Row>(
  layout: Layout<Row>,
  rows: readonly Row[],
  headed: boolean,
  terminal: number | undefined,
): Sheet<Row> {
  const columns = layout.columns.filter(({ detail }) => detail !== true);
  const cells = rows.map((row) => columns.map((column) => harmless(String(column.cell(row)))));
  if (headed) cells.unshift(columns.map(({ name }) => name));
  const widths = columns.map((_, at) => cells.reduce((most, row) => Math.max(most, stringWidth(row[at]!)), 0));
  if (terminal === undefined) return { columns, cells, widths };
  const width = contextWidth(columns, widths, terminal);
  columns.forEach(({ part }, at) => {
    if (part !== 'before' && part !== 'after') return;
    widths[at] = Math.min(widths[at]!, width);
    for (const row of cells) row[at] = cut(row[at]!, width, part === 'before' ? 'end' : 'start');
  });
  return { columns, cells, widths };
}

function renderPage<Row>(
  layout: Layout<Row>,
  rows: readonly Row[],
  headed: boolean,
  terminal: number | undefined,
): string {
  const { columns, cells, widths } = sheetOf(layout, rows, headed, terminal);
  const [first] = rows;
  const atEnd = columns.map(
    (column) => column.part === 'before' || (first !== undefined && typeof column.cell(first) === 'number'),
  );
  return cells
    .map((texts, line) => {
      const row = headed ? rows[line - 1] : rows[line];
      const isolated = terminal !== undefined && row !== undefined && layout.direction?.(row) === 'rtl';
      const shown = texts.map((text, at) => {
        const fill = ' '.repeat(Math.max(0, widths[at]! - stringWidth(text)));
        const whole = isolated && !/^\d*$/u.test(text) ? isolate.open + text + isolate.close : text;
        return atEnd[at] ? fill + whole : whole + fill;
      });
      return `${shown.join(gap).trimEnd()}\n`;
    })
    .join('');
}

/** `terminal` is the width of the terminal in columns; without it nothing is cut and nothing is added. */
export async function* renderText<Row>(
  { layout, rows, summary }: Answer<Row>,
  terminal: number | undefined,
): AsyncGenerator<string> {
  let headed = layout.columns.every(({ part }) => part === undefined);
  for await (const page of rows) {
    if (page.length === 0) continue;
    yield renderPage(layout, page, headed, terminal);
    headed = false;
  }
  yield `${summary}\n`;
}
