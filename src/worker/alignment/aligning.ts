/**
 * Opens a pair: from what is kept when both texts are as they were, otherwise by aligning them in a thread of its own, so
 * that every other question is answered meanwhile.
 */
import { createHash } from 'node:crypto';
import type { AlignmentMode } from '../../shared/alignment.ts';
import type { Corpus } from '../corpus.ts';
import { Superseded } from '../corpus.ts';
import type { Call } from '../handlers.ts';
import type { PairAsked } from './alignments.ts';
import type { AlignWork } from './alignment-thread.ts';
import { alignInThread } from './align-in-thread.ts';
import { keptFound, keepFound } from './found-cache.ts';
import { keepLearned, learnedElsewhere } from './lexicon-cache.ts';
import type { KeptFound } from './kept-links.ts';
import type { FoundLink, Runs } from './links.ts';
import { OpenAlignment, keyOf } from './open-alignment.ts';
import { saidAgain } from './said-again.ts';
import { swappedQuoted } from './kept-links.ts';
import type { SegmentedDocument } from './segments.ts';
import { segmentsOf } from './segments.ts';

/** Rises when the engine aligns otherwise than before, so that what is kept is made anew. */
const engineVersion = 1;

/** @throws ExpectedFailure `no-such-document`, `cancelled`; Superseded */
export async function openPair(corpus: Corpus, asked: PairAsked, call: Call): Promise<OpenAlignment> {
  const { alignments, opened } = corpus;
  const known = alignments.known(asked);
  if (known) return known;
  const started = performance.now();
  const a = segmentsOf(corpus, asked.a, asked.granularity);
  const b = segmentsOf(corpus, asked.b, asked.granularity);
  const of = digestOf(a, b, asked.mode);
  const { cache } = corpus.start;
  const before = keptFound(cache, of);
  const found = before ?? (await aligned(corpus, a, b, asked.mode, of, call));
  if (corpus.opened.index !== opened.index) throw new Superseded();
  if (!before) keepFound(cache, found);
  const again = alignments.known(asked);
  if (again) return again;
  const alignment = new OpenAlignment(
    alignments.newId(),
    [a, b],
    { asked: asked.mode, keeper: corpus.links, found },
    { reused: before !== undefined, ms: performance.now() - started },
  );
  alignments.add(asked, alignment);
  return alignment;
}

async function aligned(
  corpus: Corpus,
  a: SegmentedDocument,
  b: SegmentedDocument,
  mode: AlignmentMode,
  of: string,
  call: Call,
): Promise<KeptFound> {
  const key = keyOf(a, b);
  const kept = corpus.links.said(key);
  const { said } = saidAgain(a, b, key.a === a.path ? kept : kept.map(swappedQuoted));
  const { found, lexicon } = await alignInThread(workOf(corpus, [a, b], mode, said, of), call);
  if (lexicon) keepLearned(corpus.start, of, lexicon);
  return { of, ...found };
}

/** Everything from a row on aligned anew; the rows before it, and what a person said, stay. */
export async function alignedAnew(corpus: Corpus, pair: OpenAlignment, from: number, call: Call): Promise<KeptFound> {
  const { rows, said, found } = pair;
  const before = rows.slice(0, from);
  const stays: readonly Runs[] = [...before, ...said.filter((link) => !before.some((row) => sameRuns(row, link)))];
  const work = workOf(corpus, [pair.a, pair.b], found.mode, stays, found.of);
  const { found: made, lexicon } = await alignInThread(work, call);
  if (lexicon) keepLearned(corpus.start, found.of, lexicon);
  // What was found of the rows before keeps its own score: only the rest is new.
  const links: FoundLink[] = [...before, ...made.links.filter((link) => !before.some((row) => touches(row, link)))].map(
    ({ aFrom, aTo, bFrom, bTo, score }) => ({ aFrom, aTo, bFrom, bTo, score }),
  );
  return { ...found, links };
}

function workOf(
  { start }: Corpus,
  [a, b]: readonly [SegmentedDocument, SegmentedDocument],
  mode: AlignmentMode,
  settled: readonly Runs[],
  of: string,
): AlignWork {
  const sideOf = ({ language, segments }: SegmentedDocument) => ({
    language,
    units: segments.map(({ text }) => text),
  });
  return {
    a: sideOf(a),
    b: sideOf(b),
    mode,
    settled: settled.map(({ aFrom, aTo, bFrom, bTo }) => ({ aFrom, aTo, bFrom, bTo })),
    learned: learnedElsewhere(start, a.language, b.language, of),
    resources: start.resources,
  };
}

function sameRuns(x: Runs, y: Runs): boolean {
  return x.aFrom === y.aFrom && x.aTo === y.aTo && x.bFrom === y.bFrom && x.bTo === y.bTo;
}

function touches(x: Runs, y: Runs): boolean {
  return (x.aFrom < y.aTo && y.aFrom < x.aTo) || (x.bFrom < y.bTo && y.bFrom < x.bTo);
}

function digestOf(a: SegmentedDocument, b: SegmentedDocument, mode: AlignmentMode): string {
  return createHash('sha256').update(`${engineVersion} ${mode} ${a.digest} ${b.digest}`).digest('hex');
}
