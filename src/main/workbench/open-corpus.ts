/**
 * One corpus as the workbench holds it: a thread, the last summary, and the policy for a thread that dies. The corpus
 * keeps its id when its thread is replaced; results held by the old thread are gone, and say so when asked for.
 */
import { join } from 'node:path';
import type { CorpusSummary, ReadingChange } from '../../shared/answers.ts';
import type { CorpusRequestName } from '../../shared/contract.ts';
import type { LecternEvent } from '../../shared/wire.ts';
import type { Failure, Outcome } from '../../shared/failure.ts';
import { failed } from '../../shared/failure.ts';
import type { CorpusId } from '../../shared/model.ts';
import type { ProgressReport } from '../../shared/worker-messages.ts';
import type { SpawnWorker } from './corpus-thread.ts';
import { CorpusThread } from './corpus-thread.ts';
import type { AdmittedFolder } from './folder-registry.ts';
import type { Jobs } from './jobs.ts';

/** A thread that dies more often than this within a minute dies of the corpus, and would for ever. */
const restartsPerMinute = 3;

export interface CorpusSurroundings {
  readonly spawn: SpawnWorker;
  readonly workerUrl: URL;
  readonly readerUrl: URL;
  readonly resources: string;
  /** Of Lectern. */
  readonly version: string;
  /** Folder of the files that keep what the user said of each folder. */
  readonly records: string;
  /** Folder of the projects. */
  readonly projects: string;
  /** File of the project whatever the folder; undefined where each folder has its own. */
  readonly project: string | undefined;
  /** Folder of the snapshots; undefined when none is to be written or used. */
  readonly cache: string | undefined;
  /** Whether folders are watched. */
  readonly watch: boolean;
  /** Whether a second look hides what others have tagged. */
  readonly hidesOthers: boolean;
  readonly jobs: Jobs;
  readonly emit: (event: LecternEvent) => void;
  /** It is over: closed, given up after crashes, or its first opening failed or was cancelled. */
  readonly gone: (corpus: OpenCorpus) => void;
}

export class OpenCorpus {
  readonly id: CorpusId;
  readonly folder: AdmittedFolder;
  readonly #around: CorpusSurroundings;
  readonly #reading: ReadingChange;
  /** Who waits for the opening: each job hears of the progress, and the last one that is cancelled stops it. */
  readonly #waiting = new Map<symbol, string>();
  #thread: CorpusThread;
  #opened: Promise<Outcome<CorpusSummary>>;
  #summary: CorpusSummary | undefined;
  #crashes: number[] = [];
  #ended = false;
  #passages = true;

  constructor(id: CorpusId, folder: AdmittedFolder, reading: ReadingChange, around: CorpusSurroundings) {
    this.id = id;
    this.folder = folder;
    this.#reading = reading;
    this.#around = around;
    this.#thread = this.#start();
    this.#opened = this.#openFirst();
  }

  /** Undefined until it was opened once. */
  get summary(): CorpusSummary | undefined {
    return this.#summary;
  }

