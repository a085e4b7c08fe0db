/** The concordances a worker holds, under their ids. The least recently used go first when there are too many. */
import { randomBytes } from 'node:crypto';
import type { LineOrder } from '../corpus/concordance/line-order.ts';
import type { Ticks } from '../corpus/concordance/ticks.ts';
import type { HitSet } from '../corpus/query/query-result.ts';
import type { ConcordanceSummary } from '../shared/answers.ts';
import type { Query, SortKey } from '../shared/terms.ts';
import { ExpectedFailure } from '../shared/failure.ts';
import type { ResultId } from '../shared/model.ts';
import type { Selection } from './selection.ts';

export interface ResultSet {
  readonly id: ResultId;
  readonly query: Query;
  /** The condition on documents as it was asked, empty for none. */
  readonly where: string;
  /** Of the query, before any step; in text order. */
  readonly found: HitSet;
  /** The documents searched. */
  readonly selection: Selection;
  /** How often other steps were asked for: a slow replay must not undo a later one. */
  asked: number;
  /** After the last step; in text order. */
  hits: HitSet;
  /** The steps, each with the hits that are left after it. */
  chain: ConcordanceSummary['chain'];
  /** Documents with at least one hit. */
  documents: number;
  /** Of those documents. */
  direction: ConcordanceSummary['direction'];
  /** Tokens in the documents searched that no step left out. */
  tokens: number;
  /** Milliseconds that finding took, or the last change of the steps. */
  ms: number;
  sort: readonly SortKey[];
  /** Which hit each line shows; null for text order. */
  order: LineOrder | null;
  /** Lines that were ticked; null as long as none was. */
  ticks: Ticks | null;
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

  add(result: Omit<ResultSet, 'id' | 'ticks'>): ResultSet {
    const id = `r-${this.#worker}-${this.#next++}` as ResultId;
    const held = { ...result, id, ticks: null };
    this.#held.set(id, held);
    this.#makeRoom();
    return held;
  }

  /** @throws ExpectedFailure `no-such-result` */
  get(id: ResultId): ResultSet {
    const result = this.find(id);
    if (!result) throw new ExpectedFailure('no-such-result', 'This result is not held any more: run the search again');
    return result;
  }

  /** Undefined when it was closed or had to make room. */
  find(id: ResultId): ResultSet | undefined {
    const result = this.#held.get(id);
    if (!result) return undefined;
    this.#held.delete(id);
    this.#held.set(id, result);
    return result;
  }

  /** @throws ExpectedFailure `no-such-result` */
  close(id: ResultId): void {
    this.#held.delete(this.get(id).id);
  }

  /** Whether it was neither closed nor had to make room. */
  holds(result: ResultSet): boolean {
    return this.#held.get(result.id) === result;
  }

  get size(): number {
    return this.#held.size;
  }

  #makeRoom(): void {
    let hits = 0;
    for (const result of this.#held.values()) hits += hitsHeld(result);
    for (const [id, result] of this.#held) {
      // The newest is what somebody is looking at, however large.
      if (this.#held.size === 1 || (this.#held.size <= mostResults && hits <= mostHits)) return;
      this.#held.delete(id);
      hits -= hitsHeld(result);
    }
  }
}

/** Without steps, what is found and what is left are the same arrays. */
function hitsHeld({ found, hits }: ResultSet): number {
  return hits === found ? hits.total : hits.total + found.total;
}
