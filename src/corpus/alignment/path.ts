/** The best path through a lattice (Viterbi), and how probable every bead is over all paths (forward–backward). */
import type { AlignmentRange } from './alignment.ts';
import { linkA, linkB, linkTypes } from './bead-types.ts';
import type { Lattice } from './lattice.ts';

// How a node was reached: by a link, or inside a run of units that only one side has. A run of a comes before a run of b.
const states = 3;
const link = 0;
const gapA = 1;
const gapB = 2;

/** Cost of the unit before node row i (or column k) standing alone, when the node before was reached by `state`. */
function gapCost(lattice: Lattice, state: number, gap: number, unit: number): number {
  const fixed = gap === gapA ? lattice.constraints?.gapA(unit) : lattice.constraints?.gapB(unit);
  return fixed ?? (state === gap ? lattice.types.gapExtend : lattice.types.gapOpen);
}

interface Step {
  readonly state: number;
  /** Type of link, or -1. */
  readonly type: number;
}

/** The beads of the best path, in order; runs of one side come as beads of one unit each. */
export function bestPath(lattice: Lattice): AlignmentRange[] {
  const best = new Float64Array(lattice.nodeStart[lattice.n + 1]! * states).fill(-Infinity);
  const came = new Int8Array(best.length).fill(-1);
  best[link] = 0;
  for (let i = 0; i <= lattice.n; i++) {
    for (let k = lattice.band.low[i]!; k <= lattice.band.high[i]!; k++) reach(lattice, best, came, i, k);
  }
  return walkBack(lattice, best, came);
}

function nodeAt(lattice: Lattice, i: number, k: number): number {
  return k >= lattice.band.low[i]! && k <= lattice.band.high[i]!
    ? lattice.nodeStart[i]! + k - lattice.band.low[i]!
    : -1;
}

/** `came` of a link is its type times 3 plus the state before; of a gap the state before. */
function reach(lattice: Lattice, best: Float64Array, came: Int8Array, i: number, k: number): void {
  const node = nodeAt(lattice, i, k);
  const at = node * states;
  for (let type = 0; type < linkTypes; type++) {
    const x = linkA[type]!;
    const y = linkB[type]!;
    if (x > i || y > k) continue;
    const before = nodeAt(lattice, i - x, k - y);
    if (before === -1) continue;
    const score = lattice.scores[node * linkTypes + type]!;
    for (let state = 0; state < states; state++)
      offer(best, came, at + link, best[before * states + state]! + score, type * states + state);
  }
  const above = i > 0 ? nodeAt(lattice, i - 1, k) : -1;
  if (above !== -1)
    for (const state of [link, gapA])
      offer(best, came, at + gapA, best[above * states + state]! + gapCost(lattice, state, gapA, i - 1), state);
  const left = k > 0 ? nodeAt(lattice, i, k - 1) : -1;
  if (left !== -1)
    for (const state of [link, gapA, gapB])
      offer(best, came, at + gapB, best[left * states + state]! + gapCost(lattice, state, gapB, k - 1), state);
}

function offer(best: Float64Array, came: Int8Array, at: number, score: number, from: number): void {
  if (score <= best[at]!) return;
  best[at] = score;
  came[at] = from;
}

function walkBack(lattice: Lattice, best: Float64Array, came: Int8Array): AlignmentRange[] {
  const beads: AlignmentRange[] = [];
  let i = lattice.n;
  let k = lattice.m;
  let state = bestState(best, nodeAt(lattice, i, k));
  while (i > 0 || k > 0) {
    const { state: before, type } = stepTo(came[nodeAt(lattice, i, k) * states + state]!, state);
    const x = type >= 0 ? linkA[type]! : state === gapA ? 1 : 0;
    const y = type >= 0 ? linkB[type]! : state === gapB ? 1 : 0;
    beads.push({ aFrom: i - x, aTo: i, bFrom: k - y, bTo: k });
    i -= x;
    k -= y;
    state = before;
  }
  return beads.reverse();
}

function bestState(best: Float64Array, node: number): number {
  let found = 0;
  for (let state = 1; state < states; state++)
    if (best[node * states + state]! > best[node * states + found]!) found = state;
  return found;
}

