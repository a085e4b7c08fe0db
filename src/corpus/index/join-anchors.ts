/** Where the tokens of a joined index start, counted on from the first of each run by gaps and lengths of forms. */
import type { PartColumns } from './index-part.ts';
import { anchorStride, strideBits, wideGap } from './offsets.ts';
import { lastAtMost } from './search.ts';

/** A stretch of a run: what is read of its tokens, and where what is made of them goes. */
export interface Stretch {
  readonly numbers: Uint32Array;
  /** Of each number, its type and the length of its form: side by side, since looking one up is waiting for memory. */
  readonly typeAndLength: Uint32Array;
  /** Those behind each token; behind the last one of a run there is none. */
  readonly gaps: Uint8Array;
  readonly wide: WideGaps;
  /** Takes the types. */
  readonly into: Int32Array;
  /** Where every so many tokens start, in all of the index. */
  readonly anchors: Float64Array;
}

/**
 * `first` is the joined number of the first token and `offset` where it starts. Returns where the token behind the last
 * one starts.
 */
export function placeTokens(stretch: Stretch, first: number, offset: number): number {
  const { numbers, typeAndLength, gaps, wide, into, anchors } = stretch;
  // From `offset` on: a whole number of the processor, as is what is shifted instead of doubled.
  let at = 0;
  for (let t = 0; t < numbers.length; t++) {
    const pair = numbers[t]! << 1;
    into[t] = typeAndLength[pair]!;
    if (((first + t) & (anchorStride - 1)) === 0) anchors[(first + t) >>> strideBits] = offset + at;
    const gap = t < gaps.length ? gaps[t]! : 0;
    at = (at + typeAndLength[pair + 1]! + (gap === wideGap ? wide.next() : gap)) | 0;
  }
  return offset + at;
}

/** The wide gaps of a part behind token `from`, one after another. */
export class WideGaps {
  readonly #gaps: Uint32Array;
  #at: number;

  constructor({ wideTokens, wideGaps }: PartColumns, from: number) {
    this.#gaps = wideGaps;
    this.#at = lastAtMost(wideTokens, wideTokens.length, from) + 1;
  }

  next(): number {
    return this.#gaps[this.#at++]!;
  }
}
