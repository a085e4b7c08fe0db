/** Rows of a list in the order of a column. */

export interface CountOrder<Column extends string> {
  readonly by: Column;
  readonly descending: boolean;
}

/**
 * Numbers of the rows that pass, ordered by what `read` gives for them; rows that are equal in it by their number, which for
 * words is the order of the lexicon, whichever way the column runs.
 */
export function orderedRows(
  rows: number,
  passes: (row: number) => boolean,
  descending: boolean,
  read: (row: number) => number,
): Uint32Array {
  const passing = new Uint32Array(rows);
  const keys = new Float64Array(rows);
  let length = 0;
  for (let row = 0; row < rows; row++) {
    if (!passes(row)) continue;
    keys[row] = descending ? -read(row) : read(row);
    passing[length++] = row;
  }
  // Infinite keys are equal to themselves, which subtraction would not see.
  return passing.subarray(0, length).sort((a, b) => (keys[a]! < keys[b]! ? -1 : keys[a]! > keys[b]! ? 1 : a - b));
}