function stepTo(came: number, state: number): Step {
  return state === link ? { state: came % states, type: Math.floor(came / states) } : { state: came, type: -1 };
}

/** Probabilities of beads over all paths of a lattice whose scores are multiplied by `temper`. */
export class Posteriors {
  private readonly lattice: Lattice;
  private readonly temper: number;
  /** By node, by state: logarithm of the sum over all ways to it, and from it. */
  private readonly forward: Float64Array;
  private readonly backward: Float64Array;
  private readonly total: number;

  /** @param temper below 1 makes the probabilities humbler */
  constructor(lattice: Lattice, temper: number) {
    this.lattice = lattice;
    this.temper = temper;
    const size = lattice.nodeStart[lattice.n + 1]! * states;
    this.forward = new Float64Array(size).fill(-Infinity);
    this.backward = new Float64Array(size).fill(-Infinity);
    this.runForward();
    this.runBackward();
    const end = nodeAt(lattice, lattice.n, lattice.m) * states;
    this.total = sumOf(this.forward[end]!, this.forward[end + 1]!, this.forward[end + 2]!);
  }

  /** Of a link, or of one unit alone. */
  of({ aFrom, aTo, bFrom, bTo }: AlignmentRange): number {
    const { lattice } = this;
    const before = nodeAt(lattice, aFrom, bFrom);
    const after = nodeAt(lattice, aTo, bTo);
    if (before === -1 || after === -1) return 0;
    if (aTo > aFrom && bTo > bFrom) {
      for (let type = 0; type < linkTypes; type++)
        if (linkA[type] === aTo - aFrom && linkB[type] === bTo - bFrom) return this.ofLink(before, after, type);
      return 0;
    }
    return aTo > aFrom ? this.aloneA(aFrom) : this.aloneB(bFrom);
  }

  /** Every link that is at least so probable, with its probability. */
  *links(least: number): Generator<AlignmentRange & { readonly score: number }> {
    const { lattice } = this;
    for (let i = 1; i <= lattice.n; i++)
      for (let k = lattice.band.low[i]!; k <= lattice.band.high[i]!; k++) {
        const after = nodeAt(lattice, i, k);
        // Nothing that ends in a node is likelier than passing it by a link.
        if (Math.exp(this.forward[after * states]! + this.backward[after * states]! - this.total) < least) continue;
        for (let type = 0; type < linkTypes; type++) {
          const aFrom = i - linkA[type]!;
          const bFrom = k - linkB[type]!;
          if (aFrom < 0 || bFrom < 0) continue;
          const before = nodeAt(lattice, aFrom, bFrom);
          const score = before === -1 ? 0 : this.ofLink(before, after, type);
          if (score >= least) yield { aFrom, aTo: i, bFrom, bTo: k, score };
        }
      }
  }

  private ofLink(before: number, after: number, type: number): number {
    const { forward, lattice } = this;
    const at = before * states;
    const ways = sumOf(forward[at]!, forward[at + 1]!, forward[at + 2]!);
    const score = ways + this.temper * lattice.scores[after * linkTypes + type]! + this.backward[after * states]!;
    return Math.min(1, Math.exp(score - this.total));
  }

  /** That unit of a has no counterpart, wherever in b it would stand. */
  private aloneA(unit: number): number {
    const { lattice, forward } = this;
    let sum = 0;
    for (let k = lattice.band.low[unit + 1]!; k <= lattice.band.high[unit + 1]!; k++) {
      const at = nodeAt(lattice, unit + 1, k) * states + gapA;
      sum += Math.exp(forward[at]! + this.backward[at]! - this.total);
    }
    return Math.min(1, sum);
  }

  private aloneB(unit: number): number {
    const { lattice, forward } = this;
    let sum = 0;
    for (let i = 0; i <= lattice.n; i++) {
      const node = nodeAt(lattice, i, unit + 1);
      if (node === -1) continue;
      sum += Math.exp(forward[node * states + gapB]! + this.backward[node * states + gapB]! - this.total);
    }
    return Math.min(1, sum);
  }

