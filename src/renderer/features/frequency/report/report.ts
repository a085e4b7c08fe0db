/**
 * What a reader collects for a report. It belongs to the page, not to a folder, and is kept over restarts: every change is
 * made here at once and sent on to be written.
 */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { ChartEntry, ReportChange, ReportEntry, TableEntry } from '../../../../shared/report.ts';
import { changedReport } from '../../../../shared/report.ts';
import { start } from '../../../app/actions/failures.ts';
import { request } from '../../../app/request.ts';

type New<Kind extends ReportEntry> = Omit<Kind, 'id' | 'comment'>;

interface Report {
  readonly entries: readonly ReportEntry[];
  /** The entries before the last one or all were taken out, as long as nothing came after. */
  readonly before: readonly ReportEntry[] | null;
  /** Takes over what was collected before this start. */
  readonly show: (entries: readonly ReportEntry[]) => void;
  readonly add: (entry: New<TableEntry> | New<ChartEntry>) => void;
  readonly remove: (id: string) => void;
  /** One place up or down. */
  readonly move: (id: string, by: 1 | -1) => void;
  readonly comment: (id: string, comment: string) => void;
  readonly clear: () => void;
  /** Brings back what was taken out last. */
  readonly bringBack: () => void;
}

/** Long enough for a word to be typed, short enough to survive a quick quit. */
const quiet = 400;

let waiting: ReportChange | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Writes the comment that waits. Called by the timer, before any other change, and when the page goes away. */
export async function flushReport(): Promise<void> {
  clearTimeout(timer);
  const change = waiting;
  waiting = undefined;
  if (change) await request('report.change', { change });
}

function send(change: ReportChange): void {
  const isMore = change.kind === 'comment' && waiting?.kind === 'comment' && waiting.id === change.id;
  if (!isMore) start(flushReport());
  if (change.kind === 'comment') {
    waiting = change;
    clearTimeout(timer);
    timer = setTimeout(() => {
      start(flushReport());
    }, quiet);
  } else start(request('report.change', { change }));
}

export const report = createStore<Report>()((set, get) => {
  const change = (made: ReportChange, before: readonly ReportEntry[] | null = null): void => {
    const known = [...get().entries, ...(get().before ?? [])];
    set(({ entries }) => ({
      entries: changedReport(entries, made, (id) => known.find((entry) => entry.id === id)),
      before,
    }));
    send(made);
  };
  return {
    entries: [],
    before: null,
    show: (kept) => {
      set(({ entries }) => ({ entries: [...kept, ...entries.filter(({ id }) => kept.every((one) => one.id !== id))] }));
    },
    add: (made) => {
      const entry = { ...made, id: crypto.randomUUID(), comment: '' };
      set(({ entries }) => ({ entries: [...entries, entry], before: null }));
      start(request('report.add', { entry }));
    },
    remove: (id) => {
      change({ kind: 'remove', id }, get().entries);
    },
    move: (id, by) => {
      change({ kind: 'move', id, by });
    },
    comment: (id, comment) => {
      change({ kind: 'comment', id, comment });
    },
    clear: () => {
      change({ kind: 'clear' }, get().entries);
    },
    bringBack: () => {
      const { before } = get();
      if (before) change({ kind: 'list', list: before.map(({ id, comment }) => ({ id, comment })) });
    },
  };
});

export async function loadReport(): Promise<void> {
  const { entries } = await request('report.read', {});
  report.getState().show(entries);
}

export function useReport<Selected>(select: (state: Report) => Selected): Selected {
  return useStore(report, select);
}
