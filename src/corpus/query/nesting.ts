/** Keeps the hits that lie in something, or in which something lies. */
import type { DocId, TokenIndex } from '../../shared/model.ts';
import type { CorpusIndex } from '../index/corpus-index.ts';
import { HitList } from './hit-list.ts';
import type { HitSet } from './query-result.ts';
import { hitEnd } from './query-result.ts';
import { firstAtLeast } from './regions.ts';

/** The earliest end of the hits from each one on, and past all others at the end. */
function earliestEnds(hits: HitSet): Uint32Array {
  const earliest = new Uint32Array(hits.total + 1).fill(0xffffffff);
  for (let i = hits.total - 1; i >= 0; i--) earliest[i] = Math.min(earliest[i + 1]!, hitEnd(hits, i));
  return earliest;
}

function containing(outer: HitSet, inner: HitSet, margin: 0 | 1): HitSet {
  const hits = new HitList(undefined, outer.total);
  const earliest = earliestEnds(inner);
  let window = 0;
  for (let i = 0; i < outer.total; i++) {
    const end = hitEnd(outer, i);
    window = firstAtLeast(inner.start, outer.start[i]! + margin, window, inner.total);
    if (earliest[window]! + margin <= end) hits.push(outer.start[i]!, end);
  }
  return hits.finish(outer.complete && inner.complete);
}

/** The hits of `outer` in which a hit of `inner` lies, which may be as long. */
export function around(outer: HitSet, inner: HitSet): HitSet {
  return containing(outer, inner, 0);
}

/** The hits of `outer` inside which a hit of `inner` begins later and ends earlier. */
export function strictlyAround(outer: HitSet, inner: HitSet): HitSet {
  return containing(outer, inner, 1);
}

/** The hits of `inner` that lie in a hit of `outer`, which may be as long. */
export function inside(inner: HitSet, outer: HitSet): HitSet {
  const hits = new HitList(undefined, inner.total);
  // The latest end among the outer hits that begin no later.
  let latest = 0;
  let next = 0;
  for (let i = 0; i < inner.total; i++) {
    const start = inner.start[i]!;
    for (; next < outer.total && outer.start[next]! <= start; next++) latest = Math.max(latest, hitEnd(outer, next));
    if (hitEnd(inner, i) <= latest) hits.push(start, hitEnd(inner, i));
  }
  return hits.finish(inner.complete && outer.complete);
}

export function inDocuments(index: CorpusIndex, hits: HitSet, passes: (doc: DocId) => boolean): HitSet {
  const kept = new HitList(undefined, hits.total);
  const starts = index.documentStart();
  for (let from = 0; from < hits.total;) {
    const doc = index.documentOf(hits.start[from]! as TokenIndex);
    const to = firstAtLeast(hits.start, starts[doc + 1]!, from, hits.total);
    if (passes(doc)) for (let i = from; i < to; i++) kept.push(hits.start[i]!, hitEnd(hits, i));
    from = to;
  }
  return kept.finish(hits.complete);
}
