/**
 * Builds the passage index in slices between requests, so that no request waits for more than one slice, and lets
 * those wait that need the whole of it.
 *
 * It takes up to 24 bytes a token of the heap: corpora of more than `mostIndexed` tokens have none.
 */
import type { CorpusIndex } from '../corpus/index/corpus-index.ts';
import { PassageIndex } from '../corpus/index/passages.ts';
import { ExpectedFailure } from '../shared/failure.ts';
import type { ReportProgress } from './open.ts';
import { Throttle } from './throttle.ts';

/** Milliseconds of one slice: a request that comes in meanwhile is answered as if at once. */
const sliceLength = 12;

export class BackgroundPassages {
  readonly #passages: PassageIndex;
  readonly #sentences: number;
  readonly #grew: () => void;
  readonly #waiting = new Set<ReportProgress>();
  readonly #throttle = new Throttle(250);
  readonly #complete = Promise.withResolvers<undefined>();
  #perSlice = 64;
  #started = false;
  #ended = false;

  /** `grew` is told now and then that `ready` is larger, and when it has come to 1. */
  constructor(index: CorpusIndex, grew: () => void) {
    this.#passages = new PassageIndex(index);
    this.#sentences = index.sentenceCount;
    this.#grew = grew;
    // Whoever waits handles it; without anyone waiting, a failure is not a crash.
    this.#complete.promise.catch(() => undefined);
  }

  /** Share built, 0 to 1. */
  get ready(): number {
    return this.#passages.built;
  }

  /** When `before` is over, or when somebody waits for it. */
  startAfter(before: Promise<void>): void {
    void before.then(() => {
      this.#start();
    });
  }

  #start(): void {
    if (this.#started) return;
    this.#started = true;
    this.#next();
  }

  #next(): void {
    setImmediate(() => {
      this.#slice();
    });
  }

  /** Whoever waits for the index hears of the reason. */
  stop(reason: Error): void {
    this.#ended = true;
    this.#complete.reject(reason);
  }

  /**
   * The whole index.
   * @throws ExpectedFailure `cancelled` when `signal` says so
   */
  async whenComplete(report: ReportProgress, signal: AbortSignal): Promise<PassageIndex> {
    const cancelled = Promise.withResolvers<never>();
    const cancel = (): void => {
      cancelled.reject(new ExpectedFailure('cancelled', 'Stopped.'));
    };
    const throttle = new Throttle(50);
    const own: ReportProgress = (progress) => {
      if (throttle.due()) report(progress);
    };
    signal.addEventListener('abort', cancel);
    this.#waiting.add(own);
    this.#start();
    try {
      await Promise.race([this.#complete.promise, cancelled.promise]);
      return this.#passages;
    } finally {
      this.#waiting.delete(own);
      signal.removeEventListener('abort', cancel);
    }
  }

  #slice(): void {
    if (this.#ended) return;
    const started = performance.now();
    let more: boolean;
    try {
      more = this.#passages.buildSome(this.#perSlice);
    } catch (error) {
      // The concordance does not need this index: only who asks for passages hears of it.
      this.#complete.reject(error);
      return;
    }
    const taken = Math.max(performance.now() - started, 0.1);
    this.#perSlice = Math.max(16, Math.min(20_000, Math.round((this.#perSlice * sliceLength) / taken)));
    const done = Math.round(this.ready * this.#sentences);
    for (const report of this.#waiting) report({ stage: 'passages', done, total: this.#sentences, what: '' });
    if (more) {
      if (this.#throttle.due()) this.#grew();
      this.#next();
      return;
    }
    this.#complete.resolve(undefined);
    this.#grew();
  }
}
