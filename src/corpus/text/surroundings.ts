/**
 * What stands around a mark that might end a sentence: closing quotes, blanks, opening quotes. One table look-up a
 * character, for this is asked at every stop of every text.
 */
export const role = {
  /** Closes a quotation or a bracket. Many quotes do both, depending on the language. */
  closing: 1,
  /** Opens one, or stands before a sentence as a dash or a bullet does. */
  opening: 2,
  blank: 4,
  newline: 8,
  /** A note mark written as a superscript. */
  note: 16,
  /** A stop that has no space after it. */
  unspacedStop: 32,
} as const;

const roles = new Uint8Array(0x10000);
function paint(characters: string, bit: number): void {
  for (let i = 0; i < characters.length; i++) roles[characters.charCodeAt(i)]! |= bit;
}
paint('"\'”’“‘»›«‹)]}」』）】〉》〕〗〙＂', role.closing);
paint('"\'“‘„‚«»‹›([{「『（【〈《¿¡-–—―•·*_\u200e\u200f\u061c', role.opening);
paint(
  '\t\v\f \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\ufeff',
  role.blank,
);
paint('\n\r\u2028\u2029', role.newline | role.blank);
paint('\u00b9\u00b2\u00b3\u2070\u2071\u2074\u2075\u2076\u2077\u2078\u2079', role.note);
paint('。！？｡．', role.unspacedStop);

/** Bits of `role` of the unit at `at`; 0 past the end. */
export function roleAt(text: string, at: number): number {
  return at < text.length ? roles[text.charCodeAt(at)]! : 0;
}

/** Behind closing quotes, brackets and note marks (`[3]`, `²`); a spaced French `»` too. */
export function closersEnd(text: string, from: number): number {
  let end = from;
  for (;;) {
    const bits = roleAt(text, end);
    if ((bits & (role.closing | role.note)) !== 0) {
      // A quote with a word right behind it opens.
      if (/[\p{L}\p{N}]/u.test(text[end + 1] ?? '')) return end;
      end++;
    } else if ((bits & role.blank) !== 0) {
      if ((bits & role.newline) !== 0 || !isSpacedQuote(text, end + 1)) return end;
      end += 2;
    } else {
      const note = text[end] === '[' ? noteLength(text, end) : 0;
      if (note === 0) return end;
      end += note;
    }
  }
}

/** `»` or `”` that closes behind a space: nothing of a word follows it. */
function isSpacedQuote(text: string, at: number): boolean {
  const character = text[at];
  return (character === '»' || character === '”') && !/[\p{L}\p{N}]/u.test(text[at + 1] ?? '');
}

function noteLength(text: string, at: number): number {
  return /^\[\p{Nd}{1,3}\]/u.exec(text.slice(at, at + 5))?.[0].length ?? 0;
}

/** First character from `from` on that is no space, opening quote, bracket or dash; -1 when the paragraph ends first. */
export function visibleAfter(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const bits = roleAt(text, at);
    if ((bits & role.newline) !== 0) return -1;
    if ((bits & (role.blank | role.opening)) === 0) return at;
  }
  return -1;
}

/** First unit from `from` on that is not blank, or `end`. */
export function skipBlank(text: string, from: number, end: number): number {
  let start = from;
  while (start < end && (roleAt(text, start) & role.blank) !== 0) start++;
  return start;
}

/** End of the last unit before `end` that is not blank, or `from`. */
export function trimBlank(text: string, from: number, end: number): number {
  let last = end;
  while (last > from && (roleAt(text, last - 1) & role.blank) !== 0) last--;
  return last;
}
