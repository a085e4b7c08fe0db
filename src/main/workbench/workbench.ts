/**
 * The workbench is what all three doors call. It holds the folders that may be opened, the corpora that are open (one
 * worker thread each), the jobs that can be stopped, and the preferences. A request comes in as a name and parameters
 * of unknown shape, is parsed by the contract, and is answered here or by the worker of the corpus that it names.
 *
 * `dispatch` never throws: an expected failure becomes data, a bug becomes `internal` and is reported.
 */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { CorpusRequestName, Params, RequestName, Result, WorkbenchRequestName } from '../../shared/contract.ts';
import type { LecternEvent } from '../../shared/wire.ts';
import { isRequestName, requests, workbenchRequests } from '../../shared/contract.ts';
import type { Failure, Outcome } from '../../shared/failure.ts';
import { ExpectedFailure, failed } from '../../shared/failure.ts';
import type { FolderId } from '../../shared/model.ts';
import { Corpora } from './corpora.ts';
import type { SpawnWorker } from './corpus-thread.ts';
import { FolderRegistry } from './folder-registry.ts';
import { Jobs } from './jobs.ts';
import { withReference } from './keyword-reference.ts';
import { workbenchHandlers } from './workbench-handlers.ts';

export type Door = Result<'app.about'>['door'];

export interface WorkbenchOptions {
  /** The worker's entry: `out/main/worker.js`, or `src/worker/main.ts` when run from the sources. */
  readonly workerUrl: URL;
  /** The program that reads risky files for the worker: `out/main/reader.js`, or its source. */
  readonly readerUrl: URL;
  /** Path of `resources/`. */
  readonly resources: string;
  /** Folder of the snapshots. It is made when first written to. Without it every opening reads all files. */
  readonly cache?: string | undefined;
  /** File of the project, in place of the folder's own. */
  readonly project?: string | undefined;
  /** Whether open folders are watched for changes. By default the command line, which ends at once, does not. */
  readonly watch?: boolean | undefined;
  /** Where preferences, recent folders and what was said of each folder live. It is made when first written to. */
  readonly userData: string;
  readonly door: Door;
  readonly version: string;
  /** Shows the system's folder dialog; null when the user cancelled. Absent where there is no such dialog. */
  readonly chooseFolder?: (() => Promise<string | null>) | undefined;
  /** Path of the sample articles, offered when given and there. */
  readonly samples?: string | undefined;
  /** Whether opened folders are kept as recent ones. By default only the window does so. */
  readonly remember?: boolean | undefined;
  /** Starts a thread; a test keeps hold of it here. */
  readonly spawn?: SpawnWorker | undefined;
  /** Hears of bugs. By default they go to standard error. */
  readonly report?: ((error: unknown) => void) | undefined;
}

export interface Workbench {
  /** Answers one request. Never throws. */
  dispatch(name: unknown, params: unknown): Promise<Outcome<unknown>>;
  /** Returns the function that ends the subscription. */
  listen(listener: (event: LecternEvent) => void): () => void;
  /**
   * The only way in for a path: of the command line, the dialog, a drop. A single file will do.
   * @throws ExpectedFailure `no-such-folder` or `unreadable`
   */
  admit(path: string): FolderId;
  /** Tells every listener, for instance of a menu's command. */
  emit(event: LecternEvent): void;
  /** Ends every thread and every subscription. Whatever is under way is answered with `unavailable`. */
  dispose(): Promise<void>;
}

const closing: Failure = { code: 'unavailable', message: 'Lectern is closing.' };

export function createWorkbench(options: WorkbenchOptions): Workbench {
  const report =
    options.report ??
    ((error: unknown) => {
      console.error(error);
    });
  const listeners = new Set<(event: LecternEvent) => void>();
  const emit = (event: LecternEvent): void => {
    for (const listener of [...listeners]) {
      try {
        listener(event);
      } catch (error) {
        report(error);
      }
    }
  };
  const jobs = new Jobs();
  const folders = new FolderRegistry(options.userData, options.remember ?? options.door === 'electron', report);
  const spawn: SpawnWorker = options.spawn ?? ((url, settings) => new Worker(url, settings));
  const { workerUrl, readerUrl, resources } = options;
  const records = join(options.userData, 'folders');
  const projects = join(options.userData, 'projects');
  const watch = options.watch ?? options.door !== 'cli';
  const hidesOthers = options.door !== 'cli';
  const { cache, project, version } = options;
  const places = { resources, version, records, projects, project, cache };
  const corpora = new Corpora({ spawn, workerUrl, readerUrl, ...places, watch, hidesOthers, jobs, emit });
  const handlers = workbenchHandlers({ options, folders, corpora, jobs, emit });
  let disposed = false;

  async function answer(name: RequestName, params: unknown): Promise<Outcome<unknown>> {
    const parsed = requests[name].params.safeParse(params);
    if (!parsed.success) return failed('bad-request', `${name}: ${issuesInWords(parsed.error.issues)}`);
    if (isWorkbenchRequest(name)) {
      // The table is typed by name; picking one entry by a name known only at run time loses that tie.
      const handle = handlers[name] as (params: unknown) => Promise<Outcome<unknown>>;
      return handle(parsed.data);
    }
    const forCorpus = parsed.data as Params<CorpusRequestName>;
    const job = 'job' in forCorpus ? forCorpus.job : undefined;
    const whole = name === 'tables.open' ? await withReference(corpora, forCorpus as Params<'tables.open'>) : undefined;
    if (whole?.ok === false) return whole;
    return corpora.get(forCorpus.corpus).request(name, whole?.value ?? forCorpus, job);
  }

  return {
    async dispatch(name, params) {
      if (!isRequestName(name)) return failed('unknown-request', `There is no request called ${shown(name)}.`);
      if (disposed) return { ok: false, error: closing };
      try {
        return await answer(name, params);
      } catch (error) {
        if (error instanceof ExpectedFailure) return { ok: false, error: error.failure };
        report(error);
        return failed('internal', `A mistake in Lectern itself: ${error instanceof Error ? error.message : 'unknown'}`);
      }
    },
    listen(listener) {
      // A wrapper of its own, so that one function given twice counts twice.
      const own = (event: LecternEvent): void => {
        listener(event);
      };
      listeners.add(own);
      return () => {
        listeners.delete(own);
      };
    },
    admit: (path) => folders.admit(path).folder,
    emit,
    async dispose() {
      disposed = true;
      await corpora.closeAll(closing);
      listeners.clear();
    },
  };
}

function isWorkbenchRequest(name: RequestName): name is WorkbenchRequestName {
  return Object.hasOwn(workbenchRequests, name);
}

function shown(name: unknown): string {
  return typeof name === 'string' ? JSON.stringify(name.slice(0, 80)) : `a ${typeof name}`;
}

function issuesInWords(issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]): string {
  return issues
    .slice(0, 3)
    .map(({ path, message }) => (path.length > 0 ? `${path.map(String).join('.')}: ${message}` : message))
    .join('; ');
}
