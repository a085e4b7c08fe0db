/**
 * Passages of two stories: one fact told in one sentence here and in two there, or, where the stories hardly share a sentence,
 * in other sentences altogether. Runs of up to three units are scored against each other; a run must say a good deal in
 * common to count, and more than the single links that it would take the place of.
 */
import type { AlignmentRange } from './alignment.ts';
import type { Knowledge, Learning, ReadPair, ScoredRange } from './learning.ts';
import type { UnitScores } from './unit-scores.ts';

/** Units of one side in a passage. */
const longest = 3;
/** Score from which a passage is told. */
const worthTelling = 7;
/** A link that probable is not given up for a passage, only widened. */
const sureLink = 0.8;

interface Standard {
  /** What every unit beyond the first of each side costs, so that nothing is added that says little. */
  readonly unitCost: number;
  /** What a passage must have above a link that it widens. */
  readonly widened: number;
  /** What it must have above links that it crosses; undefined where passages only widen links. */
  readonly crossed: number | undefined;
}

/** Of stories that share sentences those are told as they are; of others, what is told at all is told in passages. */
const standards: Readonly<Record<'sharing' | 'retold', Standard>> = {
  sharing: { unitCost: 4, widened: 4, crossed: undefined },
  retold: { unitCost: 1, widened: 1, crossed: 2 },
};

/** Score at which a passage is as likely right as wrong; the scores that are told grow slowly from there. */
const evenScore = 5;

interface Run extends AlignmentRange {
  readonly strength: number;
}

/**
 * @param links single links, none of which share a unit. @param how whether the stories share sentences
 * Returns the links that stand, and passages in place of others.
 */
export function* storyPassages(
  learning: Learning,
  pair: ReadPair,
  known: Knowledge,
  links: readonly ScoredRange[],
  how: keyof typeof standards,
): Generator<undefined, ScoredRange[]> {
  const standard = standards[how];
  const scores = learning.storyScores(pair, known, longest);
  const linkStrengths = new Map<ScoredRange, number>();
  const linkOfA = new Map(links.map((link) => [link.aFrom, link]));
  const strong: Run[] = [];
  for (let row = 0; row < pair.a.count; row++) {
    scores.moveTo(row, 0, pair.b.count);
    const link = linkOfA.get(row);
    if (link) linkStrengths.set(link, scores.score(row, link.bFrom, 1, 1));
    for (const run of runsEnding(scores, row, pair.b.count, standard)) if (isFree(pair, run)) strong.push(run);
    yield;
  }
  const chosen: ScoredRange[] = [];
  for (const run of strong.sort((x, y) => y.strength - x.strength)) {
    if (chosen.some((other) => share(other, run))) continue;
    const score = probabilityOf(run, links, linkStrengths, standard);
    if (score !== undefined) chosen.push({ ...run, score });
  }
  return [...links.filter((link) => !chosen.some((passage) => share(passage, link))), ...chosen];
}

function* runsEnding(scores: UnitScores, row: number, columns: number, { unitCost }: Standard): Generator<Run> {
  for (let column = 0; column < columns; column++)
    for (let x = 1; x <= Math.min(longest, row + 1); x++)
      for (let y = x === 1 ? 2 : 1; y <= Math.min(longest, column + 1); y++) {
        const strength = scores.score(row, column, x, y) - unitCost * (x + y - 2);
        if (strength < worthTelling) continue;
        yield { aFrom: row - x + 1, aTo: row + 1, bFrom: column - y + 1, bTo: column + 1, strength };
      }
}

/** Whether the reader has settled nothing about any of the units. */
function isFree({ constraints }: ReadPair, { aFrom, aTo, bFrom, bTo }: AlignmentRange): boolean {
  if (!constraints) return true;
  for (let a = aFrom; a < aTo; a++)
    for (let b = bFrom; b < bTo; b++) if (constraints.together(a, b) !== undefined) return false;
  return true;
}

/** Undefined when the run has not enough above the links that it touches. */
function probabilityOf(
  run: Run,
  links: readonly ScoredRange[],
  strengths: ReadonlyMap<ScoredRange, number>,
  { widened, crossed }: Standard,
): number | undefined {
  const touched = links.filter((link) => share(link, run));
  const [inside, ...more] = touched.filter((link) => holds(run, link));
  // Two links side by side say more than one passage of both.
  if (more.length > 0 || (crossed === undefined && (!inside || touched.length > 1))) return undefined;
  for (const link of touched) {
    if (link !== inside && link.score >= sureLink) return undefined;
    if (run.strength < strengths.get(link)! + (link === inside ? widened : crossed!)) return undefined;
  }
  return inside?.score ?? run.strength / (run.strength + evenScore);
}

function share(one: AlignmentRange, other: AlignmentRange): boolean {
  return (one.aFrom < other.aTo && other.aFrom < one.aTo) || (one.bFrom < other.bTo && other.bFrom < one.bTo);
}

function holds(passage: AlignmentRange, link: AlignmentRange): boolean {
  return (
    passage.aFrom <= link.aFrom && passage.aTo >= link.aTo && passage.bFrom <= link.bFrom && passage.bTo >= link.bTo
  );
}
