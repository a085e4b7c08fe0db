/** Cuts a query of the simple mode into its signs and chunks of words. All offsets are UTF-16, into the text as typed. */
import { badQuery } from './bad-query.ts';

/** The longest gap and the longest distance between words: past it, two words have no sentence in common. */
export const mostWordsBetween = 50;
/** `NEAR` and `BEFORE` without a number. */
const usualDistance = 5;

export type ChunkPart =
  | { readonly kind: 'literal'; /** Unescaped, NFC. */ readonly text: string }
  | { readonly kind: 'many' }
  | { readonly kind: 'one' };

interface Placed {
  readonly at: number;
  readonly until: number;
}

export type Lexeme = Placed &
  (
    | { readonly kind: 'open' }
    | { readonly kind: 'close' }
    | { readonly kind: 'bar' }
    | { readonly kind: 'gap'; readonly min: number; readonly max: number }
    | { readonly kind: 'near'; readonly words: number; readonly ordered: boolean; readonly name: string }
    /** What stands between spaces and signs: one word mostly, but also `well,known`, or punctuation alone. */
    | { readonly kind: 'chunk'; readonly parts: readonly ChunkPart[] }
  );

/** Digits as typed on a Latin, Arabic or Persian keyboard; NaN when there is anything else. */
function numberOf(digits: string): number {
  const latin = digits.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15));
  return /^\d{1,6}$/.test(latin) ? Number(latin) : NaN;
}

const gapForms = `write *{2} for exactly two words or *{0,3} for up to three (at most ${mostWordsBetween})`;

/** Reads `*{…}` whose `*` stands at `at`. */
function gapAt(text: string, at: number): Lexeme & { kind: 'gap' } {
  const close = text.indexOf('}', at);
  if (close === -1) throw badQuery(`This gap is not closed with “}”; ${gapForms}.`, at, text.length);
  const until = close + 1;
  const inside = text.slice(at + 2, close);
  const parts = inside.split(/[,،]/).map((part) => part.trim());
  if (parts.length > 2) throw badQuery(`A gap takes one or two numbers; ${gapForms}.`, at, until);
  const [first = '', second] = parts;
  if (second === '') throw badQuery(`A gap needs its largest size; ${gapForms}.`, at, until);
  const min = first === '' && second !== undefined ? 0 : numberOf(first);
  const max = second === undefined ? min : numberOf(second);
  if (Number.isNaN(min) || Number.isNaN(max)) {
    throw badQuery(`Expected a number of words in this gap; ${gapForms}.`, at, until);
  }
  if (min > max) throw badQuery(`This gap ends (${max}) before it begins (${min}).`, at, until);
  if (max === 0) throw badQuery('A gap of no words does nothing; leave it out.', at, until);
  if (max > mostWordsBetween) throw badQuery(`A gap holds at most ${mostWordsBetween} words.`, at, until);
  return { kind: 'gap', min, max, at, until };
}

/** Reads `NEAR`, `NEAR/3`, `BEFORE`, `BEFORE/3`; undefined for anything else. */
function operatorOf(typed: string, at: number): (Lexeme & { kind: 'near' }) | undefined {
  const found = /^(NEAR|BEFORE)(?:\/(.*))?$/s.exec(typed);
  if (!found) return undefined;
  const name = found[1]!;
  const until = at + typed.length;
  const words = found[2] === undefined ? usualDistance : numberOf(found[2]);
  if (Number.isNaN(words) || words > mostWordsBetween) {
    throw badQuery(`Expected a number from 0 to ${mostWordsBetween} after “${name}/”, as in ${name}/3.`, at, until);
  }
  return { kind: 'near', words, ordered: name === 'BEFORE', name, at, until };
}

const space = /\s/;
/** Brackets inside an address belong to it: …/wiki/Skopje_(city). */
const address = /^[a-z][a-z+.-]*:\/\//i;

/** Reads the chunk at `at`: up to a space or a sign. */
function chunkAt(text: string, at: number): Lexeme {
  const parts: ChunkPart[] = [];
  let literal = '';
  let escaped = false;
  const endLiteral = () => {
    if (literal !== '') parts.push({ kind: 'literal', text: literal.normalize('NFC') });
    literal = '';
  };
  const inAddress = address.test(text.slice(at, at + 20));
  let brackets = 0;
  let i = at;
  for (; i < text.length; i++) {
    const sign = text[i]!;
    if (space.test(sign) || sign === '|') break;
    if (sign === '\\') {
      if (i + 1 === text.length || space.test(text[i + 1]!)) {
        throw badQuery('A “\\” takes away the special meaning of the next character, but none follows.', i, i + 1);
      }
      literal += text[++i]!;
      escaped = true;
    } else if (sign === '(' || sign === ')') {
      if (!inAddress || (sign === ')' && brackets === 0)) break;
      brackets += sign === '(' ? 1 : -1;
      literal += sign;
    } else if (sign === '*' || sign === '?') {
      if (sign === '*' && text[i + 1] === '{') {
        if (i > at) throw badQuery('A gap stands between words: put a space before it, or write \\{.', i, i + 2);
        return gapAt(text, i);
      }
      endLiteral();
      parts.push({ kind: sign === '*' ? 'many' : 'one' });
    } else literal += sign;
  }
  endLiteral();
  const operator = escaped ? undefined : operatorOf(text.slice(at, i), at);
  return operator ?? { kind: 'chunk', parts, at, until: i };
}

/** The signs and chunks of a query, in order. Throws `ExpectedFailure` (bad-query) with the place. */
export function lexemes(text: string): Lexeme[] {
  const found: Lexeme[] = [];
  let at = 0;
  while (at < text.length) {
    const sign = text[at]!;
    if (space.test(sign)) {
      at++;
      continue;
    }
    const kind = sign === '(' ? 'open' : sign === ')' ? 'close' : sign === '|' ? 'bar' : undefined;
    const next: Lexeme = kind ? { kind, at, until: at + 1 } : chunkAt(text, at);
    found.push(next);
    at = next.until;
  }
  return found;
}
