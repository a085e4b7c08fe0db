/**
 * No wait goes unsaid: whatever is asked under the name of a job and is not answered within 300 ms stands in the status bar
 * with its progress and a way to cancel it, unless the part that asked shows it there itself.
 */
import type { RequestName } from '../../shared/contract.ts';
import { wordsOf } from '../language/words.ts';
import { store } from './store/store.ts';

const t = wordsOf('app');

/** Milliseconds: less is felt as at once. */
const patience = 300;

/** What a person calls the work, by the first part of the request's name. */
function labelOf(name: RequestName): string {
  switch (name.split('.')[0]) {
    case 'concordance':
    case 'query':
    case 'passages':
      return t('waiting.search');
    case 'alignment':
    case 'parallel':
      return t('waiting.pairs');
    case 'tables':
      return t('waiting.count');
    case 'spans':
    case 'tags':
    case 'project':
      return t('waiting.project');
    default:
      return t('waiting.other');
  }
}

/** Called when the request goes out; what it gives is called when the answer is there. */
export function showWhenLong(name: RequestName, params: object): () => void {
  const job = 'job' in params && typeof params.job === 'string' ? params.job : undefined;
  if (job === undefined) return () => undefined;
  let isOurs = false;
  const timer = setTimeout(() => {
    const { jobs, begin } = store.getState();
    if (jobs.some((known) => known.job === job)) return;
    isOurs = true;
    begin(job, labelOf(name), null);
  }, patience);
  return () => {
    clearTimeout(timer);
    if (isOurs) store.getState().end(job);
  };
}
