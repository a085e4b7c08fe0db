/** Hits by document: text order keeps those of one document together. */
import type { DocId, TokenIndex } from '../../shared/model.ts';
import type { CorpusIndex } from '../index/corpus-index.ts';
import type { HitSet } from '../query/query-result.ts';
import { firstAtLeast } from '../query/regions.ts';

/** Hits `from <= hit < to` lie in `doc`, whose tokens are `firstToken <= token < endToken`. */
export type DocumentVisitor = (from: number, to: number, firstToken: number, endToken: number, doc: DocId) => void;

/** Visits each document that has hits, in text order. */
export function eachDocument(index: CorpusIndex, hits: HitSet, visit: DocumentVisitor): void {
  const starts = index.documentStart();
  for (let from = 0; from < hits.total;) {
    const doc = index.documentOf(hits.start[from]! as TokenIndex);
    const endToken = starts[doc + 1]!;
    const to = firstAtLeast(hits.start, endToken, from, hits.total);
    visit(from, to, starts[doc]!, endToken, doc);
    from = to;
  }
}
