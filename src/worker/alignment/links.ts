/**
 * The rows of a pair: what the machine found, under what a person said. Pure, and in the numbers of segments alone, so
 * that every correction can be tried against every other.
 */
import type { LinkStatus } from '../../shared/alignment.ts';
import { doubtfulBelow } from '../../shared/alignment.ts';

/** Segments `[aFrom, aTo)` of the first document and `[bFrom, bTo)` of the second; one run is empty for what is alone. */
export interface Runs {
  readonly aFrom: number;
  readonly aTo: number;
  readonly bFrom: number;
  readonly bTo: number;
}

/** What the machine found. */
export interface FoundLink extends Runs {
  /** Probability that it is right, 0 to 1. */
  readonly score: number;
}

export type SaidStatus = Exclude<LinkStatus, 'sure' | 'doubtful'>;

/** What a person said. No two of one pair share a segment. */
export interface SaidLink extends Runs {
  readonly status: SaidStatus;
}

export interface Row extends Runs {
  readonly status: LinkStatus;
  readonly score: number;
  readonly moved: boolean;
}

/** Segments on each side. */
export interface Sizes {
  readonly a: number;
  readonly b: number;
}

export function isLink({ aFrom, aTo, bFrom, bTo }: Runs): boolean {
  return aTo > aFrom && bTo > bFrom;
}

export function typeOf({ aFrom, aTo, bFrom, bTo }: Runs): string {
  return `${aTo - aFrom}-${bTo - bFrom}`;
}

/** Which link owns each segment, -1 for none. */
interface Owners {
  readonly a: Int32Array;
  readonly b: Int32Array;
}

function owners(sizes: Sizes, links: readonly Runs[]): Owners {
  const owned = { a: new Int32Array(sizes.a).fill(-1), b: new Int32Array(sizes.b).fill(-1) };
  links.forEach(({ aFrom, aTo, bFrom, bTo }, at) => {
    owned.a.fill(at, aFrom, aTo);
    owned.b.fill(at, bFrom, bTo);
  });
  return owned;
}

/** The one run of segments that nobody owns in `[from, to)`; null when there is none, or more than one. */
function freeRun(owner: Int32Array, from: number, to: number): readonly [number, number] | null {
  let first = from;
  while (first < to && owner[first]! >= 0) first++;
  let end = first;
  while (end < to && owner[end]! < 0) end++;
  for (let at = end; at < to; at++) if (owner[at]! < 0) return null;
  return end > first ? [first, end] : null;
}

type Unplaced = Omit<Row, 'moved'>;

function statusOf(score: number): LinkStatus {
  return score < doubtfulBelow ? 'doubtful' : 'sure';
}

/** What is left of the machine's links when what a person said is taken out; a link that lost a segment is in doubt. */
function leftOf(found: readonly FoundLink[], said: Owners): Unplaced[] {
  const left: Unplaced[] = [];
  for (const link of found) {
    if (!isLink(link)) continue;
    const a = freeRun(said.a, link.aFrom, link.aTo);
    const b = freeRun(said.b, link.bFrom, link.bTo);
    if (!a || !b) continue;
    const whole = a[0] === link.aFrom && a[1] === link.aTo && b[0] === link.bFrom && b[1] === link.bTo;
    const score = whole ? link.score : Math.min(link.score, 0.5);
    left.push({ aFrom: a[0], aTo: a[1], bFrom: b[0], bTo: b[1], score, status: statusOf(score) });
  }
  return left;
}

/** How sure the machine is that a segment is alone: as sure as it said, and in doubt where a correction left it so. */
function aloneScores(sizes: Sizes, found: readonly FoundLink[]): { a: Float64Array; b: Float64Array } {
  const scores = { a: new Float64Array(sizes.a).fill(1), b: new Float64Array(sizes.b).fill(1) };
  for (const link of found) {
    const score = isLink(link) ? 0.5 : link.score;
    scores.a.fill(score, link.aFrom, link.aTo);
    scores.b.fill(score, link.bFrom, link.bTo);
  }
  return scores;
}

/**
 * Every segment in exactly one row, in the order of the first document. What only the second has stands after the row
 * that holds the segment before it. `found` must not overlap itself, nor `said` itself.
 */
export function rowsOf(sizes: Sizes, found: readonly FoundLink[], said: readonly SaidLink[]): Row[] {
  const spoken = owners(sizes, said);
  const links: Unplaced[] = [...said.map((link) => ({ ...link, score: 1 })), ...leftOf(found, spoken)];
  const owned = owners(sizes, links);
  const alone = aloneScores(sizes, found);
  for (let a = 0; a < sizes.a; a++) {
    if (owned.a[a]! >= 0) continue;
    owned.a[a] = links.length;
    links.push({ aFrom: a, aTo: a + 1, bFrom: 0, bTo: 0, score: alone.a[a]!, status: statusOf(alone.a[a]!) });
  }
  for (let b = 0; b < sizes.b; b++) {
    if (owned.b[b]! >= 0) continue;
    owned.b[b] = links.length;
    links.push({ aFrom: 0, aTo: 0, bFrom: b, bTo: b + 1, score: alone.b[b]!, status: statusOf(alone.b[b]!) });
  }
  return placed(sizes, links, owned);
}

function placed(sizes: Sizes, links: readonly Unplaced[], owned: Owners): Row[] {
  // What only the second document has, by the link that it stands after; -1 for the beginning.
  const following = new Map<number, number[]>();
  for (let b = 0; b < sizes.b; b++) {
    const at = owned.b[b]!;
    if (links[at]!.aTo > links[at]!.aFrom || (b > 0 && owned.b[b - 1] === at)) continue;
    const before = b > 0 ? owned.b[b - 1]! : -1;
    following.set(before, [...(following.get(before) ?? []), at]);
  }
  const order: number[] = [];
  const put = (at: number): void => {
    // Without recursion over a long cut, whose links each follow the one before.
    const waiting = [at];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (next >= 0) order.push(next);
      waiting.push(...(following.get(next) ?? []).toReversed());
    }
  };
  put(-1);
  for (let a = 0; a < sizes.a; a++) if (a === 0 || owned.a[a] !== owned.a[a - 1]) put(owned.a[a]!);
  const moved = outOfOrder(order.map((at) => links[at]!));
  return order.map((at, row) => ({ ...links[at]!, moved: moved.has(row) }));
}

/** Linked rows outside a longest run of links in one order (patience sorting). */
function outOfOrder(rows: readonly Runs[]): ReadonlySet<number> {
  const linked = rows.flatMap((row, at) => (isLink(row) ? [at] : []));
  const tails: number[] = [];
  const before = new Int32Array(rows.length).fill(-1);
  for (const at of linked) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (rows[tails[middle]!]!.bFrom < rows[at]!.bFrom) low = middle + 1;
      else high = middle;
    }
    before[at] = low > 0 ? tails[low - 1]! : -1;
    tails[low] = at;
  }
  const moved = new Set(linked);
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at]!) moved.delete(at);
  return moved;
}
