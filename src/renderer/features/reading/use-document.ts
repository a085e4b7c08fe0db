/** The document that is read, and the lines of the result that lie in it. */
import { useCallback, useEffect, useState } from 'react';
import type { ConcordanceSummary, Hit } from '../../../shared/contract.ts';
import { ExpectedFailure, type Failure } from '../../../shared/failure.ts';
import type { CorpusId, DocId } from '../../../shared/model.ts';
import { request } from '../../app/request.ts';

/** An answer with what it was asked by; an answer to another question counts as none. */
interface Answered<Answer> {
  readonly asked: string;
  readonly answer: Answer | null;
  readonly failure: Failure | null;
}

/** Asks whenever `asked` changes and holds the last answer. `ask` must depend on nothing else. */
function useAnswer<Answer>(asked: string, ask: () => Promise<Answer | null>) {
  const [answered, setAnswered] = useState<Answered<Answer> | null>(null);
  const [thrown, setThrown] = useState<Error | null>(null);
  useEffect(() => {
    let stale = false;
    ask()
      .then((answer) => {
        if (!stale) setAnswered({ asked, answer, failure: null });
      })
      .catch((error: unknown) => {
        if (stale) return;
        if (error instanceof ExpectedFailure) setAnswered({ asked, answer: null, failure: error.failure });
        else setThrown(error instanceof Error ? error : new Error(String(error)));
      });
    return () => {
      stale = true;
    };
  }, [asked, ask]);
  if (thrown) throw thrown;
  return answered?.asked === asked ? answered : null;
}

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
  const answered = useAnswer(`${corpus} ${doc} ${id ?? ''} ${result?.sort.join(',') ?? ''}`, ask);
  return { hits: answered?.answer?.hits ?? noHits, complete: answered?.answer?.complete ?? true };
}
