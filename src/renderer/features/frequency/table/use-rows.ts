/** The rows of a table as one view shows them, fetched by page; until those of a new view are here, the last ones stay. */
import { useEffect, useState, useSyncExternalStore } from 'react';
import { ExpectedFailure, type Failure } from '../../../../shared/failure.ts';
import type { TableRow, TableSummary, TableView } from '../../../../shared/tables.ts';
import { request } from '../../../app/request.ts';
import { PageCache } from '../../../ui/rows/page-cache.ts';

/** Rows a request: four screens of a large window. */
const pageRows = 100;

export interface ViewedRows {
  /** Of what view of which table; rows of one key stand in one order. */
  readonly key: string;
  readonly summary: TableSummary;
  readonly view: TableView;
  /** Rows that the filter leaves. */
  readonly total: number;
  /** The first of them, for charts. */
  readonly first: readonly TableRow[];
  readonly cache: PageCache<TableRow>;
}

interface Rows {
  readonly shown: ViewedRows | null;
  readonly isBusy: boolean;
  /** Of the page that was asked last. */
  readonly failure: Failure | null;
  /** Asks again after a failure. */
  readonly retry: () => void;
}

export function viewKey({ table }: TableSummary, view: TableView): string {
  return JSON.stringify([table, view.sort, view.filter]);
}

async function firstRows(summary: TableSummary, view: TableView): Promise<ViewedRows> {
  const { corpus, table } = summary;
  const page = (from: number, count: number) => request('tables.page', { corpus, table, ...view, from, count });
  const { total, rows } = await page(0, pageRows);
  const cache = new PageCache<TableRow>({
    rows: total,
    pageSize: pageRows,
    fetch: async (from, count) => (from === 0 ? rows : (await page(from, count)).rows),
  });
  return { key: viewKey(summary, view), summary, view, total, first: rows, cache };
}

const subscribeToNothing = () => () => undefined;

export function useRows(summary: TableSummary | null, view: TableView): Rows {
  const [shown, setShown] = useState<ViewedRows | null>(null);
  const [refused, setRefused] = useState<{ readonly key: string; readonly failure: Failure } | null>(null);
  const [thrown, setThrown] = useState<Error | null>(null);
  const [attempt, setAttempt] = useState(0);
  const key = summary ? viewKey(summary, view) : '';
  useEffect(() => {
    if (!summary) return undefined;
    let stale = false;
    firstRows(summary, view)
      .then((rows) => {
        if (!stale) setShown(rows);
      })
      .catch((error: unknown) => {
        if (stale) return;
        if (error instanceof ExpectedFailure) setRefused({ key, failure: error.failure });
        else setThrown(error instanceof Error ? error : new Error(String(error)));
      });
    return () => {
      stale = true;
    };
    // The key says which table and which view.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key, attempt]);
  useSyncExternalStore(shown?.cache.subscribe ?? subscribeToNothing, () => shown?.cache.version() ?? 0);
  if (thrown) throw thrown;
  const failure = refused?.key === key ? refused.failure : pageFailure(shown);
  return {
    shown: summary ? shown : null,
    isBusy: shown?.key !== key,
    failure,
    retry: () => {
      setRefused(null);
      setAttempt(attempt + 1);
    },
  };
}

/** @throws what is no expected failure */
function pageFailure(shown: ViewedRows | null): Failure | null {
  const failure = shown?.cache.failure ?? null;
  if (failure === null) return null;
  if (failure instanceof ExpectedFailure) return failure.failure;
  throw failure;
}
