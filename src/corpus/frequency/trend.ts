/** Frequency of the hits of a query by groups of documents: years, months, sources, languages. */
import type { CorpusIndex } from '../index/corpus-index.ts';
import type { HitSet } from '../query/query-result.ts';
import { eachDocument } from '../concordance/documents.ts';
import type { Interval, Resampling } from './bootstrap.ts';
import { rateInterval } from './bootstrap.ts';
import { perMillion } from './counts.ts';
import type { DocumentMask } from './documents.ts';
import { partSizes } from './documents.ts';
import type { Stepwise } from './stepwise.ts';

export interface TrendPoint {
  /** What the documents of the group share; null: they lack it. */
  readonly group: string | null;
  /** Documents of the group, and those with hits. */
  readonly documents: number;
  readonly documentsWithHits: number;
  readonly tokens: number;
  readonly count: number;
  readonly perMillion: number;
  /** Of `perMillion`, over documents; null for fewer than two documents with tokens, or when none was asked for. */
  readonly interval: Interval | null;
}

/**
 * A point a group, in the order of their names (code units, so that 2024-09 is before 2024-10), documents that lack the
 * field last. `groupOf` is asked once for each document that is counted. `resampling` null: no intervals.
 */
export function* trendOf(
  index: CorpusIndex,
  hits: HitSet,
  mask: DocumentMask,
  groupOf: (doc: number) => string | undefined,
  resampling: Resampling | null,
): Stepwise<TrendPoint[]> {
  const sizes = partSizes(index, mask);
  const counts = new Float64Array(index.documentCount);
  eachDocument(index, hits, (from, to, _first, _end, doc) => (counts[doc] = to - from));
  const groups = new Map<string | null, number[]>();
  for (let doc = 0; doc < sizes.length; doc++) {
    if (mask !== null && mask[doc] === 0) continue;
    const group = groupOf(doc) ?? null;
    const members = groups.get(group);
    if (members) members.push(doc);
    else groups.set(group, [doc]);
  }
  const points: TrendPoint[] = [];
  for (const group of [...groups.keys()].sort(byName)) {
    const members = groups.get(group)!;
    const tokens = members.reduce((sum, doc) => sum + sizes[doc]!, 0);
    const count = members.reduce((sum, doc) => sum + counts[doc]!, 0);
    points.push({
      group,
      documents: members.length,
      documentsWithHits: members.filter((doc) => counts[doc]! > 0).length,
      tokens,
      count,
      perMillion: perMillion(count, tokens),
      interval: resampling && perMillionInterval(members, counts, sizes, resampling),
    });
    yield { done: points.length, total: groups.size };
  }
  return points;
}

function perMillionInterval(
  members: readonly number[],
  counts: Float64Array,
  sizes: Float64Array,
  resampling: Resampling,
): Interval | null {
  const pick = (of: Float64Array) => Float64Array.from(members, (doc) => of[doc]!);
  const interval = rateInterval(pick(counts), pick(sizes), resampling);
  return interval && { low: interval.low * 1e6, high: interval.high * 1e6 };
}

function byName(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return a < b ? -1 : a > b ? 1 : 0;
}
