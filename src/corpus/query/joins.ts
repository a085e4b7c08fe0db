/** Combines hit sets: one near another, one after another, both. */
import type { CorpusIndex } from '../index/corpus-index.ts';
import { HitList } from './hit-list.ts';
import type { HitSet } from './query-result.ts';
import { hitEnd } from './query-result.ts';
import { firstAtLeast, RegionCursor } from './regions.ts';

function longest(hits: HitSet): number {
  if (hits.end === null) return hits.width;
  let most = 0;
  for (let i = 0; i < hits.total; i++) most = Math.max(most, hits.end[i]! - hits.start[i]!);
  return most;
}

export function unionOfHits(sets: readonly HitSet[]): HitSet {
  const found = sets.filter(({ total }) => total > 0);
  if (found.length === 1) return found[0]!;
  const hits = new HitList();
  for (const set of found) for (let i = 0; i < set.total && !hits.full; i++) hits.push(set.start[i]!, hitEnd(set, i));
  return hits.finish(sets.every(({ complete }) => complete));
}

/**
 * Runs from the start of a hit of `left` to the end of a hit of `right` that begins `min` to `max` tokens after it, both
 * in one region. The smaller side drives. `starts` bounds the regions.
 */
export function followedBy(
  left: HitSet,
  right: HitSet,
  [min, max]: readonly [number, number],
  starts: Uint32Array,
): HitSet {
  const hits = new HitList();
  const regions = new RegionCursor(starts);
  // Hits that could reach as far as the driving one; they are ordered by start, so their window only moves forwards.
  let window = 0;
  if (left.total <= right.total) {
    for (let i = 0; i < left.total && !hits.full; i++) {
      const start = left.start[i]!;
      const end = hitEnd(left, i);
      regions.seek(start);
      // Ends are not in order, hence the look back from the start, which is.
      window = firstAtLeast(right.start, start + 1, window, right.total);
      const from = firstAtLeast(right.start, end + min, window, right.total);
      for (let j = from; j < right.total && right.start[j]! <= end + max && right.start[j]! < regions.to; j++) {
        hits.push(start, hitEnd(right, j));
      }
    }
  } else {
    const reach = longest(left) + max;
    for (let j = 0; j < right.total && !hits.full; j++) {
      const start = right.start[j]!;
      regions.seek(start);
      window = firstAtLeast(left.start, Math.max(regions.from, start - reach), window, left.total);
      for (let i = window; i < left.total && left.start[i]! < start; i++) {
        const between = start - hitEnd(left, i);
        if (between >= min && between <= max) hits.push(left.start[i]!, hitEnd(right, j));
      }
    }
  }
  return hits.finish(left.complete && right.complete);
}

/** Each hit made longer by `min` to `max` tokens at one side, within its region. */
export function withGap(
  hits: HitSet,
  side: 'before' | 'after',
  [min, max]: readonly [number, number],
  starts: Uint32Array,
): HitSet {
  const longer = new HitList();
  const regions = new RegionCursor(starts);
  for (let i = 0; i < hits.total && !longer.full; i++) {
    const start = hits.start[i]!;
    const end = hitEnd(hits, i);
    regions.seek(start);
    for (let gap = min; gap <= max; gap++) {
      if (side === 'before' && start - gap >= regions.from) longer.push(start - gap, end);
      if (side === 'after' && end + gap <= regions.to) longer.push(start, end + gap);
    }
  }
  return longer.finish(hits.complete);
}

/** Bounds of the regions that no run may leave. */
export function scopeStarts(index: CorpusIndex, scope: Scope): Uint32Array {
  return scope === 'paragraph' ? index.paragraphStart() : index.documentStart();
}
export type Scope = 'paragraph' | 'document';
