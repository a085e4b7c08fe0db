/** Which nodes of the lattice a path may pass: node (i, k) lies behind the first i units of a and the first k of b. */

/** For every i in `[0, n]` the nodes k from `low[i]` to `high[i]`, both inclusive; neither ever falls as i grows. */
export interface Band {
  readonly low: Int32Array;
  readonly high: Int32Array;
}

export function fullBand(n: number, m: number): Band {
  return { low: new Int32Array(n + 1), high: new Int32Array(n + 1).fill(m) };
}

/**
 * The nodes at most `reach` rows or columns off a path.
 * @param path k of the path at every i in `[0, n]`, never falling
 */
export function bandAround(path: Int32Array, m: number, reach: number): Band {
  const n = path.length - 1;
  const low = new Int32Array(n + 1);
  const high = new Int32Array(n + 1);
  for (let i = 0; i <= n; i++) {
    low[i] = Math.max(0, path[Math.max(0, i - reach)]! - reach);
    high[i] = Math.min(m, path[Math.min(n, i + reach)]! + reach);
  }
  low[0] = 0;
  high[n] = m;
  return { low, high };
}
