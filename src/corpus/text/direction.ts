/**
 * The direction of a piece of text is that of most of its letters, not of the first one.
 *
 * The first-strong rule of UAX #9 is made for text whose author is not known. An Arabic news paragraph that opens with
 * `BBC` or with a Latin name would be laid out left to right by it, with its full stop at the wrong end; nobody would
 * call that paragraph English. Digits and punctuation say nothing, nor do addresses in a running text: a paragraph is
 * not English for the link it ends with. A tie goes to what comes first.
 */
import type { Direction } from '../../shared/model.ts';
import { charClass } from './char-classes.ts';
import { classAt, classOfUnit, widthAt } from './characters.ts';
import { kindCode } from './scan.ts';

const firstRightToLeft = 0x590;

/** Blocks that Unicode reserves for right-to-left scripts, and the presentation forms of Hebrew and Arabic. */
function isRightToLeft(codePoint: number): boolean {
  return (
    (codePoint >= firstRightToLeft && codePoint <= 0x8ff) ||
    (codePoint >= 0xfb1d && codePoint <= 0xfdff) ||
    (codePoint >= 0xfe70 && codePoint <= 0xfefe) ||
    (codePoint >= 0x10800 && codePoint <= 0x10fff) ||
    (codePoint >= 0x1e800 && codePoint <= 0x1efff)
  );
}

/**
 * Letters of `text` between `from` and `to` that run left to right, minus those that run right to left. When there are as many of each,
 * half a letter for the first.
 */
export function directionBalance(text: string, from = 0, to = text.length): number {
  let balance = 0;
  let first = 0;
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    const cls = classOfUnit[unit]!;
    let sign = 1;
    if (cls === charClass.surrogate) {
      const inPair = classAt(text, at);
      if (inPair !== charClass.letter && inPair !== charClass.unspaced) continue;
      if (isRightToLeft(text.codePointAt(at)!)) sign = -1;
    } else if (cls !== charClass.letter && cls !== charClass.unspaced) continue;
    else if (unit >= firstRightToLeft && isRightToLeft(unit)) sign = -1;
    if (first === 0) first = sign;
    balance += sign;
  }
  return balance === 0 ? first / 2 : balance;
}

/** `fallback` is for text without a letter. */
export function directionOf(text: string, fallback: Direction = 'ltr'): Direction {
  const balance = directionBalance(text);
  return balance === 0 ? fallback : balance > 0 ? 'ltr' : 'rtl';
}

/**
 * Balance of a form in a running text, in half letters to have whole numbers: even, or ±1 for a form with as many letters
 * either way, by the first of them. Addresses have none.
 */
export function formBalance(text: string, start: number, end: number, kind: number): number {
  return kind === kindCode.word || kind === kindCode.hashtag ? directionBalance(text, start, end) * 2 : 0;
}

/** Whole letters in a `formBalance`. */
export function lettersOf(balance: number): number {
  return (balance / 2) | 0;
}

/** Of the first letter: 1 for left to right, -1 for right to left, 0 without a letter. */
export function firstLetter(text: string): number {
  for (let at = 0; at < text.length; at += widthAt(text, at)) {
    const sign = Math.sign(directionBalance(text, at, at + 1));
    if (sign !== 0) return sign;
  }
  return 0;
}
