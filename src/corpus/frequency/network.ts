/** Edges of a collocation network: which of some words keep company with which, by the same windows and tables. */
import { hitsOfWidth } from '../query/query-result.ts';
import type { CorpusIndex } from '../index/corpus-index.ts';
import type { AssociationScores } from './association.ts';
import { association, expected } from './association.ts';
import type { WindowMarginals } from '../../shared/tables.ts';
import { companyOf } from './collocates.ts';
import type { UnitCounts } from './counts.ts';
import { placesOfUnits } from './counts.ts';
import type { DocumentMask } from './documents.ts';
import type { Stepwise } from './stepwise.ts';
import type { Span } from './windows.ts';

export interface NetworkEdge extends AssociationScores {
  /** Units: `collocate` was found in the windows of `node`. */
  readonly node: number;
  readonly collocate: number;
  readonly observed: number;
  readonly expected: number;
}

/**
 * Edges in both directions between all of `units` (which differ) that meet at least `minCount` times. Scores are those
 * that a list of the collocates of `node` would show.
 */
export function* networkOf(
  index: CorpusIndex,
  all: UnitCounts,
  mask: DocumentMask,
  units: readonly number[],
  span: Span,
  marginals: WindowMarginals,
  minCount: number,
): Stepwise<NetworkEdge[]> {
  const places = placesOfUnits(index, all, mask, units);
  const edges: NetworkEdge[] = [];
  for (const [at, node] of units.entries()) {
    const company = yield* companyOf(index, all, hitsOfWidth(places[at]!, 1), span);
    const r1 = company.windowCount(marginals);
    for (const collocate of units) {
      const observed = company.sides[2 * collocate]! + company.sides[2 * collocate + 1]!;
      if (collocate === node || observed < Math.max(1, minCount)) continue;
      const c1 = all.counts[collocate]!;
      const scores = association(observed, r1, c1, all.tokens);
      edges.push({ node, collocate, observed, expected: expected(r1, c1, all.tokens), ...scores });
    }
  }
  return edges;
}
