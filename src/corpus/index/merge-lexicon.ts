/** Several lexicons made one. All are sorted alike, so they are read side by side, the first form of all heads taken each time. */
import { textOfUnits } from '../text/units.ts';
import type { JoinedStrings, LexiconArrays } from './lexicon.ts';

export interface LexiconSide {
  readonly lexicon: LexiconArrays;
  /** Tokens of each type that are to be in the merged index: a type without any is left out. */
  readonly counts: Uint32Array;
}

export interface MergedLexicon {
  readonly lexicon: LexiconArrays;
  /** By side: the merged type of each of its types; of one that was left out, nothing that means anything. */
  readonly typeOf: readonly Uint32Array[];
}

export function mergeLexicons(sides: readonly LexiconSide[]): MergedLexicon {
  const cursors = sides.map((side) => new Cursor(side));
  const merged = new Merged(sides);
  for (;;) {
    let first: Cursor | undefined;
    for (const cursor of cursors) {
      if (cursor.ended) continue;
      // Those that stand at the same form as the first are taken with it.
      const order = first === undefined ? -1 : cursor.compare(first);
      cursor.taken = order <= 0;
      if (order >= 0) continue;
      for (const other of cursors) if (other !== cursor) other.taken = false;
      first = cursor;
    }
    if (first === undefined) return { lexicon: merged.finish(), typeOf: cursors.map(({ typeOf }) => typeOf) };
    const type = merged.add(first);
    for (const cursor of cursors) {
      if (cursor.ended || !cursor.taken) continue;
      cursor.typeOf[cursor.type] = type;
      merged.count(type, cursor.count);
      cursor.next();
    }
  }
}

/** A place in one of the lexicons. */
class Cursor {
  readonly lexicon: LexiconArrays;
  readonly forms: JoinedStrings;
  readonly folds: JoinedStrings;
  readonly typeOf: Uint32Array;
  readonly #classOfType: Uint32Array;
  readonly #counts: Uint32Array;
  type = -1;
  cls = 0;
  ended = false;
  taken = false;

  constructor({ lexicon, counts }: LexiconSide) {
    this.lexicon = lexicon;
    // Plain records: where arrays come from a snapshot, each look at a field is a call.
    this.forms = { ...lexicon.forms };
    this.folds = { ...lexicon.folds };
    this.#classOfType = lexicon.classOfType;
    this.#counts = counts;
    this.typeOf = new Uint32Array(counts.length);
    this.next();
  }

  get count(): number {
    return this.#counts[this.type]!;
  }

  next(): void {
    const counts = this.#counts;
    do this.type++;
    while (this.type < counts.length && counts[this.type] === 0);
    if (this.type < counts.length) this.cls = this.#classOfType[this.type]!;
    else this.ended = true;
  }

  /** By folded form, then by form. */
  compare(other: Cursor): number {
    return (
      compareAt(this.folds, this.cls, other.folds, other.cls) ||
      compareAt(this.forms, this.type, other.forms, other.type)
    );
  }
}

/** By UTF-16 unit. Words are short: a loop beats slices. */
function compareAt(one: JoinedStrings, at: number, other: JoinedStrings, otherAt: number): number {
  const from = one.starts[at]!;
  const otherFrom = other.starts[otherAt]!;
  const length = one.starts[at + 1]! - from;
  const otherLength = other.starts[otherAt + 1]! - otherFrom;
  const common = Math.min(length, otherLength);
  for (let i = 0; i < common; i++) {
    const difference = one.text.charCodeAt(from + i) - other.text.charCodeAt(otherFrom + i);
    if (difference !== 0) return difference;
  }
  return length - otherLength;
}

class Merged {
  readonly #forms: GrowingStrings;
  readonly #folds: GrowingStrings;
  readonly #classOfType: Uint32Array;
  readonly #classStart: Uint32Array;
  readonly #kinds: Uint8Array;
  readonly #typeCounts: Uint32Array;
  #types = 0;
  #classes = 0;
  /** Where the fold of the last class was found. */
  #folded: JoinedStrings | undefined;
  #cls = 0;

  constructor(sides: readonly LexiconSide[]) {
    const all = (size: (lexicon: LexiconArrays) => number) =>
      sides.reduce((sum, { lexicon }) => sum + size(lexicon), 0);
    const types = all(({ classOfType }) => classOfType.length);
    const classes = all(({ classStart }) => classStart.length - 1);
    this.#forms = new GrowingStrings(
      types,
      all(({ forms }) => forms.text.length),
    );
    this.#folds = new GrowingStrings(
      classes,
      all(({ folds }) => folds.text.length),
    );
    this.#classOfType = new Uint32Array(types);
    this.#classStart = new Uint32Array(classes + 1);
    this.#kinds = new Uint8Array(types);
    this.#typeCounts = new Uint32Array(types);
  }

  /** Returns its merged type. */
  add({ lexicon, forms, folds, type, cls }: Cursor): number {
    const known = this.#folded !== undefined && compareAt(this.#folded, this.#cls, folds, cls) === 0;
    if (!known) {
      this.#classStart[this.#classes++] = this.#types;
      this.#folds.add(folds, cls);
    }
    this.#folded = folds;
    this.#cls = cls;
    this.#forms.add(forms, type);
    this.#kinds[this.#types] = lexicon.kinds[type]!;
    this.#classOfType[this.#types] = this.#classes - 1;
    return this.#types++;
  }

  count(type: number, tokens: number): void {
    this.#typeCounts[type]! += tokens;
  }

  finish(): LexiconArrays {
    this.#classStart[this.#classes] = this.#types;
    return {
      forms: this.#forms.take(),
      folds: this.#folds.take(),
      classOfType: this.#classOfType.slice(0, this.#types),
      classStart: this.#classStart.slice(0, this.#classes + 1),
      kinds: this.#kinds.slice(0, this.#types),
      typeCounts: this.#typeCounts.slice(0, this.#types),
    };
  }
}

/** Strings picked out of others, of which no more than so many, with so many units, will come. */
class GrowingStrings {
  readonly #starts: Uint32Array;
  readonly #units: Uint16Array;
  #count = 0;
  #length = 0;

  constructor(most: number, units: number) {
    this.#starts = new Uint32Array(most + 1);
    this.#units = new Uint16Array(units);
  }

  add({ text, starts }: JoinedStrings, at: number): void {
    const units = this.#units;
    const end = starts[at + 1]!;
    let length = this.#length;
    for (let from = starts[at]!; from < end; from++) units[length++] = text.charCodeAt(from);
    this.#length = length;
    this.#starts[++this.#count] = length;
  }

  take(): JoinedStrings {
    return { text: textOfUnits(this.#units, 0, this.#length), starts: this.#starts.slice(0, this.#count + 1) };
  }
}
