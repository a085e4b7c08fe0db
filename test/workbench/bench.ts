/** What the tests of the workbench share: one with its threads and events in hand, and a folder that takes a while. */
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import type { Workbench, WorkbenchOptions } from '../../src/main/workbench/workbench.ts';
import type { CorpusSummary } from '../../src/shared/answers.ts';
import type { Query } from '../../src/shared/terms.ts';
import type { LecternEvent } from '../../src/shared/wire.ts';
import type { Outcome } from '../../src/shared/failure.ts';
import type { CorpusId } from '../../src/shared/model.ts';
import { makeFolder, temporaryFolder } from '../worker/temporary-folder.ts';
import { samples as sampleArticles } from '../program.ts';
import { ask, nativeWorkbench } from './native-workbench.ts';

export interface Bench {
  readonly workbench: Workbench;
  readonly events: LecternEvent[];
  /** Every thread that was started, newest last. */
  readonly threads: Worker[];
}

export function bench(options: Partial<WorkbenchOptions> = {}): Bench {
  const threads: Worker[] = [];
  const events: LecternEvent[] = [];
  const workbench = nativeWorkbench({
    userData: temporaryFolder(),
    spawn: (url, settings) => {
      const thread = new Worker(url, settings);
      threads.push(thread);
      return thread;
    },
    ...options,
  });
  workbench.listen((event) => events.push(event));
  onTestFinished(() => workbench.dispose());
  return { workbench, events, threads };
}

export async function opened(workbench: Workbench, path = sampleArticles): Promise<CorpusSummary> {
  return ask(workbench, 'corpus.open', { folder: workbench.admit(path), job: 'open' });
}

/** Resolves with the first event that passes, from now on. */
export async function nextEvent<Type extends LecternEvent['type']>(
  workbench: Workbench,
  type: Type,
  passes: (event: Extract<LecternEvent, { type: Type }>) => boolean = () => true,
): Promise<Extract<LecternEvent, { type: Type }>> {
  return new Promise((resolve) => {
    const end = workbench.listen((event) => {
      if (event.type !== type || !passes(event as Extract<LecternEvent, { type: Type }>)) return;
      end();
      resolve(event as Extract<LecternEvent, { type: Type }>);
    });
  });
}

export const simple = (text: string): Query => ({ text, mode: 'simple', case: false, marks: false });

/** A request that is certainly under way in the thread: the passage index of many sentences is not built at once. */
export async function waitingForPassages(
  workbench: Workbench,
  corpus: CorpusId,
): Promise<{ outcome: Promise<Outcome<unknown>> }> {
  const params = { corpus, words: 'says', limit: 1, fuzzy: false, job: 'passages' };
  const progress = nextEvent(workbench, 'progress', ({ stage }) => stage === 'passages');
  const outcome = workbench.dispatch('passages.find', params);
  await progress;
  // In an object, because a promise given back would be waited for.
  return { outcome };
}

/** So many files that opening them is still under way when the first progress is heard. */
export const manyFiles = 2000;

/** Makes a folder of that many before the tests of a file, and removes it after them. Call it at the top of the file. */
export function largeFolder(): () => string {
  let path = '';
  let remove = (): void => undefined;
  beforeAll(() => {
    const article = (at: number): string => `Article number ${at} says little. `.repeat(40);
    const paths = Array.from({ length: manyFiles }, (_, at) => `${at % 50}/${at}.txt`);
    ({ path, remove } = makeFolder(Object.fromEntries(paths.map((name, at) => [name, article(at)]))));
  });
  afterAll(() => {
    remove();
  });
  return () => path;
}
