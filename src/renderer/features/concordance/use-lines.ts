/** The lines of one result in one context, from a page cache that lives as long as they are shown. */
import { useLayoutEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import type { ConcordanceLine, ConcordanceSummary } from '../../../shared/answers.ts';
import type { Context } from '../../../shared/terms.ts';
import type { CorpusId } from '../../../shared/model.ts';
import { request } from '../../app/request.ts';
import { orderOf } from '../../app/result-order.ts';
import { PageCache } from '../../ui/rows/page-cache.ts';
import type { RowWindow } from '../../ui/rows/row-scroller.ts';

/** Lines a request: four screens of a large window, some 30 kB. */
const pageLines = 100;

/** Milliseconds that a jump rests before its lines are asked for: a drag of the scrollbar passes thousands of pages. */
const jumpRest = 50;

/** Asks for the lines that are drawn: at once while the list moves by hand, after a rest when it jumps. */
export function useWanted(cache: PageCache<ConcordanceLine>, { first, end }: RowWindow): void {
  const last = useRef({ cache, first, end });
  useLayoutEffect(() => {
    const before = last.current;
    last.current = { cache, first, end };
    const jumped = before.cache === cache && (first > before.end || end < before.first);
    if (!jumped) {
      cache.want(first, end);
      return undefined;
    }
    const rest = setTimeout(() => {
      cache.want(first, end);
    }, jumpRest);
    return () => {
      clearTimeout(rest);
    };
  }, [cache, first, end]);
}

export function useLines(
  corpus: CorpusId,
  result: ConcordanceSummary,
  { unit, size }: Context,
): PageCache<ConcordanceLine> {
  const order = orderOf(result);
  const cache = useMemo(
    () =>
      new PageCache<ConcordanceLine>({
        rows: result.total,
        pageSize: pageLines,
        fetch: async (from, count) => {
          const page = { corpus, result: result.result, context: { unit, size }, from, count };
          return (await request('concordance.page', page)).lines;
        },
      }),
    // A result keeps its id when it is sorted; its lines then have other numbers.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [corpus, result.result, result.total, order, unit, size],
  );
  useSyncExternalStore(cache.subscribe, cache.version);
  return cache;
}
