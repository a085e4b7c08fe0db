/** Whether a pair is a translation or two stories of one event, by how much of it is covered and in what order. */
import type { AlignmentMode, ModeChoice } from './alignment.ts';
import type { ReadPair, ScoredRange } from './learning.ts';

/** What both modes make of a pair; what was not asked for is empty. */
export interface Found {
  readonly pair: ReadPair;
  /** Beads of the monotone path. */
  readonly path: readonly ScoredRange[];
  /** Links of all paths. */
  readonly likely: readonly ScoredRange[];
  /** Links in any order. */
  readonly anywhere: readonly ScoredRange[];
}

/**
 * A pair is a translation when its fit reaches this. Translations of the development sets have 0.8 and more with a learned
 * lexicon, 0.5 and more alone; stories of one event mostly have less than 0.4.
 */
const enough = { usual: 0.52, amongTranslations: 0.35, amongStories: 0.65 } as const;

/** Links less probable than this cover nothing, on a path and in any order. */
const coveringLink = 0.65;
const sureLink = 0.5;

/** Coverage, less for what is not in order: translations have nearly all links in one order, which stories have by chance. */
function fitOf({ coverage, monotonicity }: Pick<ModeChoice, 'coverage' | 'monotonicity'>): number {
  return coverage * monotonicity ** 2;
}

/**
 * A choice for each pair. What most of them are is likelier for the others too: they come from one folder.
 * @param before choices of the round before. What a path covers only since links in any order were learned from is doubtful
 */
export function chooseModes(
  found: readonly Found[],
  mode: AlignmentMode | 'auto',
  before?: readonly ModeChoice[],
): ModeChoice[] {
  if (mode !== 'auto') return found.map(() => ({ mode, asked: true, coverage: 0, monotonicity: 0 }));
  const seen = found.map(({ pair, path, anywhere }) => ({
    coverage: coverage(pair, path),
    monotonicity: shareInOrder(anywhere),
  }));
  const fits = seen.map((shares, p) => (fitOf(shares) + fitOf(before?.[p] ?? shares)) / 2);
  const least = leastFor(fits.toSorted((x, y) => x - y));
  return seen.map((shares, p) => ({
    mode: fits[p]! >= least ? 'parallel' : 'comparable',
    asked: false,
    ...shares,
  }));
}

function leastFor(fits: readonly number[]): number {
  if (fits.length < 3) return enough.usual;
  return fits[fits.length >> 1]! >= enough.usual ? enough.amongTranslations : enough.amongStories;
}

/**
 * What fits less than that has nothing to teach; 0.17 to 0.48 are translations into languages that hardly a word is known of.
 * It is believed only where hardly a unit has a link in any order, or where it fits better and nearly all of the links are in
 * order: of two stories such a path would teach what is wrong.
 */
const worthBelieving = { silent: 0.15, inOrder: 0.4, elsewhere: 0.05, order: 0.95 } as const;

/** Whether the words of a pair are learned from its path: it is a translation, or may be one with nothing against it. */
export function teachesByPath({ pair, anywhere }: Found, choice: ModeChoice): boolean {
  if (choice.mode === 'parallel') return true;
  const sure = anywhere.filter(({ score }) => score >= sureLink).length;
  const isSilent = sure <= worthBelieving.elsewhere * Math.min(pair.a.count, pair.b.count);
  const inOrder = choice.monotonicity >= worthBelieving.order;
  return (isSilent && fitOf(choice) >= worthBelieving.silent) || (inOrder && fitOf(choice) >= worthBelieving.inOrder);
}

/** Links that probable, and how many of them for each unit of the shorter side two stories have that share sentences. */
const sharedSentence = { score: 0.8, share: 0.15 } as const;

/**
 * Whether two stories have sentences in common. Stories of the development sets do; those that tell one event in words of their
 * own have next to none, and what their links would teach is mostly wrong.
 */
export function sharesSentences({ pair, anywhere }: Found): boolean {
  const shared = anywhere.filter(({ score }) => score >= sharedSentence.score).length;
  return shared >= sharedSentence.share * Math.min(pair.a.count, pair.b.count);
}

/** Share of the units of the side that is better covered. */
export function coverage(pair: ReadPair, path: readonly ScoredRange[]): number {
  let coveredA = 0;
  let coveredB = 0;
  for (const { aFrom, aTo, bFrom, bTo, score } of path) {
    if (score < coveringLink || aTo === aFrom || bTo === bFrom) continue;
    coveredA += aTo - aFrom;
    coveredB += bTo - bFrom;
  }
  return Math.max(coveredA / Math.max(1, pair.a.count), coveredB / Math.max(1, pair.b.count));
}

/** Share of the links, by probability, in the heaviest run of them that never goes back. 1 when there are none. */
function shareInOrder(links: readonly ScoredRange[]): number {
  const sure = links.filter(({ score }) => score >= sureLink);
  const sorted = sure.sort((x, y) => x.aFrom - y.aFrom || x.bFrom - y.bFrom);
  const best: number[] = [];
  let all = 0;
  let heaviest = 0;
  sorted.forEach((link, at) => {
    all += link.score;
    let before = 0;
    for (let i = 0; i < at; i++)
      if (sorted[i]!.aTo <= link.aFrom && sorted[i]!.bTo <= link.bFrom) before = Math.max(before, best[i]!);
    best.push(before + link.score);
    heaviest = Math.max(heaviest, before + link.score);
  });
  return all === 0 ? 1 : heaviest / all;
}
