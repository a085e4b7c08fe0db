/** How a table is filtered: by what a row's words hold, and by bounds of its numbers. */
import type { TableView } from '../../../../shared/tables.ts';

type Filter = NonNullable<TableView['filter']>;
export type Bound = NonNullable<Filter['between']>[string];

export function textOf(view: TableView): string {
  return view.filter?.text ?? '';
}

export function boundOf(view: TableView, column: string): Bound {
  return view.filter?.between?.[column] ?? {};
}

/** Columns that are bounded. */
export function boundedColumns(view: TableView): readonly string[] {
  return Object.keys(view.filter?.between ?? {});
}

function withFilter({ sort }: TableView, text: string, between: Readonly<Record<string, Bound>>): TableView {
  const filter: Filter = {
    ...(text === '' ? {} : { text }),
    ...(Object.keys(between).length === 0 ? {} : { between: { ...between } }),
  };
  return { ...(sort ? { sort } : {}), ...(Object.keys(filter).length === 0 ? {} : { filter }) };
}

/** The rest of the view stays as it is, here and below. Empty text leaves every row. */
export function withText(view: TableView, text: string): TableView {
  return withFilter(view, text, view.filter?.between ?? {});
}

/** Bounds both of which are undefined are taken away. */
export function withBound(view: TableView, column: string, { least, most }: Bound): TableView {
  const between = Object.fromEntries(Object.entries(view.filter?.between ?? {}).filter(([name]) => name !== column));
  if (least !== undefined || most !== undefined) {
    between[column] = { ...(least === undefined ? {} : { least }), ...(most === undefined ? {} : { most }) };
  }
  return withFilter(view, textOf(view), between);
}

export function withoutBounds(view: TableView): TableView {
  return withFilter(view, textOf(view), {});
}
