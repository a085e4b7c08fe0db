/**
 * Where each token stands in its text, in little more than a byte a token.
 *
 * Between two tokens there is nearly always one space: only the gap before a token is kept, a byte, and the way is
 * walked from an anchor every 32 tokens by gaps and lengths of forms. Offsets run through all documents, one behind the
 * other, so that a walk need not know where a document starts.
 */
/** Tokens between two anchors: a walk of 16 on average costs less than the memory of more anchors. */
const stride = 32;
const strideBits = 5;
/** Gap byte of a gap that does not fit; the gap itself is then in the list of wide gaps. */
const wide = 255;

export interface TokenGaps {
  /** Characters between the end of the token before and the start of each token. */
  readonly gaps: Uint8Array;
  /** Offset of every 32nd token. */
  readonly anchors: Float64Array;
  /** Tokens whose gap is `wide` or more, ascending, and their gaps. */
  readonly wideTokens: Uint32Array;
  readonly wideGaps: Uint32Array;
}

/** Offset (through all documents) of `token`. `lengths` gives the length of a type. */
export function offsetOf(
  token: number,
  given: TokenGaps,
  stream: Int32Array,
  formLength: (type: number) => number,
): number {
  const from = token >>> strideBits;
  let offset = given.anchors[from]!;
  for (let t = from << strideBits; t < token; t++) offset += formLength(stream[t]!) + gapBefore(t + 1, given);
  return offset;
}

function gapBefore(token: number, { gaps, wideTokens, wideGaps }: TokenGaps): number {
  const gap = gaps[token]!;
  if (gap !== wide) return gap;
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
  private gaps = new Uint8Array(1 << 10);
  private readonly anchors: number[] = [];
  private readonly wideTokens: number[] = [];
  private readonly wideGaps: number[] = [];
  private count = 0;
  /** End of the last token. */
  private end = 0;

  /** `start` and `length` of the next token; `start` counts through all documents. */
  add(start: number, length: number): void {
    const token = this.count++;
    if (token === this.gaps.length) this.grow();
    if ((token & (stride - 1)) === 0) this.anchors.push(start);
    const gap = start - this.end;
    this.end = start + length;
    if (gap < wide) this.gaps[token] = gap;
    else {
      this.gaps[token] = wide;
      this.wideTokens.push(token);
      this.wideGaps.push(gap);
    }
  }

  finish(): TokenGaps {
    return {
      gaps: this.gaps.slice(0, this.count),
      anchors: Float64Array.from(this.anchors),
      wideTokens: Uint32Array.from(this.wideTokens),
      wideGaps: Uint32Array.from(this.wideGaps),
    };
  }

  private grow(): void {
    const grown = new Uint8Array(this.gaps.length * 2);
    grown.set(this.gaps);
    this.gaps = grown;
  }
}
