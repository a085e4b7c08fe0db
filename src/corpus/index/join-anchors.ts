/** Where the tokens of a joined index start, counted on from the first of each run by gaps and lengths of forms. */
import type { PartColumns } from './index-part.ts';
import { anchorStride, wideGap } from './offsets.ts';
import { lastAtMost } from './search.ts';

/**
 * Notes where every so many tokens start. `first` is the joined number of the first token and `offset` where it starts;
 * `gaps` are those behind each token. Returns where the token behind the last one starts.
 */
export function setAnchors(
  anchors: Float64Array,
  first: number,
  offset: number,
  numbers: Uint32Array,
  lengthOf: Uint32Array,
  gaps: Uint8Array,
  wide: WideGaps,
): number {
  let at = offset;
  for (let t = 0; t < numbers.length; t++) {
    if (((first + t) & (anchorStride - 1)) === 0) anchors[(first + t) / anchorStride] = at;
    // Behind the last token of a run there is no gap, nor anything to come.
    const gap = t < gaps.length ? gaps[t]! : 0;
    at += lengthOf[numbers[t]!]! + (gap === wideGap ? wide.next() : gap);
  }
  return at;
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
