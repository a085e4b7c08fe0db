/**
 * Two lexicons made one. Both are sorted, so the smaller one is looked up in the larger one form by form, and whole
 * stretches of the larger one are taken as they are.
 */
import type { FoldClassId, TypeId } from '../../shared/model.ts';
import type { JoinedStrings, LexiconArrays, SortedLexicon } from './lexicon.ts';

export interface LexiconSide {
  readonly lexicon: SortedLexicon;
  readonly arrays: LexiconArrays;
  /** Tokens of each type that are to be in the merged index: a type without any is left out. */
  readonly counts: Uint32Array;
}

export interface MergedLexicon {
  readonly arrays: LexiconArrays;
  /** The merged type of each type of the one and the other side; of one that was left out, nothing that means anything. */
  readonly typeOfOne: Uint32Array;
  readonly typeOfOther: Uint32Array;
}

/** `other` is the smaller one. */
export function mergeLexicons(one: LexiconSide, other: LexiconSide): MergedLexicon {
  const merging = new Merging(one, other);
  const { lexicon, arrays, counts } = other;
  for (let type = 0; type < lexicon.size; type++) {
    if (counts[type] === 0) continue;
    const cls = arrays.classOfType[type]!;
    const fold = lexicon.foldOf(cls as FoldClassId);
    merging.takeOther(type, placeOf(one.lexicon, fold, lexicon.form(type as TypeId)), one.lexicon.findClass(fold));
  }
  return merging.finish();
}

/** Where a form stands or would stand in a lexicon, and whether it does. */
function placeOf(lexicon: SortedLexicon, fold: string, form: string): { at: number; known: boolean } {
  const classStart = lexicon.classStart();
  const [from] = lexicon.prefixRange(fold);
  const isClass = from < lexicon.classes && lexicon.foldOf(from) === fold;
  const end = isClass ? classStart[from + 1]! : classStart[from]!;
  let at = classStart[from]!;
  while (at < end && lexicon.form(at as TypeId) < form) at++;
  return { at, known: at < end && lexicon.form(at as TypeId) === form };
}

class Merging {
  readonly #one: LexiconSide;
  readonly #other: LexiconSide;
  readonly #typeOfOne: Uint32Array;
  readonly #typeOfOther: Uint32Array;
  readonly #forms: Stretches;
  readonly #folds: Stretches;
  readonly #classOfType: Uint32Array;
  readonly #classStart: Uint32Array;
  readonly #kinds: Uint8Array;
  readonly #typeCounts: Uint32Array;
  #types = 0;
  #classes = 0;
  /** Class of the last type: of the one side, or -1 - class of the other side where the one has none. */
  #lastClass: number | undefined;
  /** First type of the one side that was not yet taken. */
  #next = 0;

  constructor(one: LexiconSide, other: LexiconSide) {
    const most = one.lexicon.size + other.lexicon.size;
    this.#one = one;
    this.#other = other;
    this.#typeOfOne = new Uint32Array(one.lexicon.size);
    this.#typeOfOther = new Uint32Array(other.lexicon.size);
    this.#forms = new Stretches(most);
    this.#folds = new Stretches(one.lexicon.classes + other.lexicon.classes);
    this.#classOfType = new Uint32Array(most);
    this.#classStart = new Uint32Array(one.lexicon.classes + other.lexicon.classes + 1);
    this.#kinds = new Uint8Array(most);
    this.#typeCounts = new Uint32Array(most);
  }

  /** `cls` is the class of its fold on the one side, or -1. Types of the other side come in their order. */
  takeOther(type: number, { at, known }: { at: number; known: boolean }, cls: number): void {
    this.#takeOnes(at);
    const { arrays, counts } = this.#other;
    const own = arrays.classOfType[type]!;
    if (cls === -1) this.#enterClass(-1 - own, arrays.folds, own);
    else this.#enterClass(cls, this.#one.arrays.folds, cls);
    this.#typeOfOther[type] = this.#types;
    if (known) {
      this.#typeOfOne[at] = this.#types;
      this.#next = at + 1;
    }
    this.#add(arrays, type, counts[type]! + (known ? this.#one.counts[at]! : 0));
  }

  /** Takes the types of the one side up to `end`. */
  #takeOnes(end: number): void {
    const { arrays, counts } = this.#one;
    for (; this.#next < end; this.#next++) {
      const type = this.#next;
      if (counts[type] === 0) continue;
      const cls = arrays.classOfType[type]!;
      this.#enterClass(cls, arrays.folds, cls);
      this.#typeOfOne[type] = this.#types;
      this.#add(arrays, type, counts[type]!);
    }
  }

  #enterClass(cls: number, folds: JoinedStrings, at: number): void {
    if (this.#lastClass === cls) return;
    this.#lastClass = cls;
    this.#classStart[this.#classes++] = this.#types;
    this.#folds.add(folds, at);
  }

  #add(arrays: LexiconArrays, type: number, count: number): void {
    this.#forms.add(arrays.forms, type);
    this.#kinds[this.#types] = arrays.kinds[type]!;
    this.#typeCounts[this.#types] = count;
    this.#classOfType[this.#types++] = this.#classes - 1;
  }

  finish(): MergedLexicon {
    this.#takeOnes(this.#one.lexicon.size);
    this.#classStart[this.#classes] = this.#types;
    return {
      arrays: {
        forms: this.#forms.take(),
        folds: this.#folds.take(),
        classOfType: this.#classOfType.slice(0, this.#types),
        classStart: this.#classStart.slice(0, this.#classes + 1),
        kinds: this.#kinds.slice(0, this.#types),
        typeCounts: this.#typeCounts.slice(0, this.#types),
      },
      typeOfOne: this.#typeOfOne,
      typeOfOther: this.#typeOfOther,
    };
  }
}

/** Strings picked out of others, where neighbours are mostly picked together: they are cut out together. */
class Stretches {
  readonly #starts: Uint32Array;
  readonly #parts: string[] = [];
  #count = 0;
  #length = 0;
  #from: JoinedStrings | undefined;
  #begin = 0;
  #end = 0;

  constructor(most: number) {
    this.#starts = new Uint32Array(most + 1);
  }

  add(from: JoinedStrings, at: number): void {
    const begin = from.starts[at]!;
    const end = from.starts[at + 1]!;
    if (from !== this.#from || begin !== this.#end) {
      this.#close();
      this.#from = from;
      this.#begin = begin;
    }
    this.#end = end;
    this.#length += end - begin;
    this.#starts[++this.#count] = this.#length;
  }

  take(): JoinedStrings {
    this.#close();
    return { text: this.#parts.join(''), starts: this.#starts.slice(0, this.#count + 1) };
  }

  #close(): void {
    if (this.#from) this.#parts.push(this.#from.text.slice(this.#begin, this.#end));
  }
}
