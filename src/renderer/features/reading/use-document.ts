/** The document that is read, and the lines of the result that lie in it. */
import { useCallback } from 'react';
import type { ConcordanceSummary, Hit } from '../../../shared/answers.ts';
import type { CorpusId, DocId } from '../../../shared/model.ts';
import { orderOf } from '../../app/result-order.ts';
import { request } from '../../app/request.ts';
import { useAnswer } from '../../app/use-answer.ts';

export function useDocument(corpus: CorpusId, doc: DocId, attempt: number) {
  const ask = useCallback(() => request('document.text', { corpus, doc }), [corpus, doc]);
  return useAnswer(`${corpus} ${doc} ${attempt}`, ask);
}

const noHits: readonly Hit[] = [];

export interface DocumentHits {
  /** In text order. */
  readonly hits: readonly Hit[];
  /** False when the document has more than the contract lists. */
  readonly complete: boolean;
}

export function useHits(corpus: CorpusId, doc: DocId, result: ConcordanceSummary | null): DocumentHits {
  const id = result?.result ?? null;
  const ask = useCallback(
    () => (id === null ? Promise.resolve(null) : request('concordance.hits', { corpus, result: id, doc })),
    [corpus, id, doc],
  );
  // The numbers of the lines change with the order.
  const answered = useAnswer(`${corpus} ${doc} ${result ? orderOf(result) : ''}`, ask);
  return { hits: answered?.answer?.hits ?? noHits, complete: answered?.answer?.complete ?? true };
}
