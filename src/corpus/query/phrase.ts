/** Words side by side: the rarest drives, the others are looked up beside it. */
import type { CorpusIndex } from '../index/corpus-index.ts';
import type { HitSet } from './query-result.ts';
import { hitsOfWidth, noHits } from './query-result.ts';
import type { ResolvedTest } from './resolved.ts';
import { RegionCursor } from './regions.ts';

/**
 * Runs of tokens that pass `tests` one after another within one region. `starts` bounds the regions (paragraphs or
 * documents). Time is that of the rarest test's occurrences.
 */
export function phraseHits(index: CorpusIndex, tests: readonly ResolvedTest[], starts: Uint32Array): HitSet {
  const width = tests.length;
  const rarest = tests.reduce((best, { count }, i) => (count < tests[best]!.count ? i : best), 0);
  const driver = tests[rarest]!;
  if (driver.count === 0) return noHits;
  const places = driver.places();
  if (width === 1) return hitsOfWidth(places, 1);

  const others = tests
    .map((test, i) => ({ test, offset: i - rarest }))
    .filter(({ test, offset }) => offset !== 0 && !test.everything)
    .sort((a, b) => a.test.count - b.test.count);
  const filters = others.map(({ test }) => test.filter());
  const offsets = others.map(({ offset }) => offset);
  const stream = index.stream();
  const hits = new Uint32Array(places.length);
  const regions = new RegionCursor(starts);
  const most = stream.length - width;
  let total = 0;
  candidates: for (let i = 0; i < places.length; i++) {
    const place = places[i]!;
    const start = place - rarest;
    if (start < 0 || start > most) continue;
    for (let other = 0; other < filters.length; other++) {
      if (!filters[other]!.has(stream[place + offsets[other]!]!)) continue candidates;
    }
    regions.seek(start);
    if (start + width <= regions.to) hits[total++] = start;
  }
  // A copy, so that a few hits do not keep the room for many.
  return hitsOfWidth(total * 2 < hits.length ? hits.slice(0, total) : hits.subarray(0, total), width);
}
