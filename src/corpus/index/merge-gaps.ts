/** The gaps of tokens that are taken from two indexes, a run of documents at a time. */
import { anchorStride, offsetOf, type TokenGaps, wideGap } from './offsets.ts';
import type { PositionalIndex } from './positional.ts';
import { lastAtMost } from './search.ts';

export class MergingGaps {
  readonly #gaps: Uint8Array;
  readonly #anchors: Float64Array;
  readonly #wideTokens: number[] = [];
  readonly #wideGaps: number[] = [];
  #count = 0;
  /** Where the last token ends. */
  #end = 0;

  constructor(tokens: number) {
    this.#gaps = new Uint8Array(tokens);
    this.#anchors = new Float64Array(Math.ceil(tokens / anchorStride));
  }

  /** Tokens `from` to `to` of an index, which now stand so many characters `later`, all texts one behind another. */
  add(index: PositionalIndex, from: number, to: number, later: number): void {
    if (from === to) return;
    // A plain record: where arrays come from a snapshot, each look at a field is a call.
    const offsets = { ...index.parts.arrays.offsets };
    const stream = index.stream();
    const starts = index.lexicon.formStarts;
    const startOf = (token: number): number => offsetOf(token, offsets, stream, starts) + later;
    const shift = this.#count - from;
    this.#gaps.set(offsets.gaps.subarray(from, to), this.#count);
    // Only the first token of a run has another one before it than it had.
    this.#setGap(this.#count, startOf(from) - this.#end);
    const { wideTokens, wideGaps } = offsets;
    for (let wide = lastAtMost(wideTokens, wideTokens.length, from) + 1; wideTokens[wide]! < to; wide++)
      this.#setGap(wideTokens[wide]! + shift, wideGaps[wide]!);
    this.#count += to - from;
    for (let anchor = Math.ceil((from + shift) / anchorStride); anchor * anchorStride < this.#count; anchor++)
      this.#anchors[anchor] = startOf(anchor * anchorStride - shift);
    const last = stream[to - 1]!;
    this.#end = startOf(to - 1) + starts[last + 1]! - starts[last]!;
  }

  finish(): TokenGaps {
    return {
      gaps: this.#gaps,
      anchors: this.#anchors,
      wideTokens: Uint32Array.from(this.#wideTokens),
      wideGaps: Uint32Array.from(this.#wideGaps),
    };
  }

  #setGap(token: number, gap: number): void {
    this.#gaps[token] = Math.min(gap, wideGap);
    if (gap < wideGap) return;
    this.#wideTokens.push(token);
    this.#wideGaps.push(gap);
  }
}
