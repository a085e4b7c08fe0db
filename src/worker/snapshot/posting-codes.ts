/**
 * Postings as the steps from one token of a class to the next, seven bits to a byte: on average less than two bytes a
 * token instead of four, and few different ones, which packs well.
 */

const pieceLength = 1 << 20;
/** A step takes at most so many bytes. */
const longestStep = 5;

/** The bytes of all classes one behind another, made as they are asked for. */
export function* encodePostings(postings: Uint32Array, postingStart: Uint32Array): Generator<Uint8Array> {
  const piece = new Uint8Array(pieceLength);
  let used = 0;
  for (let cls = 0; cls + 1 < postingStart.length; cls++) {
    let previous = 0;
    for (let p = postingStart[cls]!; p < postingStart[cls + 1]!; p++) {
      if (used + longestStep > pieceLength) {
        yield piece.subarray(0, used);
        used = 0;
      }
      let step = postings[p]! - previous;
      for (; step > 0x7f; step >>>= 7) piece[used++] = (step & 0x7f) | 0x80;
      piece[used++] = step;
      previous = postings[p]!;
    }
  }
  yield piece.subarray(0, used);
}

/** `tokens` is the number of all postings. */
export function decodePostings(bytes: Uint8Array, postingStart: Uint32Array, tokens: number): Uint32Array {
  const postings = new Uint32Array(tokens);
  let at = 0;
  for (let cls = 0; cls + 1 < postingStart.length; cls++) {
    let token = 0;
    const end = postingStart[cls + 1]!;
    for (let p = postingStart[cls]!; p < end; p++) {
      let byte = bytes[at++]!;
      let step = byte & 0x7f;
      for (let shift = 7; byte > 0x7f; shift += 7) {
        byte = bytes[at++]!;
        step |= (byte & 0x7f) << shift;
      }
      token += step;
      postings[p] = token;
    }
  }
  return postings;
}
