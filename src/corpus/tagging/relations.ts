/**
 * Which spans stand in a relation to some other span of the same document. Each relation is answered for all spans at
 * once, in the time of a sort, from the furthest ends among the spans that begin before a place.
 */
import type { PlacedSpan } from './placed-spans.ts';

type Bounds = Pick<PlacedSpan, 'start' | 'end'>;

export type Relation = 'within' | 'encloses' | 'overlaps' | 'precedes' | 'near';

/**
 * The units that lie between two places of a document, `until` at or after `from`: words wholly between them; for
 * sentences and paragraphs 0 in the same one, 1 in the next.
 */
export type UnitsBetween = (from: number, until: number) => number;

/**
 * For each of `of` (by number in `spans`), whether it stands in the relation to some *other* span of `to`.
 *
 * within: its text lies in that of the other, which may be as long. encloses: the other way round. overlaps: they share a
 * character. precedes: it ends before the other begins, with at most `most` units between. near: the same in either
 * order, or overlapping.
 */
export function related(
  spans: readonly Bounds[],
  of: readonly number[],
  to: readonly number[],
  relation: Relation,
  between: UnitsBetween,
  most: number,
): boolean[] {
  const others = new Others(spans, to);
  return of.map((span) => {
    const { start, end } = spans[span]!;
    switch (relation) {
      case 'within':
        return others.furthestEnd(start + 1, span) >= end;
      case 'encloses':
        return others.nearestEnd(start, span) <= end;
      case 'overlaps':
        return others.furthestEnd(end, span) > start;
      case 'precedes':
        return follows(others, end, between, most);
      case 'near':
        return (
          others.furthestEnd(end, span) > start ||
          follows(others, end, between, most) ||
          comesBefore(others, start, between, most)
        );
    }
  });
}

function follows(others: Others, end: number, between: UnitsBetween, most: number): boolean {
  const start = others.startFrom(end);
  return start !== undefined && (most === Infinity || between(end, start) <= most);
}

function comesBefore(others: Others, start: number, between: UnitsBetween, most: number): boolean {
  const end = others.endUntil(start);
  return end !== undefined && (most === Infinity || between(end, start) <= most);
}

/** An end, and whose it is: two of them are kept, so that a span can be compared with all but itself. */
type Best = readonly [end: number, span: number, next: number];

class Others {
  private readonly starts: number[];
  private readonly ends: number[];
  /** Among the first so many by start: the furthest end, whose, and the next furthest. */
  private readonly furthest: Best[];
  /** Among those from the nth on: the nearest end, whose, and the next nearest. */
  private readonly nearest: Best[];

  constructor(spans: readonly Bounds[], to: readonly number[]) {
    const byStart = [...to].sort((a, b) => spans[a]!.start - spans[b]!.start);
    this.starts = byStart.map((span) => spans[span]!.start);
    this.ends = byStart.map((span) => spans[span]!.end).sort((a, b) => a - b);
    this.furthest = [[-Infinity, -1, -Infinity]];
    for (const span of byStart)
      this.furthest.push(better(this.furthest.at(-1)!, spans[span]!.end, span, (a, b) => a > b));
    this.nearest = [[Infinity, -1, Infinity]];
    for (const span of byStart.toReversed())
      this.nearest.push(better(this.nearest.at(-1)!, spans[span]!.end, span, (a, b) => a < b));
    this.nearest.reverse();
  }

  /** Of those that begin before `place`, but for `span`. */
  furthestEnd(place: number, span: number): number {
    const [end, whose, next] = this.furthest[firstFrom(this.starts, place)]!;
    return whose === span ? next : end;
  }

  /** Of those that begin at `place` or later, but for `span`. */
  nearestEnd(place: number, span: number): number {
    const [end, whose, next] = this.nearest[firstFrom(this.starts, place)]!;
    return whose === span ? next : end;
  }

  /** The first start at `place` or later. */
  startFrom(place: number): number | undefined {
    return this.starts[firstFrom(this.starts, place)];
  }

  /** The last end at `place` or earlier. */
  endUntil(place: number): number | undefined {
    return this.ends[firstFrom(this.ends, place + 1) - 1];
  }
}

function better(
  [end, whose, next]: Best,
  other: number,
  span: number,
  isBetter: (a: number, b: number) => boolean,
): Best {
  if (isBetter(other, end)) return [other, span, end];
  return [end, whose, isBetter(other, next) ? other : next];
}

/** Number of the first value that is at least `least`. */
function firstFrom(ascending: readonly number[], least: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ascending[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
