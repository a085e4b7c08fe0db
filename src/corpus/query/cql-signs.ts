/** The signs of the cql mode, read one after another. Offsets are UTF-16, into the text as typed. */
import type { ExpectedFailure } from '../../shared/failure.ts';
import { badQuery } from './bad-query.ts';
import type { Regex } from './token-regex.ts';
import { readRegex } from './token-regex.ts';

export interface CqlString {
  readonly regex: Regex;
  /** What `%c` and `%d` leave: true when case, or marks, count. */
  readonly counts: { readonly case: boolean; readonly marks: boolean };
  readonly flagged: boolean;
  /** End of the string and its flags. */
  readonly until: number;
}

/** Word processors turn quotation marks; what was opened by one closes by its partner. */
const closing: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['“', '”'],
  ['„', '“'],
  ['«', '»'],
]);

export class CqlSigns {
  readonly text: string;
  /** End of what was taken last. */
  at = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** Where the next sign stands. */
  next(): number {
    let next = this.at;
    while (next < this.text.length && /\s/.test(this.text[next]!)) next++;
    return next;
  }

  take(sign: string): boolean {
    const next = this.next();
    if (!this.text.startsWith(sign, next)) return false;
    this.at = next + sign.length;
    return true;
  }

  name(): { name: string; at: number } | undefined {
    const at = this.next();
    const found = /^[\p{L}_][\p{L}\p{M}\p{N}_.-]*/u.exec(this.text.slice(at));
    if (!found) return undefined;
    this.at = at + found[0].length;
    return { name: found[0], at };
  }

  /** Takes a word of the language, if it stands next as a whole. */
  word(word: string): boolean {
    const start = this.at;
    if (this.name()?.name === word) return true;
    this.at = start;
    return false;
  }

  atString(): boolean {
    return closing.has(this.text[this.next()] ?? '');
  }

  string(): CqlString {
    const open = this.next();
    const close = closing.get(this.text[open] ?? '');
    if (!close) throw this.expected('a string in quotation marks');
    let end = open + 1;
    while (end < this.text.length && this.text[end] !== close) end += this.text[end] === '\\' ? 2 : 1;
    if (end >= this.text.length) throw badQuery(`This string is never closed with ${close}.`, open, this.text.length);
    if (end === open + 1) throw badQuery('An empty string matches nothing.', open, end + 1);
    const regex = readRegex(this.text, open + 1, end);
    this.at = end + 1;
    const flags = this.flags();
    return {
      regex,
      counts: { case: !flags.includes('c'), marks: !flags.includes('d') },
      flagged: flags !== '',
      until: this.at,
    };
  }

  private flags(): string {
    let flags = '';
    while (this.take('%')) {
      const found = /^[a-z]*/i.exec(this.text.slice(this.at))![0];
      if (!/^[cd]+$/.test(found))
        throw badQuery('Expected %c (ignore case), %d (ignore marks) or %cd.', this.at - 1, this.at + found.length);
      this.at += found.length;
      flags += found;
    }
    return flags;
  }

  repeat(most: number): { min: number; max: number } | undefined {
    if (this.take('?')) return { min: 0, max: 1 };
    if (this.take('*')) return { min: 0, max: Infinity };
    if (this.take('+')) return { min: 1, max: Infinity };
    const start = this.next();
    if (!this.take('{')) return undefined;
    const found = /^\s*(\d{1,4})\s*(,\s*(\d{1,4})?\s*)?\}/.exec(this.text.slice(this.at));
    if (!found) throw badQuery('Expected {2}, {2,} or {2,4} here.', start, start + 1);
    this.at += found[0].length;
    const min = Number(found[1]);
    const max = found[2] === undefined ? min : found[3] === undefined ? Infinity : Number(found[3]);
    if (max < min) throw badQuery(`This repeat ends (${max}) before it begins (${min}).`, start, this.at);
    if (max === 0) throw badQuery('To repeat no times does nothing; leave it out.', start, this.at);
    if (Math.max(min, max === Infinity ? 0 : max) > most) throw badQuery(`At most ${most} repeats.`, start, this.at);
    return { min, max };
  }

  /** What was expected here and what stands here instead; `found` names what was read already, from `at` on. */
  expected(what: string, found?: { readonly name: string; readonly at: number }): ExpectedFailure {
    const at = found?.at ?? this.next();
    const sign = this.text.codePointAt(at);
    const came = found?.name ?? (sign === undefined ? undefined : String.fromCodePoint(sign));
    const until = Math.min(at + (came?.length ?? 0), this.text.length);
    return badQuery(`Expected ${what}, but here is ${came === undefined ? 'the end' : `“${came}”`}.`, at, until);
  }
}
