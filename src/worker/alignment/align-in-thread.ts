/** Has pairs aligned in a thread of its own, which is ended when nobody wants the answer any more. */
import { Worker } from 'node:worker_threads';
import { ExpectedFailure } from '../../shared/failure.ts';
import type { Call } from '../handlers.ts';
import { beforeThreadEnds } from '../thread-end.ts';
import type { AlignWork, FromAlignment, MadeAlignments } from './alignment-thread.ts';

/** The thread lies beside this program: bundled with bundled ones, as source with sources. */
const alignmentThread = new URL(
  import.meta.url.endsWith('.ts') ? './alignment-thread.ts' : './alignment.js',
  import.meta.url,
);

/** @throws ExpectedFailure `cancelled`, `unavailable` when the thread ran out of memory */
export async function alignInThread(
  work: AlignWork,
  { report, signal }: Call,
  entry: URL = alignmentThread,
): Promise<MadeAlignments> {
  const thread = new Worker(entry, { workerData: work });
  const takeBack = beforeThreadEnds(() => thread.terminate());
  const { promise, resolve, reject } = Promise.withResolvers<MadeAlignments>();
  const cancelled = (): void => {
    reject(new ExpectedFailure('cancelled', 'Stopped.'));
  };
  thread.on('message', (said: FromAlignment) => {
    if (said.kind === 'found') resolve(said.made);
    else report({ stage: 'aligning', done: said.done, total: said.total, what: '' });
  });
  thread.on('error', (error: Error & { code?: string }) => {
    reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooLarge(work) : error);
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

function tooLarge({ pairs }: AlignWork): ExpectedFailure {
  const segments = (side: 'a' | 'b'): number => pairs.reduce((sum, pair) => sum + pair[side].length, 0);
  return new ExpectedFailure(
    'unavailable',
    `There is not enough memory to align ${segments('a')} with ${segments('b')} segments: try paragraphs instead of sentences, or close other folders.`,
  );
}
