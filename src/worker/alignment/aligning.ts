/**
 * Opens pairs: from what is kept when both texts are as they were, otherwise by aligning them in a thread of its own, so
 * that every other question is answered meanwhile. Pairs of the same two languages are aligned together: each of them
 * teaches words to the others.
 */
import { createHash } from 'node:crypto';
import type { AlignmentMode } from '../../shared/alignment.ts';
import type { Corpus } from '../corpus.ts';
import { Superseded } from '../corpus.ts';
import type { Call } from '../handler.ts';
import type { AlignWork } from './alignment-thread.ts';
import { alignInThread } from './align-in-thread.ts';
import type { PairAsked } from './alignments.ts';
import { keptFound, keepFound } from './found-cache.ts';
import type { KeptFound } from './kept-links.ts';
import { swappedQuoted } from './kept-links.ts';
import { KnownNow } from './known-words.ts';
import { keepLearned, learnedElsewhere } from './lexicon-cache.ts';
import type { FoundLink, Runs } from './links.ts';
import { OpenAlignment, keyOf } from './open-alignment.ts';
import { saidAgain } from './said-again.ts';
import type { SegmentedDocument } from './segments.ts';
import { segmentsOf } from './segments.ts';

/** Rises when the engine aligns otherwise than before, so that what is kept is made anew. */
const engineVersion = 4;

/** Segments of both sides that are aligned at once: they and what they teach have to fit into memory. */
const mostAtOnce = 40_000;

interface Wanted {
  readonly asked: PairAsked;
  readonly a: SegmentedDocument;
  readonly b: SegmentedDocument;
  readonly of: string;
}

/**
 * The pair, aligned anew where a person has said more of its languages since it was aligned: links confirmed in other pairs,
 * dictionaries, terms. What was said of the pair itself stands as it is.
 * @throws ExpectedFailure `no-such-document`, `cancelled`; Superseded
 */
export async function openPair(corpus: Corpus, asked: PairAsked, call: Call): Promise<OpenAlignment> {
  const known = corpus.alignments.known(asked);
  const wanted = known ? wantedAgain(known, asked) : wantedOf(corpus, asked);
  const { a, b } = wanted;
  const kept = known ? undefined : keptFound(corpus.start.cache, wanted.of);
  const knew = known?.knew ?? (kept && (kept.knew ?? ''));
  const isStale = knew !== undefined && knew !== new KnownNow(corpus, a.language, b.language).digestFor(keyOf(a, b));
  if (!isStale) return (await openPairs(corpus, [asked], call))[0]!;
  const started = performance.now();
  const [found] = await aligned(corpus, [wanted], asked.mode, call);
  return opened(corpus, wanted, found!, { reused: false, ms: performance.now() - started });
}

/** Pairs as they were aligned last; those that never were are aligned now, those of the same languages together. */
export async function openPairs(corpus: Corpus, asked: readonly PairAsked[], call: Call): Promise<OpenAlignment[]> {
  // Held here too: more may be asked for than stay open.
  const open = new Map<PairAsked, OpenAlignment>();
  const waiting = new Map<string, Wanted[]>();
  for (const one of asked) {
    const known = corpus.alignments.known(one);
    if (known) {
      open.set(one, known);
      continue;
    }
    const started = performance.now();
    const wanted = wantedOf(corpus, one);
    const before = keptFound(corpus.start.cache, wanted.of);
    if (before) {
      open.set(one, opened(corpus, wanted, before, { reused: true, ms: performance.now() - started }));
      continue;
    }
    const group = `${wanted.a.language} ${wanted.b.language} ${one.mode}`;
    waiting.set(group, [...(waiting.get(group) ?? []), wanted]);
  }
  for (const group of waiting.values())
    for (const some of atOnce(group)) {
      const started = performance.now();
      const found = await aligned(corpus, some, some[0]!.asked.mode, call);
      const ms = (performance.now() - started) / some.length;
      some.forEach((wanted, at) => {
        open.set(wanted.asked, opened(corpus, wanted, found[at]!, { reused: false, ms }));
      });
    }
  return asked.map((one) => open.get(one)!);
}

function wantedOf(corpus: Corpus, asked: PairAsked): Wanted {
  const a = segmentsOf(corpus, asked.a, asked.granularity);
  const b = segmentsOf(corpus, asked.b, asked.granularity);
  return { asked, a, b, of: digestOf(a, b, asked.mode) };
}

function wantedAgain({ a, b }: OpenAlignment, asked: PairAsked): Wanted {
  return { asked, a, b, of: digestOf(a, b, asked.mode) };
}

