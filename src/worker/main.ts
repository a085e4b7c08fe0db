/**
 * The thread entry. One worker holds one corpus: it reads the folder, keeps text, index and results in memory, and
 * answers the requests of the contract that name a corpus. It knows no door and no window; the workbench starts it,
 * speaks to it by the messages of `shared/worker-messages.ts`, and ends it.
 */
import { parentPort, workerData } from 'node:worker_threads';
import type { CorpusSummary } from '../shared/answers.ts';
import type { CorpusRequestName } from '../shared/contract.ts';
import type { Outcome } from '../shared/failure.ts';
import { done, ExpectedFailure, failed } from '../shared/failure.ts';
import type { ProjectChange } from '../shared/tagging.ts';
import type { FromWorker, ToWorker, WorkerStart } from '../shared/worker-messages.ts';
import type { Corpus } from './corpus.ts';
import { Superseded } from './corpus.ts';
import { firstHandlers } from './first-handlers.ts';
import type { Call, Handler, Handlers } from './handler.ts';
import { openCorpus } from './open-corpus.ts';
import { recover } from './read-anew.ts';
import { NotYetRead } from './snapshot/not-yet-read.ts';
import { DamagedSnapshot } from './snapshot/snapshot-file.ts';
import { endAll } from './thread-end.ts';
import { CorpusWatch } from './watch-corpus.ts';

if (!parentPort) throw new Error('This file is the entry of a worker thread: the workbench starts it.');
const port = parentPort;
const start = workerData as WorkerStart;
const send = (message: FromWorker): void => {
  port.postMessage(message);
};

const opened = Promise.withResolvers<Corpus>();
// Requests that wait for an opening that fails get its failure; without any, it is not a crash.
opened.promise.catch(() => undefined);
const running = new Map<number, AbortController>();

let current: Corpus | undefined;
let watching: CorpusWatch | undefined;

async function open({ report }: Call): Promise<CorpusSummary> {
  try {
    const changed = (summary: CorpusSummary): void => {
      send({ kind: 'changed', summary });
    };
    const projectChanged = (change: ProjectChange): void => {
      send({ kind: 'project', ...change });
    };
    current = await openCorpus(start, { entry: import.meta.url, report, changed, projectChanged });
    if (start.watch)
      watching = new CorpusWatch(current, (change) => {
        send({ kind: 'stale', ...change });
      });
    opened.resolve(current);
    // A window asks for more in a moment.
    if (start.watch) void import('./handlers.ts');
    return current.summary();
  } catch (error) {
    opened.reject(error);
    throw error;
  }
}

async function handlersWith(name: CorpusRequestName): Promise<Partial<Handlers>> {
  return name in firstHandlers ? firstHandlers : (await import('./handlers.ts')).handlers;
}

async function request(name: CorpusRequestName, params: unknown, call: Call): Promise<unknown> {
  // The table is typed by name; picking one entry by a name known only at run time loses that tie.
  const handle = (await handlersWith(name))[name] as Handler<CorpusRequestName>;
  const corpus = await opened.promise;
  let missing: NotYetRead | undefined;
  for (let damages = 0; ;) {
    const folder = corpus.opened;
    try {
      await missing?.read();
      return await handle(corpus, params as Parameters<typeof handle>[1], call);
    } catch (error) {
      // What was read stays in memory, so that asking again comes further.
      missing = error instanceof NotYetRead ? error : undefined;
      if (missing) continue;
      // A second one in one request is no damage to the file, but a mistake that reading anew does not mend.
      if (error instanceof DamagedSnapshot && damages++ === 0) await recover(corpus, folder, error);
      else if (!(error instanceof Superseded)) throw error;
    } finally {
      if (corpus.opened !== folder) watching?.lookSoon();
    }
  }
}

/** Leaves nothing half-written behind. */
async function close(): Promise<void> {
  watching?.close();
  current?.project.close();
  await endAll();
  await current?.keeper?.close();
  // In a thread this ends the thread alone.
  process.exit();
}

async function answer(id: number, work: (call: Call) => Promise<unknown>): Promise<void> {
  const controller = new AbortController();
  running.set(id, controller);
  const call: Call = {
    signal: controller.signal,
    report: (report) => {
      send({ kind: 'progress', id, report });
    },
  };
  let outcome: Outcome<unknown>;
  try {
    outcome = done(await work(call));
  } catch (error) {
    if (error instanceof ExpectedFailure) outcome = { ok: false, error: error.failure };
    else {
      console.error(error);
      outcome = failed(
        'internal',
        `A mistake in Lectern itself: ${error instanceof Error ? error.message : 'unknown'}`,
      );
    }
  }
  running.delete(id);
  send({ kind: 'answer', id, outcome });
}

port.on('message', (message: ToWorker) => {
  switch (message.kind) {
    case 'open':
      void answer(message.id, open);
      return;
    case 'request':
      void answer(message.id, (call) => request(message.name, message.params, call));
      return;
    case 'cancel':
      running.get(message.id)?.abort();
      return;
    case 'close':
      void close();
  }
});
