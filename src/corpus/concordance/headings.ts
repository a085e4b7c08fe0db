/** What stands over the lines of a sorted concordance: each run of lines that share their first sort key. */
import type { DocId, TokenIndex, TypeId } from '../../shared/model.ts';
import type { SortKey } from '../../shared/terms.ts';
import type { CorpusIndex } from '../index/corpus-index.ts';
import { languageRank } from '../index/language-collation.ts';
import type { HitSet } from '../query/query-result.ts';
import { hitEnd } from '../query/query-result.ts';
import type { LineOrder } from './line-order.ts';

export interface Heading {
  /** As it is written in the first of the lines; null when they have no such word or value. */
  readonly written: string | null;
  /** 0-based place of the first line. */
  readonly from: number;
  readonly lines: number;
}

export interface HeadingOptions {
  readonly folding: 'fold' | 'form';
  readonly pathOf: (doc: DocId) => string;
  readonly valueOf: (doc: DocId, field: string) => string | null;
  /** Of a hit by its number. */
  readonly verdictOf: (hit: number) => string | null;
}

/** The headings of all lines. `key` is the first sort key; null in text order, where nothing is headed. */
export function headingsOf(
  index: CorpusIndex,
  hits: HitSet,
  order: LineOrder | null,
  key: SortKey | undefined,
  options: HeadingOptions,
): Heading[] {
  const share = key === undefined ? null : sharedBy(index, hits, key.replace(/^-/, ''), options);
  if (!share || !order) return [];
  const sorted = order.all();
  const headings: Heading[] = [];
  let from = 0;
  for (let place = 1; place <= sorted.length; place++) {
    if (place < sorted.length && share.same(sorted[from]!, sorted[place]!)) continue;
    headings.push({ written: share.written(sorted[from]!), from, lines: place - from });
    from = place;
  }
  return headings;
}

interface Shared {
  readonly same: (a: number, b: number) => boolean;
  readonly written: (hit: number) => string | null;
}

function sharedBy(index: CorpusIndex, hits: HitSet, key: string, options: HeadingOptions): Shared | null {
  const docOf = (hit: number) => index.documentOf(hits.start[hit]! as TokenIndex);
  if (key === 'pos') return null;
  if (key === 'doc') return { same: (a, b) => docOf(a) === docOf(b), written: (hit) => options.pathOf(docOf(hit)) };
  if (key === 'verdict') {
    const { verdictOf } = options;
    return { same: (a, b) => verdictOf(a) === verdictOf(b), written: verdictOf };
  }
  if (key.startsWith('field:')) {
    const field = key.slice('field:'.length);
    const value = (hit: number) => options.valueOf(docOf(hit), field);
    return { same: (a, b) => docOf(a) === docOf(b) || value(a) === value(b), written: value };
  }
  return key === 'M' || key === 'freq'
    ? sharedMatch(index, hits, options)
    : sharedWord(index, hits, key, options, docOf);
}

function sharedMatch(index: CorpusIndex, hits: HitSet, { folding }: HeadingOptions): Shared {
  const stream = index.stream();
  const rank = index.collationRank(folding);
  return {
    same: (a, b) => {
      const length = hitEnd(hits, a) - hits.start[a]!;
      if (hitEnd(hits, b) - hits.start[b]! !== length) return false;
      for (let word = 0; word < length; word++)
        if (rank[stream[hits.start[a]! + word]!] !== rank[stream[hits.start[b]! + word]!]) return false;
      return true;
    },
    written: (hit) =>
      Array.from(stream.subarray(hits.start[hit], hitEnd(hits, hit)), (type) =>
        index.lexicon.form(type as TypeId),
      ).join(' '),
  };
}

/** Lines in the order of their own language are told apart as they were sorted. */
function sharedWord(
  index: CorpusIndex,
  hits: HitSet,
  key: string,
  { folding }: HeadingOptions,
  docOf: (hit: number) => DocId,
): Shared {
  const stream = index.stream();
  const documents = index.documentStart();
  const distance = Number(key.slice(1));
  const typeAt = (hit: number): number => {
    const doc = docOf(hit);
    const token = key.startsWith('B') ? hits.start[hit]! - distance : hitEnd(hits, hit) + distance - 1;
    return token < documents[doc]! || token >= documents[doc + 1]! ? -1 : stream[token]!;
  };
  const rankOf = (hit: number): number => {
    const type = typeAt(hit);
    return type === -1 ? -1 : languageRank(index, folding, index.language(docOf(hit)))[type]!;
  };
  return {
    same: (a, b) => rankOf(a) === rankOf(b),
    written: (hit) => {
      const type = typeAt(hit);
      return type === -1 ? null : index.lexicon.form(type as TypeId);
    },
  };
}
