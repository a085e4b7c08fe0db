/** How much a query finds, counted while it is built. */
import { useEffect, useState } from 'react';
import type { BatchRow } from '../../../../shared/answers.ts';
import type { CorpusId } from '../../../../shared/model.ts';
import type { Query } from '../../../../shared/terms.ts';
import { asFailure, report } from '../../../app/actions/failures.ts';
import { newJob } from '../../../app/jobs.ts';
import { request } from '../../../app/request.ts';

/** Milliseconds of rest before it is counted. */
const rest = 300;

/** Null while it is not known; a query that was overtaken by another is no longer counted. */
export function useCount(corpus: CorpusId, query: Query, where: string): BatchRow | null {
  const asked = JSON.stringify([corpus, query, where]);
  const [counted, setCounted] = useState<{ readonly asked: string; readonly row: BatchRow | null } | null>(null);
  useEffect(() => {
    if (query.text === '') return undefined;
    const job = newJob();
    let isAsked = false;
    let isStale = false;
    const timer = setTimeout(() => {
      isAsked = true;
      const condition = where === '' ? {} : { where };
      request('query.batch', { corpus, queries: [{ ...query }], ...condition, job })
        .then(({ rows }) => {
          if (!isStale) setCounted({ asked, row: rows[0] ?? null });
        })
        .catch((error: unknown) => {
          // A condition that cannot be read is shown where it is written.
          const { code } = asFailure(error);
          if (code !== 'cancelled' && code !== 'bad-query') report(error);
        });
    }, rest);
    return () => {
      isStale = true;
      clearTimeout(timer);
      if (isAsked) request('job.cancel', { job }).catch(report);
    };
    // `asked` says all of the question.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [asked]);
  return counted?.asked === asked ? counted.row : null;
}
