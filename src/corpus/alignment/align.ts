/**
 * The way into the aligner: pairs of documents of two languages in, beads and the learned lexicon out. All pairs are read
 * first, since the lexicon is learned from all of them; then rounds of aligning and learning, the last of which counts.
 */
import { isLink } from './alignment.ts';
import type { Alignment, AlignmentMode, AlignmentPair, AlignmentRange, Bead, ModeChoice } from './alignment.ts';
import { chooseModes, coverage, sharesSentences, teachesByPath, type Found } from './choose-mode.ts';
import { comparableLinks, worthTelling } from './comparable.ts';
import { turned } from './dictionary.ts';
import { constraintsOf } from './fixed-points.ts';
import { learnedLexicon, type LearnedLexicon } from './learned-lexicon.ts';
import { confirmedWeight, Learning, unlearned, type Knowledge, type ReadPair, type ScoredRange } from './learning.ts';
import { mostCells, parallelBeads } from './parallel.ts';
import { dictionaryPassages, seedPassages, type SeedText, type Translation } from './seed-passages.ts';
import { readUnits, sliceOfUnits } from './unit-words.ts';
import { storyPassages } from './story-passages.ts';
import { wordPrior } from './word-prior.ts';
import { AlignmentWords } from './words.ts';

export interface AlignOptions {
  readonly mode: AlignmentMode | 'auto';
  /** What is known of each side's language; empty texts where there is nothing. */
  readonly seeds: { readonly a: SeedText; readonly b: SeedText };
  /** The reader's own dictionaries, glossary and translation memories. */
  readonly dictionary?: readonly Translation[] | undefined;
  /** Passages that the reader says answer each other, of other documents of these languages. */
  readonly taught?: readonly Translation[] | undefined;
  /** What earlier alignments of these languages taught. */
  readonly learned?: LearnedLexicon | undefined;
}

/** Steps done, of `total`; said often, so that others may have a turn and the work may be given up. */
export interface AlignProgress {
  readonly done: number;
  readonly total: number;
}

export interface AlignOutcome {
  /** In the order of the pairs. */
  readonly alignments: readonly Alignment[];
  /** What these pairs taught, without what was known before; undefined without pairs. */
  readonly lexicon: LearnedLexicon | undefined;
}

/** A passage that a person looked at counts as much as a confirmed link of the pair at hand. */
const taughtWeight = confirmedWeight;

/** A path that links less than that has lost its way, or the pair is no translation, which is seen when it is looked for again. */
const leastCoverage = 0.5;

/** Rounds of aligning; all but the last are learned from. */
const rounds = 3;

/**
 * @param pairs all of the same two languages, in the same order; none of their confirmed beads may overlap
 */
export function* alignPairs(
  pairs: readonly AlignmentPair[],
  options: AlignOptions,
): Generator<AlignProgress, AlignOutcome> {
  const [first] = pairs;
  if (!first) return { alignments: [], lexicon: undefined };
  const a = new AlignmentWords(first.a.language);
  const b = new AlignmentWords(first.b.language);
  const read: ReadPair[] = [];
  const steps = { done: 0, total: pairs.length * rounds };
  for (const pair of pairs) {
    read.push(readPair(pair, a, b));
    yield steps;
  }
  const seeds = [
    ...seedPassages(a, b, options.seeds.a, options.seeds.b),
    ...dictionaryPassages(a, b, turned(options.dictionary ?? [], a, b)),
  ];
  const taught = dictionaryPassages(a, b, options.taught ?? [], taughtWeight);
  yield steps;
  const learning = new Learning(a, b, read, wordPrior(a, b, { seeds, taught, learned: options.learned }));
  let known = learning.start();
  let before: readonly Found[] = [];
  let choices: readonly ModeChoice[] = [];
  for (let round = 1; round < rounds; round++) {
    const found: Found[] = [];
    for (const [p, pair] of read.entries()) {
      found.push(yield* saying(look(learning, pair, known, options.mode, before[p]), steps));
      steps.done++;
    }
    choices = chooseModes(found, options.mode);
    const lessons = found.map((one, p) => lessonsOf(one, choices[p]!, options.mode));
    known = learning.learn(lessons, round);
    before = found;
    yield steps;
  }
  const found: Found[] = [];
  for (const [p, pair] of pairs.entries()) {
    const part = partOf(pair, read[p]!);
    found.push(yield* saying(look(learning, part, known, options.mode, before[p], pair.range !== undefined), steps));
    steps.done++;
  }
  choices = chooseModes(found, options.mode, choices);
  for (const [p, one] of found.entries())
    if (choices[p]!.mode === 'comparable')
      found[p] = yield* saying(lookAgain(learning, one, known, options.mode, before[p]!), steps);
  const alignments = pairs.map((pair, p) => told(pair, choices[p]!, found[p]!));
  return { alignments, lexicon: learnedLexicon(learning.table, a, b) };
}

function readPair(pair: AlignmentPair, a: AlignmentWords, b: AlignmentWords): ReadPair {
  return {
    a: readUnits(pair.a.units, a),
    b: readUnits(pair.b.units, b),
    constraints: constraintsOf(pair, pair.a.units.length, pair.b.units.length),
    confirmed: (pair.confirmed ?? []).filter(isLink),
  };
}

/** What is learned from a pair. */
function lessonsOf(found: Found, choice: ModeChoice, mode: AlignmentMode | 'auto'): readonly ScoredRange[] {
  if (teachesByPath(found, choice) || (mode === 'auto' && isLong(found.pair))) return found.likely;
  return sharesSentences(found) ? found.anywhere : [];
}

