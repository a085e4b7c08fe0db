/**
 * What can be done to a result: every operation takes hits in text order and gives hits in text order, so that they can
 * be chained, edited and replayed. None of them copies text.
 */
import type { TokenIndex } from '../../shared/model.ts';
import type { CorpusIndex } from '../index/corpus-index.ts';
import type { HitSet } from '../query/query-result.ts';
import { hitEnd } from '../query/query-result.ts';

/** The hits with these numbers (ascending, distinct, below `hits.total`). */
export function subset(hits: HitSet, numbers: ArrayLike<number>): HitSet {
  const total = numbers.length;
  const start = new Uint32Array(total);
  const end = hits.end === null ? null : new Uint32Array(total);
  for (let i = 0; i < total; i++) {
    const hit = numbers[i]!;
    start[i] = hits.start[hit]!;
    if (end) end[i] = hits.end![hit]!;
  }
  return { start, end, width: hits.width, total, complete: hits.complete };
}

function numbersWhere(total: number, keep: (hit: number) => boolean): Uint32Array {
  const kept = new Uint32Array(total);
  let count = 0;
  for (let hit = 0; hit < total; hit++) if (keep(hit)) kept[count++] = hit;
  return kept.subarray(0, count);
}

export interface Window {
  /** Tokens before the match that are looked at. */
  readonly before: number;
  /** Tokens after the match that are looked at. */
  readonly after: number;
  /** True: only inside the sentences that the match touches. False: inside the document. */
  readonly sentence: boolean;
}

/** First number in `sorted` that is `value` or more. */
function lowerBound(sorted: Uint32Array, value: number): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (sorted[middle]! < value) from = middle + 1;
    else to = middle;
  }
  return from;
}

function bounds(index: CorpusIndex, start: number, end: number, sentence: boolean): [from: number, to: number] {
  if (!sentence) {
    const doc = index.documentOf(start as TokenIndex);
    return [index.documentStart()[doc]!, index.documentStart()[doc + 1]!];
  }
  const starts = index.sentenceStart();
  return [starts[index.sentenceOf(start as TokenIndex)]!, starts[index.sentenceOf((end - 1) as TokenIndex) + 1]!];
}

/**
 * Keeps the hits that have (`keep` true) or lack (`keep` false) a whole hit of `others` in the window before or after
 * them. A hit of `others` that touches the match itself does not count: the filter asks about company.
 * Cost: one binary search a side and hit, plus the others that start in a window but end outside it.
 */
export function filterByCompany(
  index: CorpusIndex,
  hits: HitSet,
  others: HitSet,
  window: Window,
  keep: boolean,
): HitSet {
  const inside = (from: number, to: number): boolean => {
    for (let other = lowerBound(others.start, from); other < others.total && others.start[other]! < to; other++) {
      if (hitEnd(others, other) <= to) return true;
    }
    return false;
  };
  const numbers = numbersWhere(hits.total, (hit) => {
    const start = hits.start[hit]!;
    const end = hitEnd(hits, hit);
    const [from, to] = bounds(index, start, end, window.sentence);
    const company =
      inside(Math.max(from, start - window.before), start) || inside(end, Math.min(to, end + window.after));
    return company === keep;
  });
  return subset(hits, numbers);
}

/** Every `n`th hit, beginning with the first: an even spread over the corpus, without chance. */
export function thin(hits: HitSet, n: number): HitSet {
  return subset(
    hits,
    Uint32Array.from({ length: Math.ceil(hits.total / n) }, (_, i) => i * n),
  );
}

/** The hits in documents that `keep` names by number. */
export function inDocuments(index: CorpusIndex, hits: HitSet, keep: (doc: number) => boolean): HitSet {
  return subset(
    hits,
    numbersWhere(hits.total, (hit) => keep(index.documentOf(hits.start[hit]! as TokenIndex))),
  );
}

/**
 * Drops the lines that repeat an earlier one word for word (case and marks folded) from `before` tokens before the match
 * to `after` tokens after it: boilerplate and reprints. The first of each stays.
 */
export function withoutRepeatedLines(index: CorpusIndex, hits: HitSet, before: number, after: number): HitSet {
  const stream = index.stream();
  const classOf = index.lexicon.classOfType();
  const seen = new Set<string>();
  const numbers = numbersWhere(hits.total, (hit) => {
    const start = hits.start[hit]!;
    const end = hitEnd(hits, hit);
    const [from, to] = bounds(index, start, end, false);
    const words: number[] = [Math.min(before, start - from), end - start];
    const last = Math.min(to, end + after);
    for (let token = Math.max(from, start - before); token < last; token++) words.push(classOf[stream[token]!]!);
    const key = words.join();
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  return subset(hits, numbers);
}

export const setOperations = ['union', 'intersection', 'difference'] as const;
export type SetOperation = (typeof setOperations)[number];

/** Hits as sets of runs: in `a` or `b`, in both, or in `a` but not in `b`. A run is the same when both its ends are. */
export function combine(a: HitSet, b: HitSet, operation: SetOperation): HitSet {
  const start: number[] = [];
  const end: number[] = [];
  let i = 0;
  let j = 0;
  while (i < a.total || j < b.total) {
    const order = i === a.total ? 1 : j === b.total ? -1 : a.start[i]! - b.start[j]! || hitEnd(a, i) - hitEnd(b, j);
    const wanted =
      order === 0 ? operation !== 'difference' : operation === 'union' || (operation === 'difference' && order < 0);
    if (wanted) {
      start.push(order <= 0 ? a.start[i]! : b.start[j]!);
      end.push(order <= 0 ? hitEnd(a, i) : hitEnd(b, j));
    }
    if (order <= 0) i++;
    if (order >= 0) j++;
  }
  return {
    start: Uint32Array.from(start),
    end: Uint32Array.from(end),
    width: 0,
    total: start.length,
    complete: a.complete && b.complete,
  };
}
