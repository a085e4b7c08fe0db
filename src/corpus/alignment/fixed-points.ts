/**
 * What the reader settled, as rules for the lattice. The units of a confirmed bead are out of play: no other bead may hold
 * them, and passing them costs nothing. Those confirmed beads that one path can pass in order are also walls: a bead on one
 * side of them cannot hold units of the other side. Anchored units must be together.
 */
import type { AlignmentPair, AlignmentRange, Anchor, Bead } from './alignment.ts';
import { forbidden, type Constraints } from './lattice.ts';

/** Undefined when nothing is settled. @param n units of a. @param m units of b. */
export function constraintsOf(
  pair: Pick<AlignmentPair, 'confirmed' | 'anchors'>,
  n: number,
  m: number,
): Constraints | undefined {
  const confirmed = pair.confirmed ?? [];
  const anchors = pair.anchors ?? [];
  return confirmed.length + anchors.length === 0 ? undefined : new FixedPoints(confirmed, anchors, n, m);
}

class FixedPoints implements Constraints {
  /** How many units before u are in confirmed beads. */
  private readonly takenA: Int32Array;
  private readonly takenB: Int32Array;
  /** How many walls end at or before unit u of each side: a path is on the same side of all of them. */
  private readonly wallsA: Int32Array;
  private readonly wallsB: Int32Array;
  /** Unit of the other side that each unit is anchored to; -1 for none. */
  private readonly anchorA: Int32Array;
  private readonly anchorB: Int32Array;

  constructor(confirmed: readonly Bead[], anchors: readonly Anchor[], n: number, m: number) {
    this.takenA = taken(
      confirmed.map(({ aFrom, aTo }) => [aFrom, aTo] as const),
      n,
    );
    this.takenB = taken(
      confirmed.map(({ bFrom, bTo }) => [bFrom, bTo] as const),
      m,
    );
    const free = anchors.filter(
      ({ a, b }) => a < n && b < m && !this.holds(a, a + 1, this.takenA) && !this.holds(b, b + 1, this.takenB),
    );
    const points = free.map(({ a, b }) => ({ aFrom: a, aTo: a + 1, bFrom: b, bTo: b + 1 }));
    const chain = longestChain([...confirmed, ...points]);
    const walls = chain.filter((range) => !points.some((point) => point === range));
    this.wallsA = countUpTo(
      walls.map(({ aTo }) => aTo),
      n,
    );
    this.wallsB = countUpTo(
      walls.map(({ bTo }) => bTo),
      m,
    );
    this.anchorA = new Int32Array(n).fill(-1);
    this.anchorB = new Int32Array(m).fill(-1);
    for (const range of chain) {
      if (!points.some((point) => point === range)) continue;
      this.anchorA[range.aFrom] = range.bFrom;
      this.anchorB[range.bFrom] = range.aFrom;
    }
  }

  allows({ aFrom, aTo, bFrom, bTo }: AlignmentRange): boolean {
    if (this.holds(aFrom, aTo, this.takenA) || this.holds(bFrom, bTo, this.takenB)) return false;
    if (this.wallsA[aFrom] !== this.wallsB[bFrom]) return false;
    return anchoredWithin(this.anchorA, aFrom, aTo, bFrom, bTo) && anchoredWithin(this.anchorB, bFrom, bTo, aFrom, aTo);
  }

  together(a: number, b: number): boolean | undefined {
    if (this.holds(a, a + 1, this.takenA) || this.holds(b, b + 1, this.takenB)) return false;
    if (this.anchorA[a] === b) return true;
    return this.anchorA[a] === -1 && this.anchorB[b] === -1 ? undefined : false;
  }

  gapA(unit: number): number | undefined {
    return this.gap(unit, this.takenA, this.anchorA);
  }

  gapB(unit: number): number | undefined {
    return this.gap(unit, this.takenB, this.anchorB);
  }

  private gap(unit: number, before: Int32Array, anchors: Int32Array): number | undefined {
    if (this.holds(unit, unit + 1, before)) return 0;
    return anchors[unit] === -1 ? undefined : forbidden;
  }

  private holds(from: number, to: number, before: Int32Array): boolean {
    return before[to]! > before[from]!;
  }
}

function anchoredWithin(anchors: Int32Array, from: number, to: number, otherFrom: number, otherTo: number): boolean {
  for (let unit = from; unit < to; unit++) {
    const other = anchors[unit]!;
    if (other !== -1 && (other < otherFrom || other >= otherTo)) return false;
  }
  return true;
}

/** How many of the units before each are in one of the runs. */
function taken(runs: readonly (readonly [from: number, to: number])[], count: number): Int32Array {
  const inRun = new Uint8Array(count);
  for (const [from, to] of runs) inRun.fill(1, from, Math.min(to, count));
  const before = new Int32Array(count + 1);
  for (let u = 0; u < count; u++) before[u + 1] = before[u]! + inRun[u]!;
  return before;
}

function countUpTo(ends: readonly number[], count: number): Int32Array {
  const upTo = new Int32Array(count + 1);
  for (const end of ends) if (end <= count) upTo[end]!++;
  for (let u = 1; u <= count; u++) upTo[u]! += upTo[u - 1]!;
  return upTo;
}

/** The largest set of ranges that one path passes in order. Beads with an empty side settle no place. */
function longestChain<Range extends AlignmentRange>(ranges: readonly Range[]): Range[] {
  const sorted = ranges
    .filter((r) => r.aTo > r.aFrom && r.bTo > r.bFrom)
    .sort((x, y) => x.aFrom - y.aFrom || x.bFrom - y.bFrom);
  const length: number[] = [];
  const before: number[] = [];
  let last = -1;
  sorted.forEach((range, at) => {
    length.push(1);
    before.push(-1);
    for (let i = 0; i < at; i++) {
      const earlier = sorted[i]!;
      if (earlier.aTo > range.aFrom || earlier.bTo > range.bFrom || length[i]! < length[at]!) continue;
      length[at] = length[i]! + 1;
      before[at] = i;
    }
    if (last === -1 || length[at]! > length[last]!) last = at;
  });
  const chain: Range[] = [];
  for (let at = last; at !== -1; at = before[at]!) chain.push(sorted[at]!);
  return chain.reverse();
}
