/**
 * Puts concordance lines in the order that was asked, on integers alone: every key becomes one number a hit, and a stable
 * radix sort runs from the last key to the first, so that ties stay in text order.
 */
import type { SortKey } from '../../shared/contract.ts';
import type { CorpusIndex } from '../index/corpus-index.ts';
import type { HitSet } from '../query/query-result.ts';
import { identityOrder, orderedBy } from '../query/radix.ts';
import { eachDocument } from './documents.ts';
import type { HitKeys } from './match-rank.ts';
import { frequencyKeys, matchRanks } from './match-rank.ts';

export interface SortOptions {
  /** Of the query: true when case, or marks, count. */
  readonly case: boolean;
  readonly marks: boolean;
  /** Place of each document's path among all paths. Length `documentCount`. */
  readonly pathRank: Uint32Array;
}

/**
 * The numbers of the hits in sorted order. Keys:
 * - `B1`…`B5`, `A1`…`A5`: the nth word before or after, by collation; a word beyond the document's edge comes first.
 * - `M`: the match word by word, by collation, the shorter first.
 * - `freq`: matches whose words are frequent among these hits come first.
 * - `doc`: the document's path. `pos`: text order.
 * - a leading `-` reverses the key, never the ties.
 *
 * Words compare as the query did: equal when they differ only in case or marks, unless one of the two counts.
 */
export function sortHits(
  index: CorpusIndex,
  hits: HitSet,
  keys: readonly SortKey[],
  options: SortOptions,
): Uint32Array {
  let order = identityOrder(hits.total);
  for (const key of [...keys].reverse()) {
    const reversed = key.startsWith('-');
    const { keys: values, largest } = keysOf(index, hits, reversed ? key.slice(1) : key, options);
    if (reversed) for (let hit = 0; hit < values.length; hit++) values[hit] = largest - values[hit]!;
    order = orderedBy(values, largest, order);
  }
  return order;
}

function keysOf(index: CorpusIndex, hits: HitSet, key: string, options: SortOptions): HitKeys {
  if (key === 'pos') return { keys: identityOrder(hits.total), largest: hits.total };
  if (key === 'doc') return documentKeys(index, hits, options.pathRank);
  const rank = index.collationRank(options.case || options.marks ? 'form' : 'fold');
  if (key === 'M') return matchRanks(index, hits, rank);
  if (key === 'freq') return frequencyKeys(matchRanks(index, hits, rank));
  const distance = Number(key.slice(1));
  return contextKeys(index, hits, rank, key.startsWith('B') ? -distance : distance);
}

function documentKeys(index: CorpusIndex, hits: HitSet, pathRank: Uint32Array): HitKeys {
  const keys = new Uint32Array(hits.total);
  eachDocument(index, hits, (from, to, _firstToken, _endToken, doc) => keys.fill(pathRank[doc]!, from, to));
  return { keys, largest: index.documentCount };
}

/** Ranks of the word `distance` after the match, or before it when negative; 0 where the document has none. */
function contextKeys(index: CorpusIndex, hits: HitSet, rank: Uint32Array, distance: number): HitKeys {
  const stream = index.stream();
  const keys = new Uint32Array(hits.total);
  const { start, end, width } = hits;
  eachDocument(index, hits, (from, to, firstToken, endToken) => {
    for (let hit = from; hit < to; hit++) {
      const anchor = distance < 0 ? start[hit]! : (end === null ? start[hit]! + width : end[hit]!) - 1;
      const token = anchor + distance;
      if (token >= firstToken && token < endToken) keys[hit] = rank[stream[token]!]! + 1;
    }
  });
  return { keys, largest: rank.length };
}
