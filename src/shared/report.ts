/** What a reader collects for a report: tables and charts with what made them. Kept over restarts, of all folders. */
import * as z from 'zod';

/** What made a table or a chart. `fingerprint` is the digest of the folder's documents; `settings` are phrases. */
const origin = z.object({
  corpus: z.string(),
  documents: z.number(),
  tokens: z.number(),
  fingerprint: z.string(),
  settings: z.array(z.string()),
});
const about = { id: z.uuid(), title: z.string(), comment: z.string().max(20_000), origin };
const tableEntry = z.object({
  ...about,
  kind: z.literal('table'),
  columns: z.array(z.object({ label: z.string(), isNumeric: z.boolean() })),
  /** As shown, in logical order. */
  rows: z.array(z.array(z.string())),
  /** Rows of the table, of which these are the first. */
  total: z.number(),
});
const chartEntry = z.object({ ...about, kind: z.literal('chart'), summary: z.string(), svg: z.string() });
export const reportEntry = z.discriminatedUnion('kind', [tableEntry, chartEntry]);

/** An entry's place is its place in the list. */
const listed = z.object({ id: about.id, comment: about.comment });
export const reportList = z.array(listed).max(2_000);

export const reportChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('remove'), id: about.id }),
  /** `by` places down, or up when negative. */
  z.object({ kind: z.literal('move'), id: about.id, by: z.int() }),
  z.object({ kind: z.literal('comment'), id: about.id, comment: about.comment }),
  z.object({ kind: z.literal('clear') }),
  /** Takes back what was removed since Lectern was started: the list as it was. */
  z.object({ kind: z.literal('list'), list: reportList }),
]);

export const reportRequests = {
  'report.read': { params: z.object({}), result: z.object({ entries: z.array(reportEntry) }) },
  /** At the end of the list. */
  'report.add': { params: z.object({ entry: reportEntry }), result: z.object({}) },
  'report.change': { params: z.object({ change: reportChange }), result: z.object({}) },
};

export type Origin = Readonly<z.infer<typeof origin>>;
export type TableEntry = Readonly<z.infer<typeof tableEntry>>;
export type ChartEntry = Readonly<z.infer<typeof chartEntry>>;
export type ReportEntry = TableEntry | ChartEntry;
export type Listed = Readonly<z.infer<typeof listed>>;
export type ReportChange = Readonly<z.infer<typeof reportChange>>;

/**
 * A list of a report after a change. `known` gives an entry that is listed again; what it does not know stays away. An id
 * that is not listed changes nothing.
 */
export function changedReport<Item extends Listed>(
  items: readonly Item[],
  change: ReportChange,
  known: (id: string) => Item | undefined,
): readonly Item[] {
  switch (change.kind) {
    case 'remove':
      return items.filter(({ id }) => id !== change.id);
    case 'move':
      return moved(items, change.id, change.by);
    case 'comment':
      return items.map((item) => (item.id === change.id ? { ...item, comment: change.comment } : item));
    case 'clear':
      return [];
    case 'list': {
      const again = change.list.flatMap(({ id, comment }) => {
        const item = known(id);
        return item ? [{ ...item, comment }] : [];
      });
      // What another window added meanwhile stays, at the end.
      return [...again, ...items.filter(({ id }) => !again.some((item) => item.id === id))];
    }
  }
}

function moved<Item extends Listed>(items: readonly Item[], id: string, by: number): readonly Item[] {
  const from = items.findIndex((item) => item.id === id);
  const item = items[from];
  const to = from + by;
  if (!item || to < 0 || to >= items.length) return items;
  const others = items.filter((other) => other !== item);
  return [...others.slice(0, to), item, ...others.slice(to)];
}
