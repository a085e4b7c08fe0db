/** Texts on their way to disk: a few megabytes are collected, written, and read from there afterwards. */
import type { DocId } from '../../shared/model.ts';
import { type ReadTexts, TextStore } from '../text-store.ts';
import { readSpilled, SpillSink } from './spill.ts';

/** UTF-16 units collected before they are written. */
const batchLength = 1 << 20;

export class SpilledTexts {
  readonly store = new TextStore();
  readonly #read: ReadTexts;
  readonly #sink: SpillSink;
  #batch = new TextStore();
  #documents = 0;
  #length = 0;

  constructor(descriptor: number) {
    this.#read = readTexts(descriptor);
    this.#sink = new SpillSink(descriptor);
  }

  add(text: string): void {
    this.#batch.add(text);
    this.#documents++;
    this.#length += text.length;
    if (this.#length >= batchLength) this.flush();
  }

  /** After it, all texts are in `store`. */
  flush(): void {
    const start = this.#sink.length;
    for (const piece of this.#batch.pieces()) this.#sink.write(piece);
    this.#batch.moveTo((from, to) => this.#read(start + from, start + to));
    for (let doc = 0; doc < this.#documents; doc++) this.store.addKnown(this.#batch, doc as DocId);
    this.#batch = new TextStore();
    this.#documents = this.#length = 0;
  }
}

/** Bytes of texts that stand in a file: good until the next ones are asked for, or they would come together while all are copied. */
export function readTexts(descriptor: number): ReadTexts {
  let room = new Uint8Array(0);
  return (from, to) => {
    const count = to - from;
    if (room.length < count) room = new Uint8Array(count);
    return readSpilled(descriptor, room.subarray(0, count), from);
  };
}
