/** Rows of the last comparison: thousands of words are compared with one, and three new arrays cost more than comparing two. */
let rows = [new Uint16Array(32), new Uint16Array(32), new Uint16Array(32)] as const;

/**
 * Optimal string alignment distance of two words in UTF-16 units (insertion, deletion, replacement, exchange of two
 * neighbours, each 1; Boytsov 2011, §2.1), or `limit + 1` when it is more than `limit`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  const size = b.length + 1;
  if (size > rows[0].length) rows = [new Uint16Array(2 * size), new Uint16Array(2 * size), new Uint16Array(2 * size)];
  let [older, old, row] = rows;
  for (let j = 0; j < size; j++) old[j] = j;
  for (let i = 1; i <= a.length; i++) {
    row[0] = i;
    let least = i;
    const unit = a.charCodeAt(i - 1);
    for (let j = 1; j <= b.length; j++) {
      const same = unit === b.charCodeAt(j - 1);
      let best = Math.min(old[j]! + 1, row[j - 1]! + 1, old[j - 1]! + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && unit === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
      if (swapped) best = Math.min(best, older[j - 2]! + 1);
      row[j] = best;
      if (best < least) least = best;
    }
    // Every value of a later row is at least the least of this one.
    if (least > limit) return limit + 1;
    [older, old, row] = [old, row, older];
  }
  return Math.min(old[b.length]!, limit + 1);
}

/** Slips to allow in a word of this length: none in one so short that everything is near it. */
export function allowedSlips(length: number): number {
  return length < 3 ? 0 : length < 6 ? 1 : 2;
}
