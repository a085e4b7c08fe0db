/**
 * Entry of the process that reads files for the corpus worker (see reading.ts). It may be killed at any moment, in the
 * middle of a library's loop or for want of memory; nothing outside it is lost then.
 */
import { readSync } from 'node:fs';
import { isMainThread, Worker } from 'node:worker_threads';
import type { ExtractOptions, Extraction } from './extract.ts';
import { extract, Unreadable } from './extract.ts';

export interface ReadRequest {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly options: ExtractOptions;
}

export type ReadAnswer =
  { readonly extraction: Extraction } | { readonly unreadable: string } | { readonly fault: string };

async function answer({ bytes, name, options }: ReadRequest): Promise<ReadAnswer> {
  try {
    return { extraction: await extract(bytes, name, options) };
  } catch (error) {
    if (error instanceof Unreadable) return { unreadable: error.message };
    return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

function serve(): void {
  process.on('message', (request: ReadRequest) => {
    void answer(request).then((answered) => {
      process.send?.(answered);
    });
  });
  // The corpus worker is gone, however it went: nobody waits for an answer.
  process.on('disconnect', end);
  // A reader in a loop of its own never hears of that. A thread does: see `watch`.
  new Worker(new URL(import.meta.url));
}

/**
 * Standard input is a pipe into which nobody writes: its end is the end of the corpus worker. Waiting for it blocks,
 * which is what this thread is for.
 */
function watch(): void {
  const nothing = new Uint8Array(1);
  for (;;)
    try {
      if (readSync(0, nothing) === 0) end();
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // Windows says so by an error.
      if (code === 'EOF') end();
      if (code !== 'EAGAIN') return;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 250);
    }
}

/** Not by `process.exit`, which would wait for the other thread. */
function end(): void {
  process.kill(process.pid, 'SIGKILL');
}

if (isMainThread) serve();
else watch();
