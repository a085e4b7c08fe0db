/**
 * The documents of open corpora, read by pages and kept outside the store: the library lists them, the palette goes to
 * them. One list a corpus; it grows page by page and tells those who subscribed.
 */
import { useCallback, useSyncExternalStore } from 'react';
import { type DocumentSummary } from '../../shared/answers.ts';
import { longestPage } from '../../shared/terms.ts';
import type { Failure } from '../../shared/failure.ts';
import type { CorpusId } from '../../shared/model.ts';
import { asFailure } from './actions/failures.ts';
import { request } from './request.ts';

export interface DocumentList {
  readonly documents: readonly DocumentSummary[];
  /** How many there are; null until the first page has come. */
  readonly total: number | null;
  /** Why reading stopped before the end. */
  readonly failure: Failure | null;
}

const nothing: DocumentList = { documents: [], total: null, failure: null };

const lists = new Map<CorpusId, DocumentList>();
/** The reading under way of each corpus, by a mark that a newer reading replaces. */
const readings = new Map<CorpusId, symbol>();
const listeners = new Set<() => void>();

function publish(corpus: CorpusId, list: DocumentList): void {
  lists.set(corpus, list);
  for (const listener of listeners) listener();
}

/** Reads the whole list anew; what is shown stays until the first new page replaces it. */
export async function readDocuments(corpus: CorpusId): Promise<void> {
  const mark = Symbol(corpus);
  readings.set(corpus, mark);
  let documents: readonly DocumentSummary[] = [];
  try {
    for (;;) {
      const page = await request('corpus.documents', { corpus, from: documents.length, count: longestPage });
      if (readings.get(corpus) !== mark) return;
      documents = [...documents, ...page.documents];
      publish(corpus, { documents, total: page.total, failure: null });
      if (page.documents.length === 0 || documents.length >= page.total) return;
    }
  } catch (error) {
    if (readings.get(corpus) !== mark) return;
    publish(corpus, { documents, total: lists.get(corpus)?.total ?? null, failure: asFailure(error) });
  }
}

/** Drops the list of a corpus that is closed. */
export function forgetDocuments(corpus: CorpusId): void {
  readings.delete(corpus);
  lists.delete(corpus);
  for (const listener of listeners) listener();
}

export function documentsOf(corpus: CorpusId | null): DocumentList {
  return (corpus === null ? undefined : lists.get(corpus)) ?? nothing;
}

/** The list of a corpus; the first to ask starts the reading. */
export function useDocuments(corpus: CorpusId | null): DocumentList {
  const subscribe = useCallback(
    (listener: () => void) => {
      listeners.add(listener);
      if (corpus !== null && !readings.has(corpus)) void readDocuments(corpus);
      return () => {
        listeners.delete(listener);
      };
    },
    [corpus],
  );
  return useSyncExternalStore(subscribe, () => documentsOf(corpus));
}
