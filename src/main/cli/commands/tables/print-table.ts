/** A table of numbers from the worker, printed in any format: rows as objects whose fields are the columns. */
import type { Layout } from '../../../../export/layout.ts';
import type { Cell, Resampling, TableColumn, TableRow, TableSummary, TableView } from '../../../../shared/tables.ts';
import { counted } from '../../counted.ts';
import type { AnswerOptions } from '../../options.ts';
import type { Destination } from '../../output/destination.ts';
import { writeAnswer } from '../../output/render.ts';
import { job, pages, type Session } from '../../session.ts';
import type { Tools } from '../../tools.ts';

export interface PrintOptions extends AnswerOptions {
  readonly limit: number;
  /** Adds `low` and `high`: the interval of the rate, or of a keyword's log ratio, over documents. */
  readonly intervals?: boolean;
  readonly samples?: number;
  readonly seed?: number;
}

/** As a table of the worker has them, so that they are printed like all others. */
const ends: readonly TableColumn[] = ['low', 'high'].map((name) => ({ name, holds: 'number' }));

export interface Printing {
  readonly title: string;
  /** The field of the JSON document that holds the rows; without it the document is the bare array. */
  readonly rowsField?: string;
  readonly head?: Readonly<Record<string, unknown>>;
  /** Columns of the aligned text; all without it. */
  readonly shown?: readonly string[];
  readonly view?: TableView;
  /** Fields of the JSON row beside those of the columns. */
  readonly more?: (rows: readonly TableRow[]) => Promise<readonly object[]>;
}

/** A row with what stands beside its cells. */
interface PrintedRow {
  readonly cells: readonly Cell[];
  readonly more: object;
}

/** Prints up to `limit` rows. Remarks of the table go to standard error. */
export async function printTable(
  session: Session,
  table: TableSummary,
  options: PrintOptions,
  { title, rowsField, head = {}, shown, view = {}, more }: Printing,
  destination: Destination,
  tools: Tools,
): Promise<void> {
  const { corpus, table: id, remarks } = table;
  const resampling = resamplingOf(options);
  const columns = resampling ? [...table.columns, ...ends] : table.columns;
  const first = await session.ask('tables.page', { corpus, table: id, ...view, from: 0, count: 1 });
  const rowCount = Math.min(options.limit, first.total);
  const read = async (from: number, count: number): Promise<PrintedRow[]> => {
    const { rows } = await session.ask('tables.page', { corpus, table: id, ...view, from, count });
    const beside = (await more?.(rows)) ?? [];
    const intervals = resampling ? await intervalsOf(session, table, rows, resampling) : [];
    return rows.map(({ cells }, at) => ({ cells: [...cells, ...(intervals[at] ?? [])], more: beside[at] ?? {} }));
  };
  const layout: Layout<PrintedRow> = {
    title,
    ...(rowsField === undefined ? {} : { rowsField }),
    columns: columns.map((column, at) => ({
      name: column.name,
      cell: ({ cells }) => printed(column, cells[at]!, options.format === 'text'),
      ...(shown?.includes(column.name) === false && !ends.includes(column) ? { detail: true } : {}),
    })),
    json: ({ cells, more }) => ({ ...Object.fromEntries(columns.map(({ name }, at) => [name, cells[at]])), ...more }),
  };
  const some = rowCount === first.total ? '' : `${rowCount} of `;
  const summary = [`${some}${counted(first.total, 'row')}`, ...factsOf(table)].join(' · ');
  await writeAnswer({ layout, head, rows: pages(0, rowCount, read), rowCount, summary }, options, destination);
  if (options.quiet !== true) for (const remark of remarks) tools.tell(remark);
}

function resamplingOf({ intervals = false, samples = 1_000, seed = 1 }: PrintOptions): Resampling | undefined {
  return intervals ? { samples, seed } : undefined;
}

async function intervalsOf(
  session: Session,
  { corpus, table }: TableSummary,
  rows: readonly TableRow[],
  resampling: Resampling,
): Promise<Cell[][]> {
  if (rows.length === 0) return [];
  const asked = { corpus, table, rows: rows.map(({ row }) => row), resampling, job };
  const { intervals } = await session.ask('tables.intervals', asked);
  const byRow = new Map(intervals.map(({ row, low, high }) => [row, [low, high]]));
  return rows.map(({ row }) => byRow.get(row) ?? [null, null]);
}

function factsOf({ whole }: TableSummary): string[] {
  return Object.entries(whole).flatMap(([name, value]) => (value === null ? [] : [`${name} ${rounded(value)}`]));
}

/** Text is for reading: four digits behind the point tell enough. Every other format has the number as it is. */
function printed({ holds }: TableColumn, cell: Cell, forReading: boolean): string | number {
  if (cell === null) return '';
  return forReading && holds === 'number' && typeof cell === 'number' ? rounded(cell) : cell;
}

function rounded(value: number): number {
  return Math.abs(value) >= 1e-4 || value === 0 ? Number(value.toFixed(4)) : Number(value.toPrecision(4));
}
