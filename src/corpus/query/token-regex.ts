/**
 * Regular expressions on one token, as the cql mode writes them between quotation marks. They are read here and run in
 * regex-matcher.ts, not by the JavaScript engine: that one can take exponential time on a short word (`(a+)+b`), says no
 * place in a mistake, and knows no `\w` outside ASCII.
 *
 *     characters, `.`   `[a-z]` `[^…]`   `\w \d \s \W \D \S` (Unicode)   `\p{L}` `\P{…}`   `\uXXXX` `\u{…}`
 *     `( )` `(?: )` `|`   `? * + {n} {n,} {n,m}`   `\` before a sign that is meant itself
 *
 * The whole token is compared, so `^` at the beginning and `$` at the end say nothing new and are passed over.
 */
import { badQuery } from './bad-query.ts';

export type SetItem =
  | { readonly kind: 'range'; readonly from: number; readonly to: number }
  /** A JavaScript class for one code point, under the `u` flag. */
  | { readonly kind: 'class'; readonly source: string };

export type Regex =
  /** NFC. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'any' }
  | { readonly kind: 'set'; readonly negated: boolean; readonly items: readonly SetItem[] }
  | { readonly kind: 'sequence'; readonly parts: readonly Regex[] }
  | { readonly kind: 'either'; readonly parts: readonly Regex[] }
  /** `max` may be `Infinity`. */
  | { readonly kind: 'repeat'; readonly part: Regex; readonly min: number; readonly max: number };

const deepest = 50;
export const mostRepeats = 500;

const classes: ReadonlyMap<string, string> = new Map([
  ['w', '[\\p{L}\\p{M}\\p{N}_]'],
  ['W', '[^\\p{L}\\p{M}\\p{N}_]'],
  ['d', '\\p{Nd}'],
  ['D', '\\P{Nd}'],
  ['s', '\\s'],
  ['S', '\\S'],
]);
const controls: ReadonlyMap<string, string> = new Map([
  ['t', '\t'],
  ['n', '\n'],
  ['r', '\r'],
]);

/** Text of one character, or one of a set. */
type Atom = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'set'; readonly items: SetItem[] };

class Reader {
  private readonly text: string;
  private readonly end: number;
  private at: number;
  private depth = 0;

  constructor(text: string, from: number, to: number) {
    this.text = text;
    this.at = from;
    this.end = to;
  }

  whole(): Regex {
    this.take('^');
    const regex = this.either();
    if (this.at < this.end) throw badQuery('This “)” closes nothing; write \\) for the sign.', this.at, this.at + 1);
    return regex;
  }

  private peek(): string {
    return this.at < this.end ? this.text[this.at]! : '';
  }

  private take(sign: string): boolean {
    if (this.at + sign.length > this.end || !this.text.startsWith(sign, this.at)) return false;
    this.at += sign.length;
    return true;
  }

  private either(): Regex {
    const parts = [this.sequence()];
    while (this.take('|')) parts.push(this.sequence());
    return parts.length === 1 ? parts[0]! : { kind: 'either', parts };
  }

  private sequence(): Regex {
    const parts: Regex[] = [];
    let run = '';
    const endRun = () => {
      if (run !== '') parts.push({ kind: 'text', text: run.normalize('NFC') });
      run = '';
    };
    while (this.at < this.end && this.peek() !== '|' && this.peek() !== ')') {
      if (this.peek() === '$' && this.at + 1 === this.end) {
        this.at++;
        break;
      }
      const atom = this.atom();
      const repeated = this.repeats(atom);
      if (repeated.kind === 'text') run += repeated.text;
      else {
        endRun();
        parts.push(repeated);
      }
    }
    endRun();
    return parts.length === 1 ? parts[0]! : { kind: 'sequence', parts };
  }

  private atom(): Regex {
    const start = this.at;
    if (this.take('(')) return this.group(start);
    if (this.take('[')) return this.set(start);
    if (this.take('.')) return { kind: 'any' };
    const sign = this.peek();
    if ('?*+{'.includes(sign))
      throw badQuery(`“${sign}” repeats nothing; write \\${sign} for the sign.`, start, start + 1);
    if (sign === '^' || sign === '$') {
      throw badQuery(
        `The whole word is compared: “${sign}” stands only at its edge; write \\${sign} for the sign.`,
        start,
        start + 1,
      );
    }
    const read = this.character();
    return read.kind === 'text' ? read : { ...read, negated: false };
  }

  private group(start: number): Regex {
    if (++this.depth > deepest) throw badQuery(`Brackets are nested more than ${deepest} deep.`, start, start + 1);
    if (this.peek() === '?' && !this.take('?:')) {
      throw badQuery(
        'Only plain groups ( ) and (?: ) can stand here; look-around belongs to the regex mode.',
        start,
        Math.min(this.at + 2, this.end),
      );
    }
    const inside = this.either();
    if (!this.take(')')) throw badQuery('This “(” is never closed; write \\( for the sign.', start, start + 1);
    this.depth--;
    // A text in brackets is one thing to repeat, so it must not melt into what stands beside it.
    return inside.kind === 'text' ? { kind: 'sequence', parts: [inside] } : inside;
  }

