/** Files of links that are lines of text: our table, hunalign's two forms, and beads. */
import * as z from 'zod';
import { linkStatuses } from '../../../shared/alignment.ts';
import { Unreadable } from '../../decode/unreadable.ts';
import { primary } from './read-xml.ts';
import type { LinkFile, NumberedLink, TextLink } from './link-file.ts';

/** A line that begins with `#` and has no tab is a remark; a headline may begin with it. */
const linesOf = (text: string): string[] =>
  text
    .replace(/^\ufeff/, '')
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== '' && !(line.startsWith('# ') && !line.includes('\t')));

const upTo = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);

function numbersIn(list: string): number[] | undefined {
  const words = list
    .trim()
    .split(/[\s,]+/)
    .filter((word) => word !== '');
  return words.every((word) => /^\d+$/.test(word)) ? words.map(Number) : undefined;
}

/** A table with tabs: `a`, `b` as lists of numbers and more columns, as Lectern writes it; else two columns of texts. */
export function readTsv(text: string): LinkFile {
  const rows = linesOf(text).map((line) => line.split('\t'));
  if (rows.length === 0 || rows.some((row) => row.length < 2))
    throw new Unreadable('is no table of links: expected columns with tabs between them, one link a line');
  const numbered = rows.map(([a = '', b = '']): NumberedLink | undefined => {
    const [as, bs] = [numbersIn(a), numbersIn(b)];
    return as && bs ? { a: as, b: bs } : undefined;
  });
  if (rows.every((row) => row.length >= 4) && numbered.every((link) => link !== undefined))
    return { kind: 'numbers', links: numbered };
  const [head, ...below] = rows;
  const [from = '', to = ''] = head ?? [];
  const isHeaded = isLanguage(from) && isLanguage(to) && below.length > 0;
  const links = (isHeaded ? below : rows).map(([a = '', b = '']): TextLink => ({ a, b }));
  return { kind: 'texts', links, languages: isHeaded ? [primary(from), primary(to)] : ['', ''] };
}

function isLanguage(word: string): boolean {
  return /^[a-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*$/.test(word.trim());
}

/** hunalign's ladder: where both texts stand at each rung, and a score. The numbers are those of the next segments. */
export function readLadder(text: string): LinkFile {
  const rungs = linesOf(text).map((line) => line.split('\t').slice(0, 2).map(Number));
  if (rungs.length === 0 || rungs.some(([a, b]) => !Number.isInteger(a) || !Number.isInteger(b)))
    throw new Unreadable('is no ladder: expected two numbers with a tab between them on each line');
  const links: NumberedLink[] = [];
  for (const [at, [a, b]] of rungs.entries()) {
    const next = rungs[at + 1];
    if (!next) break;
    if (next[0]! < a! || next[1]! < b!) throw new Unreadable(`is no ladder: rung ${at + 2} goes back`);
    links.push({ a: upTo(a!, next[0]!), b: upTo(b!, next[1]!) });
  }
  return { kind: 'numbers', links };
}

/** hunalign's text: both texts and a score; several sentences of a side have ` ~~~ ` between them. */
export function readHunalign(text: string): LinkFile {
  const links = linesOf(text)
    .map((line) => line.split('\t'))
    .map(([a = '', b = '']): TextLink => ({ a: joined(a), b: joined(b) }))
    .filter(({ a, b }) => a !== '<p>' && b !== '<p>');
  return { kind: 'texts', links, languages: ['', ''] };
}

const joined = (side: string): string => side.split(' ~~~ ').join(' ');

/** Beads, one a line: `[0,1]:[2]`, with an optional `:score`. */
export function readBeads(text: string): LinkFile {
  const links = linesOf(text).map((line, at): NumberedLink => {
    const [, a, b] = /^\[([\d,\s]*)\]\s*:\s*\[([\d,\s]*)\]/.exec(line.trim()) ?? [];
    if (a === undefined || b === undefined)
      throw new Unreadable(`is no list of beads: expected a line such as [0,1]:[2], and line ${at + 1} is none`);
    return { a: numbersIn(a) ?? [], b: numbersIn(b) ?? [] };
  });
  return { kind: 'numbers', links };
}

const numbers = z.array(z.number().int().nonnegative());
const side = z.looseObject({ units: z.array(z.string()) });
const written = z.object({
  links: z.array(z.looseObject({ a: numbers, b: numbers, status: z.enum(linkStatuses).optional() })),
  a: side.optional().catch(undefined),
  b: side.optional().catch(undefined),
});

/** The JSON of `lectern align` and of the window. */
export function readJson(text: string): LinkFile {
  const parsed = written.safeParse(JSON.parse(text));
  if (!parsed.success) throw new Unreadable('is no alignment of Lectern: expected “links” with lists “a” and “b”');
  const { links, a, b } = parsed.data;
  const read = links.map((link): NumberedLink => ({
    ...{ a: link.a, b: link.b },
    ...(link.status === undefined ? {} : { status: link.status }),
  }));
  return { kind: 'numbers', links: read, ...(a && b ? { units: [a.units, b.units] } : {}) };
}
