/** The answer to a question of the parallel concordance; that to another question counts as none. */
import { useEffect, useState } from 'react';
import type { Failure } from '../../../../shared/failure.ts';
import type { CorpusId } from '../../../../shared/model.ts';
import type { ParallelQuestion, ParallelSort, ParallelSummary } from '../../../../shared/parallel.ts';
import { asFailure } from '../../../app/actions/failures.ts';
import { newJob } from '../../../app/jobs.ts';
import { request } from '../../../app/request.ts';
import { store } from '../../../app/store/store.ts';
import { wordsOf } from '../../../language/words.ts';

const t = wordsOf('aligned');

interface Answered {
  readonly question: ParallelQuestion;
  readonly summary: ParallelSummary | null;
  readonly failure: Failure | null;
}

/** Milliseconds after which looking through pairs shows that it goes on, and can be stopped. */
const patience = 300;

async function ask(corpus: CorpusId, question: ParallelQuestion): Promise<ParallelSummary> {
  const { begin, end } = store.getState();
  const job = newJob();
  const timer = setTimeout(() => {
    begin(job, t('parallel.asking'), null);
  }, patience);
  try {
    return await request('parallel.open', { corpus, question, sort: 'place', job });
  } finally {
    clearTimeout(timer);
    end(job);
  }
}

export interface ParallelAsked {
  readonly summary: ParallelSummary | null;
  readonly failure: Failure | null;
  readonly sort: (by: ParallelSort) => Promise<void>;
}

export function useParallel(corpus: CorpusId, question: ParallelQuestion | null): ParallelAsked {
  const [answered, setAnswered] = useState<Answered | null>(null);
  useEffect(() => {
    if (!question) return undefined;
    let isStale = false;
    ask(corpus, question)
      .then((summary) => {
        if (!isStale) setAnswered({ question, summary, failure: null });
      })
      .catch((error: unknown) => {
        if (!isStale) setAnswered({ question, summary: null, failure: asFailure(error) });
      });
    return () => {
      isStale = true;
    };
  }, [corpus, question]);
  const held = answered?.question === question ? answered : null;
  return {
    summary: held?.summary ?? null,
    failure: held?.failure ?? null,
    sort: async (by) => {
      if (!held?.summary) return;
      const { parallel } = held.summary;
      setAnswered({ ...held, summary: await request('parallel.sort', { corpus, parallel, sort: by }) });
    },
  };
}
