/**
 * What counts as one word: a counting unit takes types together that the user wants counted as one (surface, case folded,
 * case and marks folded, stem) and leaves out what should not be listed (stop words, numbers).
 *
 * What is left out is left out of lists only. The size of a corpus, by which everything is measured, stays the number of
 * its tokens, whatever is listed.
 */
import type { DocId, FoldClassId, TypeId } from '../../shared/model.ts';
import type { CorpusIndex, Lexicon } from '../index/corpus-index.ts';
import { typeString } from '../query/lexicon-strings.ts';
import type { LexiconKey } from '../query/pattern.ts';
import { identityOrder } from '../query/radix.ts';
import type { StemClasses } from '../stems/stem-classes.ts';
import { noStemClass } from '../stems/stem-classes.ts';
import { fold, foldCase, foldMarks } from '../text/fold.ts';

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

/** Unit of each type; `size` for a type that is left out, so that counters with one more place need no test for it. */
type UnitTable = Uint32Array;

/** Numbered 0 to `size` − 1, foldings in the order of the lexicon, that is of the folded form. */
export interface CountingUnit {
  readonly size: number;
  /** One table for all documents; for stems, which are a matter of language, one for each language. */
  readonly tables: readonly UnitTable[];
  /** The table that a document is read by. */
  tableOf(doc: number): UnitTable;
  /** What types of the unit have in common, as text: by it the units of two corpora are compared. */
  key(unit: number): string;
  /** The form of the unit that is most frequent in the whole corpus; of equals, the first of the lexicon. */
  label(unit: number): string;
  /** Type of that form. */
  labelType(unit: number): TypeId;
}

interface TypeGroups {
  readonly size: number;
  /** Group of each type, at least `size` for none. */
  readonly tables: readonly Uint32Array[];
  /** Number of the table that a document is read by. */
  tableOf(doc: number): number;
  key(group: number): string;
}

export function countingUnit(index: CorpusIndex, choice: UnitChoice): CountingUnit {
  const { lexicon } = index;
  const groups = groupsOf(index, choice);
  const left = leftOut(lexicon, choice);
  if (left === null && choice.by !== 'stem') return unitOver(lexicon, groups);
  const kept = (table: Uint32Array, type: number) => left?.[type] !== 1 && table[type]! < groups.size;
  const groupOf: number[] = [];
  const unitOf = new Int32Array(groups.size).fill(-1);
  for (const table of groups.tables) {
    for (let type = 0; type < table.length; type++) {
      if (!kept(table, type) || unitOf[table[type]!] !== -1) continue;
      unitOf[table[type]!] = groupOf.length;
      groupOf.push(table[type]!);
    }
  }
  const size = groupOf.length;
  const tables = groups.tables.map((table) => table.map((group, type) => (kept(table, type) ? unitOf[group]! : size)));
  return unitOver(lexicon, {
    size,
    tables,
    tableOf: (doc) => groups.tableOf(doc),
    key: (unit) => groups.key(groupOf[unit]!),
  });
}

function oneTable(table: Uint32Array, size: number, key: (group: number) => string): TypeGroups {
  return { size, tables: [table], tableOf: () => 0, key };
}

function groupsOf(index: CorpusIndex, { by, stems }: UnitChoice): TypeGroups {
  const { lexicon } = index;
  switch (by) {
    case 'fold':
      return oneTable(lexicon.classOfType(), lexicon.classes, (group) => lexicon.foldOf(group as FoldClassId));
    case 'form':
      return oneTable(identityOrder(lexicon.size), lexicon.size, (type) => lexicon.form(type as TypeId));
    case 'caseFold':
    case 'marksFold':
      return withinClasses(lexicon, by);
    case 'stem':
      if (!stems) throw new TypeError('counting by stems needs the stems of the types');
      return byStem(index, stems);
  }
}

function byStem(index: CorpusIndex, stems: StemClasses): TypeGroups {
  const nothing = new Uint32Array(index.lexicon.size).fill(noStemClass);
  return {
    size: stems.size,
    tables: stems.languages.map((language) => stems.ofLanguage(language) ?? nothing),
    tableOf: (doc) => stems.languages.indexOf(index.language(doc as DocId)),
    key: (group) => stems.stemOf(group),
  };
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
  const table = new Uint32Array(lexicon.size);
  const first: number[] = [];
  const classStart = lexicon.classStart();
  for (let cls = 0; cls < lexicon.classes; cls++) {
    const from = classStart[cls]!;
    const to = classStart[cls + 1]!;
    if (to - from === 1) {
      // Most classes have one form, and need no string.
      table[from] = first.length;
      first.push(from);
      continue;
    }
    const groups = new Map<string, number>();
    for (let type = from; type < to; type++) {
      const form = typeString(lexicon, by, type as TypeId);
      const group = groups.get(form) ?? first.length;
      table[type] = group;
      if (group < first.length) continue;
      groups.set(form, group);
      first.push(type);
    }
  }
  return oneTable(table, first.length, (group) => typeString(lexicon, by, first[group] as TypeId));
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
  const { size, tables } = groups;
  let labels: Uint32Array | undefined;
  const labelType = (unit: number) => (labels ??= mostFrequentForms(lexicon, tables, size))[unit] as TypeId;
  return {
    size,
    tables,
    tableOf: (doc) => tables[groups.tableOf(doc)]!,
    key: (unit) => groups.key(unit),
    labelType,
    label: (unit) => lexicon.form(labelType(unit)),
  };
}

function mostFrequentForms(lexicon: Lexicon, tables: readonly Uint32Array[], size: number): Uint32Array {
  const labels = new Uint32Array(size + 1);
  const most = new Float64Array(size + 1).fill(-1);
  for (const table of tables) {
    for (let type = 0; type < lexicon.size; type++) {
      const unit = table[type]!;
      const count = lexicon.typeCount(type as TypeId);
      if (count <= most[unit]!) continue;
      most[unit] = count;
      labels[unit] = type;
    }
  }
  return labels;
}
