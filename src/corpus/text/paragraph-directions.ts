import type { Direction } from '../../shared/model.ts';
import { firstLetter, lettersOf } from './direction.ts';
import type { Layout } from './layout.ts';
import type { Tokeniser } from './tokenise.ts';

/**
 * Directions of the paragraphs of a text: that of most letters of its words, of the first letter when there are as many
 * either way. A paragraph without letters takes that of the whole.
 */
export function paragraphDirections(tokens: Tokeniser, layout: Layout): { paragraphs: Direction[]; whole: Direction } {
  if (!tokens.forms.rightToLeft) return { paragraphs: layout.paragraphToken.map(() => 'ltr'), whole: 'ltr' };
  const { balances } = tokens.forms;
  const { types, count } = tokens;
  const signs: number[] = [];
  let letters = 0;
  for (let p = 0; p < layout.paragraphToken.length; p++) {
    const from = layout.paragraphToken[p]!;
    const end = layout.paragraphToken[p + 1] ?? count;
    let balance = 0;
    for (let t = from; t < end; t++) balance += lettersOf(balances[types[t]!]!);
    letters += balance;
    signs.push(Math.sign(balance) || firstSign(tokens, from, end));
  }
  const whole = Math.sign(letters) || firstSign(tokens, 0, count);
  return { paragraphs: signs.map((sign) => directionOfSign(sign || whole)), whole: directionOfSign(whole) };
}

const directionOfSign = (sign: number): Direction => (sign < 0 ? 'rtl' : 'ltr');

/** Of the first letter in the words from `from` to `end`, 0 without one. */
function firstSign({ forms, types }: Tokeniser, from: number, end: number): number {
  for (let t = from; t < end; t++) if (forms.balances[types[t]!] !== 0) return firstLetter(forms.form(types[t]!));
  return 0;
}
