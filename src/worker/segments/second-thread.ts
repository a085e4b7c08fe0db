/** The second thread, as the first one sees it. */
import { Worker } from 'node:worker_threads';
import { beforeThreadEnds } from '../thread-end.ts';
import type { SegmentWork } from './segment-thread.ts';
import type { Segment, SentSegment } from './segment.ts';
import { received } from './segment.ts';

/** The thread lies beside this program: bundled with bundled ones, as source with sources. */
export const segmentThread = new URL(
  import.meta.url.endsWith('.ts') ? './segment-thread.ts' : './segment.js',
  import.meta.url,
);

/** Milliseconds that it gets to end by itself: less than the first one gets. */
const patience = 150;

/** Owns its thread: call `close`. */
export class SecondThread {
  readonly #thread: Worker;
  readonly #gone: Promise<unknown>;
  readonly #takeBack: () => void;
  /** What it made. Undefined when it was lost, for want of memory say: whoever waits does its work then. */
  readonly segment: Promise<Segment | undefined>;

  constructor(work: SegmentWork, entry: URL = segmentThread) {
    // A larger young generation saves no time here, and takes a hundred megabytes.
    this.#thread = new Worker(entry, { workerData: work, resourceLimits: { maxYoungGenerationSizeMb: 16 } });
    this.#gone = new Promise((resolve) => this.#thread.once('exit', resolve));
    this.#takeBack = beforeThreadEnds(() => this.close());
    this.segment = new Promise((resolve) => {
      this.#thread.once('message', (sent: SentSegment) => {
        resolve(received(sent, work.spill));
      });
      // A mistake in reading is met again, and told, by the thread that takes over.
      this.#thread.once('error', () => {
        resolve(undefined);
      });
      this.#thread.once('exit', () => {
        resolve(undefined);
      });
    });
  }

  /** By itself if it can, so that its reading process is seen off. */
  async close(): Promise<void> {
    this.#takeBack();
    this.#thread.postMessage('close');
    const timer = setTimeout(() => void this.#thread.terminate(), patience);
    await this.#gone;
    clearTimeout(timer);
  }
}
