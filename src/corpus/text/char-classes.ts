/** What a character may be to the tokeniser. */

/** Classes in an order that the hot loop uses: from `fullStop` on a word may go on behind it, from `at` on a token may start. */
export const charClass = {
  /** Spaces, punctuation, symbols, emoji. */
  none: 0,
  newline: 1,
  /** May end a sentence, never part of a token. */
  stop: 2,
  /** `.`: may end a sentence, and stands inside numbers, initialisms, domains. */
  fullStop: 3,
  /** `,` and the Arabic separators: inside numbers. */
  separator: 4,
  apostrophe: 5,
  hyphen: 6,
  underscore: 7,
  /** Invisible: soft hyphen, word joiner, direction marks. Inside words only. */
  invisible: 8,
  colon: 9,
  plus: 10,
  /** `"` inside a Hebrew abbreviation. */
  quote: 11,
  /** `@` and `#` may start a token. */
  at: 12,
  hash: 13,
  letter: 14,
  /** Extends the character before it (Grapheme_Extend, spacing marks, tatweel, ZWJ, ZWNJ); starts no token. */
  mark: 15,
  digit: 16,
  /** A letter of a script written without spaces: Han, Kana, Thai, Lao, Khmer, Burmese. */
  unspaced: 17,
  /** Half of a surrogate pair: ask `classOfCodePoint`. */
  surrogate: 18,
  /** Forms one grapheme with what follows (Arabic number sign, end of ayah). */
  prepend: 19,
} as const;
export type CharClass = (typeof charClass)[keyof typeof charClass];
