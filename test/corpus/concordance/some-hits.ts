/** Random hit sets over a random corpus, whatever a query could have given. */
import fc from 'fast-check';
import type { CorpusIndex } from '../../../src/corpus/index/corpus-index.ts';
import { LineOrder } from '../../../src/corpus/concordance/line-order.ts';
import { HitList } from '../../../src/corpus/query/hit-list.ts';
import type { HitSet } from '../../../src/corpus/query/query-result.ts';
import { hitEnd } from '../../../src/corpus/query/query-result.ts';

export type SomeHits = readonly (readonly [place: number, width: number])[];

/** Mostly of one width, as single words and phrases are. */
export const someHits: fc.Arbitrary<SomeHits> = fc.oneof(
  fc.array(fc.tuple(fc.nat({ max: 300 }), fc.constant(1)), { maxLength: 60 }),
  fc.array(fc.tuple(fc.nat({ max: 300 }), fc.integer({ min: 1, max: 3 })), { maxLength: 60 }),
  fc.array(fc.tuple(fc.nat({ max: 300 }), fc.integer({ min: 1, max: 20 })), { maxLength: 60 }),
);

/** The hits within the documents of `index`. */
export function hitsIn(index: CorpusIndex, some: SomeHits): HitSet {
  const list = new HitList();
  const starts = index.documentStart();
  for (const [place, width] of some) {
    if (index.tokenCount === 0) break;
    const start = place % index.tokenCount;
    const documentEnd = starts.find((first) => first > start) ?? index.tokenCount;
    list.push(start, Math.min(documentEnd, start + width));
  }
  return list.finish();
}

export function pairsOf(hits: HitSet): [start: number, end: number][] {
  return Array.from({ length: hits.total }, (_, hit) => [hits.start[hit]!, hitEnd(hits, hit)]);
}

/** The last hit in the first line, and so on. */
export function lastFirst({ total }: HitSet): LineOrder {
  const descending = (numbers: ArrayLike<number>) => Uint32Array.from(numbers, (hit) => total - hit);
  const read = (_key: number, hits: Uint32Array | null) => ({
    keys: descending(hits ?? Uint32Array.from({ length: total }, (_, hit) => hit)),
    largest: total,
  });
  return new LineOrder(total, { keys: 1, read, lazyFrom: 2 });
}
