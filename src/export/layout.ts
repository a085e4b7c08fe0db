/**
 * How an answer is laid out, said once for every format: the exact JSON that scripts read, and the columns that text,
 * tables and spreadsheets share.
 */
import type { Direction } from '../shared/model.ts';

export type Cell = string | number;

export interface Column<Row> {
  readonly name: string;
  cell(row: Row): Cell;
  /**
   * `before`, `match` and `after` are the parts of a concordance line: text aligns the match, a page gives the three
   * the direction of their own text.
   */
  readonly part?: 'before' | 'match' | 'after';
  /** Left out of the aligned text, which is for reading; every other format has it. */
  readonly detail?: boolean;
}

export interface Layout<Row> {
  readonly title: string;
  readonly columns: readonly Column<Row>[];
  /** The row of JSON and JSON Lines, with exactly the promised fields. */
  json(row: Row): object;
  /** The field of the JSON document that holds the rows; without it the document is the bare array. */
  readonly rowsField?: string;
  /** Of the text in the row; decides how a page or a terminal shows it. */
  direction?(row: Row): Direction;
  language?(row: Row): string;
}

export interface Answer<Row> {
  readonly layout: Layout<Row>;
  /** Fields of the JSON document that stand before the rows. */
  readonly head: Readonly<Record<string, unknown>>;
  /** Rows as they arrive, a page at a time. */
  readonly rows: AsyncIterable<readonly Row[]>;
  /** How many rows there will be, told before the first is read. */
  readonly rowCount: number;
  /** The last line of text for a person: what was found and how much of it is shown. */
  readonly summary: string;
  /** What the rows are of: name and value of each fact. Absent: nothing is said. */
  readonly about?: readonly (readonly [name: string, value: string])[];
}
