/** The places of a set of types in the token stream, ascending. */
import type { FoldClassId } from '../../shared/model.ts';
import type { CorpusIndex } from '../index/corpus-index.ts';
import { identityOrder, sortedNumbers } from './radix.ts';
import type { TypeRanges } from './type-set.ts';
import { isEverything, TypeFilter } from './type-set.ts';

/**
 * From this share of the stream on, one walk over the stream is quicker than collecting and sorting postings: a step of
 * the walk costs about 1 ns, sorting one place about 8.
 */
const walkShare = 1 / 8;

/** Shared with the index when the set is exactly one folded word: never write to it. `count` is its length. */
export function occurrences(index: CorpusIndex, set: TypeRanges, count: number): Uint32Array {
  if (count === 0) return new Uint32Array(0);
  if (isEverything(set, index.lexicon.size)) return identityOrder(count);
  if (count > index.tokenCount * walkShare && !isOneClass(index, set)) return walked(index, set, count);
  return collected(index, set, count);
}

function isOneClass(index: CorpusIndex, set: TypeRanges): boolean {
  const classOf = index.lexicon.classOfType();
  return classOf[set[0]![0]] === classOf[set.at(-1)![1] - 1];
}

function walked(index: CorpusIndex, set: TypeRanges, count: number): Uint32Array {
  const stream = index.stream();
  const filter = new TypeFilter(set);
  const places = new Uint32Array(count);
  let length = 0;
  for (let token = 0; token < stream.length; token++) if (filter.has(stream[token]!)) places[length++] = token;
  return places;
}

/** Copies the postings of every class that the set touches, without the places of types outside the set. */
function collected(index: CorpusIndex, set: TypeRanges, count: number): Uint32Array {
  const classOf = index.lexicon.classOfType();
  const classStart = index.lexicon.classStart();
  const places = new Uint32Array(count);
  let length = 0;
  let classes = 0;
  for (let range = 0; range < set.length; range++) {
    const [from, to] = set[range]!;
    const last = classOf[to - 1]!;
    for (let cls = classOf[from]!; cls <= last; cls++) {
      const postings = index.postings(cls as FoldClassId);
      const whole = classStart[cls]! >= from && classStart[cls + 1]! <= to;
      if (whole && postings.length === count) return postings;
      if (whole) places.set(postings, length);
      const added = whole ? postings.length : keep(index, postings, from, to, places, length);
      length += added;
      if (added > 0) classes++;
    }
  }
  return classes === 1 && set.length === 1 ? places : sortedNumbers(places, index.tokenCount);
}

/** Appends the places whose type lies in [from, to) and says how many they were. */
function keep(
  index: CorpusIndex,
  postings: Uint32Array,
  from: number,
  to: number,
  places: Uint32Array,
  length: number,
): number {
  const stream = index.stream();
  const before = length;
  for (let i = 0; i < postings.length; i++) {
    const token = postings[i]!;
    const type = stream[token]!;
    if (type >= from && type < to) places[length++] = token;
  }
  return length - before;
}
