/** Where the hits of a query lie: document by document, and how evenly. */
import { eachDocument } from '../concordance/documents.ts';
import type { CorpusIndex } from '../index/corpus-index.ts';
import type { HitSet } from '../query/query-result.ts';
import { firstAtLeast } from '../query/regions.ts';
import type { DocId } from '../../shared/model.ts';
import { perMillion } from './counts.ts';
import type { Dispersion } from './dispersion.ts';
import { arf, dispersion } from './dispersion.ts';
import type { DocumentMask } from './documents.ts';
import { partSizes } from './documents.ts';

export interface DocumentHits {
  readonly doc: DocId;
  readonly tokens: number;
  readonly count: number;
  /** 0 for a document of no tokens. */
  readonly perMillion: number;
}

export interface HitSpread extends Dispersion {
  /** Average reduced frequency; null without hits. */
  readonly arf: number | null;
  /** Documents that are counted, in their order, those without hits too. */
  readonly documents: readonly DocumentHits[];
  readonly hits: number;
  readonly tokens: number;
  readonly perMillion: number;
  /** First tokens of the hits of a document, counted from the document's first token. */
  positions(doc: DocId): Uint32Array;
}

/** `hits` lie in the documents of `mask`, which are the parts. */
export function spreadOf(index: CorpusIndex, hits: HitSet, mask: DocumentMask): HitSpread {
  const sizes = partSizes(index, mask);
  const counts = new Float64Array(index.documentCount);
  const starts = index.documentStart();
  /** Places of hits when the documents that are counted stand one behind another. */
  const places = new Float64Array(hits.total);
  let tokens = 0;
  let doc = 0;
  eachDocument(index, hits, (from, to, firstToken, _endToken, at) => {
    for (; doc < at; doc++) tokens += sizes[doc]!;
    counts[at] = to - from;
    for (let hit = from; hit < to; hit++) places[hit] = tokens + hits.start[hit]! - firstToken;
  });
  for (; doc < sizes.length; doc++) tokens += sizes[doc]!;
  const documents: DocumentHits[] = [];
  for (let at = 0; at < sizes.length; at++) {
    if (mask !== null && mask[at] === 0) continue;
    const count = counts[at]!;
    documents.push({ doc: at as DocId, tokens: sizes[at]!, count, perMillion: perMillion(count, sizes[at]!) });
  }
  return {
    ...dispersion(counts, sizes),
    arf: arf(places, tokens),
    documents,
    hits: hits.total,
    tokens,
    perMillion: perMillion(hits.total, tokens),
    positions: (of) => {
      const first = firstAtLeast(hits.start, starts[of]!, 0, hits.total);
      const end = firstAtLeast(hits.start, starts[of + 1]!, first, hits.total);
      return hits.start.slice(first, end).map((token) => token - starts[of]!);
    },
  };
}
