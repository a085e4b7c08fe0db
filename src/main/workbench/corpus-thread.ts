/** One worker thread and the requests under way in it. It lives once: after its end another one is started. */
import { readdir, rm } from 'node:fs/promises';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import type { Worker, WorkerOptions } from 'node:worker_threads';
import type { CorpusSummary } from '../../shared/answers.ts';
import type { CorpusRequestName } from '../../shared/contract.ts';
import type { Failure, Outcome } from '../../shared/failure.ts';
import { failed } from '../../shared/failure.ts';
import type { ProjectChange } from '../../shared/tagging.ts';
import { isTemporaryOf, type Writer } from '../../shared/temporary-files.ts';
import type { FolderChange, FromWorker, ProgressReport, ToWorker, WorkerStart } from '../../shared/worker-messages.ts';

export type SpawnWorker = (url: URL, options: WorkerOptions) => Worker;

export interface ThreadListeners {
  /** The share of the corpus that is ready grew. */
  changed(summary: CorpusSummary): void;
  /** So many files are no longer as they were read. */
  stale(change: FolderChange): void;
  /** The project of the folder changed. */
  projectChanged(change: ProjectChange): void;
  /** It ended though nobody ended it. Called once, after the thread is gone and its memory is free. */
  crashed(failure: Failure, outOfMemory: boolean): void;
}

export interface ThreadRequest {
  readonly outcome: Promise<Outcome<unknown>>;
  /** Answers `cancelled` at once and tells the worker to stop. */
  readonly cancel: () => void;
}

interface Pending {
  settle(outcome: Outcome<unknown>): void;
  progress(report: ProgressReport): void;
}

// V8's own limit is about 4 GB whatever the machine has; a corpus may use most of it, and fails before the system swaps.
const heapMegabytes = Math.max(2048, Math.floor((totalmem() / 2 ** 20) * 0.6));

// Read when the heap of a thread is made. Memory outside the heap counts for it, too, and a thread that reads a folder takes and
// leaves some for every file: from a few megabytes on the whole heap would be looked through again and again, on both cores. With
// 64 it is looked through no less often than with 16, and fifty megabytes more lie about while a large folder is read.
setFlagsFromString('--initial-old-space-size=16');

/** Milliseconds that a thread gets to end by itself. One in the middle of a file or a sort does not hear of it. */
const patience = 250;

export class CorpusThread {
  readonly #worker: Worker;
  readonly #listeners: ThreadListeners;
  readonly #cache: string | undefined;
  /** Its number is forgotten when it has ended. */
  readonly #writer: Writer;
  readonly #pending = new Map<number, Pending>();
  #nextId = 1;
  #ended: Failure | undefined;
  #ending: Promise<void> | undefined;
  #fault: unknown;
  readonly #gone = Promise.withResolvers<undefined>();