  private runForward(): void {
    const { lattice, forward, temper } = this;
    forward[link] = 0;
    for (let i = 0; i <= lattice.n; i++)
      for (let k = lattice.band.low[i]!; k <= lattice.band.high[i]!; k++) {
        const node = nodeAt(lattice, i, k);
        for (let type = 0; type < linkTypes; type++) {
          if (linkA[type]! > i || linkB[type]! > k) continue;
          const score = lattice.scores[node * linkTypes + type]!;
          const before = nodeAt(lattice, i - linkA[type]!, k - linkB[type]!) * states;
          if (before < 0 || isHopeless(score, lattice)) continue;
          const ways = sumOf(forward[before]!, forward[before + 1]!, forward[before + 2]!);
          add(forward, node * states, ways + temper * score);
        }
        const above = i > 0 ? nodeAt(lattice, i - 1, k) * states : -1;
        if (above >= 0)
          for (const state of [link, gapA])
            add(forward, node * states + gapA, forward[above + state]! + temper * gapCost(lattice, state, gapA, i - 1));
        const left = k > 0 ? nodeAt(lattice, i, k - 1) * states : -1;
        if (left >= 0)
          for (const state of [link, gapA, gapB])
            add(forward, node * states + gapB, forward[left + state]! + temper * gapCost(lattice, state, gapB, k - 1));
      }
  }

  private runBackward(): void {
    const { lattice, backward, temper } = this;
    const end = nodeAt(lattice, lattice.n, lattice.m) * states;
    for (let state = 0; state < states; state++) backward[end + state] = 0;
    for (let i = lattice.n; i >= 0; i--)
      for (let k = lattice.band.high[i]!; k >= lattice.band.low[i]!; k--) {
        const node = nodeAt(lattice, i, k);
        const own = backward[node * states]!;
        for (let type = 0; type < linkTypes; type++) {
          if (linkA[type]! > i || linkB[type]! > k) continue;
          const score = lattice.scores[node * linkTypes + type]!;
          const before = nodeAt(lattice, i - linkA[type]!, k - linkB[type]!) * states;
          if (before < 0 || isHopeless(score, lattice)) continue;
          const ways = own + temper * score;
          for (let state = 0; state < states; state++) add(backward, before + state, ways);
        }
        const above = i > 0 ? nodeAt(lattice, i - 1, k) * states : -1;
        if (above >= 0)
          for (const state of [link, gapA])
            add(
              backward,
              above + state,
              backward[node * states + gapA]! + temper * gapCost(lattice, state, gapA, i - 1),
            );
        const left = k > 0 ? nodeAt(lattice, i, k - 1) * states : -1;
        if (left >= 0)
          for (const state of [link, gapA, gapB])
            add(
              backward,
              left + state,
              backward[node * states + gapB]! + temper * gapCost(lattice, state, gapB, k - 1),
            );
      }
  }
}

/** Leaving all units of so bad a link alone is likelier by more than could be seen, unless the reader settled otherwise. */
const hopeless = -100;

function isHopeless(score: number, { constraints }: Lattice): boolean {
  return score < hopeless && constraints === undefined;
}

/** Beyond that many powers of e the smaller of two numbers is lost in the larger, and its exponential need not be taken. */
const lost = 30;

function add(logs: Float64Array, at: number, log: number): void {
  const own = logs[at]!;
  const less = own - log;
  if (less > lost || log === -Infinity) return;
  logs[at] =
    less < -lost || own === -Infinity
      ? log
      : less > 0
        ? own + Math.log1p(Math.exp(-less))
        : log + Math.log1p(Math.exp(less));
}

function sumOf(first: number, second: number, third: number): number {
  const largest = Math.max(first, second, third);
  if (largest === -Infinity) return -Infinity;
  let sum = 0;
  if (first > largest - lost) sum += Math.exp(first - largest);
  if (second > largest - lost) sum += Math.exp(second - largest);
  if (third > largest - lost) sum += Math.exp(third - largest);
  return sum === 1 ? largest : largest + Math.log(sum);
}
