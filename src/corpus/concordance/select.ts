/** Fewer lines of a result: a random sample, the first of each document, those of one document. */
import { longestHitList } from '../../shared/contract.ts';
import type { Hit } from '../../shared/answers.ts';
import type { DocId, TokenIndex } from '../../shared/model.ts';
import type { CorpusIndex } from '../index/corpus-index.ts';
import { identityOrder } from '../query/radix.ts';
import type { HitSet } from '../query/query-result.ts';
import { hitEnd } from '../query/query-result.ts';
import { firstAtLeast } from '../query/regions.ts';
import { eachDocument } from './documents.ts';
import { subset } from './operations.ts';
import type { LineOrder } from './line-order.ts';
import { seededRandom } from './random.ts';

/**
 * `size` hits drawn without replacement, each set of that size equally likely, in text order; all of them when there
 * are no more. The same seed draws the same hits on every machine.
 */
export function sampleHits(hits: HitSet, size: number, seed: number): HitSet {
  if (size >= hits.total) return hits;
  const below = seededRandom(seed);
  // The first steps of a Fisher–Yates shuffle.
  const numbers = identityOrder(hits.total);
  for (let i = 0; i < size; i++) {
    const other = i + below(hits.total - i);
    const number = numbers[i]!;
    numbers[i] = numbers[other]!;
    numbers[other] = number;
  }
  return subset(hits, numbers.slice(0, size).sort());
}

export function firstInDocument(index: CorpusIndex, hits: HitSet): HitSet {
  const numbers: number[] = [];
  eachDocument(index, hits, (from) => numbers.push(from));
  return subset(hits, Uint32Array.from(numbers));
}

/** Documents with at least one hit. */
export function documentsOf(index: CorpusIndex, hits: HitSet): number {
  let documents = 0;
  eachDocument(index, hits, () => documents++);
  return documents;
}

/**
 * The hits of one document in text order, with their line numbers under `order` (null: text order). `complete` is false
 * when there are more than `longestHitList`.
 */
export function hitsInDocument(
  index: CorpusIndex,
  hits: HitSet,
  order: LineOrder | null,
  doc: DocId,
): { hits: Hit[]; complete: boolean } {
  const starts = index.documentStart();
  const from = firstAtLeast(hits.start, starts[doc]!, 0, hits.total);
  const to = firstAtLeast(hits.start, starts[doc + 1]!, from, hits.total);
  const shown = Math.min(to - from, longestHitList);
  const lines = new Uint32Array(shown);
  if (order === null) for (let i = 0; i < shown; i++) lines[i] = from + i;
  else {
    const sorted = order.all();
    for (let line = 0; line < sorted.length; line++) {
      const place = sorted[line]! - from;
      if (place >= 0 && place < shown) lines[place] = line;
    }
  }
  const found: Hit[] = [];
  for (let i = 0; i < shown; i++) {
    found.push({
      start: index.charStart(hits.start[from + i]! as TokenIndex),
      end: index.charEnd((hitEnd(hits, from + i) - 1) as TokenIndex),
      n: lines[i]! + 1,
    });
  }
  return { hits: found, complete: shown === to - from };
}
