/** Where marked places lie on the map of a text: offsets of characters as shares of its length, top to bottom. */
import type { CharOffset, Span } from '../../../shared/model.ts';

export interface MapPlace extends Span {
  /** A CSS colour. */
  readonly colour: string;
}

/** A run of rows of one colour, the end exclusive. */
export interface MapRun {
  readonly from: number;
  readonly to: number;
  readonly colour: string;
}

export function rowOf(offset: number, length: number, rows: number): number {
  return length === 0 ? 0 : Math.min(rows - 1, Math.floor((offset * rows) / length));
}

/** Rows that the places touch, neighbours of one colour in one run; a place is one row high at least. */
export function runsOf(places: readonly MapPlace[], length: number, rows: number): MapRun[] {
  const runs: MapRun[] = [];
  /** The last run of each colour: only with that one can a later place be joined. */
  const open = new Map<string, number>();
  for (const { start, end, colour } of places) {
    const from = rowOf(start, length, rows);
    const to = Math.max(from, rowOf(Math.max(start, end - 1), length, rows)) + 1;
    const at = open.get(colour);
    const last = at === undefined ? undefined : runs[at];
    if (last && at !== undefined && from <= last.to) runs[at] = { ...last, to: Math.max(last.to, to) };
    else open.set(colour, runs.push({ from, to, colour }) - 1);
  }
  return runs;
}

/** The place nearest to an offset, if it is no further than `reach` characters; else that offset as an empty place. */
export function nearest(places: readonly Span[], offset: number, reach: number): Span {
  let best: Span | undefined;
  let least = Infinity;
  for (const place of places) {
    const distance = offset < place.start ? place.start - offset : Math.max(0, offset - place.end);
    if (distance >= least) continue;
    least = distance;
    best = place;
  }
  if (best && least <= reach) return best;
  const at = Math.max(0, Math.round(offset)) as CharOffset;
  return { start: at, end: at };
}

/** The first place that begins after `offset`, or with -1 the last one that begins before it; undefined past the ends. */
export function placeBeyond(places: readonly Span[], offset: number, by: 1 | -1): Span | undefined {
  let found: Span | undefined;
  for (const place of places) {
    const isBeyond = by === 1 ? place.start > offset : place.start < offset;
    const isNearer = !found || (by === 1 ? place.start < found.start : place.start > found.start);
    if (isBeyond && isNearer) found = place;
  }
  return found;
}
