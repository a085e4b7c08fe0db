/**
 * How much a decoded text looks like writing: 0 = nothing odd, lower = odder, per character outside ASCII.
 *
 * The detector's models tell scripts and languages apart; sibling encodings of one script (windows-1251 and
 * MacCyrillic, windows-1252 and ISO-8859-15) share most bytes, and what tells those apart is spelling: a capital in
 * the middle of a word, a currency sign between two letters, two scripts in one word.
 */

const letter = /\p{L}/u;
const upper = /\p{Lu}/u;
const lower = /\p{Ll}/u;
const mark = /\p{M}/u;
const bad = /[\p{Cc}\p{Cn}\p{Co}\p{Cs}\uFFFD]/u;
const symbol = /[\p{S}\p{No}]/u;
const scripts: readonly RegExp[] = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Arabic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Hebrew}/u,
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u,
  /\p{Script=Hangul}/u,
];
/** Frames drawn in text, and letters that living alphabets of Europe use rarely. */
const rare = /[\u2500-\u259Fÿýþðßªº¡ѐѝ\u0460-\u048F\u0492-\u04FFٮٯ]/u;

interface Shape {
  readonly ascii: boolean;
  readonly letter: boolean;
  readonly upper: boolean;
  readonly lower: boolean;
  readonly script: number;
  readonly cost: number;
  readonly symbol: boolean;
}

const shapes = new Map<string, Shape>();

function shapeOf(char: string): Shape {
  const known = shapes.get(char);
  if (known) return known;
  const isLetter = letter.test(char);
  const lineEnd = char === '\n' || char === '\r' || char === '\t';
  const shape: Shape = {
    ascii: char < '\u0080',
    letter: isLetter,
    upper: upper.test(char),
    lower: lower.test(char),
    script: isLetter ? scripts.findIndex((script) => script.test(char)) : mark.test(char) ? -2 : -1,
    cost: bad.test(char) && !lineEnd ? 4 : rare.test(char) ? 0.3 : 0,
    symbol: symbol.test(char),
  };
  shapes.set(char, shape);
  return shape;
}

export function plausibility(text: string): number {
  let cost = 0;
  let foreign = 0;
  let before: Shape | undefined;
  let beforeThat: Shape | undefined;
  for (const char of text) {
    const now = shapeOf(char);
    if (!now.ascii) foreign++;
    cost += now.cost;
    if (now.letter && before) {
      const plain = now.ascii && before.ascii;
      if (before.letter && now.script !== before.script && now.script >= 0 && before.script >= 0) cost += 1.5;
      else if (now.upper && before.lower && !plain) cost += 1;
      else if (now.lower && before.upper && beforeThat?.upper && !plain) cost += 0.5;
      else if (before.symbol && !before.ascii && beforeThat?.letter) cost += 1;
    }
    beforeThat = before;
    before = now;
  }
  return foreign === 0 ? 0 : -cost / foreign;
}
