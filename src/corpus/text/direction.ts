/**
 * The direction of a piece of text is that of most of its letters, not of the first one.
 *
 * The first-strong rule of UAX #9 is made for text whose author is not known. An Arabic news paragraph that opens with
 * `BBC` or with a Latin name would be laid out left to right by it, with its full stop at the wrong end; nobody would
 * call that paragraph English. On a tie the first letter decides, as UAX #9 says. Digits and punctuation say nothing.
 */
import type { Direction } from '../../shared/model.ts';

/** Blocks that Unicode reserves for right-to-left scripts, and the presentation forms of Hebrew and Arabic. */
export function isRightToLeft(codePoint: number): boolean {
  return (
    (codePoint >= 0x590 && codePoint <= 0x8ff) ||
    (codePoint >= 0xfb1d && codePoint <= 0xfdff) ||
    (codePoint >= 0xfe70 && codePoint <= 0xfefe) ||
    (codePoint >= 0x10800 && codePoint <= 0x10fff) ||
    (codePoint >= 0x1e800 && codePoint <= 0x1efff)
  );
}

/** Letters of `text` by direction: positive when more are left to right, negative when more are right to left. */
export function directionBalance(text: string): number {
  let balance = 0;
  let first = 0;
  for (const [letter] of text.matchAll(/\p{L}/gu)) {
    const sign = isRightToLeft(letter.codePointAt(0)!) ? -1 : 1;
    if (first === 0) first = sign;
    balance += sign;
  }
  // A tie goes to the first letter, as half a letter more.
  return balance === 0 ? first / 2 : balance;
}

/** `fallback` is for text without a letter. */
export function directionOf(text: string, fallback: Direction = 'ltr'): Direction {
  const balance = directionBalance(text);
  return balance === 0 ? fallback : balance > 0 ? 'ltr' : 'rtl';
}
