/** Counts the table of a tab when what it asks has changed, a moment after the last change. */
import { useEffect } from 'react';
import type { CorpusId } from '../../../shared/model.ts';
import type { TableRequest } from '../../../shared/tables.ts';
import { start } from '../../app/actions/failures.ts';
import { countTable } from '../../app/actions/tables.ts';
import { useApp } from '../../app/store/store.ts';

/** Milliseconds: clicks on the steps of a number come faster, a reader who waits does not feel it. */
const rest = 120;

/** What is asked, as a key. A word list is named by its size: its text may have millions of letters. */
export function requestKey(corpus: CorpusId, request: TableRequest): string {
  return JSON.stringify([corpus, request], (name, value: unknown) =>
    name === 'text' && typeof value === 'string' && value.length > 20_000 ? value.length : value,
  );
}

export function useCounting(corpus: CorpusId, request: TableRequest | undefined): void {
  const counted = useApp((state) => (request ? state.tables[request.kind] : undefined));
  const wanted = request ? requestKey(corpus, request) : '';
  const known = counted ? requestKey(counted.corpus, counted.request) : '';
  useEffect(() => {
    if (!request || wanted === known) return undefined;
    const timer = setTimeout(
      () => {
        start(countTable(corpus, request));
      },
      known === '' ? 0 : rest,
    );
    return () => {
      clearTimeout(timer);
    };
    // The keys say what is asked and what was.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [wanted, known]);
}
