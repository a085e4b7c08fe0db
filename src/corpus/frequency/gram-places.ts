/** Where n-grams may begin, and which words stand at each place of them. */
import type { CorpusIndex } from '../index/corpus-index.ts';
import type { HitSet } from '../query/query-result.ts';
import { hitEnd } from '../query/query-result.ts';
import { sortedNumbers } from '../query/radix.ts';
import { RegionCursor } from '../query/regions.ts';
import { countedUnits } from './counts.ts';
import type { DocumentMask } from './documents.ts';
import { tokenRuns } from './documents.ts';
import type { Stepwise } from './stepwise.ts';
import { inSteps } from './stepwise.ts';
import type { CountingUnit } from './unit.ts';
import type { Span } from './windows.ts';
import { regionStarts } from './windows.ts';

export interface GramPlaces {
  readonly size: number;
  /** First place of each document, and `size` at the end. */
  readonly documentStart: Uint32Array;
  /** How many places begin with each word, or more. */
  counts(): Stepwise<Uint32Array>;
  /** Pairs of first place and the place after the last: where grams may begin. */
  readonly runs: Uint32Array;
  /** The words `offset` tokens after each place; of 0 the first words. Shared, and without meaning outside of `runs`. */
  word(offset: number): Int32Array;
}

/** A copy of the first words, −1 where no gram may begin. */
export function* firstWords(places: GramPlaces): Stepwise<Int32Array> {
  const { size, runs } = places;
  const words = places.word(0);
  const first = new Int32Array(size);
  yield* inSteps(size, (from, to) => {
    first.set(words.subarray(from, to), from);
  });
  let past = 0;
  for (let run = 0; run < runs.length; run += 2) {
    first.fill(-1, past, runs[run]);
    past = runs[run + 1]!;
  }
  first.fill(-1, past);
  return first;
}

/** Every token of the documents from which `n` tokens lie in one region. `units`: see `unitStream`. */
export function allPlaces(
  index: CorpusIndex,
  unit: CountingUnit,
  units: Int32Array,
  mask: DocumentMask,
  within: Span['within'],
  n: number,
): GramPlaces {
  return {
    size: units.length,
    documentStart: index.documentStart(),
    *counts() {
      return (yield* countedUnits(index, unit, mask)).counts.subarray(0, unit.size);
    },
    runs: runsOf(tokenRuns(index, mask), regionStarts(index, within), n),
    word: (offset) => shifted(units, offset),
  };
}

/** The tokens of `documents` (pairs of first and one after the last) from which `n` tokens lie in one region. */
function runsOf(documents: Uint32Array, regions: Uint32Array, n: number): Uint32Array {
  const runs = new Uint32Array(documents.length + 2 * regions.length);
  let length = 0;
  let region = 0;
  for (let document = 0; document < documents.length; document += 2) {
    const end = documents[document + 1]!;
    while (region + 1 < regions.length && regions[region + 1]! <= documents[document]!) region++;
    for (; region + 1 < regions.length && regions[region]! < end; region++) {
      // Regions lie within documents, and none is cut.
      const to = regions[region + 1]! - n + 1;
      if (to <= regions[region]!) continue;
      runs[length++] = regions[region]!;
      runs[length++] = to;
    }
  }
  return runs.slice(0, length);
}

/** `units[place + offset]`; there is none past the end, where no gram begins either. */
function shifted(units: Int32Array, offset: number): Int32Array {
  return units.subarray(Math.min(offset, units.length));
}

/** Where in a cluster the hit stands. */
export type ClusterSide = 'any' | 'first' | 'last';

/** The tokens from which `n` tokens in one region hold a whole hit, each once. */
export function placesAround(
  index: CorpusIndex,
  unit: CountingUnit,
  units: Int32Array,
  hits: HitSet,
  side: ClusterSide,
  within: Span['within'],
  n: number,
): GramPlaces {
  const places = placesOf(index, hits, side, within, n);
  const starts = index.documentStart();
  const documentStart = new Uint32Array(starts.length);
  for (let doc = 1, place = 0; doc < starts.length; doc++) {
    while (place < places.length && places[place]! < starts[doc]!) place++;
    documentStart[doc] = place;
  }
  const word = (offset: number) => {
    const words = new Int32Array(places.length);
    for (let at = 0; at < places.length; at++) words[at] = units[places[at]! + offset]!;
    return words;
  };
  const first = word(0);
  function* counts(): Stepwise<Uint32Array> {
    const counted = new Uint32Array(unit.size);
    yield* inSteps(first.length, (from, to) => {
      for (let at = from; at < to; at++) if (first[at]! >= 0) counted[first[at]!]!++;
    });
    return counted;
  }
  return { size: places.length, documentStart, counts, runs: Uint32Array.of(0, places.length), word };
}

function placesOf(index: CorpusIndex, hits: HitSet, side: ClusterSide, within: Span['within'], n: number): Uint32Array {
  const regions = new RegionCursor(regionStarts(index, within));
  const found: number[] = [];
  for (let hit = 0; hit < hits.total; hit++) {
    const start = hits.start[hit]!;
    const end = hitEnd(hits, hit);
    if (end - start > n) continue;
    regions.seek(start);
    if (end > regions.to) continue;
    const from = side === 'first' ? start : end - n;
    const to = side === 'last' ? end - n : start;
    for (let place = Math.max(regions.from, from); place <= to && place + n <= regions.to; place++) found.push(place);
  }
  const sorted = sortedNumbers(Uint32Array.from(found), index.tokenCount);
  return sorted.filter((place, at) => at === 0 || sorted[at - 1] !== place);
}
