import { mixed } from '../text/mixed.ts';

/**
 * Numbers the distinct runs of a token stream, so that equal lines or matches are found without building their text. A
 * `Map` of strings takes 100 bytes a run and ends at 2²⁴ of them; this table takes 20 and has no such end.
 */
export class TokenRuns {
  private readonly stream: Int32Array;
  private readonly ids: Uint32Array;
  /** Slot of a hash: 1 + the number of a run, 0 when free. Its length is a power of two, at least twice the runs. */
  private slots = new Uint32Array(1024);
  private hashes = new Uint32Array(512);
  /** First token, length, and the two marks of each run. */
  private runs = new Uint32Array(2048);
  /** Distinct runs so far. */
  size = 0;

  /** Two tokens are equal when `ids` has the same value for their types. */
  constructor(stream: Int32Array, ids: Uint32Array) {
    this.stream = stream;
    this.ids = ids;
  }

  /**
   * The number of the run `from <= token < to`: the same as that of an earlier one with equal tokens and marks, else the
   * next, `size`. The marks are any two numbers below 2³² that must agree as well.
   */
  number(from: number, to: number, mark = 0, otherMark = 0): number {
    const length = to - from;
    let hash = mixed(mixed(length ^ 0x9e3779b9) + mark * 31 + otherMark);
    for (let token = from; token < to; token++) hash = mixed(Math.imul(hash, 31) + this.idAt(token));
    const mask = this.slots.length - 1;
    let slot = hash & mask;
    for (; this.slots[slot] !== 0; slot = (slot + 1) & mask) {
      const known = this.slots[slot]! - 1;
      if (this.hashes[known] === hash && this.equals(known, from, length, mark, otherMark)) return known;
    }
    this.slots[slot] = this.size + 1;
    return this.add(hash, from, length, mark, otherMark);
  }

  /** First token of the first run with that number, and the token after its last. */
  run(number: number): readonly [from: number, to: number] {
    const from = this.runs[number * 4]!;
    return [from, from + this.runs[number * 4 + 1]!];
  }

  private idAt(token: number): number {
    return this.ids[this.stream[token]!]!;
  }

  private equals(known: number, from: number, length: number, mark: number, otherMark: number): boolean {
    const { runs } = this;
    const at = known * 4;
    if (runs[at + 1] !== length || runs[at + 2] !== mark || runs[at + 3] !== otherMark) return false;
    const first = runs[at]!;
    for (let i = 0; i < length; i++) if (this.idAt(first + i) !== this.idAt(from + i)) return false;
    return true;
  }

  private add(hash: number, from: number, length: number, mark: number, otherMark: number): number {
    const number = this.size++;
    this.hashes[number] = hash;
    this.runs[number * 4] = from;
    this.runs[number * 4 + 1] = length;
    this.runs[number * 4 + 2] = mark;
    this.runs[number * 4 + 3] = otherMark;
    if (this.size === this.hashes.length) this.enlarge();
    return number;
  }

  private enlarge(): void {
    const hashes = new Uint32Array(this.size * 2);
    const runs = new Uint32Array(this.size * 8);
    hashes.set(this.hashes);
    runs.set(this.runs);
    this.hashes = hashes;
    this.runs = runs;
    this.slots = new Uint32Array(this.size * 4);
    const mask = this.slots.length - 1;
    for (let number = 0; number < this.size; number++) {
      let slot = hashes[number]! & mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
      this.slots[slot] = number + 1;
    }
  }
}
