/** The thread that aligns pairs of two languages: a novel takes seconds, in which the corpus answers other questions. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { alignPairs } from '../../corpus/alignment/align.ts';
import type { Alignment, Bead } from '../../corpus/alignment/alignment.ts';
import type { LearnedLexicon } from '../../corpus/alignment/learned-lexicon.ts';
import type { SeedText } from '../../corpus/alignment/seed-passages.ts';
import type { AlignmentMode } from '../../shared/alignment.ts';
import type { Language } from '../../shared/model.ts';
import type { KeptFound } from './kept-links.ts';
import type { KnownWords } from './known-words.ts';
import type { Runs } from './links.ts';

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

export type FromAlignment =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'found'; readonly made: MadeAlignments };

if (!parentPort) throw new Error('This file is the entry of a worker thread: the corpus worker starts it.');
const port = parentPort;
const work = workerData as AlignWork;

/** Milliseconds between two words of progress. */
const pause = 100;

/** What is known of a language before anything was aligned: see resources/seeds. Empty where there is no file. */
function seedsOf(language: Language): SeedText {
  const [code = ''] = language.split('-');
  const read = (kind: string): string => {
    const file = join(work.resources, 'seeds', kind, `${code}.txt`);
    return /^[a-z]+$/u.test(code) && existsSync(file) ? readFileSync(file, 'utf8') : '';
  };
  return { names: read('names'), rights: read('rights') };
}

function aligned(): MadeAlignments {
  const [a, b] = work.languages;
  const pairs = work.pairs.map((pair) => ({
    a: { language: a, units: pair.a },
    b: { language: b, units: pair.b },
    confirmed: pair.settled.map((runs): Bead => ({ ...runs, score: 1, status: 'confirmed' })),
  }));
  const steps = alignPairs(pairs, {
    mode: work.mode,
    seeds: { a: seedsOf(a), b: seedsOf(b) },
    dictionary: work.known.dictionary,
    taught: work.known.taught,
    learned: work.learned,
  });
  let said = 0;
  let step = steps.next();
  for (; !step.done; step = steps.next()) {
    const now = performance.now();
    if (now - said < pause) continue;
    said = now;
    port.postMessage({ kind: 'progress', ...step.value } satisfies FromAlignment);
  }
  return { found: step.value.alignments.map(described), lexicon: step.value.lexicon };
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

port.postMessage({ kind: 'found', made: aligned() } satisfies FromAlignment);
