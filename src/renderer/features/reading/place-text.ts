/** Numbers of sentences and paragraphs: which one a place lies in, and what somebody wrote who wants to go to one. */
import type { CharOffset, Span } from '../../../shared/model.ts';

export const placeUnits = ['sentence', 'paragraph'] as const;
export type PlaceUnit = (typeof placeUnits)[number];

export interface Goal {
  readonly unit: PlaceUnit;
  /** 1-based. */
  readonly number: number;
}

/** Spans of `start, end, start, end`, in text order. */
export function spansOf(bounds: readonly CharOffset[]): Span[] {
  return Array.from({ length: bounds.length / 2 }, (_, at) => ({ start: bounds[2 * at]!, end: bounds[2 * at + 1]! }));
}

/** 1-based number of the last unit that begins at `offset` or before it; the first one before all, 0 where there is none. */
export function numberAt(units: readonly Span[], offset: number): number {
  let low = 0;
  let high = units.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (units[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.min(units.length, Math.max(1, low));
}

/** Letters before a number that mean a paragraph or a sentence, in the languages of the interface. */
const letters: Readonly<Record<string, PlaceUnit>> = {
  ...{ '¶': 'paragraph', p: 'paragraph', п: 'paragraph', ف: 'paragraph' },
  ...{ s: 'sentence', р: 'sentence', ج: 'sentence' },
};

/** `12`, `¶ 3`, `p3`, `١٢`: null for what is no number from 1 on. Without a letter it is of `usual`. */
export function readGoal(written: string, usual: PlaceUnit): Goal | null {
  const found = /^([¶\p{L}]?)\s*(\p{Nd}{1,9})$/u.exec(written.trim());
  if (!found) return null;
  const [, letter = '', digits = ''] = found;
  const unit = letter === '' ? usual : letters[letter.toLowerCase()];
  const number = Number(Array.from(digits, asDigit).join(''));
  return unit && number >= 1 ? { unit, number } : null;
}

/** Decimal digits of every script stand in runs of ten that begin with zero. */
function asDigit(sign: string): number {
  let zero = sign.codePointAt(0)!;
  const value = zero;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return (value - zero) % 10;
}
