/** An array of numbers that stays in its snapshot: a look at one of them reads its block, a walk along it each block once. */
import { blockLength } from './snapshot-file.ts';
import type { SnapshotReader } from './snapshot-reader.ts';

const bytesOf = { Uint8Array: 1, Uint16Array: 2, Uint32Array: 4, Float64Array: 8 } as const;
type Kind = keyof typeof bytesOf;

export class PagedNumbers {
  readonly length: number;
  readonly #reader: SnapshotReader;
  readonly #section: string;
  readonly #kind: Kind;
  /** Numbers in a block are 2 to the power of this. */
  readonly #bits: number;
  // The block looked at last: a walk or the end of a search stays in it.
  #block = -1;
  #values: ArrayLike<number> = [];

  constructor(reader: SnapshotReader, section: string, kind: Kind) {
    this.#reader = reader;
    this.#section = section;
    this.#kind = kind;
    this.length = reader.length(section) / bytesOf[kind];
    this.#bits = Math.log2(blockLength / bytesOf[kind]);
  }

  /** @throws DamagedSnapshot */
  at(place: number): number {
    const block = place >>> this.#bits;
    if (block !== this.#block) this.#turnTo(block);
    return this.#values[place - (block << this.#bits)]!;
  }

  /** The last place among the first `count` whose number is at most `value`, of an ascending array; -1 when there is none. */
  lastAtMost(count: number, value: number): number {
    let low = 0;
    let high = count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.at(middle) <= value) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  #turnTo(block: number): void {
    this.#values = laidOver(this.#reader.block(this.#section, block), this.#kind);
    this.#block = block;
  }
}

function laidOver(bytes: Uint8Array, kind: Kind): ArrayLike<number> {
  const { buffer, byteOffset, byteLength } = bytes;
  const length = byteLength / bytesOf[kind];
  switch (kind) {
    case 'Uint8Array':
      return bytes;
    case 'Uint16Array':
      return new Uint16Array(buffer, byteOffset, length);
    case 'Uint32Array':
      return new Uint32Array(buffer, byteOffset, length);
    case 'Float64Array':
      return new Float64Array(buffer, byteOffset, length);
  }
}
