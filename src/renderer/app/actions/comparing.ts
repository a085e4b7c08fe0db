import { newJob } from '../jobs.ts';
import type { Steps } from '../store/chain.ts';
import { store } from '../store/store.ts';
import { wordsOf } from '../../language/words.ts';

const t = wordsOf('app');

/** Finding near-duplicates takes time, so its progress is shown; every other step is done before a bar could be. */
export function comparing(steps: Steps): { readonly job?: string } {
  if (!steps.some(({ kind }) => kind === 'once-per-story')) return {};
  const job = newJob();
  store.getState().begin(job, t('comparing.lookingForStoriesTold'), null);
  return { job };
}
