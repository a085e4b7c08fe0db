/**
 * Binary search over ascending starts.
 */

/** Last position whose start is at most `value`, among the first `count`; of equal starts the last one. -1 when all are greater. */
export function lastAtMost(starts: Uint32Array, count: number, value: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (starts[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
