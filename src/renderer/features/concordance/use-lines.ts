/** The lines of one result in one context, from a page cache that lives as long as they are shown. */
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { ConcordanceLine, ConcordanceSummary } from '../../../shared/answers.ts';
import type { Ticking } from '../../../shared/lines.ts';
import type { Context } from '../../../shared/terms.ts';
import type { CorpusId } from '../../../shared/model.ts';
import { request } from '../../app/request.ts';
import { orderOf } from '../../app/result-order.ts';
import { store } from '../../app/store/store.ts';
import { PageCache } from '../../ui/rows/page-cache.ts';

/** Lines a request: four screens of a large window, some 30 kB. */
const pageLines = 100;

interface LineColumns {
  /** Of the documents. */
  readonly fields: readonly string[];
  /** On each side, by themselves; 0 for none. */
  readonly words: number;
  readonly verdicts: boolean;
  /** Rises when verdicts were given: what is held is out of date then. */
  readonly revision: number;
}

function tickedBy({ ticked, ...line }: ConcordanceLine, how: Ticking): ConcordanceLine {
  return how === 'tick' || (how === 'turn' && !ticked) ? { ...line, ticked: true } : line;
}

export function useLines(
  corpus: CorpusId,
  result: ConcordanceSummary,
  { unit, size }: Context,
  { fields, words, verdicts, revision }: LineColumns,
): PageCache<ConcordanceLine> {
  const order = orderOf(result);
  const asked = fields.join('\n');
  const cache = useMemo(
    () =>
      new PageCache<ConcordanceLine>({
        rows: result.total,
        pageSize: pageLines,
        fetch: async (from, count) => {
          const columns = {
            ...(fields.length === 0 ? {} : { fields: [...fields] }),
            ...(words === 0 ? {} : { words }),
            ...(verdicts ? { verdicts } : {}),
            ticks: true,
          };
          const page = { corpus, result: result.result, context: { unit, size }, ...columns, from, count };
          return (await request('concordance.page', page)).lines;
        },
      }),
    // A result keeps its id when it is sorted; its lines then have other numbers.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [corpus, result.result, result.total, order, unit, size, asked, words, verdicts, revision],
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
