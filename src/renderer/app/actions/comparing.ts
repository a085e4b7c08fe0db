import { newJob } from '../jobs.ts';
import type { Steps } from '../store/chain.ts';
import { store } from '../store/store.ts';
import { wordsOf } from '../../language/words.ts';

const t = wordsOf('app');

/** The job of a question. Finding near-duplicates takes time, so its progress is shown from the first moment. */
export function comparing(steps: Steps): { readonly job: string } {
  const job = newJob();
  if (steps.some(({ kind }) => kind === 'once-per-story'))
    store.getState().begin(job, t('comparing.lookingForStoriesTold'), null);
  return { job };
}
