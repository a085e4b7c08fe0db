/**
 * A word processor's document: what the rows are of, then the rows as tables without rules. A run of lines of one direction
 * is one table that runs in it, so that words before an Arabic match stand to its right while the file keeps reading order.
 */
import {
  AlignmentType,
  BorderStyle,
  Document,
  HeadingLevel,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { ExpectedFailure } from '../shared/failure.ts';
import type { Direction } from '../shared/model.ts';
import type { Answer, Column, Layout } from './layout.ts';
import { writableInXml } from './xml-text.ts';

/** The name in quotes: the linter takes it for a method of strings that nobody should call. */
const strong = { bold: true } as const;

/** Rows that word processors still open: a document is held in memory whole, here and there. */
const mostRows = 20_000;
/** Twips: an A4 page on its side, less its margins. */
const tableWidth = 14_400;
const noBorder = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const noBorders = {
  top: noBorder,
  bottom: noBorder,
  left: noBorder,
  right: noBorder,
  insideHorizontal: noBorder,
  insideVertical: noBorder,
} as const;

export async function* renderDocument<Row>(answer: Answer<Row>): AsyncGenerator<Uint8Array> {
  const { layout, rows, rowCount, summary, about = [] } = answer;
  if (rowCount > mostRows) {
    const most = `A document holds ${mostRows} lines and these are ${rowCount}: take fewer lines, or another format`;
    throw new ExpectedFailure('bad-request', most, { where: 'docx' });
  }
  const children: (Paragraph | Table)[] = [
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: [run(layout.title, isRightToLeft(layout.title))] }),
    ...about.map(([name, value]) => fact(name, value)),
    new Paragraph({ children: [run(summary, false)], spacing: { after: 200 } }),
  ];
  let open: { direction: Direction; rows: TableRow[] } | undefined;
  const columns = layout.columns.filter(({ detail }) => detail !== true);
  const widths = widthsOf(columns);
  const close = () => {
    if (open) children.push(tableOf(open.rows, widths, open.direction));
    open = undefined;
  };
  for await (const page of rows)
    for (const row of page) {
      const direction = layout.direction?.(row) ?? 'ltr';
      if (open?.direction !== direction) close();
      open ??= { direction, rows: [] };
      open.rows.push(rowOf(layout, columns, widths, row, direction));
    }
  close();
  const page = {
    size: { orientation: PageOrientation.LANDSCAPE },
    margin: { top: 800, bottom: 800, left: 1100, right: 1100 },
  };
  const document = new Document({
    creator: 'Lectern',
    title: writableInXml(layout.title),
    styles: { default: { document: { run: { size: 19 } } } },
    sections: [{ properties: { page }, children }],
  });
  yield new Uint8Array(await Packer.toBuffer(document));
}

function isRightToLeft(text: string): boolean {
  const first = /[\p{L}]/u.exec(text)?.[0];
  return first !== undefined && /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/u.test(first);
}

function run(text: string, rightToLeft: boolean, isStrong = false): TextRun {
  return new TextRun({ text: writableInXml(text), rightToLeft, ...(isStrong ? strong : {}) });
}

function fact(name: string, value: string): Paragraph {
  return new Paragraph({ children: [run(`${name}: `, false, true), run(value, isRightToLeft(value))] });
}

/** The parts of a line take what the others leave. */
function widthsOf<Row>(columns: readonly Column<Row>[]): number[] {
  const wanted = columns.map(({ part, name }): number => {
    if (part === 'match') return 2_200;
    if (part !== undefined) return 0;
    return name === 'n' ? 700 : 1_700;
  });
  const left = tableWidth - wanted.reduce((sum, width) => sum + width, 0);
  const wide = wanted.filter((width) => width === 0).length;
  return wanted.map((width) => (width === 0 ? Math.max(1_500, Math.floor(left / wide)) : width));
}

function rowOf<Row>(
  layout: Layout<Row>,
  columns: readonly Column<Row>[],
  widths: readonly number[],
  row: Row,
  direction: Direction,
): TableRow {
  const cells = columns.map((column, at) => {
    const text = String(column.cell(row));
    const turned = column.part === undefined ? isRightToLeft(text) : direction === 'rtl';
    const paragraph = new Paragraph({
      bidirectional: turned,
      alignment: alignments[column.part ?? 'other'],
      children: [run(text, turned, column.part === 'match')],
    });
    return new TableCell({ width: { size: widths[at]!, type: WidthType.DXA }, children: [paragraph] });
  });
  return new TableRow({ cantSplit: true, children: cells });
}

const alignments = {
  before: AlignmentType.END,
  match: AlignmentType.CENTER,
  after: AlignmentType.START,
  other: AlignmentType.START,
} as const;

function tableOf(rows: TableRow[], widths: readonly number[], direction: Direction): Table {
  return new Table({
    rows,
    columnWidths: [...widths],
    width: { size: tableWidth, type: WidthType.DXA },
    borders: noBorders,
    ...(direction === 'rtl' ? { visuallyRightToLeft: true } : {}),
  });
}
