/** What other documents say in the place of the passages of a list: sentences of the accepted pairs. */
import { useCallback, useMemo } from 'react';
import { type Counterpart, mostPassages } from '../../../shared/alignment.ts';
import type { CorpusId } from '../../../shared/model.ts';
import type { SpanId, TaggedSpan } from '../../../shared/tagging.ts';
import { newJob } from '../../app/jobs.ts';
import { request } from '../../app/request.ts';
import { useApp } from '../../app/store/store.ts';
import { useKept } from '../../app/use-kept.ts';

const none: ReadonlyMap<SpanId, readonly Counterpart[]> = new Map();

export function useCounterparts(
  corpus: CorpusId,
  spans: readonly TaggedSpan[],
  isWanted: boolean,
): ReadonlyMap<SpanId, readonly Counterpart[]> {
  const revision = useApp((state) => state.revision);
  const asked = isWanted ? spans.map(({ span, doc, start, end }) => ({ span, doc, start, end })) : [];
  const question = JSON.stringify(asked);
  const places = useMemo(() => JSON.parse(question) as typeof asked, [question]);
  const ask = useCallback(async () => {
    const found: (readonly [SpanId, readonly Counterpart[]])[] = [];
    const known = places.flatMap(({ span, doc, start, end }) =>
      doc === null ? [] : [{ span, at: { doc, start, end } }],
    );
    for (let from = 0; from < known.length; from += mostPassages) {
      const some = known.slice(from, from + mostPassages);
      const passages = some.map(({ at }) => at);
      const { counterparts } = await request('alignment.counterparts', { corpus, passages, job: newJob() });
      some.forEach(({ span }, at) => found.push([span, counterparts[at] ?? []]));
    }
    return new Map(found);
  }, [corpus, places]);
  const answered = useKept(corpus, `${corpus} ${question} ${revision}`, ask);
  return answered?.answer ?? none;
}
