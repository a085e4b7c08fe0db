/** Which matches are the same words, and which come first in a dictionary. */
import type { CorpusIndex } from '../index/corpus-index.ts';
import type { HitSet } from '../query/query-result.ts';
import { hitEnd } from '../query/query-result.ts';
import { identityOrder, orderedBy } from '../query/radix.ts';

/** A number a hit; at most `largest`. */
export interface HitKeys {
  readonly keys: Uint32Array;
  readonly largest: number;
}

/** Up to this many words, one radix pass a word beats comparing pairs of matches. */
const widestRadix = 16;

/**
 * Ranks the hits by their words: word by word in the order of `rank` (one number a type), the shorter first when it begins
 * the longer. Equal words have equal ranks.
 */
export function matchRanks(index: CorpusIndex, hits: HitSet, rank: Uint32Array): HitKeys {
  const stream = index.stream();
  const { start, total } = hits;
  const keys = new Uint32Array(total);
  let width = 0;
  for (let hit = 0; hit < total; hit++) width = Math.max(width, hitEnd(hits, hit) - start[hit]!);
  if (width <= 1) {
    for (let hit = 0; hit < total; hit++) keys[hit] = rank[stream[start[hit]!]!]!;
    return { keys, largest: rank.length };
  }

  const compare = (a: number, b: number): number => {
    const length = Math.min(hitEnd(hits, a) - start[a]!, hitEnd(hits, b) - start[b]!);
    for (let word = 0; word < length; word++) {
      const difference = rank[stream[start[a]! + word]!]! - rank[stream[start[b]! + word]!]!;
      if (difference !== 0) return difference;
    }
    return hitEnd(hits, a) - start[a]! - (hitEnd(hits, b) - start[b]!);
  };
  let order = identityOrder(total);
  if (width > widestRadix) order.sort(compare);
  else {
    for (let word = width - 1; word >= 0; word--) {
      for (let hit = 0; hit < total; hit++) {
        const token = start[hit]! + word;
        keys[hit] = token < hitEnd(hits, hit) ? rank[stream[token]!]! + 1 : 0;
      }
      order = orderedBy(keys, rank.length, order);
    }
  }
  let place = 0;
  for (let i = 0; i < total; i++) {
    if (i > 0 && compare(order[i - 1]!, order[i]!) !== 0) place++;
    keys[order[i]!] = place;
  }
  return { keys, largest: place };
}

/** For each hit, how many hits have the same words; the most frequent get the smallest number. */
export function frequencyKeys(ranks: HitKeys): HitKeys {
  const counts = new Uint32Array(ranks.largest + 1);
  for (const rank of ranks.keys) counts[rank]!++;
  const largest = counts.reduce((a, b) => Math.max(a, b), 0);
  return { keys: ranks.keys.map((rank) => largest - counts[rank]!), largest };
}