  /** Waits until it is open (again), with progress under `job`. */
  async whenOpen(job: string): Promise<Outcome<CorpusSummary>> {
    const waiter = Symbol(job);
    const { promise: cancelled, resolve: cancel } = Promise.withResolvers<Outcome<CorpusSummary>>();
    this.#waiting.set(waiter, job);
    const jobOver = this.#around.jobs.add(job, () => {
      cancel(failed('cancelled', 'Opening was stopped.'));
      this.#waiting.delete(waiter);
      // Ending the thread is what makes cancelling instant in the middle of any file or any sort; nothing is lost,
      // since a corpus that never opened holds nothing of the user's.
      if (this.#waiting.size === 0 && !this.#summary)
        void this.end({ code: 'cancelled', message: 'Opening was stopped.' });
    });
    try {
      const outcome = await Promise.race([this.#opened, cancelled]);
      return outcome.ok && this.#summary ? { ok: true, value: this.#summary } : outcome;
    } finally {
      jobOver();
      this.#waiting.delete(waiter);
    }
  }

  /** `job` names the request when it is one that can be cancelled. */
  async request(name: CorpusRequestName, params: unknown, job: string | undefined): Promise<Outcome<unknown>> {
    const opened = await this.#opened;
    if (!opened.ok) return opened;
    const { outcome, cancel } = this.#thread.request(name, params, (report) => {
      if (job !== undefined) this.#around.emit({ type: 'progress', job, ...report });
    });
    if (job === undefined) return outcome;
    const jobOver = this.#around.jobs.add(job, cancel);
    try {
      return await outcome;
    } finally {
      jobOver();
    }
  }

  /** Ends the thread and gives its memory back. What is under way is answered with `reason`. */
  async end(reason: Failure): Promise<void> {
    if (!this.#ended) {
      this.#ended = true;
      this.#around.gone(this);
    }
    await this.#thread.end(reason);
  }

  #start(): CorpusThread {
    const { spawn, workerUrl, readerUrl, resources, version, records, projects, project, cache, watch, emit } =
      this.#around;
    const { hidesOthers } = this.#around;
    const { folder, path, name, parts } = this.folder;
    const start = {
      root: path,
      parts,
      resources,
      version,
      readerUrl: readerUrl.href,
      // What was said of the folder goes where the rest of the work on it goes.
      record: project === undefined ? join(records, `${folder}.json`) : `${project}.folder.json`,
      project: project ?? join(projects, `${folder}.lectern`),
      reading: this.#reading,
      cache,
      watch,
      corpus: this.id,
      folder,
      name,
      passages: this.#passages,
      hidesOthers,
    };
    return new CorpusThread(spawn, workerUrl, start, {
      changed: (summary) => {
        this.#summary = summary;
        emit({ type: 'corpus-changed', summary });
      },
      projectChanged: (change) => {
        emit({ type: 'project-changed', corpus: this.id, ...change });
      },
      stale: (change) => {
        emit({ type: 'corpus-stale', corpus: this.id, ...change });
      },
      crashed: (failure, outOfMemory) => {
        this.#crashed(failure, outOfMemory);
      },
    });
  }

  async #open(): Promise<Outcome<CorpusSummary>> {
    const outcome = await this.#thread.open((report) => {
      this.#reportOpening(report);
    }).outcome;
    if (!outcome.ok) return outcome;
    // The worker answers `open` with a summary and with nothing else: see worker-messages.ts.
    this.#summary = outcome.value as CorpusSummary;
    return { ok: true, value: this.#summary };
  }

  async #openFirst(): Promise<Outcome<CorpusSummary>> {
    const outcome = await this.#open();
    if (!outcome.ok) await this.end(outcome.error);
    return outcome;
  }

  #reportOpening(report: ProgressReport): void {
    for (const job of new Set(this.#waiting.values())) this.#around.emit({ type: 'progress', job, ...report });
  }

  #crashed(error: Failure, outOfMemory: boolean): void {
    // A first opening that fails has someone waiting for its answer, which says why.
    if (this.#ended || !this.#summary) return;
    const now = performance.now();
    this.#crashes = [...this.#crashes.filter((time) => now - time < 60_000), now];
    const reopening = this.#crashes.length <= restartsPerMinute;
    if (!reopening) {
      const message = `${error.message} It happened ${this.#crashes.length} times within a minute, so the corpus was closed.`;
      this.#around.emit({ type: 'worker-crashed', corpus: this.id, error: { ...error, message }, reopening });
      void this.end({ ...error, message });
      return;
    }
    // The passage index is the largest thing beside the text, and the only one that a corpus can do without.
    if (outOfMemory && this.#summary.passagesReady < 1) this.#passages = false;
    this.#around.emit({ type: 'worker-crashed', corpus: this.id, error, reopening });
    this.#thread = this.#start();
    this.#opened = this.#reopen();
  }

  async #reopen(): Promise<Outcome<CorpusSummary>> {
    const thread = this.#thread;
    const outcome = await this.#open();
    if (outcome.ok) {
      this.#around.emit({ type: 'corpus-changed', summary: outcome.value });
      return outcome;
    }
    // Died again while reopening: `#crashed` has already started the next attempt or given up.
    if (thread !== this.#thread) return this.#opened;
    await this.end(outcome.error);
    return outcome;
  }
}
