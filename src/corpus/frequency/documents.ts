/** Which documents are counted, and the runs of tokens that they are. */
import type { CorpusIndex } from '../index/corpus-index.ts';

/** 1 for each document that is counted, 0 for the others; null: all are. Length = documents of the index. */
export type DocumentMask = Uint8Array | null;

export function maskOf(index: CorpusIndex, means: ((doc: number) => boolean) | undefined): DocumentMask {
  return means ? Uint8Array.from({ length: index.documentCount }, (_, doc) => (means(doc) ? 1 : 0)) : null;
}

/** All but those of `mask`. */
export function othersThan(index: CorpusIndex, mask: DocumentMask): Uint8Array {
  return mask ? mask.map((one) => 1 - one) : new Uint8Array(index.documentCount);
}

/** Both masks' documents: near-duplicates once, say, among those of a `where`. */
export function bothOf(a: DocumentMask, b: DocumentMask): DocumentMask {
  if (a === null || b === null) return a ?? b;
  return a.map((one, doc) => one & b[doc]!);
}

/** Pairs of first token and the token after the last: neighbouring documents that are counted make one run. */
export function tokenRuns(index: CorpusIndex, mask: DocumentMask): Uint32Array {
  if (mask === null) return index.tokenCount === 0 ? new Uint32Array(0) : Uint32Array.of(0, index.tokenCount);
  const starts = index.documentStart();
  const runs: number[] = [];
  for (let doc = 0; doc < mask.length; doc++) {
    const from = starts[doc]!;
    const to = starts[doc + 1]!;
    if (mask[doc] === 0 || from === to) continue;
    if (runs.at(-1) === from) runs[runs.length - 1] = to;
    else runs.push(from, to);
  }
  return Uint32Array.from(runs);
}

export function tokensIn(index: CorpusIndex, mask: DocumentMask): number {
  if (mask === null) return index.tokenCount;
  const starts = index.documentStart();
  let tokens = 0;
  for (let doc = 0; doc < mask.length; doc++) if (mask[doc] === 1) tokens += starts[doc + 1]! - starts[doc]!;
  return tokens;
}

/** Tokens of each document that is counted, 0 for the others: sizes of the parts over which things are spread. */
export function partSizes(index: CorpusIndex, mask: DocumentMask): Float64Array {
  const starts = index.documentStart();
  const sizes = new Float64Array(index.documentCount);
  for (let doc = 0; doc < sizes.length; doc++) if (mask?.[doc] !== 0) sizes[doc] = starts[doc + 1]! - starts[doc]!;
  return sizes;
}
