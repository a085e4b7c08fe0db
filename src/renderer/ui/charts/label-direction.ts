/** Which way a label runs: as most of its letters do, like every text of this program. */
import type { Direction } from '../../../shared/model.ts';

const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
const letter = /\p{L}/gu;

/** A label without letters runs as the interface does. A tie goes to the letter that comes first. */
export function labelDirection(text: string, fallback: Direction = 'ltr'): Direction {
  let balance = 0;
  let first = 0;
  for (const [sign] of text.matchAll(letter)) {
    const step = rightToLeft.test(sign) ? -1 : 1;
    if (first === 0) first = step;
    balance += step;
  }
  const side = balance === 0 ? first : balance;
  return side === 0 ? fallback : side > 0 ? 'ltr' : 'rtl';
}

/** Text within a sentence of another direction, in isolating marks; for what is drawn or said, never for what is copied. */
export function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}
