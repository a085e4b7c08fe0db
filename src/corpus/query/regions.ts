/** Walks the sentences, paragraphs or documents that tile the token stream, for tokens asked in mostly rising order. */

/** Index of the last element that is at most `value`, for ascending `starts` with `starts[0] <= value`. */
function lastAtMost(starts: Uint32Array, value: number, from: number, to: number): number {
  let low = from;
  let high = to;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (starts[middle]! <= value) low = middle;
    else high = middle;
  }
  return low;
}

export class RegionCursor {
  private readonly starts: Uint32Array;
  /** Number of the region at hand. */
  region = -1;
  /** First token of the region at hand, and the first one past it. */
  from = 0;
  to = 0;

  /** `starts`: first token of each region, and the number of tokens at the end. */
  constructor(starts: Uint32Array) {
    this.starts = starts;
  }

  /** Moves to the region that holds `token`. Cheap when it is the same one or one soon after. */
  seek(token: number): void {
    if (token >= this.from && token < this.to) return;
    const { starts } = this;
    const last = starts.length - 1;
    let low = 0;
    let high = last;
    if (token >= this.to && this.region >= 0) {
      low = this.region + 1;
      let step = 1;
      high = low + step;
      while (high < last && starts[high]! <= token) {
        low = high;
        step *= 2;
        high = low + step;
      }
      if (high > last) high = last;
    }
    // Among regions that start at one token, the last is the one that holds it; the others are empty.
    this.region = lastAtMost(starts, token, low, high);
    this.from = starts[this.region]!;
    this.to = starts[this.region + 1]!;
  }
}

/** Index of the first element of `values[from..to)` that is at least `least`; `to` when there is none. */
export function firstAtLeast(values: Uint32Array, least: number, from: number, to: number): number {
  let low = from;
  // Galloping first: callers walk forwards, and the answer is mostly near.
  let step = 1;
  while (low + step < to && values[low + step]! < least) {
    low += step;
    step *= 2;
  }
  let high = Math.min(to, low + step + 1);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
