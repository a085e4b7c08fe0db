/**
 * Which tab of the desk is looked at, the table that each tab counted last (its summary, never its rows), how that is
 * sorted and filtered, and what it is about: the query and the condition that the reader asked last.
 */
import type { StateCreator } from 'zustand/vanilla';
import type { Failure } from '../../../shared/failure.ts';
import type { CorpusId, TableId } from '../../../shared/model.ts';
import { mayAskForProject } from '../../../shared/project-fields.ts';
import { textsOf } from '../../../shared/tables.ts';
import type { TableKind, TableRequest, TableSummary, TableView } from '../../../shared/tables.ts';
import type { Judged, Query, Tagged } from '../../../shared/terms.ts';
import type { AppState } from './store.ts';

/** Tabs of tables, named after their kinds. */
export const tableTabs = [
  'words',
  'ngrams',
  'collocates',
  'keywords',
  'dispersion',
  'trend',
  'profile',
] as const satisfies readonly TableKind[];
/** In the order in which they stand. */
export const deskTabs = ['concordance', ...tableTabs, 'tagged', 'aligned', 'parallel'] as const;
export type DeskTab = (typeof deskTabs)[number];

export interface CountedTable {
  readonly corpus: CorpusId;
  /** What was asked last, answered or not. */
  readonly request: TableRequest;
  readonly sequence: number;
  /** Set while it is counted. */
  readonly job: string | null;
  /** What is shown: while another is counted, the table before it. */
  readonly summary: TableSummary | null;
  readonly failure: Failure | null;
}

/** What tables are about. Looking at the lines behind a row does not change it. */
export interface Subject {
  readonly query: Query | null;
  readonly where: string;
}

/** What of the texts and of the matches all tabs count, by what people said of them; null: everything. */
export interface Marked {
  readonly tagged: Tagged | null;
  readonly judged: Judged | null;
}

/** A row by its number in one table. */
export interface PickedRow {
  readonly table: TableId;
  readonly row: number;
}

export interface TablesSlice {
  readonly tab: DeskTab;
  readonly tables: Partial<Readonly<Record<TableKind, CountedTable>>>;
  readonly views: Partial<Readonly<Record<TableKind, TableView>>>;
  readonly picked: Partial<Readonly<Record<TableKind, PickedRow>>>;
  readonly subject: Subject;
  readonly marked: Marked;
  /** The tab whose row led to the lines that the concordance shows; null when the reader asked for them. */
  readonly behind: TableKind | null;
  readonly goTo: (tab: DeskTab) => void;
  readonly setSubject: (subject: Subject) => void;
  readonly setMarked: (marked: Marked) => void;
  readonly setBehind: (kind: TableKind | null) => void;
  readonly setView: (kind: TableKind, view: TableView) => void;
  readonly pick: (kind: TableKind, picked: PickedRow) => void;
  /** Notes the question and gives its number. */
  readonly askTable: (corpus: CorpusId, request: TableRequest, job: string) => number;
  /** False when a newer question has taken its place. */
  readonly settleTable: (kind: TableKind, sequence: number, answer: TableSummary | Failure) => boolean;
  /** Tables of a corpus mean nothing once it was read again. */
  readonly forgetTables: (corpus: CorpusId) => void;
  /** Tables that hang on what was tagged or judged are out of date once something else is. */
  readonly forgetTagged: (corpus: CorpusId) => void;
}

/** Whether what was counted hangs on what people tagged or judged. */
function isOfProject(request: TableRequest): boolean {
  const { tagged, where } = textsOf(request);
  if (tagged !== undefined || mayAskForProject(where)) return true;
  if ('judged' in request && request.judged !== undefined) return true;
  if (request.kind !== 'keywords') return false;
  const { reference } = request;
  return reference.kind === 'tagged' || ('where' in reference && mayAskForProject(reference.where));
}

function isFailure(answer: TableSummary | Failure): answer is Failure {
  return 'code' in answer;
}

export const tablesSlice: StateCreator<AppState, [], [], TablesSlice> = (set, get) => {
  let last = 0;
  return {
    tab: 'concordance',
    tables: {},
    views: {},
    picked: {},
    subject: { query: null, where: '' },
    marked: { tagged: null, judged: null },
    behind: null,
    goTo: (tab) => {
      set({ tab });
    },
    setSubject: (subject) => {
      set({ subject });
    },
    setMarked: (marked) => {
      set({ marked });
    },
    setBehind: (behind) => {
      set({ behind });
    },
    setView: (kind, view) => {
      set(({ views }) => ({ views: { ...views, [kind]: view } }));
    },
    pick: (kind, row) => {
      set(({ picked }) => ({ picked: { ...picked, [kind]: row } }));
    },
    askTable: (corpus, request, job) => {
      const sequence = ++last;
      const before = get().tables[request.kind];
      const summary = before?.corpus === corpus ? before.summary : null;
      const asked: CountedTable = { corpus, request, sequence, job, summary, failure: null };
      set(({ tables }) => ({ tables: { ...tables, [request.kind]: asked } }));
      return sequence;
    },
    settleTable: (kind, sequence, answer) => {
      const known = get().tables[kind];
      if (known?.sequence !== sequence) return false;
      const settled: CountedTable = isFailure(answer)
        ? { ...known, job: null, failure: answer, summary: null }
        : { ...known, job: null, summary: answer };
      set(({ tables }) => ({ tables: { ...tables, [kind]: settled } }));
      return true;
    },
    forgetTagged: (corpus) => {
      set(({ tables }) => {
        const kept = Object.entries(tables).filter(
          ([, table]) => table.corpus !== corpus || !isOfProject(table.request),
        );
        return kept.length === Object.keys(tables).length ? {} : { tables: Object.fromEntries(kept) };
      });
    },
    forgetTables: (corpus) => {
      set(({ tables }) => ({
        tables: Object.fromEntries(Object.entries(tables).filter(([, table]) => table.corpus !== corpus)),
      }));
    },
  };
};
