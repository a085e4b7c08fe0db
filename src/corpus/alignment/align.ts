/**
 * The way into the aligner: pairs of documents of two languages in, beads and the learned lexicon out. All pairs are read
 * first, since the lexicon is learned from all of them; then rounds of aligning and learning, the last of which counts.
 */
import type { Alignment, AlignmentMode, AlignmentPair, Bead, ModeChoice } from './alignment.ts';
import { chooseMode } from './choose-mode.ts';
import { comparableLinks } from './comparable.ts';
import { Learning, type Knowledge, type ReadPair, type ScoredRange } from './learning.ts';
import { likelyLinks, parallelBeads } from './parallel.ts';
import { seedPassages, type SeedText } from './seed-passages.ts';
import { readUnits } from './unit-words.ts';
import { wordPrior } from './word-prior.ts';
import { AlignmentWords } from './words.ts';

export interface AlignOptions {
  readonly mode: AlignmentMode | 'auto';
  /** What is known of each side's language; empty texts where there is nothing. */
  readonly seeds: { readonly a: SeedText; readonly b: SeedText };
}

/** Steps done, of `total`; said now and then, when others may have a turn. */
export interface AlignProgress {
  readonly done: number;
  readonly total: number;
}

export interface AlignOutcome {
  /** In the order of the pairs. */
  readonly alignments: readonly Alignment[];
}

/** Rounds of aligning; all but the last are learned from. */
const rounds = 3;

/** @param pairs all of the same two languages, in the same order */
export function* alignPairs(
  pairs: readonly AlignmentPair[],
  options: AlignOptions,
): Generator<AlignProgress, AlignOutcome> {
  const [first] = pairs;
  if (!first) return { alignments: [] };
  const a = new AlignmentWords(first.a.language);
  const b = new AlignmentWords(first.b.language);
  const total = pairs.length * rounds + 1;
  const read = pairs.map((pair): ReadPair => ({ a: readUnits(pair.a.units, a), b: readUnits(pair.b.units, b) }));
  yield { done: 0, total };
  const prior = wordPrior(a, b, seedPassages(a, b, options.seeds.a, options.seeds.b));
  const learning = new Learning(a, b, read, prior);
  let known = learning.start();
  for (let round = 1; round < rounds; round++) {
    const links: ScoredRange[][] = [];
    for (const pair of read) {
      links.push(
        yield* reporting(
          linksToLearn(learning, pair, known, options.mode),
          (round - 1) * pairs.length + links.length + 1,
          total,
        ),
      );
    }
    known = learning.learn(links, round);
  }
  const alignments: Alignment[] = [];
  for (const pair of read) {
    const done = (rounds - 1) * pairs.length + alignments.length + 1;
    alignments.push(yield* reporting(alignment(learning, pair, known, options.mode), done, total));
  }
  return { alignments };
}

/** Lets work pause, and says how far all of it is. */
function* reporting<Made>(
  work: Generator<undefined, Made>,
  done: number,
  total: number,
): Generator<AlignProgress, Made> {
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) return step.value;
    yield { done, total };
  }
}

function* linksToLearn(
  learning: Learning,
  pair: ReadPair,
  known: Knowledge,
  mode: AlignmentMode | 'auto',
): Generator<undefined, ScoredRange[]> {
  if (mode === 'parallel') return yield* likelyLinks(learning, pair, known);
  const anywhere = yield* comparableLinks(learning, pair, known);
  if (mode === 'comparable') return anywhere;
  const path = yield* parallelBeads(learning, pair, known);
  return chooseMode(pair, path, anywhere).mode === 'parallel' ? yield* likelyLinks(learning, pair, known) : anywhere;
}

function* alignment(
  learning: Learning,
  pair: ReadPair,
  known: Knowledge,
  mode: AlignmentMode | 'auto',
): Generator<undefined, Alignment> {
  if (mode === 'parallel') return told(asked(mode), yield* parallelBeads(learning, pair, known));
  const anywhere = yield* comparableLinks(learning, pair, known);
  if (mode === 'comparable') return told(asked(mode), anywhere);
  const path = yield* parallelBeads(learning, pair, known);
  const choice = chooseMode(pair, path, anywhere);
  return told(choice, choice.mode === 'parallel' ? path : anywhere);
}

function asked(mode: AlignmentMode): ModeChoice {
  return { mode, asked: true, coverage: 0, monotonicity: 0 };
}

function told(choice: ModeChoice, beads: readonly ScoredRange[]): Alignment {
  return { choice, beads: beads.map((bead): Bead => ({ ...bead, status: 'automatic' })) };
}