  constructor(spawn: SpawnWorker, url: URL, start: WorkerStart, listeners: ThreadListeners) {
    this.#listeners = listeners;
    this.#cache = start.cache;
    this.#worker = spawn(url, {
      workerData: start,
      name: 'lectern corpus',
      execArgv: [],
      // The young generation would grow with that limit, to a hundred megabytes while a large folder is read, and save no time.
      resourceLimits: { maxOldGenerationSizeMb: heapMegabytes, maxYoungGenerationSizeMb: 16 },
    });
    this.#writer = { process: process.pid, thread: this.#worker.threadId };
    this.#worker.on('message', (message: FromWorker) => {
      this.#receive(message);
    });
    this.#worker.on('messageerror', (error) => {
      this.#fault = error;
      void this.#worker.terminate();
    });
    this.#worker.on('error', (error) => {
      this.#fault = error;
    });
    this.#worker.on('exit', (code) => {
      this.#gone.resolve(undefined);
      this.#exited(code);
    });
  }

  open(progress: (report: ProgressReport) => void): ThreadRequest {
    return this.#send((id) => ({ kind: 'open', id }), progress);
  }

  request(name: CorpusRequestName, params: unknown, progress: (report: ProgressReport) => void): ThreadRequest {
    return this.#send((id) => ({ kind: 'request', id, name, params }), progress);
  }

  /**
   * Answers with `reason` what is under way, and ends the thread: by itself if it can, so that it leaves nothing
   * half-written, or else wherever it is. Resolves when it is gone.
   */
  end(reason: Failure): Promise<void> {
    // Whoever asks a second time waits for the same end, instead of cutting it short.
    return (this.#ending ??= this.#end(reason));
  }

  async #end(reason: Failure): Promise<void> {
    if (!this.#ended) {
      this.#ended = reason;
      this.#settleAll(reason);
      this.#post({ kind: 'close' });
      const tooLong = Promise.withResolvers<undefined>();
      const timer = setTimeout(() => {
        tooLong.resolve(undefined);
      }, patience);
      await Promise.race([this.#gone.promise, tooLong.promise]);
      clearTimeout(timer);
    }
    await this.#worker.terminate();
    await this.#removeHalfWritten();
  }

  /** What it was writing when it was ended in the middle of it: of a large folder that is large. */
  async #removeHalfWritten(): Promise<void> {
    if (this.#cache === undefined) return;
    try {
      const names = (await readdir(this.#cache)).filter((name) => isTemporaryOf(name, this.#writer));
      await Promise.all(names.map((name) => rm(join(this.#cache!, name), { force: true })));
    } catch {
      // There is no such folder yet, or it cannot be looked into: whatever is left there is tidied away another day.
    }
  }

  #send(message: (id: number) => ToWorker, progress: (report: ProgressReport) => void): ThreadRequest {
    if (this.#ended) return { outcome: Promise.resolve({ ok: false, error: this.#ended }), cancel: () => undefined };
    const id = this.#nextId++;
    const { promise, resolve } = Promise.withResolvers<Outcome<unknown>>();
    this.#pending.set(id, { settle: resolve, progress });
    this.#post(message(id));
    return {
      outcome: promise,
      cancel: () => {
        if (!this.#pending.delete(id)) return;
        resolve(failed('cancelled', 'Stopped.'));
        this.#post({ kind: 'cancel', id });
      },
    };
  }

  #post(message: ToWorker): void {
    this.#worker.postMessage(message);
  }

  #receive(message: FromWorker): void {
    // What a thread said before it was ended is no longer news.
    if (this.#ended) return;
    switch (message.kind) {
      case 'answer': {
        const pending = this.#pending.get(message.id);
        this.#pending.delete(message.id);
        pending?.settle(message.outcome);
        return;
      }
      case 'progress':
        this.#pending.get(message.id)?.progress(message.report);
        return;
      case 'changed':
        this.#listeners.changed(message.summary);
        return;
      case 'project': {
        const { revision, undo, redo, touched } = message;
        this.#listeners.projectChanged({ revision, undo, redo, touched });
        return;
      }
      case 'stale': {
        const { added, changed, gone } = message;
        this.#listeners.stale({ added, changed, gone });
      }
    }
  }

  #exited(code: number): void {
    if (this.#ended) return;
    const outOfMemory = (this.#fault as NodeJS.ErrnoException | undefined)?.code === 'ERR_WORKER_OUT_OF_MEMORY';
    const cause = this.#fault instanceof Error ? this.#fault.message : `exit code ${code}`;
    const failure: Failure = {
      code: 'worker-crashed',
      message: outOfMemory
        ? 'The memory of this machine does not suffice for the corpus: open a part of it.'
        : `The corpus process ended unexpectedly (${cause}).`,
    };
    this.#ended = failure;
    this.#settleAll(failure);
    void this.#removeHalfWritten();
    this.#listeners.crashed(failure, outOfMemory);
  }

  #settleAll(error: Failure): void {
    for (const pending of this.#pending.values()) pending.settle({ ok: false, error });
    this.#pending.clear();
  }
}
