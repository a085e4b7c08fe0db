/** What is being written where the caret stands in a query: a word, the name of a test, a field of documents, its value. */
import type { QueryMode } from '../../app/query-modes.ts';

export interface QueryPlace {
  readonly kind: 'word' | 'attribute' | 'keyword' | 'field' | 'value' | 'tag' | 'tag-name';
  /** What stands before the caret of it. */
  readonly typed: string;
  /** UTF-16; what is offered is written between these. */
  readonly from: number;
  readonly until: number;
  /** Of a value: whose. */
  readonly field?: string;
}

const letters = "[\\p{L}\\p{M}\\p{N}_'’@#-]";
const wordBefore = new RegExp(`${letters}+$`, 'u');
const wordAfter = new RegExp(`^${letters}*`, 'u');
const nameBefore = /[\p{L}_][\p{L}\p{M}\p{N}_.-]*$/u;
const openString = /["“„«]((?:\\.|[^"”“»\\])*)$/u;

/** Null where nothing can be offered: after an expression, or where the next thing may be anything. */
export function placeAt(text: string, at: number, mode: QueryMode): QueryPlace | null {
  const before = text.slice(0, at);
  if (mode === 'cql') return cqlPlace(text, before);
  return wordPlace(text, before, 0);
}

/** `least`: where the word may begin at the earliest. */
function wordPlace(text: string, before: string, least: number): QueryPlace | null {
  const typed = wordBefore.exec(before.slice(least))?.[0];
  if (typed === undefined) return null;
  const until = before.length + (wordAfter.exec(text.slice(before.length))?.[0].length ?? 0);
  return { kind: 'word', typed, from: before.length - typed.length, until };
}

function cqlPlace(text: string, before: string): QueryPlace | null {
  const inside = stringAround(before);
  if (inside !== null) return stringPlace(text, before, inside);
  const typed = nameBefore.exec(before)?.[0] ?? '';
  const from = before.length - typed.length;
  const ahead = before.slice(0, from);
  const until = before.length + (/^[\p{L}\p{M}\p{N}_.-]*/u.exec(text.slice(before.length))?.[0].length ?? 0);
  if (/<tag\s+$/u.test(ahead)) return { kind: 'tag-name', typed, from, until };
  if (/<doc\s+$/u.test(ahead)) return { kind: 'field', typed, from, until };
  if (/\[[^\]]*$/u.test(ahead) && /(?:[[&|!(])\s*$/u.test(ahead)) return { kind: 'attribute', typed, from, until };
  if (typed !== '' && !/\[[^\]]*$/u.test(ahead)) return { kind: 'keyword', typed, from, until };
  return null;
}

/** Where the string begins that the caret stands in, after its sign; null outside of all. */
function stringAround(before: string): number | null {
  let from: number | null = null;
  let closing = '';
  const partners: Readonly<Record<string, string>> = { '"': '"', '“': '”', '„': '“', '«': '»' };
  for (let at = 0; at < before.length; at++) {
    const sign = before[at] ?? '';
    if (from === null) {
      closing = partners[sign] ?? '';
      if (closing !== '') from = at + 1;
    } else if (sign === '\\') at++;
    else if (sign === closing) from = null;
  }
  return from;
}

function stringPlace(text: string, before: string, start: number): QueryPlace | null {
  const ahead = before.slice(0, start - 1);
  const name = /([\p{L}_][\p{L}\p{M}\p{N}_.-]*)\s*!?=\s*$/u.exec(ahead)?.[1];
  const typed = before.slice(start);
  const rest = /^[^"”“»]*/u.exec(text.slice(before.length))?.[0].length ?? 0;
  const whole = { typed, from: start, until: before.length + rest };
  if (name !== undefined && /<doc\s[^>]*$/u.test(ahead)) return { kind: 'value', field: name, ...whole };
  if (name === 'lang') return { kind: 'value', field: 'language', ...whole };
  if (name === 'tag' || (name === 'name' && /<tag\s[^>]*$/u.test(ahead))) return { kind: 'tag', ...whole };
  return openString.test(before) ? wordPlace(text, before, start) : null;
}
