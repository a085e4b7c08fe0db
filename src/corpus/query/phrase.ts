/** Words side by side: the rarest drives, the others are looked up beside it. */
import type { CorpusIndex } from '../index/corpus-index.ts';
import type { HitSet } from './query-result.ts';
import { hitsOfWidth, noHits } from './query-result.ts';
import type { ResolvedTest } from './resolved.ts';
import { firstAtLeast, RegionCursor } from './regions.ts';
import type { TypeFilter } from './type-set.ts';

/**
 * A word up to so many times as frequent as the driver is found by merging the two lists of places, which reads them from end
 * to end; a more frequent one by reading the token beside each place of the driver. Words of 430,000 and 320,000
 * occurrences in 10 million tokens: 2.8 ms merged, 4.0 looked up.
 */
const mergedUpTo = 2;

/** A test, and where in the phrase it stands. */
interface Place {
  readonly test: ResolvedTest;
  readonly offset: number;
}

/**
 * Runs of tokens that pass `tests` one after another within one region. `regionStarts` bounds the regions (paragraphs or
 * documents). Time is that of the rarest test's occurrences.
 */
export function phraseHits(index: CorpusIndex, tests: readonly ResolvedTest[], regionStarts: Uint32Array): HitSet {
  const width = tests.length;
  const offsets = tests.map((test, offset): Place => ({ test, offset }));
  const byCount = offsets.filter(({ test }) => !test.everything).sort((a, b) => a.test.count - b.test.count);
  const [driver = offsets[0]!, ...others] = byCount;
  if (driver.test.count === 0) return noHits;
  if (width === 1) return hitsOfWidth(driver.test.places(), 1);

  const all = driver.test.places();
  const places = all.subarray(
    firstAtLeast(all, driver.offset, 0, all.length),
    firstAtLeast(all, index.tokenCount - width + driver.offset + 1, 0, all.length),
  );
  const starts = new Uint32Array(places.length);
  const second = others[0]?.test.count ?? Infinity;
  const merges = second <= driver.test.count * mergedUpTo ? others[0]!.test.postings() : null;
  let total: number;
  if (merges) total = mergedStarts(places, merges, driver.offset, others.shift()!.offset, starts);
  else {
    total = places.length;
    for (let i = 0; i < total; i++) starts[i] = places[i]! - driver.offset;
  }
  for (const { test, offset } of others) {
    total = keepWhere(starts, total, index.stream(), offset, test.filter());
    if (test.passes) total = keepPassing(starts, total, offset, test.passes);
  }
  total = keepWithin(starts, total, width, regionStarts);
  // A copy, so that a few hits do not keep the room for many.
  return hitsOfWidth(total * 2 < starts.length ? starts.slice(0, total) : starts.subarray(0, total), width);
}

/**
 * The starts of phrases in which a place of the one list stands `offset` tokens, and a place of the other
 * `otherOffset` tokens after the start; `starts` takes them, the answer says how many. Without a branch on what is compared:
 * which list is behind is a coin's toss, and guessing wrong costs more than all the rest.
 */
function mergedStarts(
  places: Uint32Array,
  others: Uint32Array,
  offset: number,
  otherOffset: number,
  starts: Uint32Array,
): number {
  const apart = otherOffset - offset;
  let total = 0;
  for (let i = 0, j = 0; i < places.length && j < others.length;) {
    const place = places[i]!;
    const difference = (place + apart - others[j]!) | 0;
    starts[total] = place - offset;
    // A number shifted by 31 is -1 when it is negative, else 0.
    total += 1 + ((difference | -difference) >> 31);
    i += 1 + (-difference >> 31);
    j += 1 + (difference >> 31);
  }
  return total;
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
