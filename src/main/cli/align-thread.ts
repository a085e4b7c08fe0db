/** The thread that aligns, as the command line holds it. */
import { Worker } from 'node:worker_threads';
import type { AlignedPair, AlignStart, FromAligner } from '../../shared/align-messages.ts';
import { ExpectedFailure } from '../../shared/failure.ts';
import type { ProgressReport } from '../../shared/worker-messages.ts';
import type { Ending } from './ending.ts';

export interface AlignListeners {
  progress(report: ProgressReport): void;
  remark(text: string): void;
}

export interface AlignAnswer {
  readonly pairs: readonly AlignedPair[];
  readonly lexicons: readonly unknown[];
}

/** @throws ExpectedFailure with what the thread found wrong */
export async function alignInThread(
  url: URL,
  start: AlignStart,
  listeners: AlignListeners,
  ending: Ending,
): Promise<AlignAnswer> {
  const worker = new Worker(url, { workerData: start, name: 'lectern alignment', execArgv: [] });
  ending.own(async () => {
    await worker.terminate();
  });
  const pairs: AlignedPair[] = [];
  const { promise, resolve, reject } = Promise.withResolvers<AlignAnswer>();
  worker.on('message', (message: FromAligner) => {
    switch (message.kind) {
      case 'progress':
        listeners.progress(message.report);
        return;
      case 'remark':
        listeners.remark(message.text);
        return;
      case 'pair':
        pairs.push(message.pair);
        return;
      case 'done':
        resolve({ pairs, lexicons: message.lexicons });
        return;
      case 'failed': {
        const { code, message: what, ...more } = message.error;
        reject(new ExpectedFailure(code, what, more));
      }
    }
  });
  worker.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'ERR_WORKER_OUT_OF_MEMORY')
      reject(
        new ExpectedFailure('worker-crashed', 'The memory of this machine does not suffice for texts of that length'),
      );
    else reject(error);
  });
  worker.on('exit', () => {
    reject(new ExpectedFailure('worker-crashed', 'The aligner ended unexpectedly'));
  });
  return promise;
}
