/**
 * Postings as the steps from one token of a class to the next, seven bits to a byte: on average less than two bytes a
 * token instead of four, and few different ones, which packs well. Each class can be read alone, since it is noted where
 * its bytes end.
 */

const pieceLength = 1 << 20;
/** A step takes at most so many bytes. */
const longestStep = 5;

export interface EncodedPostings {
  /** The bytes of all classes one behind another, made as they are asked for. */
  readonly steps: Iterable<Uint8Array>;
  /** Bytes of the end (a 64-bit float) of each class in them. Complete once `steps` came to its end. */
  readonly ends: Iterable<Uint8Array>;
}

/** `postings` gives the tokens of each class, ascending. */
export function encodePostings(postings: Iterable<Uint32Array>): EncodedPostings {
  const pieces: Float64Array[] = [];
  return {
    steps: (function* () {
      const piece = new Uint8Array(pieceLength);
      let ends = new Float64Array(pieceLength / 8);
      let classes = 0;
      let used = 0;
      let before = 0;
      for (const tokens of postings) {
        let previous = 0;
        for (let p = 0; p < tokens.length; p++) {
          if (used + longestStep > pieceLength) {
            yield piece.subarray(0, used);
            before += used;
            used = 0;
          }
          const token = tokens[p]!;
          let step = token - previous;
          for (; step > 0x7f; step >>>= 7) piece[used++] = (step & 0x7f) | 0x80;
          piece[used++] = step;
          previous = token;
        }
        if (classes === ends.length) {
          pieces.push(ends);
          ends = new Float64Array(pieceLength / 8);
          classes = 0;
        }
        ends[classes++] = before + used;
      }
      pieces.push(ends.subarray(0, classes));
      yield piece.subarray(0, used);
    })(),
    ends: (function* () {
      for (const { buffer, byteLength } of pieces) yield new Uint8Array(buffer, 0, byteLength);
    })(),
  };
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
