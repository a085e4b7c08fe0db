/** What every chart of a tab is given. */
import type { CorpusSummary, MetadataField } from '../../../../shared/answers.ts';
import type { Cell, TableRow, TableSummary } from '../../../../shared/tables.ts';
import { captionOf } from '../describe.ts';
import type { TabSettings } from '../settings/settings.ts';
import type { ChangeSettings } from '../settings/use-settings.ts';
import type { ViewedRows } from '../table/use-rows.ts';

export interface TabChartProps {
  readonly corpus: CorpusSummary;
  readonly settings: TabSettings;
  readonly onChange: ChangeSettings;
  readonly rows: ViewedRows;
  /** Column that is drawn. */
  readonly measure: string;
  readonly picked: number | null;
  /** What the pointer is on, in the table or in the chart. */
  readonly pointed: string | null;
  readonly onPoint: (term: string | null) => void;
  readonly fields: readonly MetadataField[];
  readonly onPick: (row: number) => void;
  readonly onOpen: (row: number) => void;
}

/** Reads a row by the names of its columns. */
export function reader({ columns }: TableSummary) {
  const places = new Map(columns.map(({ name }, place) => [name, place]));
  const cell = ({ cells }: TableRow, name: string): Cell => cells[places.get(name) ?? -1] ?? null;
  return {
    has: (name: string) => places.has(name),
    number: (row: TableRow, name: string): number | null => {
      const value = cell(row, name);
      return typeof value === 'number' ? value : null;
    },
    text: (row: TableRow, name: string): string => String(cell(row, name) ?? ''),
    /** What the row is about: the word as it is written, the title of the document, or its first column. */
    name: (row: TableRow): string =>
      String(cell(row, 'written') ?? '') || String(cell(row, 'title') ?? '') || String(row.cells[0] ?? ''),
  };
}

export function headingOf(title: string, { corpus, rows }: Pick<TabChartProps, 'corpus' | 'rows'>) {
  return { title, caption: captionOf(corpus.name, rows.summary.request), fileName: `${corpus.name} ${title}` };
}
