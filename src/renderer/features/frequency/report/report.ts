/** What a reader collects for a report. It belongs to the page, not to a folder, and goes with it. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** What made a table or a chart. */
export interface Origin {
  readonly corpus: string;
  readonly documents: number;
  readonly tokens: number;
  /** Digest of its documents. */
  readonly fingerprint: string;
  /** Query and settings, each as a phrase. */
  readonly settings: readonly string[];
}

interface Entry {
  readonly id: number;
  readonly title: string;
  readonly comment: string;
  readonly origin: Origin;
}

export interface TableEntry extends Entry {
  readonly kind: 'table';
  readonly columns: readonly { readonly label: string; readonly isNumeric: boolean }[];
  /** As shown, in logical order. */
  readonly rows: readonly (readonly string[])[];
  /** Rows of the table, of which these are the first. */
  readonly total: number;
}

export interface ChartEntry extends Entry {
  readonly kind: 'chart';
  readonly summary: string;
  readonly svg: string;
}

export type ReportEntry = TableEntry | ChartEntry;
type New<Kind extends ReportEntry> = Omit<Kind, 'id' | 'comment'>;

interface Report {
  readonly entries: readonly ReportEntry[];
  readonly add: (entry: New<TableEntry> | New<ChartEntry>) => void;
  readonly remove: (id: number) => void;
  /** One place up or down. */
  readonly move: (id: number, by: 1 | -1) => void;
  readonly comment: (id: number, comment: string) => void;
  readonly clear: () => void;
}

export const report = createStore<Report>()((set) => {
  let last = 0;
  return {
    entries: [],
    add: (entry) => {
      set(({ entries }) => ({ entries: [...entries, { ...entry, id: ++last, comment: '' }] }));
    },
    remove: (id) => {
      set(({ entries }) => ({ entries: entries.filter((entry) => entry.id !== id) }));
    },
    move: (id, by) => {
      set(({ entries }) => ({ entries: moved(entries, id, by) }));
    },
    comment: (id, comment) => {
      set(({ entries }) => ({ entries: entries.map((entry) => (entry.id === id ? { ...entry, comment } : entry)) }));
    },
    clear: () => {
      set({ entries: [] });
    },
  };
});

function moved(entries: readonly ReportEntry[], id: number, by: 1 | -1): readonly ReportEntry[] {
  const from = entries.findIndex((entry) => entry.id === id);
  const entry = entries[from];
  const to = from + by;
  if (!entry || to < 0 || to >= entries.length) return entries;
  const others = entries.filter((other) => other !== entry);
  return [...others.slice(0, to), entry, ...others.slice(to)];
}

export function useReport<Selected>(select: (state: Report) => Selected): Selected {
  return useStore(report, select);
}
