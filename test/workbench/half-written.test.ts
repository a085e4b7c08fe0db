/** A thread that does not hear of its end, and what it was writing. */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { CorpusThread } from '../../src/main/workbench/corpus-thread.ts';
import { temporaryNameOf } from '../../src/shared/temporary-files.ts';
import type { WorkerStart } from '../../src/shared/worker-messages.ts';
import { temporaryFolder } from '../worker/temporary-folder.ts';

const busy = `
  const { parentPort, threadId } = require('node:worker_threads');
  parentPort.on('message', () => {});
  require('node:fs').writeFileSync(process.env.HALF + '.' + process.pid + '-' + threadId + '-a1.tmp', 'half');
  parentPort.postMessage({ kind: 'half-written' });
  for (;;);
`;

test('is gone with it; what others write, and what is written, stays', async () => {
  const cache = temporaryFolder();
  const file = join(cache, '0123.lectern');
  let started = Promise.resolve();
  const spawn = (): Worker => {
    const worker = new Worker(busy, { eval: true, env: { HALF: file } });
    started = new Promise((resolve) => {
      worker.once('message', () => {
        resolve();
      });
    });
    return worker;
  };
  const nobody = () => undefined;
  const listeners = { changed: nobody, stale: nobody, projectChanged: nobody, crashed: nobody };
  const thread = new CorpusThread(spawn, new URL('file:///'), { cache } as WorkerStart, listeners);
  await started;
  const others = [file, temporaryNameOf(file, { process: process.pid, thread: 12_345 }, 'b2')];
  for (const other of others) writeFileSync(other, '');
  expect(readdirSync(cache)).toHaveLength(3);
  await thread.end({ code: 'cancelled', message: 'Stopped.' });
  expect(readdirSync(cache).map((name) => join(cache, name))).toEqual(others);
});
