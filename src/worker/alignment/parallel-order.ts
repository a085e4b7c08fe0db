/** The orders of a parallel concordance. Sorting is stable: what is equal stays in the order of the texts. */
import { fold } from '../../corpus/text/fold.ts';
import type { ParallelSort } from '../../shared/parallel.ts';
import type { ParallelRow } from './parallel-sets.ts';
import type { SegmentedDocument } from './segments.ts';

const collator = new Intl.Collator('und', { numeric: true });

/** Characters on either side of a match that decide its place. */
const looked = 60;

export function sortedRows(rows: readonly ParallelRow[], sort: ParallelSort): ParallelRow[] {
  if (sort === 'place') return [...rows];
  if (sort === 'score') return rows.toSorted((x, y) => scoreOf(x) - scoreOf(y));
  return rows
    .map((row) => ({ row, key: keyOf(row, sort) }))
    .sort((x, y) => collator.compare(x.key, y.key))
    .map(({ row }) => row);
}

/** The least sure first: those want a look. */
function scoreOf({ pair, row }: ParallelRow): number {
  return pair.rows[row]?.score ?? 0;
}

function keyOf({ pair, row: at, here }: ParallelRow, sort: 'match' | 'before' | 'after' | 'there'): string {
  const row = pair.rows[at];
  if (!row) return '';
  if (sort === 'there') return fold(pair.b.segments[row.bFrom]?.text ?? '').slice(0, looked);
  const [match] = here;
  if (!match) return '';
  if (sort === 'match') return fold(textBetween(pair.a, match.start, match.end));
  if (sort === 'after') return fold(textBetween(pair.a, match.end, match.end + looked));
  // Words before a match are compared from the nearest one back.
  return fold(textBetween(pair.a, match.start - looked, match.start))
    .split(/\s+/u)
    .toReversed()
    .join(' ')
    .trim();
}

/** Within the segment that holds `start` or `end`. */
function textBetween({ segments }: SegmentedDocument, start: number, end: number): string {
  const middle = start < 0 ? end : (start + end) / 2;
  const segment = segments.findLast((one) => one.start <= middle);
  if (!segment) return '';
  return segment.text.slice(Math.max(0, start - segment.start), Math.max(0, end - segment.start)).trim();
}
