/** Parallel mode: one monotone path over all units of both documents. */
import { fullBand } from './band.ts';
import { usualTypes } from './bead-types.ts';
import { buildLattice, type Lattice } from './lattice.ts';
import type { Knowledge, Learning, ReadPair, ScoredRange } from './learning.ts';
import { bestPath, Posteriors } from './path.ts';

/** What the words and the lengths of a bead count for. Words overlap in what they say, so they count for less than all. */
const weights = { lexicalWeight: 0.7, lengthWeight: 0.7 } as const;

/** Humility of the probabilities: paths differ in many beads at once, and the best one looks surer than it is. */
const temper = 0.6;

/** Links less probable than this are not learned from. */
const worthLearning = 0.1;

export interface ParallelBeads {
  /** Beads of the best path; every unit is in exactly one. */
  readonly path: readonly ScoredRange[];
  /** Links of all paths, for learning. */
  readonly likely: readonly ScoredRange[];
}

export function* parallelBeads(
  learning: Learning,
  pair: ReadPair,
  known: Knowledge,
): Generator<undefined, ParallelBeads> {
  const lattice = yield* latticeOf(learning, pair, known);
  const posteriors = new Posteriors(lattice, temper);
  return {
    path: bestPath(lattice).map((bead) => ({ ...bead, score: posteriors.of(bead) })),
    likely: [...posteriors.links(worthLearning)],
  };
}

function latticeOf(learning: Learning, pair: ReadPair, known: Knowledge): Generator<undefined, Lattice> {
  const lexical = learning.scores(pair, known);
  const scoring = { lexical, lengths: known.lengths, types: usualTypes, ...weights };
  return buildLattice(pair.a, pair.b, fullBand(pair.a.count, pair.b.count), scoring, pair.constraints);
}
