/** The concordances a worker holds, under their ids. The least recently used go first when there are too many. */
import { randomBytes } from 'node:crypto';
import type { LineOrder } from '../corpus/concordance/line-order.ts';
import type { HitSet } from '../corpus/query/query-result.ts';
import type { Query, SortKey } from '../shared/contract.ts';
import { ExpectedFailure } from '../shared/failure.ts';
import type { ResultId } from '../shared/model.ts';

export interface ResultSet {
  readonly id: ResultId;
  readonly query: Query;
  /** In text order. */
  readonly hits: HitSet;
  /** Documents with at least one hit. */
  readonly documents: number;
  /** Tokens in the documents searched. */
  readonly tokens: number;
  /** Milliseconds that finding took. */
  readonly ms: number;
  sort: readonly SortKey[];
  /** Which hit each line shows; null for text order. */
  order: LineOrder | null;
}

/** Enough for a history of searches; more only holds memory. */
const mostResults = 64;
/** 12 bytes a hit: half a gigabyte. */
const mostHits = 40_000_000;

export class ResultSets {
  // A Map keeps the order of insertion, and what is used is inserted anew: the first is the least recently used.
  readonly #held = new Map<ResultId, ResultSet>();
  /** Ids of a worker that died must not name results of the next one. */
  readonly #worker = randomBytes(6).toString('base64url');
  #next = 1;

  add(result: Omit<ResultSet, 'id'>): ResultSet {
    const id = `r-${this.#worker}-${this.#next++}` as ResultId;
    const held = { ...result, id };
    this.#held.set(id, held);
    this.#makeRoom();
    return held;
  }

  /** @throws ExpectedFailure `no-such-result` */
  get(id: ResultId): ResultSet {
    const result = this.#held.get(id);
    if (!result) throw new ExpectedFailure('no-such-result', 'This result is not held any more: run the search again');
    this.#held.delete(id);
    this.#held.set(id, result);
    return result;
  }

  /** @throws ExpectedFailure `no-such-result` */
  close(id: ResultId): void {
    this.#held.delete(this.get(id).id);
  }

  get size(): number {
    return this.#held.size;
  }

  #makeRoom(): void {
    let hits = 0;
    for (const { hits: held } of this.#held.values()) hits += held.total;
    for (const [id, { hits: held }] of this.#held) {
      // The newest is what somebody is looking at, however large.
      if (this.#held.size === 1 || (this.#held.size <= mostResults && hits <= mostHits)) return;
      this.#held.delete(id);
      hits -= held.total;
    }
  }
}
