/**
 * What one token is, in full generality: given where a token may start, where it ends and of which kind it is.
 *
 * The hot loop in tokenise.ts takes a short way for plain words and comes here for the rest. Every rule looks only at
 * the characters of the token and at what follows it, and nothing is joined at the end of a token, so that a token
 * scanned alone gives itself. Rules:
 *
 * - A run of letters, digits and their marks is one word (`CO₂`, `3rd`, `д`); without a letter it is a number.
 * - Inside, between two such characters: apostrophes, hyphens (but not between two digits: `1939-1945` is two numbers),
 *   underscores, invisible joiners; `.` `,` `٫` `٬` and an apostrophe between digits; `"` and `״` between Hebrew letters.
 * - A full stop between single letters holds an initialism together: `U.S`, `e.g`, `ق.م`. The last stop belongs to the text, since
 *   it may end the sentence as well. Any other stop parts two words, so a lost space after a sentence does no harm.
 */
import { addressEnd } from './addresses.ts';
import { charClass } from './char-classes.ts';
import { baseClassBefore, classAt, classBefore, widthAt } from './characters.ts';
import { startsCluster } from './unspaced.ts';

/** Codes of `tokenKinds` in model.ts. */
export const kindCode = { word: 0, number: 1, url: 2, handle: 3, hashtag: 4, email: 5 } as const;
export type KindCode = (typeof kindCode)[keyof typeof kindCode];

/** End of the token times 8, plus its kind; 0 when no token starts there. One number, so that nothing is allocated. */
type Scanned = number;

/** Scans from a letter, digit, `prepend`, `@` or `#`. `at` is a boundary of grapheme clusters. */
export function scanToken(text: string, at: number): Scanned {
  const cls = classAt(text, at);
  if (cls === charClass.at) return handle(text, at);
  if (cls === charClass.hash) return hashtag(text, at);
  if (cls !== charClass.letter && cls !== charClass.digit) return cls === charClass.prepend ? word(text, at) : 0;
  const address = addressEnd(text, at);
  return address === 0 ? word(text, at) : address;
}

function isBase(cls: number): boolean {
  return cls === charClass.letter || cls === charClass.digit;
}

function word(text: string, start: number): Scanned {
  let end = start;
  let letters = false;
  let digits = false;
  let last = 0;
  // Letters since the start or the last full stop, while the token may still be an initialism.
  let single = 0;
  for (let at = start; ;) {
    const cls = classAt(text, at);
    if (isBase(cls) || (cls === charClass.unspaced && at > start && clings(text, at))) {
      if (cls === charClass.digit) digits = true;
      else letters = true;
      last = cls;
      single++;
      at += widthAt(text, at);
      end = at;
    } else if (cls === charClass.mark) {
      at += widthAt(text, at);
      end = at;
    } else {
      const width = widthAt(text, at);
      if (!joins(text, at, width, cls, last, single)) break;
      if (cls === charClass.fullStop) single = 0;
      // Past a hyphen or the like it is no initialism any more.
      else if (cls !== charClass.prepend) single = 2;
      at += width;
    }
  }
  if (!letters && !digits) return 0;
  return end * 8 + (letters ? kindCode.word : kindCode.number);
}

/** Whether a letter of an unspaced script makes one grapheme cluster with what stands before it, across scripts. */
function clings(text: string, at: number): boolean {
  return classBefore(text, at) === charClass.prepend || !startsCluster(text, at);
}

/** Whether the character at `at`, which no word may end with, stands inside one. `last` is the class of the base before it. */
function joins(text: string, at: number, width: number, cls: number, last: number, single: number): boolean {
  const next = classAt(text, at + width);
  if (cls === charClass.prepend) return next >= charClass.letter && next !== charClass.surrogate;
  if (!isBase(next) || last === 0) return false;
  const digitsAround = last === charClass.digit && next === charClass.digit;
  switch (cls) {
    case charClass.apostrophe:
    case charClass.underscore:
    case charClass.invisible:
      return true;
    case charClass.hyphen:
      return !digitsAround;
    case charClass.separator:
      return digitsAround;
    case charClass.fullStop:
      return digitsAround || (single === 1 && last === charClass.letter && loneLetter(text, at + width));
    case charClass.quote:
      return isHebrew(text.charCodeAt(at - 1)) && isHebrew(text.charCodeAt(at + width));
    default:
      return false;
  }
}

/** One letter with its marks and nothing of a word after it. */
function loneLetter(text: string, at: number): boolean {
  if (classAt(text, at) !== charClass.letter) return false;
  let end = at + widthAt(text, at);
  while (classAt(text, end) === charClass.mark) end += widthAt(text, end);
  const next = classAt(text, end);
  return next !== charClass.letter && next !== charClass.digit;
}

function isHebrew(unit: number): boolean {
  return unit >= 0x5d0 && unit <= 0x5ea;
}

/** A name behind `@` or `#` follows a space, punctuation or emoji, never a word; an unspaced script has no spaces to wait for. */
function startsName(text: string, at: number): boolean {
  const before = baseClassBefore(text, at);
  return before < charClass.letter ? before !== charClass.underscore : before === charClass.unspaced;
}

/** `@name`, and `@name@host.org` of the federated networks. */
function handle(text: string, start: number): Scanned {
  if (!startsName(text, start)) return 0;
  const end = nameEnd(text, start + 1, false);
  if (end === 0) return 0;
  if (classAt(text, end) !== charClass.at) return end * 8 + kindCode.handle;
  const host = addressEnd(text, start + 1);
  return (host !== 0 && host % 8 === kindCode.email ? host - kindCode.email : end * 8) + kindCode.handle;
}

/** `#tag` with at least one letter: `#1` is a number with a sign before it. */
function hashtag(text: string, start: number): Scanned {
  if (!startsName(text, start)) return 0;
  const end = nameEnd(text, start + 1, true);
  return end === 0 ? 0 : end * 8 + kindCode.hashtag;
}

/** End of letters, digits, marks and underscores from `start`; 0 when there is no letter or digit among them. */
function nameEnd(text: string, start: number, tag: boolean): number {
  let end = start;
  let named = false;
  for (;;) {
    const cls = classAt(text, end);
    if (cls === charClass.letter || (tag && cls === charClass.unspaced) || (!tag && cls === charClass.digit))
      named = true;
    else if (cls === charClass.mark ? end === start : cls !== charClass.underscore && cls !== charClass.digit) break;
    end += widthAt(text, end);
  }
  return named ? end : 0;
}
