/** Has something made in a thread of its own, which is ended when nobody wants it any more. */
import { Worker } from 'node:worker_threads';
import { ExpectedFailure } from '../../shared/failure.ts';
import type { Call } from '../handler.ts';
import { beforeThreadEnds } from '../thread-end.ts';
import type { FromThread } from './thread-answer.ts';

/**
 * @param tooLarge what to say when the thread ran out of memory
 * @throws ExpectedFailure `cancelled`, and what `tooLarge` gives
 */
export async function makeInThread<Made>(
  entry: URL,
  work: unknown,
  tooLarge: () => ExpectedFailure,
  { report, signal }: Call,
): Promise<Made> {
  const thread = new Worker(entry, { workerData: work });
  const takeBack = beforeThreadEnds(() => thread.terminate());
  const { promise, resolve, reject } = Promise.withResolvers<Made>();
  const cancelled = (): void => {
    reject(new ExpectedFailure('cancelled', 'Stopped.'));
  };
  thread.on('message', (said: FromThread<Made>) => {
    if (said.kind === 'made') resolve(said.made);
    else report({ stage: 'aligning', done: said.done, total: said.total, what: '' });
  });
  thread.on('error', (error: Error & { code?: string }) => {
    reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooLarge() : error);
  });
  signal.addEventListener('abort', cancelled);
  if (signal.aborted) cancelled();
  try {
    return await promise;
  } finally {
    signal.removeEventListener('abort', cancelled);
    takeBack();
    await thread.terminate();
  }
}
