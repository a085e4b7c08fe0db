/** Rows of the open pair by page. While those of a new revision are on their way, those before them stay drawn. */
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { AlignedRow, AlignmentId, RowFilter } from '../../../shared/alignment.ts';
import type { CorpusId } from '../../../shared/model.ts';
import { request } from '../../app/request.ts';
import { PageCache } from '../../ui/rows/page-cache.ts';

const pageSize = 50;

interface RowsAsked {
  readonly corpus: CorpusId;
  readonly alignment: AlignmentId;
  readonly revision: number;
  readonly filter: RowFilter | null;
}

export interface RowsInHand {
  readonly cache: PageCache<AlignedRow>;
  /** Null until the first page of a filter has come. */
  readonly total: number | null;
  /** The row at a place of the list; undefined while it is on its way. */
  readonly at: (place: number) => AlignedRow | undefined;
}

interface Counted {
  readonly of: string;
  readonly total: number;
}

/** `all` is how many rows there are without a filter. */
export function useRows({ corpus, alignment, revision, filter }: RowsAsked, all: number): RowsInHand {
  const question = JSON.stringify([corpus, alignment, revision, filter]);
  const [counted, setCounted] = useState<Counted | null>(null);
  useEffect(() => {
    if (!filter) return undefined;
    let isStale = false;
    request('alignment.rows', { corpus, alignment, filter, from: 0, count: 1 })
      .then(({ total }) => {
        if (!isStale) setCounted({ of: question, total });
      })
      .catch(() => {
        if (!isStale) setCounted({ of: question, total: 0 });
      });
    return () => {
      isStale = true;
    };
  }, [corpus, alignment, filter, question]);
  const total = filter ? (counted?.of === question ? counted.total : null) : all;
  const cache = useMemo(
    () =>
      new PageCache<AlignedRow>({
        rows: total ?? 0,
        pageSize,
        fetch: async (from, count) => {
          const asked = JSON.parse(question) as [CorpusId, AlignmentId, number, RowFilter | null];
          const page = { corpus: asked[0], alignment: asked[1], from, count };
          return (await request('alignment.rows', asked[3] ? { ...page, filter: asked[3] } : page)).rows;
        },
      }),
    [question, total],
  );
  useSyncExternalStore(cache.subscribe, cache.version);
  const before = useBefore(cache);
  return { cache, total, at: (place) => cache.row(place) ?? before?.row(place) };
}

/** The cache that was there before this one. */
function useBefore<Held>(held: Held): Held | null {
  const [known, setKnown] = useState<{ readonly now: Held; readonly before: Held | null }>({ now: held, before: null });
  if (known.now === held) return known.before;
  setKnown({ now: held, before: known.now });
  return known.now;
}
