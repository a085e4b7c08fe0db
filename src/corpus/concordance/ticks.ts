/**
 * Lines that a reader ticked, one by one or by the thousand. Ticks lie on hits, not on numbers of lines, so that a sort
 * moves no tick; and they are carried by their tokens from the hits of one chain of steps to those of another. A hit that
 * a step hides keeps its tick for when it comes back, and does not count meanwhile.
 */
import type { Ticking } from '../../shared/lines.ts';
import type { HitSet } from '../query/query-result.ts';
import { hitEnd } from '../query/query-result.ts';

/** Token ranges by start, then by end. */
interface Places {
  readonly start: Uint32Array;
  readonly end: Uint32Array;
}

const nowhere: Places = { start: new Uint32Array(0), end: new Uint32Array(0) };

export class Ticks {
  /** 1 for each hit that is ticked. */
  readonly #marks: Uint8Array;
  /** Ticked, but not among these hits. */
  readonly #hidden: Places;
  #count: number;

  private constructor(marks: Uint8Array, count: number, hidden: Places) {
    this.#marks = marks;
    this.#count = count;
    this.#hidden = hidden;
  }

  /** No tick on any of so many hits. */
  static none(total: number): Ticks {
    return new Ticks(new Uint8Array(total), 0, nowhere);
  }

  /** Hits that are ticked. */
  get count(): number {
    return this.#count;
  }

  has(hit: number): boolean {
    return this.#marks[hit] === 1;
  }

  /** `hits` are numbers of hits, each at most once. */
  change(hits: Iterable<number>, how: Ticking): void {
    for (const hit of hits) {
      const before = this.#marks[hit]!;
      const after = how === 'turn' ? 1 - before : how === 'tick' ? 1 : 0;
      this.#marks[hit] = after;
      this.#count += after - before;
    }
  }

  /** Numbers of the ticked hits, ascending. */
  hits(): Uint32Array {
    const found = new Uint32Array(this.#count);
    let at = 0;
    for (let hit = this.#marks.indexOf(1); hit >= 0; hit = this.#marks.indexOf(1, hit + 1)) found[at++] = hit;
    return found;
  }

  /** The same ticks on other hits: `from` are those that they lie on. */
  carried(from: HitSet, to: HitSet): Ticks {
    const { start, end } = merged(this.#places(from), this.#hidden);
    const marks = new Uint8Array(to.total);
    const hidden: number[] = [];
    let count = 0;
    let hit = 0;
    for (let at = 0; at < start.length; at++) {
      while (hit < to.total && isBefore(to.start[hit]!, hitEnd(to, hit), start[at]!, end[at]!)) hit++;
      if (hit < to.total && to.start[hit] === start[at] && hitEnd(to, hit) === end[at]) {
        marks[hit] = 1;
        count++;
      } else hidden.push(at);
    }
    const away = {
      start: Uint32Array.from(hidden, (at) => start[at]!),
      end: Uint32Array.from(hidden, (at) => end[at]!),
    };
    return new Ticks(marks, count, away);
  }

  #places(of: HitSet): Places {
    const hits = this.hits();
    return { start: hits.map((hit) => of.start[hit]!), end: hits.map((hit) => hitEnd(of, hit)) };
  }
}

function isBefore(start: number, end: number, otherStart: number, otherEnd: number): boolean {
  return start < otherStart || (start === otherStart && end < otherEnd);
}

function merged(a: Places, b: Places): Places {
  const total = a.start.length + b.start.length;
  const start = new Uint32Array(total);
  const end = new Uint32Array(total);
  for (let at = 0, i = 0, j = 0; at < total; at++) {
    const isOfA =
      j === b.start.length || (i < a.start.length && isBefore(a.start[i]!, a.end[i]!, b.start[j]!, b.end[j]!));
    start[at] = isOfA ? a.start[i]! : b.start[j]!;
    end[at] = isOfA ? a.end[i++]! : b.end[j++]!;
  }
  return { start, end };
}
