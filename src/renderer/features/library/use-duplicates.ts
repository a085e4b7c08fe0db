/** Groups of near-identical documents: found on request, with progress, and given up when nobody looks any more. */
import { useEffect, useState } from 'react';
import { type Duplicate, usualShingle, usualSimilarity } from '../../../shared/answers.ts';
import { longestPage } from '../../../shared/terms.ts';
import type { Failure } from '../../../shared/failure.ts';
import type { CorpusId } from '../../../shared/model.ts';
import { asFailure, start } from '../../app/actions/failures.ts';
import { newJob } from '../../app/jobs.ts';
import { request } from '../../app/request.ts';
import { store } from '../../app/store/store.ts';
import { wordsOf } from '../../language/words.ts';

const t = wordsOf('library');

export interface Duplicates {
  readonly groups: readonly (readonly Duplicate[])[];
  /** Groups that there are; null until the first page has come. */
  readonly total: number | null;
  /** Documents in all groups. */
  readonly documents: number;
  readonly failure: Failure | null;
}

const nothing: Duplicates = { groups: [], total: null, documents: 0, failure: null };

/** The first `wanted` groups. */
export function useDuplicates(corpus: CorpusId, wanted: number): Duplicates {
  const [found, setFound] = useState<Duplicates>(nothing);
  useEffect(() => {
    let left = false;
    const job = newJob();
    const { begin, end } = store.getState();
    begin(job, t('useDuplicates.lookingForStoriesTold'), null);
    const read = async () => {
      const groups: (readonly Duplicate[])[] = [];
      let total = Infinity;
      while (groups.length < Math.min(wanted, total)) {
        const page = await request('corpus.duplicates', {
          corpus,
          threshold: usualSimilarity,
          shingle: usualShingle,
          job,
          from: groups.length,
          count: longestPage,
        });
        if (left) return;
        groups.push(...page.groups);
        total = page.total;
        setFound({ groups, total, documents: page.documents, failure: null });
        if (page.groups.length === 0) return;
      }
    };
    read()
      .catch((error: unknown) => {
        if (!left) setFound((known) => ({ ...known, failure: asFailure(error) }));
      })
      .finally(() => {
        end(job);
      });
    return () => {
      left = true;
      start(request('job.cancel', { job }));
    };
  }, [corpus, wanted]);
  return found;
}
