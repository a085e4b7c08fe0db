/** What a correction makes of what a person said so far. Pure; rows are those of `rowsOf`. */
import type { LinkChange, SegmentRun, Side } from '../../shared/alignment.ts';
import { ExpectedFailure } from '../../shared/failure.ts';
import type { Row, Runs, SaidLink, SaidStatus, Sizes } from './links.ts';

/** A correction that changes what is said: aligning anew changes what is found. */
export type SaidChange = Exclude<LinkChange, { kind: 'realign' }>;

export interface Corrected {
  readonly said: readonly SaidLink[];
  /** A segment to look at now. */
  readonly look: { readonly side: Side; readonly segment: number };
}

/** @throws ExpectedFailure `bad-request` when the rows or segments do not allow it, with the reason for a person */
export function corrected(
  sizes: Sizes,
  rows: readonly Row[],
  said: readonly SaidLink[],
  change: SaidChange,
): Corrected {
  switch (change.kind) {
    case 'link':
      return linked(sizes, said, change.a, change.b);
    case 'unlink':
      return replaced(said, segmentsOf(rowAt(rows, change.row)), 'corrected');
    case 'merge':
      return replaced(said, [merged(rowAt(rows, change.row), rowAt(rows, change.row + 1))], 'corrected');
    case 'split':
      return replaced(said, halves(rowAt(rows, change.row), change.a, change.b), 'corrected');
    case 'boundary':
      return replaced(said, boundaryMoved(sizes, rows, change), 'corrected');
    case 'confirm':
      return confirmed(rows, said, change.rows);
    case 'release': {
      const released = change.rows.map((row) => rowAt(rows, row));
      return { said: without(said, released), look: lookAt(released[0]!) };
    }
    case 'anchor': {
      const row = rowAt(rows, change.row);
      return replaced(said, [row], row.status === 'anchor' ? 'confirmed' : 'anchor');
    }
  }
}

function rowAt(rows: readonly Row[], row: number): Row {
  const found = rows[row];
  if (!found) throw new ExpectedFailure('bad-request', `There is no row ${row + 1}: the pair has ${rows.length}.`);
  return found;
}

function lookAt({ aFrom, aTo, bFrom }: Runs): Corrected['look'] {
  return aTo > aFrom ? { side: 0, segment: aFrom } : { side: 1, segment: bFrom };
}

function overlap(x: Runs, y: Runs): boolean {
  return (x.aFrom < y.aTo && y.aFrom < x.aTo) || (x.bFrom < y.bTo && y.bFrom < x.bTo);
}

function without(said: readonly SaidLink[], touched: readonly Runs[]): SaidLink[] {
  return said.filter((link) => !touched.some((runs) => overlap(link, runs)));
}

/** Each of `runs` in the place of whatever was said of its segments. Runs of nothing are passed over. */
function replaced(said: readonly SaidLink[], runs: readonly Runs[], status: SaidStatus): Corrected {
  const whole = runs.filter(({ aFrom, aTo, bFrom, bTo }) => aTo > aFrom || bTo > bFrom);
  const links = whole.map(({ aFrom, aTo, bFrom, bTo }) => ({ aFrom, aTo, bFrom, bTo, status }));
  return { said: [...without(said, whole), ...links], look: lookAt(whole[0]!) };
}

function linked(sizes: Sizes, said: readonly SaidLink[], a: SegmentRun, b: SegmentRun): Corrected {
  if (a.from >= a.to || b.from >= b.to || a.to > sizes.a || b.to > sizes.b)
    throw new ExpectedFailure(
      'bad-request',
      `A link needs segments of both documents, which have ${sizes.a} and ${sizes.b}.`,
    );
  return replaced(said, [{ aFrom: a.from, aTo: a.to, bFrom: b.from, bTo: b.to }], 'corrected');
}

function segmentsOf({ aFrom, aTo, bFrom, bTo }: Runs): Runs[] {
  return [
    ...Array.from({ length: aTo - aFrom }, (_, i) => ({ aFrom: aFrom + i, aTo: aFrom + i + 1, bFrom: 0, bTo: 0 })),
    ...Array.from({ length: bTo - bFrom }, (_, i) => ({ aFrom: 0, aTo: 0, bFrom: bFrom + i, bTo: bFrom + i + 1 })),
  ];
}

