/** Where n-grams may begin, and which words stand at each place of them. */
import type { CorpusIndex } from '../index/corpus-index.ts';
import type { HitSet } from '../query/query-result.ts';
import { hitEnd } from '../query/query-result.ts';
import { sortedNumbers } from '../query/radix.ts';
import { RegionCursor } from '../query/regions.ts';
import { countUnits } from './counts.ts';
import type { DocumentMask } from './documents.ts';
import { tokenRuns } from './documents.ts';
import type { CountingUnit } from './unit.ts';
import type { Span } from './windows.ts';
import { regionStarts } from './windows.ts';

export interface GramPlaces {
  readonly size: number;
  /** First place of each document, and `size` at the end. */
  readonly documentStart: Uint32Array;
  /** How many places begin with each word, or more. */
  counts(): Uint32Array;
  /** Whether an n-gram may begin at a place, by place: −1 where it may not. Filled with the first words otherwise. */
  first(): Int32Array;
  /** The words `offset` tokens after each place. */
  word(offset: number): Int32Array;
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
    counts: () => countUnits(index, unit, mask).counts.subarray(0, unit.size),
    first: () => {
      const first = units.slice();
      let past = 0;
      const runs = tokenRuns(index, mask);
      for (let run = 0; run < runs.length; run += 2) {
        first.fill(-1, past, runs[run]);
        past = runs[run + 1]!;
      }
      first.fill(-1, past);
      const starts = regionStarts(index, within);
      for (let region = 1; region < starts.length; region++) {
        const end = starts[region]!;
        for (let token = Math.max(starts[region - 1]!, end - n + 1); token < end; token++) first[token] = -1;
      }
      return first;
    },
    word: (offset) => shifted(units, offset),
  };
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
  const counts = () => {
    const places = new Uint32Array(unit.size);
    for (const first of word(0)) if (first >= 0) places[first]!++;
    return places;
  };
  return { size: places.length, documentStart, counts, first: () => word(0), word };
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
