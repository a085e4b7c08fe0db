/**
 * The postings of an index that is too large to hold them, as they are kept: the stream is turned over a chunk at a time
 * while it is written, the steps of what each class has in the chunk are put aside, and those of all chunks are then copied
 * together, class after class. Only the step that leads from one chunk into another is still to be made. Each chunk is read from
 * its start to its end once. (Going through the whole stream for some classes at a time took four times as long.)
 */
import type { LexiconArrays } from '../../corpus/index/lexicon.ts';
import { ClassEnds, longestStep, writeStep, writeSteps, type EncodedPostings } from './posting-codes.ts';

/** Where bytes are put aside and read from again, by their place. */
export interface ByteStore {
  /** Writes behind what was written before. */
  write(bytes: Uint8Array): void;
  /** Fills all of `into`. */
  read(from: number, into: Uint8Array): void;
}

export interface ChunkSizes {
  /** Tokens turned over at a time: with what else it takes, 20 MB. */
  readonly tokens: number;
  /** Bytes of a chunk read ahead; half a hundred chunks are read side by side. */
  readonly ahead: number;
  /** Bytes of a piece of what comes out. */
  readonly piece: number;
}
const usualSizes: ChunkSizes = { tokens: 1 << 21, ahead: 1 << 16, piece: 1 << 20 };

/** Before the steps of a class in a chunk: its number, how many bytes they take, its first and its last token there. */
const headLength = 16;

export class PostingChunks {
  readonly #store: ByteStore;
  readonly #sizes: ChunkSizes;
  readonly #classOfType: Uint32Array;
  readonly #classes: number;
  #classOf: Uint32Array<ArrayBuffer>;
  #sorted: Uint32Array<ArrayBuffer>;
  readonly #next: Uint32Array;
  readonly #output = new Uint8Array(1 << 18);
  readonly #head = new DataView(this.#output.buffer);
  #used = 0;
  #written = 0;
  readonly #places: ChunkPlace[] = [];
  #filled = 0;
  #first = 0;

  constructor(
    { classOfType, classStart }: Pick<LexiconArrays, 'classOfType' | 'classStart'>,
    store: ByteStore,
    sizes: ChunkSizes = usualSizes,
  ) {
    this.#store = store;
    this.#sizes = sizes;
    this.#classOfType = classOfType;
    this.#classes = classStart.length - 1;
    this.#classOf = new Uint32Array(sizes.tokens);
    this.#sorted = new Uint32Array(sizes.tokens);
    this.#next = new Uint32Array(this.#classes + 1);
  }

  /** The same stream, taken in as it goes by. */
  *passing(stream: Iterable<Int32Array>): Generator<Int32Array> {
    for (const types of stream) {
      this.add(types);
      yield types;
    }
  }

