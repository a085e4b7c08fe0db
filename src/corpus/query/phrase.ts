/** Words side by side: the rarest drives, the others are looked up beside it. */
import type { CorpusIndex } from '../index/corpus-index.ts';
import type { HitSet } from './query-result.ts';
import { hitsOfWidth, noHits } from './query-result.ts';
import type { ResolvedTest } from './resolved.ts';
import { RegionCursor } from './regions.ts';
import type { TypeFilter } from './type-set.ts';

/**
 * Runs of tokens that pass `tests` one after another within one region. `regionStarts` bounds the regions (paragraphs or
 * documents). Time is that of the rarest test's occurrences.
 */
export function phraseHits(index: CorpusIndex, tests: readonly ResolvedTest[], regionStarts: Uint32Array): HitSet {
  const width = tests.length;
  const rarest = tests.reduce((best, { count }, i) => (count < tests[best]!.count ? i : best), 0);
  const driver = tests[rarest]!;
  if (driver.count === 0) return noHits;
  const places = driver.places();
  if (width === 1) return hitsOfWidth(places, 1);

  const { length } = index.stream();
  const starts = new Uint32Array(places.length);
  let total = 0;
  for (let i = 0; i < places.length; i++) {
    const start = places[i]! - rarest;
    if (start >= 0 && start + width <= length) starts[total++] = start;
  }
  const others = tests
    .map((test, offset) => ({ test, offset }))
    .filter(({ test, offset }) => offset !== rarest && !test.everything)
    .sort((a, b) => a.test.count - b.test.count);
  for (const { test, offset } of others) {
    total = keepWhere(starts, total, index.stream(), offset, test.filter());
    if (test.passes) total = keepPassing(starts, total, offset, test.passes);
  }
  total = keepWithin(starts, total, width, regionStarts);
  // A copy, so that a few hits do not keep the room for many.
  return hitsOfWidth(total * 2 < starts.length ? starts.slice(0, total) : starts.subarray(0, total), width);
}

/**
 * Keeps those of the first `count` starts whose token at `offset` passes, in place, and says how many stay. One tight loop a
 * test: asking all tests of one start after another took three times as long.
 */
function keepWhere(starts: Uint32Array, count: number, stream: Int32Array, offset: number, filter: TypeFilter): number {
  const { from, to, bits } = filter;
  let kept = 0;
  if (bits === null) {
    for (let i = 0; i < count; i++) {
      const start = starts[i]!;
      const type = stream[start + offset]!;
      if (type >= from && type < to) starts[kept++] = start;
    }
  } else {
    for (let i = 0; i < count; i++) {
      const start = starts[i]!;
      if (filter.has(stream[start + offset]!)) starts[kept++] = start;
    }
  }
  return kept;
}

function keepPassing(starts: Uint32Array, count: number, offset: number, passes: (token: number) => boolean): number {
  let kept = 0;
  for (let i = 0; i < count; i++) {
    const start = starts[i]!;
    if (passes(start + offset)) starts[kept++] = start;
  }
  return kept;
}

/** Keeps the runs of `width` tokens that stay in one region. */
function keepWithin(starts: Uint32Array, count: number, width: number, regionStarts: Uint32Array): number {
  const regions = new RegionCursor(regionStarts);
  let kept = 0;
  for (let i = 0; i < count; i++) {
    const start = starts[i]!;
    regions.seek(start);
    if (start + width <= regions.to) starts[kept++] = start;
  }
  return kept;
}
