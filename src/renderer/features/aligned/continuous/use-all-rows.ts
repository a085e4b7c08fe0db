/** Every row of a pair, for texts that run: the first at once, then all. Those of an earlier revision stay until then. */
import { startTransition, useEffect, useState } from 'react';
import type { AlignedRow, AlignmentId, RowFilter } from '../../../../shared/alignment.ts';
import type { CorpusId } from '../../../../shared/model.ts';
import { report } from '../../../app/actions/failures.ts';
import { request } from '../../../app/request.ts';

/** The longest page that can be asked for. */
const piece = 500;

export interface AllRowsAsked {
  readonly corpus: CorpusId;
  readonly alignment: AlignmentId;
  readonly revision: number;
  readonly filter: RowFilter | null;
}

interface Held {
  readonly alignment: AlignmentId | null;
  readonly rows: readonly AlignedRow[];
}

const nothing: Held = { alignment: null, rows: [] };

export function useAllRows({ corpus, alignment, revision, filter }: AllRowsAsked): readonly AlignedRow[] {
  const [held, setHeld] = useState(nothing);
  useEffect(() => {
    const reading = new AbortController();
    const { signal } = reading;
    const ask = (from: number) => {
      const page = { corpus, alignment, from, count: piece };
      return request('alignment.rows', filter ? { ...page, filter } : page);
    };
    const read = async () => {
      const { total, rows: first } = await ask(0);
      signal.throwIfAborted();
      setHeld((known) => (known.alignment === alignment ? known : { alignment, rows: first }));
      const rows = [...first];
      for (let from = piece; from < total; from += piece) {
        rows.push(...(await ask(from)).rows);
        signal.throwIfAborted();
      }
      // Thousands of sentences are put on the page in the pauses of what is drawn meanwhile.
      startTransition(() => {
        setHeld({ alignment, rows });
      });
    };
    read().catch((error: unknown) => {
      if (!signal.aborted) report(error);
    });
    return () => {
      reading.abort();
    };
  }, [corpus, alignment, revision, filter]);
  return held.rows;
}
