/** The pairs that a worker holds open. The least recently used go first when there are too many. */
import { randomBytes } from 'node:crypto';
import type { AlignmentId, AlignmentMode, Granularity } from '../../shared/alignment.ts';
import { ExpectedFailure } from '../../shared/failure.ts';
import type { DocId } from '../../shared/model.ts';
import type { OpenAlignment } from './open-alignment.ts';

/** A folder of hundreds of pairs is searched as a whole. */
const mostOpen = 2_000;

export interface PairAsked {
  readonly a: DocId;
  readonly b: DocId;
  readonly mode: AlignmentMode;
  readonly granularity: Granularity;
}

function keyOf({ a, b, mode, granularity }: PairAsked): string {
  return `${a} ${b} ${mode} ${granularity}`;
}

export class Alignments {
  // A Map keeps the order of insertion, and what is used is inserted anew: the first is the least recently used.
  readonly #byId = new Map<AlignmentId, { readonly key: string; readonly alignment: OpenAlignment }>();
  readonly #ids = new Map<string, AlignmentId>();
  readonly #worker = randomBytes(6).toString('base64url');
  #next = 1;

  newId(): AlignmentId {
    return `a-${this.#worker}-${this.#next++}` as AlignmentId;
  }

  add(asked: PairAsked, alignment: OpenAlignment): void {
    const key = keyOf(asked);
    this.#byId.set(alignment.id, { key, alignment });
    this.#ids.set(key, alignment.id);
    for (const [id, { key: oldest }] of this.#byId) {
      if (this.#byId.size <= mostOpen) break;
      this.#byId.delete(id);
      this.#ids.delete(oldest);
    }
  }

  known(asked: PairAsked): OpenAlignment | undefined {
    const id = this.#ids.get(keyOf(asked));
    return id === undefined ? undefined : this.#byId.get(id)?.alignment;
  }

  /** @throws ExpectedFailure `no-such-result` */
  get(id: AlignmentId): OpenAlignment {
    const held = this.#byId.get(id);
    if (!held) throw new ExpectedFailure('no-such-result', 'This pair is not open any more: open it again.');
    this.#byId.delete(id);
    this.#byId.set(id, held);
    return held.alignment;
  }

  close(id: AlignmentId): void {
    const held = this.#byId.get(id);
    if (!held) throw new ExpectedFailure('no-such-result', 'This pair is not open any more: open it again.');
    this.#byId.delete(id);
    this.#ids.delete(held.key);
  }
}