/** One run of two that touch, in either order; an empty one gives the other. Null when there is something between. */
function joined(from: number, to: number, otherFrom: number, otherTo: number): readonly [number, number] | null {
  if (from === to) return [otherFrom, otherTo];
  if (otherFrom === otherTo) return [from, to];
  if (to !== otherFrom && otherTo !== from) return null;
  return [Math.min(from, otherFrom), Math.max(to, otherTo)];
}

function merged(row: Row, next: Row): Runs {
  const a = joined(row.aFrom, row.aTo, next.aFrom, next.aTo);
  const b = joined(row.bFrom, row.bTo, next.bFrom, next.bTo);
  if (!a || !b)
    throw new ExpectedFailure(
      'bad-request',
      'These two rows do not touch in both documents: there is text between them, so they cannot be one link.',
    );
  return { aFrom: a[0], aTo: a[1], bFrom: b[0], bTo: b[1] };
}

function halves({ aFrom, aTo, bFrom, bTo }: Row, a: number, b: number): Runs[] {
  const isWhole = (a === 0 && b === 0) || (a >= aTo - aFrom && b >= bTo - bFrom);
  if (isWhole || a > aTo - aFrom || b > bTo - bFrom)
    throw new ExpectedFailure('bad-request', 'A split leaves something in each of the two rows: choose another place.');
  return [
    { aFrom, aTo: aFrom + a, bFrom, bTo: bFrom + b },
    { aFrom: aFrom + a, aTo, bFrom: bFrom + b, bTo },
  ];
}

interface OneSide {
  readonly from: number;
  readonly to: number;
}

function sideOf({ aFrom, aTo, bFrom, bTo }: Runs, side: Side): OneSide {
  return side === 0 ? { from: aFrom, to: aTo } : { from: bFrom, to: bTo };
}

function withSide({ aFrom, aTo, bFrom, bTo }: Runs, side: Side, { from, to }: OneSide): Runs {
  return side === 0 ? { aFrom: from, aTo: to, bFrom, bTo } : { aFrom, aTo, bFrom: from, bTo: to };
}

/** The next segment comes into the row out of its own row, or the last one of the row goes to the next row. */
function boundaryMoved(
  sizes: Sizes,
  rows: readonly Row[],
  { row: at, side, by }: Extract<SaidChange, { kind: 'boundary' }>,
): Runs[] {
  const row = rowAt(rows, at);
  const run = sideOf(row, side);
  if (by === 1) {
    const end = run.to > run.from ? run.to : placeOf(rows, at, side);
    if (end >= (side === 0 ? sizes.a : sizes.b))
      throw new ExpectedFailure('bad-request', 'There is nothing after this row to take into it.');
    const owner = rows.find((other) => sideOf(other, side).from <= end && end < sideOf(other, side).to);
    const given = owner && owner !== row ? [withSide(owner, side, { from: end + 1, to: sideOf(owner, side).to })] : [];
    const taken = withSide(row, side, { from: run.to > run.from ? run.from : end, to: end + 1 });
    return [taken, ...given];
  }
  if (run.to === run.from) throw new ExpectedFailure('bad-request', 'This row has nothing on that side to give away.');
  const last = run.to - 1;
  const next = rows[at + 1];
  const nextRun = next && sideOf(next, side);
  const touches = nextRun && (nextRun.from === nextRun.to || nextRun.from === run.to);
  const kept = withSide(row, side, { from: run.from, to: last });
  if (!touches) return [kept, withSide({ aFrom: 0, aTo: 0, bFrom: 0, bTo: 0 }, side, { from: last, to: run.to })];
  return [kept, withSide(next, side, { from: last, to: nextRun.from === nextRun.to ? run.to : nextRun.to })];
}

/** Where a row without segments on a side stands there: after those of the rows before it. */
function placeOf(rows: readonly Row[], at: number, side: Side): number {
  for (let before = at - 1; before >= 0; before--) {
    const { from, to } = sideOf(rows[before]!, side);
    if (to > from) return to;
  }
  return 0;
}

/** What was corrected or anchored stays so: that says more. */
function confirmed(rows: readonly Row[], said: readonly SaidLink[], chosen: readonly number[]): Corrected {
  const all = chosen.map((row) => rowAt(rows, row));
  const fresh = all.filter(({ status }) => status === 'sure' || status === 'doubtful');
  const links = fresh.map(({ aFrom, aTo, bFrom, bTo }): SaidLink => ({ aFrom, aTo, bFrom, bTo, status: 'confirmed' }));
  return { said: [...said, ...links], look: lookAt(all[0]!) };
}
