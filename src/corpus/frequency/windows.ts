/**
 * The tokens round the hits of a query.
 *
 * Hits that overlap or touch are one node; node tokens are nobody's company. A token that lies in the windows of two
 * nodes is counted once, for the nearer one (for the earlier one when both are as near). So the tokens before, the
 * tokens after and the places of a position profile add up to the same total.
 */
import type { CorpusIndex } from '../index/corpus-index.ts';
import type { HitSet } from '../query/query-result.ts';
import { hitEnd } from '../query/query-result.ts';
import { RegionCursor } from '../query/regions.ts';
import type { Stepwise } from './stepwise.ts';

export interface Span {
  /** Tokens before the node. */
  readonly before: number;
  /** Tokens after the node. */
  readonly after: number;
  /** Windows never reach over its ends. */
  readonly within: 'document' | 'paragraph' | 'sentence';
}

/** Hits between two steps: some milliseconds. */
const hitsAStep = 1 << 15;

export function regionStarts(index: CorpusIndex, within: Span['within']): Uint32Array {
  if (within === 'sentence') return index.sentenceStart();
  return within === 'paragraph' ? index.paragraphStart() : index.documentStart();
}

/** `to` > `from`. `node`: the first token after the node for tokens after it, its first token for tokens before it. */
export type WindowVisitor = (from: number, to: number, node: number) => void;

/** Visits the stretches after and before nodes, each token once, in text order. */
export function* eachWindow(
  index: CorpusIndex,
  hits: HitSet,
  span: Span,
  after: WindowVisitor,
  before: WindowVisitor,
): Stepwise<void> {
  const regions = new RegionCursor(regionStarts(index, span.within));
  /** End of the last node, and of the region that it ends in. */
  let nodeEnd = 0;
  let regionEnd = 0;
  for (let hit = 0; hit < hits.total;) {
    const start = hits.start[hit]!;
    let end = hitEnd(hits, hit);
    for (hit++; hit < hits.total && hits.start[hit]! <= end; hit++) end = Math.max(end, hitEnd(hits, hit));
    regions.seek(start);
    const earliest = Math.max(nodeEnd, regions.from, start - span.before);
    const latest = Math.min(start, regionEnd, nodeEnd + span.after);
    // Tokens up to `middle` are at least as near to the earlier node.
    const middle = Math.min(Math.max((nodeEnd + start + 1) >>> 1, earliest), latest);
    const split = latest > earliest ? middle : latest;
    if (split > nodeEnd && regionEnd > 0) after(nodeEnd, split, nodeEnd);
    const from = latest > earliest ? middle : earliest;
    if (from < start) before(from, start, start);
    nodeEnd = end;
    if (end > regions.to) regions.seek(end - 1);
    regionEnd = regions.to;
    if (hit % hitsAStep === 0) yield { done: hit, total: hits.total };
  }
  const latest = Math.min(regionEnd, nodeEnd + span.after);
  if (latest > nodeEnd) after(nodeEnd, latest, nodeEnd);
}
