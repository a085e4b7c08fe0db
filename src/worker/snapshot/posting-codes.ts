/**
 * Postings as the steps from one token of a class to the next, seven bits to a byte: on average less than two bytes a
 * token instead of four, and few different ones, which packs well. Each class can be read alone, since it is noted where
 * its bytes end.
 */

const pieceLength = 1 << 20;
/** A step takes at most so many bytes. */
export const longestStep = 5;

export interface EncodedPostings {
  /** The bytes of all classes one behind another, made as they are asked for. */
  readonly steps: Iterable<Uint8Array>;
  /** Bytes of the end (a 64-bit float) of each class in them. Complete once `steps` came to its end. */
  readonly ends: Iterable<Uint8Array>;
}

/** Writes a step, and returns where it ends. */
export function writeStep(step: number, into: Uint8Array, at: number): number {
  let end = at;
  let left = step;
  for (; left > 0x7f; left >>>= 7) into[end++] = (left & 0x7f) | 0x80;
  into[end++] = left;
  return end;
}

/** Where the steps of each class end: noted as they are written. */
export class ClassEnds {
  readonly #pieces: Float64Array[] = [];
  #ends = new Float64Array(0);
  #classes = 0;

  push(end: number): void {
    if (this.#classes === this.#ends.length) {
      this.#ends = new Float64Array(pieceLength / 8);
      this.#pieces.push(this.#ends);
      this.#classes = 0;
    }
    this.#ends[this.#classes++] = end;
  }

  *pieces(): Generator<Uint8Array> {
    for (const [at, { buffer }] of this.#pieces.entries())
      yield new Uint8Array(buffer, 0, 8 * (at + 1 < this.#pieces.length ? pieceLength / 8 : this.#classes));
  }
}

/** `postings` gives the tokens of each class, ascending. */
export function encodePostings(postings: Iterable<Uint32Array>): EncodedPostings {
  const ends = new ClassEnds();
  return { steps: stepsOf(postings, ends), ends: ends.pieces() };
}

function* stepsOf(postings: Iterable<Uint32Array>, ends: ClassEnds): Generator<Uint8Array> {
  const piece = new Uint8Array(pieceLength);
  let used = 0;
  let before = 0;
  for (const tokens of postings) {
    let previous = 0;
    for (let from = 0; from < tokens.length;) {
      const to = Math.min(tokens.length, from + Math.floor((pieceLength - used) / longestStep));
      used = writeSteps(tokens, from, to, previous, piece, used);
      previous = tokens[to - 1] ?? previous;
      if (to < tokens.length) {
        yield piece.subarray(0, used);
        before += used;
        used = 0;
      }
      from = to;
    }
    ends.push(before + used);
  }
  yield piece.subarray(0, used);
}

/** Steps to the tokens at `from` up to `to`, the first of them from `previous`: apart from the generator, whose loops are not compiled as well. */
export function writeSteps(
  tokens: Uint32Array,
  from: number,
  to: number,
  previous: number,
  into: Uint8Array,
  at: number,
): number {
  let end = at;
  let last = previous;
  for (let p = from; p < to; p++) {
    const token = tokens[p]!;
    let step = token - last;
    for (; step > 0x7f; step >>>= 7) into[end++] = (step & 0x7f) | 0x80;
    into[end++] = step;
    last = token;
  }
  return end;
}

/** Fills `into` with the tokens of a class, whose bytes begin at `at`. Returns where they end. */
export function decodePostings(bytes: Uint8Array, at: number, into: Uint32Array): number {
  let token = 0;
  let next = at;
  for (let p = 0; p < into.length; p++) {
    let byte = bytes[next++]!;
    let step = byte & 0x7f;
    for (let shift = 7; byte > 0x7f; shift += 7) {
      byte = bytes[next++]!;
      step |= (byte & 0x7f) << shift;
    }
    token += step;
    into[p] = token;
  }
  return next;
}
