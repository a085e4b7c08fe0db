/** The document that is read, and the lines of the open results that lie in it. */
import { useCallback, useMemo } from 'react';
import type { Hit } from '../../../shared/answers.ts';
import { mostResultsTogether } from '../../../shared/lines.ts';
import type { CorpusId, DocId, Span } from '../../../shared/model.ts';
import { orderOf } from '../../app/result-order.ts';
import { request } from '../../app/request.ts';
import type { OpenResult } from '../../app/store/sheets.ts';
import { useAnswer } from '../../app/use-answer.ts';
import { spansOf } from './place-text.ts';
import type { QueryHits } from './several-hits.ts';

export function useDocument(corpus: CorpusId, doc: DocId, attempt: number) {
  const ask = useCallback(() => request('document.text', { corpus, doc }), [corpus, doc]);
  return useAnswer(`${corpus} ${doc} ${attempt}`, ask);
}

/** The sentences of a document, as places in its text; none while they are on their way. */
export function useSentences(corpus: CorpusId, doc: DocId): readonly Span[] {
  const ask = useCallback(() => request('document.sentences', { corpus, doc }), [corpus, doc]);
  const bounds = useAnswer(`${corpus} ${doc}`, ask)?.answer?.bounds;
  return useMemo(() => spansOf(bounds ?? []), [bounds]);
}

const noHits: readonly Hit[] = [];

/** One entry for each result that is open, in the order of the tabs; without hits while they are on their way. */
export function useHits(corpus: CorpusId, doc: DocId, open: readonly OpenResult[]): readonly QueryHits[] {
  const together = useMemo(() => open.slice(0, mostResultsTogether), [open]);
  const ask = useCallback(() => {
    const results = together.map(({ result }) => result.result);
    return results.length === 0 ? Promise.resolve(null) : request('concordance.hitsOfMany', { corpus, results, doc });
  }, [corpus, together, doc]);
  // The numbers of the lines change with the order.
  const orders = together.map(({ result }) => orderOf(result)).join(' ');
  const answered = useAnswer(`${corpus} ${doc} ${orders}`, ask);
  return useMemo(
    () =>
      together.map(({ sheet, colour, result }) => {
        const found = answered?.answer?.results.find((known) => known.result === result.result);
        const { hits = noHits, complete = true } = found ?? {};
        return { sheet, colour, name: result.query.text, hits, complete };
      }),
    [together, answered],
  );
}
