/** Brings an open corpus up to date with its folder. */
import { ExpectedFailure } from '../shared/failure.ts';
import type { Corpus } from './corpus.ts';
import type { Handlers } from './handler.ts';
import { readAnew } from './read-anew.ts';

export const refreshHandlers: Handlers<'corpus.refresh'> = {
  'corpus.refresh': async (corpus, { untilKept = false }, call) => {
    // What is being written most likely stays as it is: reading the folder again would call it off.
    if (untilKept) await kept(corpus, call.signal);
    await readAnew(corpus, call, true);
    if (untilKept) await kept(corpus, call.signal);
    return corpus.summary();
  },
};

async function kept({ keeper }: Corpus, signal: AbortSignal): Promise<void> {
  const cancelled = Promise.withResolvers<never>();
  const cancel = (): void => {
    cancelled.reject(new ExpectedFailure('cancelled', 'Stopped.'));
  };
  signal.addEventListener('abort', cancel);
  try {
    await Promise.race([keeper?.settled(), cancelled.promise]);
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}
