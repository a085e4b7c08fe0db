/**
 * Sets of types as ascending, separate ranges of type ids: one folded word or one prefix is a single range, because the
 * lexicon is ordered by folded form.
 */
import type { FoldClassId, TypeId } from '../../shared/model.ts';
import type { Lexicon } from '../index/corpus-index.ts';

/** Pairs [from, to), ascending, neither touching nor overlapping. */
export type TypeRanges = readonly (readonly [from: number, to: number])[];

export function unionOf(sets: readonly TypeRanges[]): TypeRanges {
  if (sets.length === 1) return sets[0]!;
  const all = sets.flat().sort((a, b) => a[0] - b[0]);
  const joined: [number, number][] = [];
  for (const [from, to] of all) {
    const last = joined.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else if (from < to) joined.push([from, to]);
  }
  return joined;
}

export function complementOf(set: TypeRanges, size: number): TypeRanges {
  const gaps: [number, number][] = [];
  let at = 0;
  for (const [from, to] of set) {
    if (at < from) gaps.push([at, from]);
    at = to;
  }
  if (at < size) gaps.push([at, size]);
  return gaps;
}

export function intersectionOf(sets: readonly TypeRanges[], size: number): TypeRanges {
  return complementOf(unionOf(sets.map((set) => complementOf(set, size))), size);
}

export function rangesOfSorted(ids: readonly number[]): TypeRanges {
  const ranges: [number, number][] = [];
  for (const id of ids) {
    const last = ranges.at(-1);
    if (last?.[1] === id) last[1] = id + 1;
    else ranges.push([id, id + 1]);
  }
  return ranges;
}

/** Occurrences of all types of the set. Whole classes are counted at once. */
export function occurrenceCount(
  index: { readonly lexicon: Lexicon; classCount(cls: FoldClassId): number; readonly tokenCount: number },
  set: TypeRanges,
): number {
  const { lexicon } = index;
  if (isEverything(set, lexicon.size)) return index.tokenCount;
  const classOf = lexicon.classOfType();
  const classStart = lexicon.classStart();
  let count = 0;
  for (const [from, to] of set) {
    for (let type = from; type < to;) {
      const cls = classOf[type]!;
      const next = classStart[cls + 1]!;
      if (classStart[cls] === type && next <= to) {
        count += index.classCount(cls as FoldClassId);
        type = next;
      } else count += lexicon.typeCount(type++ as TypeId);
    }
  }
  return count;
}

export function isEverything(set: TypeRanges, size: number): boolean {
  return set.length === 1 && set[0]![0] === 0 && set[0]![1] === size;
}

/** Membership of a set in a few instructions, for inner loops. */
export class TypeFilter {
  /** Bounds of the whole set. */
  readonly from: number;
  readonly to: number;
  /** One bit a type from `from` on; null when the set is the one range [from, to). */
  readonly bits: Uint32Array | null;

  constructor(set: TypeRanges) {
    this.from = set[0]?.[0] ?? 0;
    this.to = set.at(-1)?.[1] ?? 0;
    this.bits = set.length > 1 ? new Uint32Array(((this.to - this.from) >>> 5) + 1) : null;
    if (!this.bits) return;
    for (const [from, to] of set) {
      for (let type = from - this.from; type < to - this.from; type++) this.bits[type >>> 5]! |= 1 << (type & 31);
    }
  }

  has(type: number): boolean {
    if (type < this.from || type >= this.to) return false;
    const { bits } = this;
    if (bits === null) return true;
    const place = type - this.from;
    return ((bits[place >>> 5]! >>> (place & 31)) & 1) === 1;
  }
}
