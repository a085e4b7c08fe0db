/**
 * What each UTF-16 code unit means to the tokeniser: one table look-up instead of Unicode regular expressions (those
 * reach 50–64 MB/s on the reference machine, the table 160–200).
 */
import { charClass, type CharClass } from './char-classes.ts';
import { classOfAstral } from './paint-classes.ts';
import { unitClasses } from './unit-classes.ts';

/** Every run is the letter of its class, `A` for 0, and its length to the base of 36 when that is not 1. */
function tableOf(runs: string): Uint8Array {
  const table = new Uint8Array(0x10000);
  let from = 0;
  for (const [, cls, length] of runs.matchAll(/([A-Z])([\da-z]*)/g)) {
    const to = from + (length === '' ? 1 : parseInt(length!, 36));
    table.fill(cls!.charCodeAt(0) - 0x41, from, to);
    from = to;
  }
  return table;
}

/** Class of every UTF-16 code unit. */
export const classOfUnit: Uint8Array = tableOf(unitClasses);

/** Class of the character that starts at `at`; `none` past the end and for half a pair. */
export function classAt(text: string, at: number): CharClass {
  if (at >= text.length) return charClass.none;
  const cls = classOfUnit[text.charCodeAt(at)] as CharClass;
  if (cls !== charClass.surrogate) return cls;
  const codePoint = text.codePointAt(at)!;
  return codePoint > 0xffff ? classOfAstral(codePoint) : charClass.none;
}

/** Class of the character that ends before `end`; `none` at the start. */
export function classBefore(text: string, end: number): CharClass {
  return end <= 0 ? charClass.none : classAt(text, end - widthBefore(text, end));
}

/** Class of the last character before `end` that is no mark; `none` when there is none. */
export function baseClassBefore(text: string, end: number): CharClass {
  for (let at = end; at > 0; at -= widthBefore(text, at)) {
    const cls = classBefore(text, at);
    if (cls !== charClass.mark) return cls;
  }
  return charClass.none;
}

/** UTF-16 units of the character before `end`: 2 for a whole pair, else 1; 0 at the start. */
export function widthBefore(text: string, end: number): number {
  return end >= 2 && widthAt(text, end - 2) === 2 ? 2 : Math.min(end, 1);
}

/** UTF-16 units of the character at `at`: 2 for a whole pair, else 1. */
export function widthAt(text: string, at: number): number {
  return (text.charCodeAt(at) & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00 ? 2 : 1;
}
