/** Classes of characters painted from Unicode properties. */
import { charClass, type CharClass } from './char-classes.ts';

/**
 * Properties in painting order; a later row wins.
 *
 * Numbers written as superscripts (mostly note marks: `word¹`) and enclosed numbers are symbols; subscripts stay, for
 * `CO₂`. `ℹ` is an emoji that happens to be a letter. `U+0E33`, `U+0EB3`, `U+FF9E`, `U+FF9F` are letters by category but never start a grapheme.
 */
const painting: readonly (readonly [RegExp, CharClass])[] = [
  [/[\p{Sentence_Terminal}\u2026;\u061b]/gu, charClass.stop],
  [/[\p{L}\p{Nl}]/gu, charClass.letter],
  [/[\p{Nd}\p{No}]/gu, charClass.digit],
  [
    /[\u00b2\u00b3\u00b9\u2070\u2074-\u2079\u2460-\u24ff\u2776-\u2793\u3190-\u319f\u3200-\u33ff\u{1f100}-\u{1f10c}]/gu,
    charClass.none,
  ],
  [/\p{Extended_Pictographic}/gu, charClass.none],
  [
    /[[\p{L}\p{Nl}]&&[\p{scx=Hani}\p{scx=Hira}\p{scx=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]]/gv,
    charClass.unspaced,
  ],
  [
    /[\p{M}\p{Emoji_Modifier}\p{Join_Control}]|\u0640|\u0e33|\u0eb3|\uff9e|\uff9f|[\u{e0020}-\u{e007f}]/gu,
    charClass.mark,
  ],
  // Hangul fillers: letters that nobody sees.
  [/[\u3164\uffa0]/gu, charClass.none],
  [/[\n\r\u2028\u2029]/gu, charClass.newline],
  [/\./gu, charClass.fullStop],
  [/[,\u060c\u066b\u066c]/gu, charClass.separator],
  [/['\u2018\u2019\uff07\u00b7\u05f3]/gu, charClass.apostrophe],
  [/[-\u2010\u2011]/gu, charClass.hyphen],
  [/_/gu, charClass.underscore],
  [/[\u00ad\u2060\ufeff\u200e\u200f\u061c]/gu, charClass.invisible],
  [/:/gu, charClass.colon],
  [/@/gu, charClass.at],
  [/[#\uff03]/gu, charClass.hash],
  [/[+]/gu, charClass.plus],
  [/["\u05f4]/gu, charClass.quote],
  // Grapheme_Cluster_Break=Prepend. No property escape names it; the test compares it with Intl.Segmenter.
  [
    /[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u0d4e\u{110bd}\u{110cd}\u{111c2}\u{111c3}\u{113d1}\u{1193f}\u{11941}\u{11a3a}\u{11a84}-\u{11a89}\u{11d46}\u{11f02}]/gu,
    charClass.prepend,
  ],
];

/**
 * The class of every UTF-16 code unit by the Unicode version of the JavaScript engine. It takes 40 ms, in every thread: unit-classes.ts
 * holds what comes out.
 */
export function paintTable(): Uint8Array {
  const units = new Uint16Array(0x10000);
  // U+FFFF stands in for surrogates: a lone half next to another would read as a pair.
  for (let unit = 0; unit < units.length; unit++) units[unit] = unit >= 0xd800 && unit <= 0xdfff ? 0xffff : unit;
  let plane = '';
  for (let from = 0; from < units.length; from += 0x1000) {
    plane += String.fromCharCode(...units.subarray(from, from + 0x1000));
  }
  const table = new Uint8Array(0x10000);
  for (const [pattern, cls] of painting) {
    // By runs: a match for each of sixty thousand letters would be the longest thing that a start of the program does.
    for (const { index, 0: run } of plane.matchAll(new RegExp(`(?:${pattern.source})+`, pattern.flags)))
      table.fill(cls, index, index + run.length);
  }
  return table.fill(charClass.surrogate, 0xd800, 0xe000);
}

const astralClasses = new Map<number, CharClass>();

/** Class of a code point above U+FFFF; remembered, since texts repeat their emoji and their rare letters. */
export function classOfAstral(codePoint: number): CharClass {
  const known = astralClasses.get(codePoint);
  if (known !== undefined) return known;
  const character = String.fromCodePoint(codePoint);
  let cls: CharClass = charClass.none;
  for (const [pattern, painted] of painting) {
    pattern.lastIndex = 0;
    if (pattern.test(character)) cls = painted;
  }
  astralClasses.set(codePoint, cls);
  return cls;
}
