/**
 * The evidence of many words at once. Most words are rare, and words of the same counts have the same evidence: it is
 * computed once for each pair of small counts, and how many words share it is known on the way.
 */
import { keyLogLikelihood } from './keyness.ts';
import type { RowCounts } from './word-counts.ts';

/** Counts below this are in a table: nine words of ten are so rare, and a logarithm costs more than a look. */
const rare = 64;

export interface Evidence {
  /** `ll` of each row; 0 where a side is empty. */
  readonly lls: Float64Array;
  /** |ll| that occurs, in no order; the same number may stand in several places. */
  readonly magnitudes: Float64Array;
  /** Rows behind each of `magnitudes`. */
  readonly times: Uint32Array;
}

/** `f1` and `f2`: counts of every row of a table, of which `rows` are tested. */
export function evidenceOf(rows: Uint32Array, f1: RowCounts, n1: number, f2: RowCounts, n2: number): Evidence {
  const known = new Float64Array(rare * rare).fill(NaN);
  const cells = new Uint32Array(rare * rare);
  const lls = new Float64Array(rows.length);
  const frequent: number[] = [];
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const a = f1[row]!;
    const b = f2[row]!;
    // Whole numbers; a word list from a file may have others.
    if (a >= rare || b >= rare || (a | 0) !== a || (b | 0) !== b) {
      const ll = keyLogLikelihood(a, n1, b, n2) ?? 0;
      lls[i] = ll;
      frequent.push(Math.abs(ll));
      continue;
    }
    const cell = a * rare + b;
    if (cells[cell]!++ === 0) known[cell] = keyLogLikelihood(a, n1, b, n2) ?? 0;
    lls[i] = known[cell]!;
  }
  const filled = Uint32Array.from(cells.keys()).filter((cell) => cells[cell]! > 0);
  const magnitudes = new Float64Array(frequent.length + filled.length);
  const times = new Uint32Array(magnitudes.length).fill(1);
  magnitudes.set(frequent);
  for (const [at, cell] of filled.entries()) {
    magnitudes[frequent.length + at] = Math.abs(known[cell]!);
    times[frequent.length + at] = cells[cell]!;
  }
  return { lls, magnitudes, times };
}