  private repeats(part: Regex): Regex {
    const start = this.at;
    const sign = this.peek();
    if (sign === '' || !'?*+{'.includes(sign)) return part;
    const [min, max] = this.bounds(start);
    // Lazy or not, the same words match.
    this.take('?');
    return { kind: 'repeat', part, min, max };
  }

  private bounds(start: number): [min: number, max: number] {
    if (this.take('?')) return [0, 1];
    if (this.take('*')) return [0, Infinity];
    if (this.take('+')) return [1, Infinity];
    const close = this.text.indexOf('}', start);
    const inside = close === -1 || close >= this.end ? '' : this.text.slice(start + 1, close);
    const found = /^(\d{1,4})(,(\d{1,4})?)?$/.exec(inside.replaceAll(' ', ''));
    if (!found) throw badQuery('Expected {2}, {2,} or {2,4} here; write \\{ for the sign.', start, start + 1);
    this.at = close + 1;
    const min = Number(found[1]);
    const max = found[2] === undefined ? min : found[3] === undefined ? Infinity : Number(found[3]);
    if (max < min) throw badQuery(`This repeat ends (${max}) before it begins (${min}).`, start, this.at);
    if (Math.max(min, max === Infinity ? 0 : max) > mostRepeats) {
      throw badQuery(`At most ${mostRepeats} repeats.`, start, this.at);
    }
    return [min, max];
  }

  /** A character or an escape, outside or inside a set. */
  private character(): Atom {
    const start = this.at;
    const codePoint = String.fromCodePoint(this.text.codePointAt(this.at)!);
    this.at += codePoint.length;
    if (codePoint !== '\\') return { kind: 'text', text: codePoint };
    if (this.at >= this.end)
      throw badQuery('A “\\” takes away the meaning of the next character, but none follows.', start, this.at);
    const sign = String.fromCodePoint(this.text.codePointAt(this.at)!);
    this.at += sign.length;
    const named = classes.get(sign);
    if (named !== undefined) return { kind: 'set', items: [{ kind: 'class', source: named }] };
    const control = controls.get(sign);
    if (control !== undefined) return { kind: 'text', text: control };
    if (sign === 'p' || sign === 'P') return this.property(start);
    if (sign === 'u' || sign === 'x') return this.coded(start, sign);
    if (/[\p{L}\p{N}]/u.test(sign)) throw badQuery(`“\\${sign}” is no sign of the language here.`, start, this.at);
    return { kind: 'text', text: sign };
  }

  private property(start: number): Atom {
    const found = /^\{[\w=]{1,60}\}/.exec(this.text.slice(this.at, this.end));
    this.at += found?.[0].length ?? 0;
    const source = this.text.slice(start, this.at);
    try {
      new RegExp(source, 'u');
    } catch {
      throw badQuery(
        `Unicode has no such property: ${source}. Known are \\p{L}, \\p{Lu}, \\p{N}, \\p{Script=Arabic}….`,
        start,
        this.at,
      );
    }
    return { kind: 'set', items: [{ kind: 'class', source }] };
  }

  private coded(start: number, sign: 'u' | 'x'): Atom {
    const form = sign === 'x' ? /^[\da-f]{2}/i : /^(?:[\da-f]{4}|\{[\da-f]{1,6}\})/i;
    const found = form.exec(this.text.slice(this.at, this.end));
    const code = Number.parseInt(found?.[0].replace('{', '') ?? '', 16);
    this.at += found?.[0].length ?? 0;
    if (!(code <= 0x10ffff))
      throw badQuery(`Expected the number of a character after \\${sign}, as in \\u0643.`, start, this.at);
    return { kind: 'text', text: String.fromCodePoint(code) };
  }

  private set(start: number): Regex {
    const negated = this.take('^');
    const items: SetItem[] = [];
    while (this.peek() !== ']') {
      if (this.at >= this.end) throw badQuery('This “[” is never closed; write \\[ for the sign.', start, start + 1);
      const from = this.at;
      const low = this.character();
      if (low.kind === 'set') {
        items.push(...low.items);
        continue;
      }
      const first = low.text.codePointAt(0)!;
      const ranged = this.peek() === '-' && this.at + 1 < this.end && this.text[this.at + 1] !== ']';
      if (!ranged) {
        items.push({ kind: 'range', from: first, to: first });
        continue;
      }
      this.at++;
      const high = this.character();
      const last = high.kind === 'text' ? high.text.codePointAt(0)! : -1;
      if (last < first) throw badQuery('This range ends before it begins.', from, this.at);
      items.push({ kind: 'range', from: first, to: last });
    }
    this.at++;
    if (items.length === 0) throw badQuery('An empty set [] matches nothing.', start, this.at);
    return { kind: 'set', negated, items };
  }
}

/** Reads `text[from..to)`. Throws `ExpectedFailure` (bad-query) with the place in `text`. */
export function readRegex(text: string, from: number, to: number): Regex {
  return new Reader(text, from, to).whole();
}
