/** A column from its largest value down, at ranks spread evenly over the logarithm of the rank: Zipf's curve. */
import type { HeldTable } from './held-table.ts';
import { columnNamed, isNumbers, numbersOf } from './held-table.ts';
import type { View } from './view.ts';
import type { Stepwise } from '../../corpus/frequency/stepwise.ts';
import { ExpectedFailure } from '../../shared/failure.ts';

export interface CurvePoint {
  /** 1-based. */
  readonly rank: number;
  readonly value: number;
  readonly row: number;
  /** The word as it is written, or the first text of the row. */
  readonly text: string;
}

/** At most `points` of them; the first and the last rank are always there. `view`: the table by that column, descending. */
export function* curveOf(table: HeldTable, view: View, name: string, points: number): Stepwise<CurvePoint[]> {
  const column = columnNamed(table, name);
  if (!isNumbers(column))
    throw new ExpectedFailure('bad-request', `The column “${name}” holds no numbers, so it has no curve.`);
  // People read words as they are written, not as they are folded to be counted: على, not علي.
  const texts = table.columns.get('written') ?? [...table.columns.values()].find((one) => !isNumbers(one));
  const ranks = ranksOf(view.total, points);
  const rows = Uint32Array.from(ranks, (rank) => view.rows(rank - 1, 1)[0]!);
  const values = yield* numbersOf(column, rows);
  return ranks.map((rank, at) => {
    const row = rows[at]!;
    return { rank, value: values[at]!, row, text: texts && !isNumbers(texts) ? texts.text(row) : '' };
  });
}

function ranksOf(total: number, points: number): number[] {
  if (total <= points) return Array.from({ length: total }, (_, at) => at + 1);
  const ranks = new Set<number>();
  for (let at = 0; at < points; at++) ranks.add(Math.round(total ** (at / (points - 1))));
  return [...ranks];
}
