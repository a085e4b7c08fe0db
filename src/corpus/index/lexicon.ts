/**
 * The lexicon: every surface form once, in the order of (folded form, form).
 *
 * Forms lie in one string, and so do folds: a slice of a flat string is cheap, and a string takes one byte a letter
 * where all letters are Latin.
 */
import type { Direction, FoldClassId, TokenKind, TypeId } from '../../shared/model.ts';
import { tokenKinds } from '../../shared/model.ts';
import { directionOf } from '../text/direction.ts';
import { foldCase, foldMarks } from '../text/fold.ts';
import type { Lexicon } from './corpus-index.ts';

/** Strings one behind another. `starts` has one more entry than there are strings. */
export interface JoinedStrings {
  readonly text: string;
  readonly starts: Uint32Array;
}

export interface LexiconArrays {
  readonly forms: JoinedStrings;
  readonly folds: JoinedStrings;
  readonly classOfType: Uint32Array;
  readonly classStart: Uint32Array;
  /** Codes of `tokenKinds`. */
  readonly kinds: Uint8Array;
  readonly typeCounts: Uint32Array;
}

export class SortedLexicon implements Lexicon {
  readonly size: number;
  readonly classes: number;
  private readonly arrays: LexiconArrays;

  /** The counts are given, because the arrays may lie on disk and need not be touched yet. */
  constructor(arrays: LexiconArrays, { types, classes }: { readonly types: number; readonly classes: number }) {
    this.arrays = arrays;
    this.size = types;
    this.classes = classes;
  }

  /** For the walk along token offsets, which asks for a length at every step. */
  get formStarts(): Uint32Array {
    return this.arrays.forms.starts;
  }

  form(type: TypeId): string {
    return stringAt(this.arrays.forms, type);
  }

  formLength(type: TypeId): number {
    const { starts } = this.arrays.forms;
    return starts[type + 1]! - starts[type]!;
  }

  foldOf(cls: FoldClassId): string {
    return stringAt(this.arrays.folds, cls);
  }

  classOfType(): Uint32Array {
    return this.arrays.classOfType;
  }

  classStart(): Uint32Array {
    return this.arrays.classStart;
  }

  caseFold(type: TypeId): string {
    return foldCase(this.form(type));
  }

  marksFold(type: TypeId): string {
    return foldMarks(this.form(type));
  }

  kind(type: TypeId): TokenKind {
    return tokenKinds[this.arrays.kinds[type]!]!;
  }

  direction(type: TypeId): Direction {
    return directionOf(this.form(type));
  }

  typeCount(type: TypeId): number {
    return this.arrays.typeCounts[type]!;
  }

  findClass(folded: string): FoldClassId | -1 {
    const cls = this.firstFrom(folded);
    return cls < this.classes && this.foldOf(cls) === folded ? cls : -1;
  }

  prefixRange(prefix: string): readonly [from: FoldClassId, to: FoldClassId] {
    const from = this.firstFrom(prefix);
    let low: number = from;
    let high = this.classes;
    // Folds with the prefix come first among those that are not before it.
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.foldOf(middle as FoldClassId).startsWith(prefix)) low = middle + 1;
      else high = middle;
    }
    return [from, low as FoldClassId];
  }

  /** The first class whose fold is not before `folded` (`<` on strings compares code units, as the order here does). */
  private firstFrom(folded: string): FoldClassId {
    let low = 0;
    let high = this.classes;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.foldOf(middle as FoldClassId) < folded) low = middle + 1;
      else high = middle;
    }
    return low as FoldClassId;
  }
}

export function stringAt({ text, starts }: JoinedStrings, at: number): string {
  return text.slice(starts[at], starts[at + 1]);
}
