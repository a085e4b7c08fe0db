/** What the condition field needs to know of the corpus: its fields, its saved conditions, how much a condition means. */
import { useCallback, useEffect, useState } from 'react';
import type { Result } from '../../../shared/contract.ts';
import type { Failure } from '../../../shared/failure.ts';
import type { CorpusId } from '../../../shared/model.ts';
import { asFailure } from '../../app/actions/failures.ts';
import { request } from '../../app/request.ts';
import { useAnswer } from '../../app/use-answer.ts';

/** Values of a field that are offered. */
const mostValues = 100;
/** Milliseconds of rest before a condition is tried while it is typed. */
const rest = 250;

/** `edition` rises when the documents are others. */
export function useFields(corpus: CorpusId | null, edition: string): Result<'corpus.fields'> {
  const ask = useCallback(
    () => (corpus === null ? Promise.resolve(null) : request('corpus.fields', { corpus, values: mostValues })),
    [corpus],
  );
  return useAnswer(`${corpus ?? ''} ${edition}`, ask)?.answer ?? none;
}

const none: Result<'corpus.fields'> = { fields: [], projectFields: [] };

export type Subcorpora = Result<'subcorpora.list'>['subcorpora'];

export function useSubcorpora(corpus: CorpusId | null, edition: string): Subcorpora {
  const ask = useCallback(
    () => (corpus === null ? Promise.resolve(null) : request('subcorpora.list', { corpus })),
    [corpus],
  );
  return useAnswer(`${corpus ?? ''} ${edition}`, ask)?.answer?.subcorpora ?? [];
}

interface Meant {
  readonly asked: string;
  readonly documents: number | null;
  readonly failure: Failure | null;
}

/** How many documents a condition means, tried once its writer rests. Null while that is not known. */
export function useMeant(corpus: CorpusId | null, where: string, edition: string): Meant | null {
  const [meant, setMeant] = useState<Meant | null>(null);
  const asked = `${corpus ?? ''} ${edition} ${where}`;
  useEffect(() => {
    if (corpus === null || where.trim() === '') return undefined;
    let stale = false;
    const timer = setTimeout(() => {
      request('corpus.documents', { corpus, where: where.trim(), from: 0, count: 1 })
        .then(({ total }) => {
          if (!stale) setMeant({ asked, documents: total, failure: null });
        })
        .catch((error: unknown) => {
          if (!stale) setMeant({ asked, documents: null, failure: asFailure(error) });
        });
    }, rest);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [corpus, where, asked]);
  return meant?.asked === asked ? meant : null;
}
