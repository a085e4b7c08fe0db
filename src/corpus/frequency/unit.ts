/**
 * What counts as one word: a counting unit takes types together that the user wants counted as one (surface, case folded,
 * case and marks folded, stem) and leaves out what should not be listed (stop words, numbers).
 *
 * What is left out is left out of lists only. The size of a corpus, by which everything is measured, stays the number of
 * its tokens, whatever is listed.
 */
import type { FoldClassId, TypeId } from '../../shared/model.ts';
import type { Lexicon } from '../index/corpus-index.ts';
import { typeString } from '../query/lexicon-strings.ts';
import type { LexiconKey } from '../query/pattern.ts';
import { identityOrder } from '../query/radix.ts';
import { fold, foldCase, foldMarks } from '../text/fold.ts';

/** Stems of another room, by type. */
export interface StemClasses {
  /** Stem of each type, below `size`. Length = types. */
  readonly ofType: Uint32Array;
  readonly size: number;
  /** The stem as text, the same in every corpus: by it two corpora are compared. */
  stem(number: number): string;
}

export interface UnitChoice {
  /** Which types are one: `fold` = case and marks folded, `form` = only equal surface forms. */
  readonly by: LexiconKey | 'stem';
  /** Needed when `by` is `stem`. */
  readonly stems?: StemClasses;
  /** Words to leave out, in any form: each is folded as the units are (for stems: case and marks). */
  readonly stop?: Iterable<string>;
  /** False leaves numbers out. Default true. */
  readonly numbers?: boolean;
}

/** Numbered 0 to `size` − 1 in the order of the lexicon, that is of the folded form. */
export interface CountingUnit {
  readonly size: number;
  /** Unit of each type; `size` for a type that is left out, so that counters with one more place need no test for it. */
  readonly ofType: Uint32Array;
  /** What types of the unit have in common, as text: by it the units of two corpora are compared. */
  key(unit: number): string;
  /** The form of the unit that is most frequent in the whole corpus; of equals, the first of the lexicon. */
  label(unit: number): string;
  /** Type of that form. */
  labelType(unit: number): TypeId;
}

export function countingUnit(lexicon: Lexicon, choice: UnitChoice): CountingUnit {
  const groups = groupsOf(lexicon, choice);
  const left = leftOut(lexicon, choice);
  if (left === null) return unitOver(lexicon, groups);
  const ofType = new Uint32Array(lexicon.size);
  const groupOf: number[] = [];
  const unitOf = new Int32Array(groups.size).fill(-1);
  for (let type = 0; type < lexicon.size; type++) {
    const group = groups.ofType[type]!;
    if (left[type] === 1 || unitOf[group] !== -1) continue;
    unitOf[group] = groupOf.length;
    groupOf.push(group);
  }
  for (let type = 0; type < lexicon.size; type++) {
    ofType[type] = left[type] === 1 ? groupOf.length : unitOf[groups.ofType[type]!]!;
  }
  return unitOver(lexicon, { ofType, size: groupOf.length, key: (unit) => groups.key(groupOf[unit]!) });
}

interface TypeGroups {
  readonly ofType: Uint32Array;
  readonly size: number;
  key(group: number): string;
}

function groupsOf(lexicon: Lexicon, { by, stems }: UnitChoice): TypeGroups {
  switch (by) {
    case 'fold':
      return {
        ofType: lexicon.classOfType(),
        size: lexicon.classes,
        key: (group) => lexicon.foldOf(group as FoldClassId),
      };
    case 'form':
      return { ofType: identityOrder(lexicon.size), size: lexicon.size, key: (type) => lexicon.form(type as TypeId) };
    case 'caseFold':
    case 'marksFold':
      return withinClasses(lexicon, by);
    case 'stem':
      if (!stems) throw new TypeError('counting by stems needs the stems of the types');
      return { ...stems, key: (group) => stems.stem(group) };
  }
}

const partlyFolded = new WeakMap<Lexicon, Map<LexiconKey, TypeGroups>>();

/** Types that are equal when only case, or only marks, are folded: they lie in one class, since `fold` folds both. */
function withinClasses(lexicon: Lexicon, by: 'caseFold' | 'marksFold'): TypeGroups {
  const known = partlyFolded.get(lexicon) ?? new Map<LexiconKey, TypeGroups>();
  partlyFolded.set(lexicon, known);
  const groups = known.get(by) ?? foldedWithinClasses(lexicon, by);
  known.set(by, groups);
  return groups;
}

function foldedWithinClasses(lexicon: Lexicon, by: 'caseFold' | 'marksFold'): TypeGroups {
  const ofType = new Uint32Array(lexicon.size);
  const first: number[] = [];
  const classStart = lexicon.classStart();
  for (let cls = 0; cls < lexicon.classes; cls++) {
    const from = classStart[cls]!;
    const to = classStart[cls + 1]!;
    if (to - from === 1) {
      // Most classes have one form, and need no string.
      ofType[from] = first.length;
      first.push(from);
      continue;
    }
    const groups = new Map<string, number>();
    for (let type = from; type < to; type++) {
      const form = typeString(lexicon, by, type as TypeId);
      const group = groups.get(form) ?? first.length;
      ofType[type] = group;
      if (group < first.length) continue;
      groups.set(form, group);
      first.push(type);
    }
  }
  return { ofType, size: first.length, key: (group) => typeString(lexicon, by, first[group] as TypeId) };
}

/** 1 for each type that is left out; null when none is. */
function leftOut(lexicon: Lexicon, { by, stop, numbers }: UnitChoice): Uint8Array | null {
  const left = new Uint8Array(lexicon.size);
  const classStart = lexicon.classStart();
  // Stop words are words: stems are compared by what they were made of.
  const key = by === 'stem' ? 'fold' : by;
  for (const word of stop ?? []) {
    const cls = lexicon.findClass(fold(word));
    if (cls === -1) continue;
    const wanted = key === 'fold' ? '' : foldedAs(key, word);
    for (let type = classStart[cls]!; type < classStart[cls + 1]!; type++) {
      if (key === 'fold' || typeString(lexicon, key, type as TypeId) === wanted) left[type] = 1;
    }
  }
  if (numbers === false) {
    for (let type = 0; type < lexicon.size; type++) if (lexicon.kind(type as TypeId) === 'number') left[type] = 1;
  }
  return left.includes(1) ? left : null;
}

function foldedAs(key: Exclude<LexiconKey, 'fold'>, word: string): string {
  return key === 'form' ? word : key === 'caseFold' ? foldCase(word) : foldMarks(word);
}

function unitOver(lexicon: Lexicon, groups: TypeGroups): CountingUnit {
  const { ofType, size } = groups;
  let labels: Uint32Array | undefined;
  const labelType = (unit: number) => (labels ??= mostFrequentForms(lexicon, ofType, size))[unit] as TypeId;
  return {
    size,
    ofType,
    key: (unit) => groups.key(unit),
    labelType,
    label: (unit) => lexicon.form(labelType(unit)),
  };
}

function mostFrequentForms(lexicon: Lexicon, ofType: Uint32Array, size: number): Uint32Array {
  const labels = new Uint32Array(size + 1);
  const most = new Float64Array(size + 1).fill(-1);
  for (let type = 0; type < lexicon.size; type++) {
    const unit = ofType[type]!;
    const count = lexicon.typeCount(type as TypeId);
    if (count <= most[unit]!) continue;
    most[unit] = count;
    labels[unit] = type;
  }
  return labels;
}
