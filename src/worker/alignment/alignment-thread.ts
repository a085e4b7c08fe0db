/** The thread that aligns pairs of two languages: a novel takes seconds, in which the corpus answers other questions. */
import { parentPort, workerData } from 'node:worker_threads';
import { alignPairs } from '../../corpus/alignment/align.ts';
import type { Alignment, Bead } from '../../corpus/alignment/alignment.ts';
import type { LearnedLexicon } from '../../corpus/alignment/learned-lexicon.ts';
import type { AlignmentMode } from '../../shared/alignment.ts';
import type { Language } from '../../shared/model.ts';
import type { KeptFound } from './kept-links.ts';
import type { KnownWords } from './known-words.ts';
import type { Runs } from './links.ts';
import { seedText } from './seeds.ts';
import { type FromThread, made } from './thread-answer.ts';

interface WorkPair {
  /** Texts of the segments. */
  readonly a: readonly string[];
  readonly b: readonly string[];
  /** What stands as it is. */
  readonly settled: readonly Runs[];
}

export interface AlignWork {
  readonly languages: readonly [a: Language, b: Language];
  readonly pairs: readonly WorkPair[];
  readonly mode: AlignmentMode;
  /** What a person said. */
  readonly known: KnownWords;
  /** What earlier pairs of these languages taught. */
  readonly learned: LearnedLexicon | undefined;
  /** Path of `resources/`. */
  readonly resources: string;
}

/** What was found in each pair, and what all of them taught. */
export interface MadeAlignments {
  readonly found: readonly Omit<KeptFound, 'of'>[];
  readonly lexicon: LearnedLexicon | undefined;
}

if (!parentPort) throw new Error('This file is the entry of a worker thread: the corpus worker starts it.');
const port = parentPort;
const work = workerData as AlignWork;

function aligned(): MadeAlignments {
  const [a, b] = work.languages;
  const pairs = work.pairs.map((pair) => ({
    a: { language: a, units: pair.a },
    b: { language: b, units: pair.b },
    confirmed: pair.settled.map((runs): Bead => ({ ...runs, score: 1, status: 'confirmed' })),
  }));
  const steps = alignPairs(pairs, {
    mode: work.mode,
    seeds: { a: seedText(work.resources, a), b: seedText(work.resources, b) },
    dictionary: work.known.dictionary,
    taught: work.known.taught,
    learned: work.learned,
  });
  const { alignments, lexicon } = made(steps, port);
  return { found: alignments.map(described), lexicon };
}

function described({ choice, beads }: Alignment): Omit<KeptFound, 'of'> {
  return {
    mode: choice.mode,
    why: choice.asked ? null : { coverage: share(choice.coverage), order: share(choice.monotonicity) },
    links: beads.map(({ aFrom, aTo, bFrom, bTo, score }) => ({ aFrom, aTo, bFrom, bTo, score: share(score) })),
  };
}

function share(value: number): number {
  return Math.max(0, Math.min(1, value));
}

port.postMessage({ kind: 'made', made: aligned() } satisfies FromThread<MadeAlignments>);
