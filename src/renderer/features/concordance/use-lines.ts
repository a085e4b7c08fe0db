/** The lines of one result in one context, from a page cache that lives as long as they are shown. */
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { ConcordanceLine, ConcordanceSummary } from '../../../shared/answers.ts';
import type { Ticking } from '../../../shared/lines.ts';
import type { Context } from '../../../shared/terms.ts';
import type { CorpusId } from '../../../shared/model.ts';
import type { LineSettings } from '../../../shared/line-settings.ts';
import { askedColumns, pageLines, takeFirstLines } from '../../app/line-pages.ts';
import { request } from '../../app/request.ts';
import { orderOf } from '../../app/result-order.ts';
import { store } from '../../app/store/store.ts';
import { PageCache } from '../../ui/rows/page-cache.ts';

function tickedBy({ ticked, ...line }: ConcordanceLine, how: Ticking): ConcordanceLine {
  return how === 'tick' || (how === 'turn' && !ticked) ? { ...line, ticked: true } : line;
}

/** `revision` rises when verdicts were given: what is held is out of date then. */
export function useLines(
  corpus: CorpusId,
  result: ConcordanceSummary,
  { unit, size }: Context,
  look: LineSettings,
  revision: number,
): PageCache<ConcordanceLine> {
  const order = orderOf(result);
  const columns = askedColumns(look);
  const asked = JSON.stringify(columns);
  const cache = useMemo(
    () =>
      new PageCache<ConcordanceLine>(
        {
          rows: result.total,
          pageSize: pageLines,
          fetch: async (from, count) => {
            const page = { corpus, result: result.result, context: { unit, size }, ...columns, from, count };
            return (await request('concordance.page', page)).lines;
          },
        },
        undefined,
        takeFirstLines(result, { unit, size }, columns),
      ),
    // A result keeps its id when it is sorted; its lines then have other numbers.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [corpus, result.result, result.total, order, unit, size, asked, revision],
  );
  useSyncExternalStore(cache.subscribe, cache.version);
  useEffect(
    () =>
      store.subscribe(({ lastTicked: now }, { lastTicked: before }) => {
        if (now && now !== before && now.result === result.result)
          cache.change(now.from, now.until, (line) => tickedBy(line, now.how));
      }),
    [cache, result.result],
  );
  return cache;
}
