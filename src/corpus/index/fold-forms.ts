/**
 * The folds of all forms, as units one behind another.
 *
 * Most letters fold to one letter whatever stands around them; a table takes those, so that no string is made for the
 * many forms that have no others. The table is filled by `fold` itself, letter by letter.
 */
import { charClass } from '../text/char-classes.ts';
import { classOfUnit } from '../text/characters.ts';
import { fold } from '../text/fold.ts';
import type { FormTable } from '../text/forms.ts';

export interface FoldedForms {
  readonly units: Uint16Array;
  /** Start of the fold of each form, and the end of the last. */
  readonly offsets: Uint32Array;
}

/** Latin, Greek, Cyrillic, Armenian, Hebrew, Arabic. */
const tableLength = 0x700;
/** In the table: not asked for yet; needs `fold`; falls away behind an Arabic letter. */
const unknown = 0;
const hard = 0xffff;
const dropped = 0xfffe;
const firstArabicLetter = 0x620;

/** Filled unit by unit as they are met: a text has few of them. */
const table = new Uint16Array(tableLength);

function foldOfUnit(unit: number): number {
  const letter = String.fromCharCode(unit);
  const folded = fold(letter);
  // Behind an Arabic letter, harakat and tatweel leave nothing behind.
  if (unit >= firstArabicLetter && fold(`ل${letter}ل`) === 'لل') return dropped;
  const cls = classOfUnit[unit];
  if (unit === 0 || cls === charClass.mark || cls === charClass.invisible || folded.length !== 1) return hard;
  return folded.charCodeAt(0);
}

export function foldForms(forms: FormTable): FoldedForms {
  let units = new Uint16Array(forms.offsets[forms.size]! + 64);
  const offsets = new Uint32Array(forms.size + 1);
  let used = 0;
  const reserve = (more: number) => {
    if (used + more <= units.length) return;
    const grown = new Uint16Array(Math.max(used + more, units.length * 2));
    grown.set(units);
    units = grown;
  };
  for (let number = 0; number < forms.size; number++) {
    reserve(forms.offsets[number + 1]! - forms.offsets[number]!);
    const end = foldByTable(forms, number, units, used);
    if (end !== -1) used = end;
    else {
      const folded = fold(forms.form(number));
      reserve(folded.length);
      for (let i = 0; i < folded.length; i++) units[used++] = folded.charCodeAt(i);
    }
    offsets[number + 1] = used;
  }
  return { units: units.subarray(0, used), offsets };
}

/** Writes the fold of a form to `target` from `start` on; returns its end, or -1 when the table does not know it. */
function foldByTable(forms: FormTable, number: number, target: Uint16Array, start: number): number {
  const { units, offsets } = forms;
  const to = offsets[number + 1]!;
  let at = start;
  for (let from = offsets[number]!; from < to; from++) {
    const unit = units[from]!;
    if (unit >= tableLength) return -1;
    let folded = table[unit]!;
    if (folded === unknown) folded = table[unit] = foldOfUnit(unit);
    if (folded === hard) return -1;
    if (folded !== dropped) target[at++] = folded;
    // Behind another letter a haraka is a mark as any, and `fold` has rules for it.
    else if (at === start || units[from - 1]! < firstArabicLetter) return -1;
  }
  return at;
}