function* atOnce(group: readonly Wanted[]): Generator<readonly Wanted[]> {
  let some: Wanted[] = [];
  let segments = 0;
  for (const wanted of group) {
    const size = wanted.a.segments.length + wanted.b.segments.length;
    if (some.length > 0 && segments + size > mostAtOnce) {
      yield some;
      [some, segments] = [[], 0];
    }
    some.push(wanted);
    segments += size;
  }
  yield some;
}

/** Open, with what was found; a pair that is open already keeps its name. */
function opened(
  corpus: Corpus,
  { asked, a, b }: Wanted,
  found: KeptFound,
  cost: { readonly reused: boolean; readonly ms: number },
): OpenAlignment {
  const { alignments } = corpus;
  const known = alignments.known(asked);
  if (known) {
    known.learn(found);
    return known;
  }
  const alignment = new OpenAlignment(
    alignments.newId(),
    [a, b],
    { asked: asked.mode, keeper: corpus.links, found },
    cost,
  );
  alignments.add(asked, alignment);
  return alignment;
}

async function aligned(
  corpus: Corpus,
  wanted: readonly Wanted[],
  mode: AlignmentMode,
  call: Call,
): Promise<KeptFound[]> {
  const { index } = corpus.opened;
  const settled = wanted.map((pair) => saidOf(corpus, pair.a, pair.b));
  const [{ a, b }] = wanted as readonly [Wanted, ...Wanted[]];
  const known = new KnownNow(corpus, a.language, b.language);
  const of = wanted.length === 1 ? wanted[0]!.of : digestOfAll(wanted);
  const made = await alignInThread(workOf(corpus, wanted, mode, settled, { of, known }), call);
  if (corpus.opened.index !== index) throw new Superseded();
  if (made.lexicon) keepLearned(corpus.start, of, made.lexicon);
  return made.found.map((one, at) => {
    const { of: own, ...pair } = wanted[at]!;
    const found = { of: own, ...one, knew: known.digestFor(keyOf(pair.a, pair.b)) };
    keepFound(corpus.start.cache, found);
    return found;
  });
}

function saidOf(corpus: Corpus, a: SegmentedDocument, b: SegmentedDocument): readonly Runs[] {
  const key = keyOf(a, b);
  const kept = corpus.links.said(key);
  return saidAgain(a, b, key.a === a.path ? kept : kept.map(swappedQuoted)).said;
}

/** Everything from a row on aligned anew; the rows before it, and what a person said, stay. */
export async function alignedAnew(corpus: Corpus, pair: OpenAlignment, from: number, call: Call): Promise<KeptFound> {
  const { rows, said, found, a, b } = pair;
  const known = new KnownNow(corpus, a.language, b.language);
  const before = rows.slice(0, from);
  const stays: readonly Runs[] = [...before, ...said.filter((link) => !before.some((row) => sameRuns(row, link)))];
  const {
    lexicon,
    found: [made],
  } = await alignInThread(workOf(corpus, [{ a, b }], found.mode, [stays], { of: found.of, known }), call);
  if (lexicon) keepLearned(corpus.start, found.of, lexicon);
  // What was found of the rows before keeps its own score: only the rest is new.
  const after = made?.links.filter((link) => !before.some((row) => touches(row, link))) ?? [];
  const links: FoundLink[] = [...before, ...after].map(({ aFrom, aTo, bFrom, bTo, score }) => ({
    ...{ aFrom, aTo, bFrom, bTo, score },
  }));
  return { ...found, links };
}

function workOf(
  corpus: Corpus,
  wanted: readonly Pick<Wanted, 'a' | 'b'>[],
  mode: AlignmentMode,
  settled: readonly (readonly Runs[])[],
  { of, known }: { readonly of: string; readonly known: KnownNow },
): AlignWork {
  const { start } = corpus;
  const [{ a, b }] = wanted as readonly [Wanted, ...Wanted[]];
  const languages = [a.language, b.language] as const;
  const units = ({ segments }: SegmentedDocument): string[] => segments.map(({ text }) => text);
  return {
    languages,
    pairs: wanted.map((pair, at) => ({
      ...{ a: units(pair.a), b: units(pair.b) },
      settled: settled[at]!.map(({ aFrom, aTo, bFrom, bTo }) => ({ aFrom, aTo, bFrom, bTo })),
    })),
    mode,
    known: known.wordsFor(wanted.map((pair) => keyOf(pair.a, pair.b))),
    learned: learnedElsewhere(start, ...languages, of),
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

function digestOfAll(wanted: readonly Wanted[]): string {
  const hash = createHash('sha256');
  for (const { of } of wanted) hash.update(of);
  return hash.digest('hex');
}
