/** Counts of many queries, asked in portions that can be stopped. */
import { useEffect, useRef, useState } from 'react';
import { type BatchRow, mostBatchQueries } from '../../../shared/answers.ts';
import type { Failure } from '../../../shared/failure.ts';
import type { CorpusId } from '../../../shared/model.ts';
import type { Query } from '../../../shared/terms.ts';
import { asFailure, start } from '../../app/actions/failures.ts';
import { newJob } from '../../app/jobs.ts';
import { request } from '../../app/request.ts';
import { store } from '../../app/store/store.ts';
import { formatCount } from '../../ui/format.ts';
import { wordsOf } from '../../language/words.ts';

const t = wordsOf('batch');

export interface Counted {
  readonly rows: readonly BatchRow[];
  /** In the documents searched. */
  readonly tokens: number;
  /** The condition they were counted under, empty for none. */
  readonly where: string;
}

export interface Batch {
  readonly counted: Counted | null;
  readonly isBusy: boolean;
  readonly failure: Failure | null;
  /** Asks them in the documents that the condition in force means. */
  readonly count: (queries: readonly Query[]) => void;
}

export function useBatch(corpus: CorpusId): Batch {
  const [counted, setCounted] = useState<Counted | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, setBusy] = useState(false);
  const running = useRef<string | null>(null);
  useEffect(
    () => () => {
      if (running.current !== null) start(request('job.cancel', { job: running.current }));
    },
    [corpus],
  );
  const count = (queries: readonly Query[]) => {
    if (running.current !== null || queries.length === 0) return;
    const job = newJob();
    running.current = job;
    const { begin, end, typedWhere, say } = store.getState();
    begin(job, t('useBatch.countingQueries'), null);
    setBusy(true);
    setFailure(null);
    counts(corpus, queries, typedWhere.trim(), job)
      .then((found) => {
        setCounted(found);
        say(t('useBatch.counted', { queries: formatCount(found.rows.length, 'query') }));
      })
      .catch((error: unknown) => {
        const failed = asFailure(error);
        if (failed.code !== 'cancelled') setFailure(failed);
      })
      .finally(() => {
        running.current = null;
        setBusy(false);
        end(job);
      });
  };
  return { counted, isBusy, failure, count };
}

async function counts(corpus: CorpusId, queries: readonly Query[], where: string, job: string): Promise<Counted> {
  const rows: BatchRow[] = [];
  let tokens = 0;
  for (let from = 0; from < queries.length; from += mostBatchQueries) {
    const portion = queries.slice(from, from + mostBatchQueries);
    const condition = where === '' ? {} : { where };
    const answer = await request('query.batch', { corpus, queries: portion, ...condition, job });
    rows.push(...answer.rows);
    tokens = answer.tokens;
  }
  return { rows, tokens, where };
}
