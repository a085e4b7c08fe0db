/** Finds what a person said of a pair again in texts that may have changed since. */
import type { QuotedLink } from './kept-links.ts';
import type { SaidLink } from './links.ts';
import type { SegmentedDocument } from './segments.ts';
import { quoteOf } from './segments.ts';

export interface SaidAgain {
  readonly said: readonly SaidLink[];
  /** What no longer fits: its text is gone, or another correction has its place. Kept, and not used. */
  readonly orphans: number;
}

type Run = readonly [from: number, to: number];

/** Where a quote stands now: where it stood, or the nearest place with the same text. An empty one stands nowhere. */
function placeOf(document: SegmentedDocument, from: number, to: number, quote: string): Run | null {
  if (from === to) return [0, 0];
  const length = to - from;
  const last = document.segments.length - length;
  for (let away = 0; away <= Math.max(from, last - from); away++)
    for (const start of away === 0 ? [from] : [from - away, from + away])
      if (start >= 0 && start <= last && quoteOf(document, start, start + length) === quote)
        return [start, start + length];
  return null;
}

export function saidAgain(a: SegmentedDocument, b: SegmentedDocument, kept: readonly QuotedLink[]): SaidAgain {
  const taken = { a: new Uint8Array(a.segments.length), b: new Uint8Array(b.segments.length) };
  const said: SaidLink[] = [];
  for (const link of kept) {
    const inA = placeOf(a, link.aFrom, link.aTo, link.aQuote);
    const inB = placeOf(b, link.bFrom, link.bTo, link.bQuote);
    if (!inA || !inB || taken.a.subarray(...inA).includes(1) || taken.b.subarray(...inB).includes(1)) continue;
    taken.a.fill(1, ...inA);
    taken.b.fill(1, ...inB);
    said.push({ aFrom: inA[0], aTo: inA[1], bFrom: inB[0], bTo: inB[1], status: link.status });
  }
  return { said, orphans: kept.length - said.length };
}
