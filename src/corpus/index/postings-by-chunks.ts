/**
 * The postings of an index that is too large to hold them: the stream is turned over a chunk at a time, which is put
 * aside, and what all chunks have of a class is then put together, class after class. Each chunk is read from its start
 * to its end once. (Going through the whole stream for some classes at a time took four times as long.)
 */
import type { LexiconArrays } from './lexicon.ts';

/** Where numbers are put aside and read from again, by their place. */
export interface NumberStore {
  /** Writes behind what was written before. */
  write(numbers: Uint32Array): void;
  /** Fills all of `into`. */
  read(from: number, into: Uint32Array): void;
}

export interface ChunkSizes {
  /** Tokens turned over at a time: with what else it takes, 20 MB. */
  readonly tokens: number;
  /** Numbers of a chunk read ahead; half a hundred chunks are read side by side. */
  readonly ahead: number;
}
const usualSizes: ChunkSizes = { tokens: 1 << 21, ahead: 1 << 14 };

/** The tokens of each class, one class after another. What it gives is written over when the next one is asked for. */
export function* postingsByClass(
  stream: Iterable<Int32Array>,
  lexicon: Pick<LexiconArrays, 'classOfType' | 'classStart'>,
  store: NumberStore,
  { tokens, ahead }: ChunkSizes = usualSizes,
): Generator<Uint32Array> {
  const classes = lexicon.classStart.length - 1;
  const chunks = new Chunks(classes, store, tokens);
  for (const types of stream) chunks.add(types, lexicon.classOfType);
  const { places, largest } = chunks.finish();
  const readers = places.map(({ from, to }) => new ChunkReader(store, from, to, ahead));
  const room = new Uint32Array(largest);
  for (let cls = 0; cls < classes; cls++) {
    let count = 0;
    for (const reader of readers) if (reader.cls === cls) count = reader.take(room, count);
    yield room.subarray(0, count);
  }
}

interface ChunkPlace {
  readonly from: number;
  readonly to: number;
}

/** Writes for each class that a chunk has: its number, how many tokens, the tokens. */
class Chunks {
  readonly #store: NumberStore;
  #classOf: Uint32Array<ArrayBuffer>;
  #sorted: Uint32Array<ArrayBuffer>;
  readonly #next: Uint32Array;
  /** Tokens of each class in all chunks. */
  readonly #counts: Uint32Array;
  readonly #places: ChunkPlace[] = [];
  readonly #output = new Uint32Array(1 << 16);
  #used = 0;
  #written = 0;
  #filled = 0;
  #first = 0;

  constructor(classes: number, store: NumberStore, tokens: number) {
    this.#store = store;
    this.#classOf = new Uint32Array(tokens);
    this.#sorted = new Uint32Array(tokens);
    this.#next = new Uint32Array(classes + 1);
    this.#counts = new Uint32Array(classes);
  }

  add(types: Int32Array, classOfType: Uint32Array): void {
    const room = this.#classOf.length;
    for (let from = 0; from < types.length;) {
      const fitting = Math.min(types.length - from, room - this.#filled);
      classify(types.subarray(from, from + fitting), classOfType, this.#classOf.subarray(this.#filled));
      this.#filled += fitting;
      from += fitting;
      if (this.#filled === room) this.#turnOver();
    }
  }

  /** `largest`: tokens of the class that has most. Nothing can be added any more. */
  finish(): { readonly places: readonly ChunkPlace[]; readonly largest: number } {
    if (this.#filled > 0) this.#turnOver();
    // Given back at once: otherwise they are still there when the largest class needs its room.
    for (const array of [this.#classOf, this.#sorted]) array.buffer.transfer(0);
    this.#classOf = this.#sorted = new Uint32Array(0);
    return { places: this.#places, largest: this.#counts.reduce((largest, count) => Math.max(largest, count), 0) };
  }

  #turnOver(): void {
    const next = this.#next.fill(0);
    countingSort(this.#classOf.subarray(0, this.#filled), this.#first, next, this.#sorted);
    const from = this.#written;
    // After the sort, `next` of a class is where its tokens end.
    for (let cls = 0, start = 0; cls < next.length - 1; cls++) {
      const end = next[cls]!;
      if (end === start) continue;
      this.#counts[cls]! += end - start;
      this.#put(cls, this.#sorted.subarray(start, end));
      start = end;
    }
    this.#send();
    this.#places.push({ from, to: this.#written });
    this.#first += this.#filled;
    this.#filled = 0;
  }

  #put(cls: number, tokens: Uint32Array): void {
    if (this.#used + 2 > this.#output.length) this.#send();
    this.#output[this.#used++] = cls;
    this.#output[this.#used++] = tokens.length;
    for (let from = 0; from < tokens.length;) {
      if (this.#used === this.#output.length) this.#send();
      const fitting = Math.min(tokens.length - from, this.#output.length - this.#used);
      this.#output.set(tokens.subarray(from, from + fitting), this.#used);
      this.#used += fitting;
      from += fitting;
    }
  }

  #send(): void {
    this.#store.write(this.#output.subarray(0, this.#used));
    this.#written += this.#used;
    this.#used = 0;
  }
}

function classify(types: Int32Array, classOfType: Uint32Array, into: Uint32Array): void {
  for (let t = 0; t < types.length; t++) into[t] = classOfType[types[t]!]!;
}

/** `next` comes full of zeros, and goes with the end of each class in `sorted`. */
function countingSort(classOf: Uint32Array, first: number, next: Uint32Array, sorted: Uint32Array): void {
  for (let t = 0; t < classOf.length; t++) next[classOf[t]! + 1]!++;
  for (let cls = 1; cls < next.length; cls++) next[cls]! += next[cls - 1]!;
  for (let t = 0; t < classOf.length; t++) {
    const cls = classOf[t]!;
    sorted[next[cls]!] = first + t;
    next[cls]!++;
  }
}

/** Goes through one chunk, class after class. */
class ChunkReader {
  /** At hand, and how many tokens it has in the chunk; -1 when there is none any more. */
  cls = -1;
  count = 0;
  readonly #store: NumberStore;
  readonly #to: number;
  readonly #buffer: Uint32Array;
  /** Place of the numbers behind those in the buffer. */
  #from: number;
  #at = 0;
  #end = 0;

  constructor(store: NumberStore, from: number, to: number, ahead: number) {
    this.#store = store;
    this.#from = from;
    this.#to = to;
    this.#buffer = new Uint32Array(ahead);
    this.#begin();
  }

  /** Writes the tokens of the class at hand to `into`, from `at` on, and goes to the next class. Returns their end. */
  take(into: Uint32Array, at: number): number {
    let next = at;
    for (let left = this.count; left > 0;) {
      if (this.#at === this.#end) this.#fill();
      const fitting = Math.min(left, this.#end - this.#at);
      // Most classes have one token or two in a chunk: a loop beats a call for each.
      for (let taken = 0; taken < fitting; taken++) into[next++] = this.#buffer[this.#at++]!;
      left -= fitting;
    }
    this.#begin();
    return next;
  }

  #begin(): void {
    this.cls = this.#number();
    this.count = this.cls === -1 ? 0 : this.#number();
  }

  /** -1 at the end. */
  #number(): number {
    if (this.#at === this.#end) this.#fill();
    return this.#end === 0 ? -1 : this.#buffer[this.#at++]!;
  }

  #fill(): void {
    this.#at = 0;
    this.#end = Math.min(this.#buffer.length, this.#to - this.#from);
    this.#store.read(this.#from, this.#buffer.subarray(0, this.#end));
    this.#from += this.#end;
  }
}
