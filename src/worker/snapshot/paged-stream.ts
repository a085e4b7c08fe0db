/** The token stream of a snapshot: a few tokens of it, or all of them as one array, which then stays. */
import { inSlices } from '../in-slices.ts';
import { needMemoryForArray } from '../memory.ts';
import { PagedNumbers } from './paged-numbers.ts';
import type { SnapshotReader } from './snapshot-reader.ts';
import { decodeTypes, rareCode, rareStride } from './stream-codes.ts';

export class PagedStream {
  readonly length: number;
  readonly #reader: SnapshotReader;
  readonly #codes: PagedNumbers;
  readonly #rare: PagedNumbers;
  readonly #rareBefore: PagedNumbers;
  #frequent: Uint32Array | undefined;
  #whole: Int32Array | undefined;
  #reading: Promise<void> | undefined;

  constructor(reader: SnapshotReader, tokens: number) {
    this.#reader = reader;
    this.length = tokens;
    this.#codes = new PagedNumbers(reader, 'stream.codes', 'Uint16Array');
    this.#rare = new PagedNumbers(reader, 'stream.rare', 'Uint32Array');
    this.#rareBefore = new PagedNumbers(reader, 'stream.rareBefore', 'Uint32Array');
  }

  /** Undefined until it was read. */
  get whole(): Int32Array | undefined {
    return this.#whole;
  }

  /** @throws DamagedSnapshot */
  typesIn(from: number, to: number): Int32Array {
    if (this.#whole) return this.#whole.subarray(from, to);
    const types = new Int32Array(to - from);
    const frequent = this.#frequentTypes();
    if (frequent.length === 0) {
      for (let t = from; t < to; t++) types[t - from] = this.#codes.at(t);
      return types;
    }
    let rare = -1;
    for (let t = from; t < to; t++) {
      const code = this.#codes.at(t);
      if (code !== rareCode) types[t - from] = frequent[code]!;
      else {
        if (rare === -1) rare = this.#rareUntil(t);
        types[t - from] = this.#rare.at(rare++);
      }
    }
    return types;
  }

  /** All of it, at one go. @throws DamagedSnapshot; ExpectedFailure `unavailable` when memory does not suffice */
  read(): Int32Array {
    if (this.#whole) return this.#whole;
    const steps = this.#steps();
    for (let step = steps.next(); ; step = steps.next()) if (step.done) return (this.#whole = step.value);
  }

  /** All of it, in turns between which other requests are answered. @throws DamagedSnapshot; ExpectedFailure `unavailable` */
  readInTurns(): Promise<void> {
    return (this.#reading ??= this.#readInTurns().finally(() => (this.#reading = undefined)));
  }

  async #readInTurns(): Promise<void> {
    const steps = this.#steps();
    await inSlices(() => {
      const step = steps.next();
      if (step.done) this.#whole ??= step.value;
      return !step.done;
    });
  }

  *#steps(): Generator<undefined, Int32Array, undefined> {
    needMemoryForArray('to sort or to find phrases in this corpus', 'its words in their order', 4 * this.length);
    const frequent = this.#frequentTypes();
    const rare = new Uint32Array(this.#reader.read('stream.rare'));
    const types = new Int32Array(this.length);
    let at = 0;
    let nextRare = 0;
    for (const piece of this.#reader.pieces('stream.codes')) {
      const codes = new Uint16Array(piece.buffer);
      nextRare = decodeTypes(codes, frequent, rare, nextRare, types.subarray(at, at + codes.length));
      at += codes.length;
      yield undefined;
    }
    return types;
  }

  /** Rare tokens before `token`. */
  #rareUntil(token: number): number {
    const note = Math.floor(token / rareStride);
    let rare = this.#rareBefore.at(note);
    for (let t = note * rareStride; t < token; t++) if (this.#codes.at(t) === rareCode) rare++;
    return rare;
  }

  #frequentTypes(): Uint32Array {
    return (this.#frequent ??= new Uint32Array(this.#reader.read('stream.frequent')));
  }
}
