import type { Direction } from '../../shared/model.ts';
import type { Layout } from './layout.ts';
import type { Tokeniser } from './tokenise.ts';

/** Directions of the paragraphs of a text; one without letters takes that of the whole. */
export function paragraphDirections(tokens: Tokeniser, layout: Layout): { paragraphs: Direction[]; whole: Direction } {
  const { balances, rightToLeft } = tokens.forms;
  if (!rightToLeft) return { paragraphs: layout.paragraphToken.map(() => 'ltr'), whole: 'ltr' };
  const { types, count } = tokens;
  const paragraphs: number[] = [];
  let whole = 0;
  for (let p = 0; p < layout.paragraphToken.length; p++) {
    const end = layout.paragraphToken[p + 1] ?? count;
    let balance = 0;
    let first = 0;
    for (let t = layout.paragraphToken[p]!; t < end; t++) {
      const letters = balances[types[t]!]!;
      if (first === 0) first = letters;
      balance += letters;
    }
    whole += balance;
    paragraphs.push(balance === 0 ? first : balance);
  }
  if (whole === 0) whole = paragraphs.find((balance) => balance !== 0) ?? 0;
  const directions = paragraphs.map((balance) => ((balance === 0 ? whole : balance) < 0 ? 'rtl' : 'ltr'));
  return { paragraphs: directions, whole: whole < 0 ? 'rtl' : 'ltr' };
}
