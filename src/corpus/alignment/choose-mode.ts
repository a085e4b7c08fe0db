/** Whether a pair is a translation or two stories of one event, by how much of it is covered and in what order. */
import type { ModeChoice } from './alignment.ts';
import type { ReadPair, ScoredRange } from './learning.ts';

/** Below these a pair is no translation. */
const enough = { coverage: 0.5, monotonicity: 0.8 } as const;

/** Links less probable than this cover nothing. */
const sureLink = 0.5;

/**
 * @param path beads of the monotone path
 * @param anywhere links found in any order, sure ones only
 */
export function chooseMode(pair: ReadPair, path: readonly ScoredRange[], anywhere: readonly ScoredRange[]): ModeChoice {
  let coveredA = 0;
  let coveredB = 0;
  for (const { aFrom, aTo, bFrom, bTo, score } of path) {
    if (score < sureLink || aTo === aFrom || bTo === bFrom) continue;
    coveredA += aTo - aFrom;
    coveredB += bTo - bFrom;
  }
  const coverage = Math.max(coveredA / Math.max(1, pair.a.count), coveredB / Math.max(1, pair.b.count));
  const monotonicity = shareInOrder(anywhere);
  const parallel = coverage >= enough.coverage && monotonicity >= enough.monotonicity;
  return { mode: parallel ? 'parallel' : 'comparable', asked: false, coverage, monotonicity };
}

/** Share of the links, by probability, in the heaviest run of them that never goes back. 1 when there are none. */
function shareInOrder(links: readonly ScoredRange[]): number {
  const sorted = links.toSorted((x, y) => x.aFrom - y.aFrom || x.bFrom - y.bFrom);
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
