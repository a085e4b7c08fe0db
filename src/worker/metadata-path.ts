/**
 * What the parts of a path say: `{source}/{date}_{title}.txt` makes three fields of `MIA/2022-03-01_Day.txt`. A pattern
 * is held against the end of the path, beginning at a folder; `*` stands for anything within one folder or name.
 */
import { failed, done, type Outcome } from '../shared/failure.ts';
import type { MetadataFields } from './metadata.ts';

export type PathReader = (path: string) => MetadataFields;

/** More make no sense, and each doubles what a regular expression may have to try. */
const mostFields = 8;

/** Fields that look like something are not satisfied with less: a date is found behind a title with hyphens. */
const shapes: Readonly<Record<string, string>> = {
  date: String.raw`\d{4}(?:[-_.]?\d{2}(?:[-_.]?\d{2})?)?|\d{1,2}[-.]\d{1,2}[-.]\d{4}`,
  year: String.raw`\d{4}`,
  language: String.raw`\p{L}{2,3}(?:[-_]\p{L}{2,4})?|\p{L}+`,
};

const escaped = (literal: string): string => literal.replace(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`);

/** Fails with `bad-query` and the place in the pattern. */
export function pathReader(pattern: string): Outcome<PathReader> {
  const names: string[] = [];
  let source = '';
  let afterField = false;
  for (let at = 0; at < pattern.length;) {
    const rest = pattern.slice(at);
    const field = /^\{([\p{L}\p{N}_.-]{1,60})\}/u.exec(rest);
    if (field || rest.startsWith('*')) {
      if (afterField) return mistake('two fields must have something between them, as in {date}_{title}', at);
      afterField = true;
      source += field ? `(${shapes[field[1]!.toLowerCase()] ?? '[^/]+?'})` : '[^/]*?';
      if (field) names.push(field[1]!);
      at += field?.[0].length ?? 1;
      continue;
    }
    if (rest.startsWith('{') || rest.startsWith('}')) return mistake('expected a field such as {date}', at);
    const literal = /^[^{}*]+/u.exec(rest)![0];
    source += escaped(literal.normalize('NFC'));
    afterField = false;
    at += literal.length;
  }
  if (names.length === 0) return mistake('it names no field: write one as {date}', 0);
  if (names.length > mostFields) return mistake(`it has more than ${mostFields} fields`, 0);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) return mistake(`it has {${twice}} twice`, pattern.lastIndexOf(`{${twice}}`));
  const expression = new RegExp(`(?:^|/)${source}$`, 'u');
  return done((path) => {
    const found = expression.exec(path);
    if (!found) return {};
    return Object.fromEntries(names.map((name, at) => [name, found[at + 1]!.trim()]));
  });
}

function mistake(what: string, at: number): Outcome<never> {
  return failed('bad-query', `The path pattern cannot be read at character ${at + 1}: ${what}.`, { at, until: at + 1 });
}