  add(types: Int32Array): void {
    const room = this.#classOf.length;
    for (let from = 0; from < types.length;) {
      const fitting = Math.min(types.length - from, room - this.#filled);
      const into = this.#classOf.subarray(this.#filled, this.#filled + fitting);
      classify(types.subarray(from, from + fitting), this.#classOfType, into, this.#next);
      this.#filled += fitting;
      from += fitting;
      if (this.#filled === room) this.#turnOver();
    }
  }

  /** The postings of all that was added; nothing can be added once it is asked for. */
  encoded(): EncodedPostings {
    const ends = new ClassEnds();
    return { steps: this.#steps(ends), ends: ends.pieces() };
  }

  *#steps(ends: ClassEnds): Generator<Uint8Array> {
    const readers = this.#finish().map(({ from, to }) => new ChunkReader(this.#store, from, to, this.#sizes.ahead));
    const piece = new Uint8Array(this.#sizes.piece);
    let used = 0;
    let before = 0;
    for (let cls = 0; cls < this.#classes; cls++) {
      let previous = 0;
      for (const reader of readers) {
        if (reader.cls !== cls) continue;
        if (used + longestStep > piece.length) {
          yield piece.subarray(0, used);
          before += used;
          used = 0;
        }
        used = writeStep(reader.first - previous, piece, used);
        previous = reader.last;
        while (reader.left > 0) {
          if (used === piece.length) {
            yield piece;
            before += used;
            used = 0;
          }
          used = reader.copy(piece, used);
        }
        reader.advance();
      }
      ends.push(before + used);
    }
    yield piece.subarray(0, used);
  }

  #finish(): readonly ChunkPlace[] {
    if (this.#filled > 0) this.#turnOver();
    // Given back at once: a collector would let them lie.
    for (const array of [this.#classOf, this.#sorted]) array.buffer.transfer(0);
    this.#classOf = this.#sorted = new Uint32Array(0);
    return this.#places;
  }

  #turnOver(): void {
    const next = this.#next;
    spread(this.#classOf.subarray(0, this.#filled), this.#first, next, this.#sorted);
    const from = this.#written + this.#used;
    // `next` of a class is now where its tokens end.
    for (let cls = 0, start = 0; cls < this.#classes; cls++) {
      const end = next[cls]!;
      if (end !== start) this.#put(cls, start, end);
      start = end;
    }
    next.fill(0);
    this.#send();
    this.#places.push({ from, to: this.#written });
    this.#first += this.#filled;
    this.#filled = 0;
  }

  /** Writes down a class of the chunk, whose tokens are sorted from `start` to `end`. */
  #put(cls: number, start: number, end: number): void {
    if (this.#used + headLength > this.#output.length) this.#send();
    const sorted = this.#sorted;
    const head = this.#used;
    this.#head.setUint32(head, cls);
    this.#head.setUint32(head + 4, lengthOfSteps(sorted, start, end));
    this.#head.setUint32(head + 8, sorted[start]!);
    this.#head.setUint32(head + 12, sorted[end - 1]!);
    this.#used += headLength;
    for (let from = start + 1; from < end;) {
      const to = Math.min(end, from + Math.floor((this.#output.length - this.#used) / longestStep));
      this.#used = writeSteps(sorted, from, to, sorted[from - 1]!, this.#output, this.#used);
      if (to < end) this.#send();
      from = to;
    }
  }

  #send(): void {
    this.#store.write(this.#output.subarray(0, this.#used));
    this.#written += this.#used;
    this.#used = 0;
  }
}

interface ChunkPlace {
  readonly from: number;
  readonly to: number;
}

/** Notes the class of each token, and counts it one place behind its own in `counts`. */
function classify(types: Int32Array, classOfType: Uint32Array, into: Uint32Array, counts: Uint32Array): void {
  for (let t = 0; t < types.length; t++) {
    const cls = classOfType[types[t]!]!;
    into[t] = cls;
    counts[cls + 1]!++;
  }
}

/** A counting sort. `next` comes with the tokens of each class, one place behind, and goes with the end of each class in `sorted`. */
function spread(classOf: Uint32Array, first: number, next: Uint32Array, sorted: Uint32Array): void {
  for (let cls = 1; cls < next.length; cls++) next[cls]! += next[cls - 1]!;
  for (let t = 0; t < classOf.length; t++) {
    const cls = classOf[t]!;
    const at = next[cls]!;
    next[cls] = at + 1;
    sorted[at] = first + t;
  }
}

function lengthOfSteps(tokens: Uint32Array, from: number, to: number): number {
  let bytes = 0;
  for (let p = from + 1; p < to; p++) {
    const step = tokens[p]! - tokens[p - 1]!;
    bytes += step < 1 << 7 ? 1 : step < 1 << 14 ? 2 : step < 1 << 21 ? 3 : step < 1 << 28 ? 4 : longestStep;
  }
  return bytes;
}

/** Goes through one chunk, class after class. */
class ChunkReader {
  /** At hand, with its first and last token in the chunk; -1 when there is none any more. */
  cls = -1;
  first = 0;
  last = 0;
  /** Bytes of its steps that are not copied yet. */
  left = 0;
  readonly #store: ByteStore;
  readonly #to: number;
  readonly #buffer: Uint8Array;
  readonly #view: DataView;
  /** Place of the bytes behind those in the buffer. */
  #from: number;
  #at = 0;
  #end = 0;

  constructor(store: ByteStore, from: number, to: number, ahead: number) {
    this.#store = store;
    this.#from = from;
    this.#to = to;
    this.#buffer = new Uint8Array(Math.max(headLength, ahead));
    this.#view = new DataView(this.#buffer.buffer);
    this.advance();
  }

  /** Copies as many of the steps at hand as there is room and reading ahead for. Returns where they end. */
  copy(into: Uint8Array, at: number): number {
    if (this.#at === this.#end) this.#fill();
    const count = Math.min(this.left, into.length - at, this.#end - this.#at);
    // Most classes have a step or two in a chunk: a loop beats a call for them.
    if (count < 16) for (let byte = 0; byte < count; byte++) into[at + byte] = this.#buffer[this.#at + byte]!;
    else into.set(this.#buffer.subarray(this.#at, this.#at + count), at);
    this.#at += count;
    this.left -= count;
    return at + count;
  }

  /** To the next class. */
  advance(): void {
    if (this.#end - this.#at < headLength) this.#fill();
    if (this.#end === this.#at) {
      this.cls = -1;
      return;
    }
    const head = this.#at;
    this.cls = this.#view.getUint32(head);
    this.left = this.#view.getUint32(head + 4);
    this.first = this.#view.getUint32(head + 8);
    this.last = this.#view.getUint32(head + 12);
    this.#at += headLength;
  }

  /** Reads on behind what is not yet used. */
  #fill(): void {
    this.#buffer.copyWithin(0, this.#at, this.#end);
    const kept = this.#end - this.#at;
    const more = Math.min(this.#buffer.length - kept, this.#to - this.#from);
    this.#store.read(this.#from, this.#buffer.subarray(kept, kept + more));
    this.#from += more;
    this.#at = 0;
    this.#end = kept + more;
  }
}
