/** Texts on their way to disk: a few megabytes are collected, written, and read from there afterwards. */
import type { DocId } from '../../shared/model.ts';
import { TextStore } from '../text-store.ts';
import { readSpilled, SpillSink } from './spill.ts';

/** UTF-16 units collected before they are written. */
const batchLength = 1 << 20;

export class SpilledTexts {
  readonly store = new TextStore();
  readonly #descriptor: number;
  readonly #sink: SpillSink;
  #batch = new TextStore();
  #documents = 0;
  #length = 0;

  constructor(descriptor: number) {
    this.#descriptor = descriptor;
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
    this.#batch.moveTo(readTexts(this.#descriptor, start));
    for (let doc = 0; doc < this.#documents; doc++) this.store.addKnown(this.#batch, doc as DocId);
    this.#batch = new TextStore();
    this.#documents = this.#length = 0;
  }
}

/** Bytes of texts that stand in a file from `start` on. */
export function readTexts(descriptor: number, start = 0) {
  return (from: number, to: number): Uint8Array => readSpilled(descriptor, new Uint8Array(to - from), start + from);
}
