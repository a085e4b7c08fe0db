/** A column from its largest value down, at ranks spread evenly over the logarithm of the rank: Zipf's curve. */
import type { HeldTable } from './held-table.ts';
import { columnNamed, isNumbers } from './held-table.ts';
import { viewOf } from './view.ts';
import { ExpectedFailure } from '../../shared/failure.ts';

export interface CurvePoint {
  /** 1-based. */
  readonly rank: number;
  readonly value: number;
  readonly row: number;
  /** The first text of the row. */
  readonly text: string;
}

/** At most `points` of them; the first and the last rank are always there. */
export function curveOf(table: HeldTable, name: string, points: number): CurvePoint[] {
  const column = columnNamed(table, name);
  if (!isNumbers(column))
    throw new ExpectedFailure('bad-request', `The column “${name}” holds no numbers, so it has no curve.`);
  const order = viewOf(table, { sort: { column: name, descending: true } });
  const texts = [...table.columns.values()].find((one) => !isNumbers(one));
  return ranksOf(order.length, points).map((rank) => {
    const row = order[rank - 1]!;
    return { rank, value: column.values[row]!, row, text: texts && !isNumbers(texts) ? texts.text(row) : '' };
  });
}

function ranksOf(total: number, points: number): number[] {
  if (total <= points) return Array.from({ length: total }, (_, at) => at + 1);
  const ranks = new Set<number>();
  for (let at = 0; at < points; at++) ranks.add(Math.round(total ** (at / (points - 1))));
  return [...ranks];
}
