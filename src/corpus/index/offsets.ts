/**
 * Where each token stands in its text, in little more than a byte a token.
 *
 * Between two tokens there is nearly always one space: only the gap before a token is kept, a byte, and the way is
 * walked from an anchor every 32 tokens by gaps and lengths of forms. Offsets run through all documents, one behind the
 * other, so that a walk need not know where a document starts.
 */
import type { ColumnSink } from './growing.ts';
import { GrowingUint32, GrowingUint8 } from './growing.ts';

/** Tokens between two anchors: a walk of 16 on average costs less than the memory of more anchors. */
export const anchorStride = 32;
export const strideBits = 5;
/** Gap byte of a gap that does not fit; the gap itself is then in the list of wide gaps. */
export const wideGap = 255;

export interface TokenGaps {
  /** Characters between the end of the token before and the start of each token. */
  readonly gaps: Uint8Array;
  /** Offset of every 32nd token. */
  readonly anchors: Float64Array;
  /** Tokens whose gap is `wideGap` or more, ascending, and their gaps. */
  readonly wideTokens: Uint32Array;
  readonly wideGaps: Uint32Array;
}

/** Offset (through all documents) of `token`. `formStarts` gives the lengths of types: start of each, end of the last. */
export function offsetOf(token: number, given: TokenGaps, stream: Int32Array, formStarts: Uint32Array): number {
  const from = token >>> strideBits;
  let offset = given.anchors[from]!;
  for (let t = from << strideBits; t < token; t++) {
    const type = stream[t]!;
    offset += formStarts[type + 1]! - formStarts[type]! + gapBefore(t + 1, given);
  }
  return offset;
}

function gapBefore(token: number, { gaps, wideTokens, wideGaps }: TokenGaps): number {
  const gap = gaps[token]!;
  if (gap !== wideGap) return gap;
  let low = 0;
  let high = wideTokens.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (wideTokens[middle]! < token) low = middle + 1;
    else high = middle;
  }
  return wideGaps[low]!;
}

/** Collects the gaps of tokens in stream order. */
export class GapWriter {
  private readonly gaps: GrowingUint8;
  private readonly anchors: number[] = [];
  private readonly wideTokens = new GrowingUint32();
  private readonly wideGaps = new GrowingUint32();
  private readonly anchored: boolean;
  private count = 0;
  /** Where the last token ends, counted through all documents. */
  private end = 0;

  /** Where gaps go elsewhere there are no anchors, which are set again when parts are joined. */
  constructor(sink?: ColumnSink) {
    this.gaps = new GrowingUint8(sink);
    this.anchored = sink === undefined;
  }

  /** The tokens of the next document, which starts at `base`: `starts` and `ends` within it, `count` of each. */
  add(base: number, starts: Uint32Array, ends: Uint32Array, count: number): void {
    const { bytes: gaps, at } = this.gaps.extend(count);
    const first = this.count;
    let end = this.end - base;
    for (let t = 0; t < count; t++) {
      const start = starts[t]!;
      const gap = start - end;
      end = ends[t]!;
      if (gap < wideGap) gaps[at + t] = gap;
      else {
        gaps[at + t] = wideGap;
        this.wideTokens.push(first + t);
        this.wideGaps.push(gap);
      }
    }
    if (this.anchored)
      for (let t = -first & (anchorStride - 1); t < count; t += anchorStride) this.anchors.push(base + starts[t]!);
    this.end = base + end;
    this.count += count;
  }

  finish(): TokenGaps {
    return {
      gaps: this.gaps.take(),
      anchors: Float64Array.from(this.anchors),
      wideTokens: this.wideTokens.take(),
      wideGaps: this.wideGaps.take(),
    };
  }
}