/**
 * What both modes make of a pair; what is not asked for is empty.
 * @param before what was made of it in an earlier round. @param isPart whether only a part of it is looked at now
 */
function* look(
  learning: Learning,
  pair: ReadPair,
  known: Knowledge,
  mode: AlignmentMode | 'auto',
  before?: Found,
  isPart = false,
): Generator<undefined, Found> {
  // Two books are not looked through in any order unless that is asked for: it costs as much as their product.
  const isSkipped = mode === 'parallel' || (mode === 'auto' && isLong(pair));
  const anywhere = isSkipped ? [] : yield* comparableLinks(learning, pair, forStories(known, before));
  if (mode === 'comparable') return { pair, path: [], likely: [], anywhere };
  const found = yield* parallelBeads(learning, pair, known, isPart ? undefined : before?.path);
  // Long paragraphs in languages that little is known of: so many unknown words that cutting everything looks likelier.
  const isLost = coverage(pair, found.path) < leastCoverage;
  const { path, likely } = isLost ? yield* parallelBeads(learning, pair, { ...known, forgiving: true }) : found;
  return { pair, path, likely, anywhere };
}

function forStories(known: Knowledge, before: Found | undefined): Knowledge {
  return before && !sharesSentences(before) ? unlearned(known) : known;
}

/** A second look at what turned out to be two stories. */
function* lookAgain(
  learning: Learning,
  found: Found,
  known: Knowledge,
  mode: AlignmentMode | 'auto',
  before: Found,
): Generator<undefined, Found> {
  const { pair } = found;
  // Long texts that are no translations after all: only now are they looked through.
  if (isLong(pair))
    return mode === 'auto' ? { ...found, anywhere: yield* comparableLinks(learning, pair, known) } : found;
  const links = found.anywhere.filter(({ score }) => score >= worthTelling);
  const how = sharesSentences(before) ? 'sharing' : 'retold';
  return { ...found, anywhere: yield* storyPassages(learning, pair, forStories(known, before), links, how) };
}

function isLong({ a, b }: ReadPair): boolean {
  return a.count * b.count > mostCells;
}

/** Lets work pause, and says each time how far all of it is. */
function* saying<Made>(work: Generator<undefined, Made>, steps: AlignProgress): Generator<AlignProgress, Made> {
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) return step.value;
    yield steps;
  }
}

/** The part of a pair that is to be aligned. */
function partOf({ range, ...pair }: AlignmentPair, read: ReadPair): ReadPair {
  if (!range) return read;
  const { aFrom, aTo, bFrom, bTo } = range;
  const inside = (pair.confirmed ?? [])
    .filter((bead) => overlaps(bead, range))
    .map((bead) => moved(bead, -aFrom, -bFrom));
  const anchors = (pair.anchors ?? []).map(({ a, b }) => ({ a: a - aFrom, b: b - bFrom }));
  const within = anchors.filter(({ a, b }) => a >= 0 && b >= 0);
  return {
    a: sliceOfUnits(read.a, aFrom, aTo),
    b: sliceOfUnits(read.b, bFrom, bTo),
    constraints: constraintsOf({ confirmed: inside, anchors: within }, aTo - aFrom, bTo - bFrom),
    confirmed: inside,
  };
}

function overlaps(bead: AlignmentRange, range: AlignmentRange): boolean {
  return bead.aFrom < range.aTo && bead.aTo > range.aFrom && bead.bFrom < range.bTo && bead.bTo > range.bFrom;
}

function moved<Range extends AlignmentRange>(range: Range, a: number, b: number): Range {
  return { ...range, aFrom: range.aFrom + a, aTo: range.aTo + a, bFrom: range.bFrom + b, bTo: range.bTo + b };
}

/** The beads of a pair: those that the reader confirmed, and what the aligner makes of the units that are left. */
function told(pair: AlignmentPair, choice: ModeChoice, { path, anywhere }: Found): Alignment {
  const { range } = pair;
  const confirmed = (pair.confirmed ?? []).filter((bead) => !range || overlaps(bead, range));
  const takenA = unitsOf(confirmed, 'a');
  const takenB = unitsOf(confirmed, 'b');
  const isFree = (bead: AlignmentRange): boolean =>
    !(bead.aTo > bead.aFrom && takenA.has(bead.aFrom)) && !(bead.bTo > bead.bFrom && takenB.has(bead.bFrom));
  const links = choice.mode === 'parallel' ? path : anywhere.filter(({ score }) => score >= worthTelling);
  const free = links
    .map((bead): Bead => ({ ...(range ? moved(bead, range.aFrom, range.bFrom) : bead), status: 'automatic' }))
    .filter(isFree);
  const settled = confirmed.map((bead): Bead => ({ ...bead, score: 1, status: 'confirmed' }));
  return {
    choice,
    beads: [...free, ...settled].sort((x, y) => x.aFrom - y.aFrom || x.aTo - y.aTo || x.bFrom - y.bFrom),
  };
}

function unitsOf(beads: readonly Bead[], side: 'a' | 'b'): ReadonlySet<number> {
  const units = new Set<number>();
  for (const bead of beads)
    for (let u = side === 'a' ? bead.aFrom : bead.bFrom; u < (side === 'a' ? bead.aTo : bead.bTo); u++) units.add(u);
  return units;
}
