/** Combines hit sets: one near another, one after another, both. */
import type { CorpusIndex } from '../index/corpus-index.ts';
import { HitList } from './hit-list.ts';
import type { QueryPlace } from './pattern.ts';
import type { HitSet } from './query-result.ts';
import { hitEnd, noHits } from './query-result.ts';
import { firstAtLeast, RegionCursor } from './regions.ts';
import type { Slices } from './slices.ts';
import { inPieces } from './slices.ts';

function longest(hits: HitSet): number {
  if (hits.end === null) return hits.width;
  let most = 0;
  for (let i = 0; i < hits.total; i++) most = Math.max(most, hits.end[i]! - hits.start[i]!);
  return most;
}

/** Two sets at a time, so that none is gone through more often than it must be. */
export function unionOfHits(sets: readonly HitSet[]): HitSet {
  const complete = sets.every((set) => set.complete);
  let left = sets.filter(({ total }) => total > 0);
  if (left.length === 0) return { ...noHits, complete };
  while (left.length > 1) {
    left = left.flatMap((set, i) => (i % 2 === 1 ? [] : i + 1 < left.length ? [merged(set, left[i + 1]!)] : [set]));
  }
  return { ...left[0]!, complete };
}

function merged(a: HitSet, b: HitSet): HitSet {
  const hits = new HitList(undefined, a.total + b.total);
  for (let i = 0, j = 0; i < a.total || j < b.total;) {
    const order = i === a.total ? 1 : j === b.total ? -1 : a.start[i]! - b.start[j]! || hitEnd(a, i) - hitEnd(b, j);
    if (order <= 0) hits.push(a.start[i]!, hitEnd(a, i));
    else hits.push(b.start[j]!, hitEnd(b, j));
    if (order <= 0) i++;
    if (order >= 0) j++;
  }
  return hits.finish();
}

/** How far apart hits may stand. `blame`: the part of the query that says so. */
export interface Gap {
  readonly min: number;
  readonly max: number;
  readonly blame: QueryPlace;
}

/**
 * Runs from the start of a hit of `left` to the end of a hit of `right` that begins `min` to `max` tokens after it, both
 * in one region. The smaller side drives. `starts` bounds the regions.
 */
export function* followedBy(
  left: HitSet,
  right: HitSet,
  { min, max, blame }: Gap,
  starts: Uint32Array,
): Slices<HitSet> {
  const hits = new HitList(blame);
  const regions = new RegionCursor(starts);
  // Hits that could reach as far as the driving one; they are ordered by start, so their window only moves forwards.
  let window = 0;
  if (left.total <= right.total) {
    yield* inPieces(left.total, (fromHit, toHit) => {
      hits.foresee(fromHit / left.total);
      for (let i = fromHit; i < toHit; i++) {
        const start = left.start[i]!;
        const end = hitEnd(left, i);
        regions.seek(start);
        hits.passed(start);
        // Ends are not in order, hence the look back from the start, which is.
        window = firstAtLeast(right.start, start + 1, window, right.total);
        const from = firstAtLeast(right.start, end + min, window, right.total);
        for (let j = from; j < right.total && right.start[j]! <= end + max && right.start[j]! < regions.to; j++) {
          hits.push(start, hitEnd(right, j));
        }
      }
    });
  } else {
    const reach = longest(left) + max;
    yield* inPieces(right.total, (fromHit, toHit) => {
      hits.foresee(fromHit / right.total);
      for (let j = fromHit; j < toHit; j++) {
        const start = right.start[j]!;
        regions.seek(start);
        const earliest = Math.max(regions.from, start - reach);
        hits.passed(earliest);
        window = firstAtLeast(left.start, earliest, window, left.total);
        for (let i = window; i < left.total && left.start[i]! < start; i++) {
          const between = start - hitEnd(left, i);
          if (between >= min && between <= max) hits.push(left.start[i]!, hitEnd(right, j));
        }
      }
    });
  }
  return hits.finish(left.complete && right.complete);
}

/** Each hit made longer by `min` to `max` tokens at one side, within its region. */
export function* withGap(
  hits: HitSet,
  side: 'before' | 'after',
  { min, max, blame }: Gap,
  starts: Uint32Array,
): Slices<HitSet> {
  const longer = new HitList(blame);
  const regions = new RegionCursor(starts);
  yield* inPieces(hits.total, (fromHit, toHit) => {
    longer.foresee(fromHit / hits.total);
    for (let i = fromHit; i < toHit; i++) {
      const start = hits.start[i]!;
      const end = hitEnd(hits, i);
      regions.seek(start);
      if (side === 'after') {
        longer.passed(start);
        const last = Math.min(max, regions.to - end);
        for (let gap = min; gap <= last; gap++) longer.push(start, end + gap);
      } else {
        const last = Math.min(max, start - regions.from);
        longer.passed(start - last);
        for (let gap = last; gap >= min; gap--) longer.push(start - gap, end);
      }
    }
  });
  return longer.finish(hits.complete);
}

/** Bounds of the regions that no run may leave. */
export function scopeStarts(index: CorpusIndex, scope: Scope): Uint32Array {
  return scope === 'paragraph' ? index.paragraphStart() : index.documentStart();
}
export type Scope = 'paragraph' | 'document';
