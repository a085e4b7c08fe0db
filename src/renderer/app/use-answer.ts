/** What a part of the page asks while it is drawn, and its last answer. */
import { useEffect, useState } from 'react';
import { ExpectedFailure, type Failure } from '../../shared/failure.ts';
import { start } from './actions/failures.ts';
import { newJob } from './jobs.ts';
import { request } from './request.ts';

/** An answer with what it was asked by; an answer to another question counts as none. */
export interface Answered<Answer> {
  readonly asked: string;
  readonly answer: Answer | null;
  readonly failure: Failure | null;
}

/** Asks whenever `asked` changes and holds the last answer. `ask` must depend on nothing else. */
export function useAnswer<Answer>(asked: string, ask: () => Promise<Answer | null>): Answered<Answer> | null {
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

/**
 * The answer to what takes a while; null until it is there. Its job is stopped when `asked` changes or its owner goes
 * away. A failure leaves it null: this is for what is told beside something else, which stands without it.
 */
export function useLongAnswer<Answer>(asked: string, ask: (job: string) => Promise<Answer>): Answer | null {
  const [found, setFound] = useState<{ readonly asked: string; readonly answer: Answer } | null>(null);
  useEffect(() => {
    const job = newJob();
    let isOver = false;
    ask(job)
      .then((answer) => {
        if (!isOver) setFound({ asked, answer });
      })
      .catch(() => undefined)
      .finally(() => {
        isOver = true;
      });
    return () => {
      if (!isOver) start(request('job.cancel', { job }));
      isOver = true;
    };
  }, [asked, ask]);
  return found?.asked === asked ? found.answer : null;
}
