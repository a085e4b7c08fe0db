/** Parallel concordances that a worker holds: rows of open pairs, in an order. */
import { randomBytes } from 'node:crypto';
import { ExpectedFailure } from '../../shared/failure.ts';
import type { ParallelId, ParallelQuestion, ParallelSort } from '../../shared/parallel.ts';
import type { OpenAlignment } from './open-alignment.ts';

/** A stretch of a text that was found, in UTF-16 units of its document. */
export interface FoundRun {
  readonly start: number;
  readonly end: number;
}

export interface ParallelRow {
  readonly pair: OpenAlignment;
  /** Number of the row in its pair when it was found. */
  readonly row: number;
  readonly here: readonly FoundRun[];
  readonly there: readonly FoundRun[];
}

export interface HeldParallel {
  readonly id: ParallelId;
  readonly question: ParallelQuestion;
  /** In the order of documents and of their texts. */
  readonly found: readonly ParallelRow[];
  /** Pairs that were looked through. */
  readonly searched: readonly OpenAlignment[];
  readonly ms: number;
  sort: ParallelSort;
  rows: readonly ParallelRow[];
}

const mostHeld = 16;

export class ParallelSets {
  readonly #held = new Map<ParallelId, HeldParallel>();
  readonly #worker = randomBytes(6).toString('base64url');
  #next = 1;

  add(parallel: Omit<HeldParallel, 'id'>): HeldParallel {
    const id = `l-${this.#worker}-${this.#next++}` as ParallelId;
    const held = { ...parallel, id };
    this.#held.set(id, held);
    const [oldest] = this.#held.keys();
    if (this.#held.size > mostHeld && oldest) this.#held.delete(oldest);
    return held;
  }

  /** @throws ExpectedFailure `no-such-result` */
  get(id: ParallelId): HeldParallel {
    const held = this.#held.get(id);
    if (!held)
      throw new ExpectedFailure('no-such-result', 'This parallel concordance is not held any more: ask it again.');
    this.#held.delete(id);
    this.#held.set(id, held);
    return held;
  }

  close(id: ParallelId): void {
    this.#held.delete(this.get(id).id);
  }
}
