/** Scores of all beads that a path within a band could use. */
import type { AlignmentRange } from './alignment.ts';
import type { Band } from './band.ts';
import { linkA, linkB, linkTypes, longestRun, type TypePrior } from './bead-types.ts';
import { lengthScore, type LengthModel } from './length-model.ts';
import type { UnitScores } from './unit-scores.ts';
import type { UnitWords } from './unit-words.ts';

/** What a bead that is not allowed costs: more than anything it could bring, but finite, so that a path always exists. */
export const forbidden = -1e5;

export interface BeadScoring {
  readonly lexical: UnitScores;
  readonly lengths: LengthModel;
  /** What the lexical and the length score count for. */
  readonly lexicalWeight: number;
  readonly lengthWeight: number;
  readonly types: TypePrior;
}

/** What the reader settled: see fixed-points.ts. */
export interface Constraints {
  /** Whether a bead of a monotone path may be that. */
  allows(bead: AlignmentRange): boolean;
  /** Whether two units belong together: settled so, settled otherwise, or open. */
  together(a: number, b: number): boolean | undefined;
  /** Cost of leaving a unit of that side without counterpart; undefined for the usual one. */
  gapA(unit: number): number | undefined;
  gapB(unit: number): number | undefined;
}

export interface Lattice {
  readonly n: number;
  readonly m: number;
  readonly band: Band;
  /** Number of the first node of every row i: node (i, k) is `nodeStart[i] + k - band.low[i]`. */
  readonly nodeStart: Int32Array;
  /** By node where the bead ends, by type of link: log score; `forbidden` where it leaves the band. */
  readonly scores: Float32Array;
  readonly types: TypePrior;
  readonly constraints: Constraints | undefined;
}

export function* buildLattice(
  a: UnitWords,
  b: UnitWords,
  band: Band,
  scoring: BeadScoring,
  constraints: Constraints | undefined,
): Generator<undefined, Lattice> {
  const n = a.count;
  const m = b.count;
  const nodeStart = new Int32Array(n + 2);
  for (let i = 0; i <= n; i++) nodeStart[i + 1] = nodeStart[i]! + band.high[i]! - band.low[i]! + 1;
  const scores = new Float32Array(nodeStart[n + 1]! * linkTypes).fill(forbidden);
  const lattice = { n, m, band, nodeStart, scores, types: scoring.types, constraints };
  const sumsA = sumsOf(a.lengths);
  const sumsB = sumsOf(b.lengths);
  for (let i = 1; i <= n; i++) {
    // A bead that ends here, or in the next rows, may begin in columns that this row's own nodes do not have.
    scoring.lexical.moveTo(i - 1, band.low[Math.max(0, i - longestRun)]!, band.high[Math.min(n, i - 1 + longestRun)]!);
    for (let k = band.low[i]!; k <= band.high[i]!; k++) scoreNode(lattice, scoring, sumsA, sumsB, i, k);
    yield;
  }
  return lattice;
}

function scoreNode(
  lattice: Lattice,
  scoring: BeadScoring,
  sumsA: Float64Array,
  sumsB: Float64Array,
  i: number,
  k: number,
): void {
  const { band, constraints } = lattice;
  const base = (lattice.nodeStart[i]! + k - band.low[i]!) * linkTypes;
  for (let type = 0; type < linkTypes; type++) {
    const x = linkA[type]!;
    const y = linkB[type]!;
    const aFrom = i - x;
    const bFrom = k - y;
    if (aFrom < 0 || bFrom < band.low[aFrom]! || bFrom > band.high[aFrom]!) continue;
    if (constraints && !constraints.allows({ aFrom, aTo: i, bFrom, bTo: k })) continue;
    const length = lengthScore(scoring.lengths, sumsA[i]! - sumsA[aFrom]!, sumsB[k]! - sumsB[bFrom]!);
    lattice.scores[base + type] =
      scoring.types.links[type]! +
      scoring.lengthWeight * length +
      scoring.lexicalWeight * scoring.lexical.score(i - 1, k - 1, x, y);
  }
}

function sumsOf(lengths: Float64Array): Float64Array {
  const sums = new Float64Array(lengths.length + 1);
  for (let u = 0; u < lengths.length; u++) sums[u + 1] = sums[u]! + lengths[u]!;
  return sums;
}
