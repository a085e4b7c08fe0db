/** The thread that aligns one pair: a novel takes seconds, in which the corpus answers other questions. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { alignPairs } from '../../corpus/alignment/align.ts';
import type { Bead } from '../../corpus/alignment/alignment.ts';
import type { LearnedLexicon } from '../../corpus/alignment/learned-lexicon.ts';
import type { SeedText } from '../../corpus/alignment/seed-passages.ts';
import type { AlignmentMode } from '../../shared/alignment.ts';
import type { Language } from '../../shared/model.ts';
import type { KeptFound } from './kept-links.ts';
import type { Runs } from './links.ts';

interface WorkSide {
  readonly language: Language;
  /** Texts of the segments. */
  readonly units: readonly string[];
}

export interface AlignWork {
  readonly a: WorkSide;
  readonly b: WorkSide;
  readonly mode: AlignmentMode;
  /** What stands as it is. */
  readonly settled: readonly Runs[];
  /** What earlier pairs of these languages taught. */
  readonly learned: LearnedLexicon | undefined;
  /** Path of `resources/`. */
  readonly resources: string;
}

/** What was found, and what it taught. */
export interface MadeAlignment {
  readonly found: Omit<KeptFound, 'of'>;
  readonly lexicon: LearnedLexicon | undefined;
}

export type FromAlignment =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'found'; readonly made: MadeAlignment };

if (!parentPort) throw new Error('This file is the entry of a worker thread: the corpus worker starts it.');
const port = parentPort;
const work = workerData as AlignWork;

/** Milliseconds between two words of progress. */
const pause = 100;

/** What is known of a language before anything was aligned: see resources/seeds. Empty where there is no file. */
function seedsOf({ language }: WorkSide): SeedText {
  const [code = ''] = language.split('-');
  const read = (kind: string): string => {
    const file = join(work.resources, 'seeds', kind, `${code}.txt`);
    return /^[a-z]+$/u.test(code) && existsSync(file) ? readFileSync(file, 'utf8') : '';
  };
  return { names: read('names'), rights: read('rights') };
}

function aligned(): MadeAlignment {
  const confirmed = work.settled.map((runs): Bead => ({ ...runs, score: 1, status: 'confirmed' }));
  const pair = { a: work.a, b: work.b, confirmed };
  const steps = alignPairs([pair], {
    mode: work.mode,
    seeds: { a: seedsOf(work.a), b: seedsOf(work.b) },
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
  const [found] = step.value.alignments;
  if (!found) throw new Error('The aligner gave nothing for a pair.');
  const { choice, beads } = found;
  return {
    found: {
      mode: choice.mode,
      why: choice.asked ? null : { coverage: share(choice.coverage), order: share(choice.monotonicity) },
      links: beads.map(({ aFrom, aTo, bFrom, bTo, score }) => ({ aFrom, aTo, bFrom, bTo, score: share(score) })),
    },
    lexicon: step.value.lexicon,
  };
}

function share(value: number): number {
  return Math.max(0, Math.min(1, value));
}

port.postMessage({ kind: 'found', made: aligned() } satisfies FromAlignment);
