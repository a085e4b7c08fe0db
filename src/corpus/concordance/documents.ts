/** Hits by document: text order keeps those of one document together. */
import type { DocId } from '../../shared/model.ts';
import type { CorpusIndex } from '../index/corpus-index.ts';
import type { HitSet } from '../query/query-result.ts';
import { firstAtLeast, RegionCursor } from '../query/regions.ts';

/** Hits `from <= hit < to` lie in `doc`, whose tokens are `firstToken <= token < endToken`. */
export type DocumentVisitor = (from: number, to: number, firstToken: number, endToken: number, doc: DocId) => void;

/** Visits each document that has hits, in text order. */
export function eachDocument(index: CorpusIndex, hits: HitSet, visit: DocumentVisitor): void {
  const documents = new RegionCursor(index.documentStart());
  for (let from = 0; from < hits.total;) {
    documents.seek(hits.start[from]!);
    const to = firstAtLeast(hits.start, documents.to, from, hits.total);
    visit(from, to, documents.from, documents.to, documents.region as DocId);
    from = to;
  }
}
