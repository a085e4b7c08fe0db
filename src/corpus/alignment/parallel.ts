/** Parallel mode: one monotone path over all units of both documents. */
import { bandAround, fullBand, type Band } from './band.ts';
import { usualTypes } from './bead-types.ts';
import { coarsePath } from './coarse-path.ts';
import { buildLattice, type Lattice } from './lattice.ts';
import type { Knowledge, Learning, ReadPair, ScoredRange } from './learning.ts';
import { bestPath, Posteriors } from './path.ts';

/** What the words and the lengths of a bead count for. Words overlap in what they say, so they count for less than all. */
const weights = { lexicalWeight: 0.8, lengthWeight: 0.7 } as const;

/** Humility of the probabilities: paths differ in many beads at once, and the best one looks surer than it is. */
const temper = 0.8;

/** Links less probable than this are not learned from. */
const worthLearning = 0.1;

export interface ParallelBeads {
  /** Beads of the best path; every unit is in exactly one. */
  readonly path: readonly ScoredRange[];
  /** Links of all paths that are not improbable, for learning. */
  readonly likely: readonly ScoredRange[];
}

/** @param before the path of an earlier round, near which this one is looked for in long documents */
export function* parallelBeads(
  learning: Learning,
  pair: ReadPair,
  known: Knowledge,
  before?: readonly ScoredRange[],
): Generator<undefined, ParallelBeads> {
  const lattice = yield* latticeOf(learning, pair, known, bandOf(pair, known, before));
  const posteriors = new Posteriors(lattice, temper);
  return {
    path: bestPath(lattice).map((bead) => ({ ...bead, score: posteriors.of(bead) })),
    likely: [...posteriors.links(worthLearning)],
  };
}

/** Cells up to which all of them are scored; longer documents get a band. */
export const mostCells = 300_000;
/** Units that a path may stray from where it was in the round before. */
const reach = 8;
/** And from the coarse course, at least. */
const firstReach = 20;

function bandOf({ a, b }: ReadPair, { rows }: Knowledge, before?: readonly ScoredRange[]): Band {
  if (a.count * b.count <= mostCells) return fullBand(a.count, b.count);
  if (before) return bandAround(columnsOf(before, a.count), b.count, reach);
  const coarse = coarsePath(a, b, rows);
  return bandAround(coarse.path, b.count, Math.max(firstReach, 2 * coarse.block));
}

/** Column of a path at every row. */
function columnsOf(path: readonly ScoredRange[], n: number): Int32Array {
  const columns = new Int32Array(n + 1);
  for (const { aFrom, aTo, bFrom, bTo } of path)
    for (let i = aFrom; i < aTo; i++)
      columns[i + 1] = bFrom + Math.round(((bTo - bFrom) * (i + 1 - aFrom)) / (aTo - aFrom));
  return columns;
}

function latticeOf(learning: Learning, pair: ReadPair, known: Knowledge, band: Band): Generator<undefined, Lattice> {
  const lexical = learning.scores(pair, known);
  const scoring = { lexical, lengths: known.lengths, types: usualTypes, ...weights };
  return buildLattice(pair.a, pair.b, band, scoring, pair.constraints);
}
