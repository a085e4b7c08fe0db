/** Finds the types that a token test means in a given lexicon. */
import type { TypeId } from '../../shared/model.ts';
import type { Lexicon } from '../index/corpus-index.ts';
import { fold } from '../text/fold.ts';
import { globMatcher, globMatches } from './glob.ts';
import { lexiconStrings, typeString } from './lexicon-strings.ts';
import type { Glob, LexiconKey, TokenTest } from './pattern.ts';
import { globOfRegex, needleOf, RegexMatcher } from './regex-matcher.ts';
import type { TypeRanges } from './type-set.ts';
import { complementOf, intersectionOf, rangesOfSorted, unionOf } from './type-set.ts';

/** Whether it asks for more than the type of a token. */
export function isPositional(test: TokenTest): boolean {
  switch (test.kind) {
    case 'any':
    case 'glob':
    case 'regex':
      return false;
    case 'language':
    case 'places':
      return true;
    case 'types':
      return test.languages !== null;
    case 'stem':
    case 'tag':
      throw unresolved(test);
    case 'some':
    case 'all':
      return test.of.some(isPositional);
    case 'not':
      return isPositional(test.of);
  }
}

/** The types of all tokens that pass; of a positional test, of all tokens that might. */
export function typesOf(lexicon: Lexicon, test: TokenTest): TypeRanges {
  switch (test.kind) {
    case 'any':
    case 'language':
    case 'places':
      return everything(lexicon);
    case 'glob':
      return typesOfGlob(lexicon, test.key, test.glob);
    case 'regex':
      return typesOfRegex(lexicon, test);
    case 'types':
      return test.types;
    case 'stem':
    case 'tag':
      throw unresolved(test);
    case 'some':
      return unionOf(test.of.map((one) => typesOf(lexicon, one)));
    case 'all':
      return intersectionOf(
        test.of.map((one) => typesOf(lexicon, one)),
        lexicon.size,
      );
    case 'not':
      return isPositional(test.of) ? everything(lexicon) : complementOf(typesOf(lexicon, test.of), lexicon.size);
  }
}

function unresolved({ kind }: TokenTest): Error {
  return new Error(`a ${kind} is known only to who keeps it: see stem-tests.ts and tag-tests.ts`);
}

function everything(lexicon: Lexicon): TypeRanges {
  return lexicon.size === 0 ? [] : [[0, lexicon.size]];
}

function typesOfRegex(lexicon: Lexicon, { key, regex, at, until }: TokenTest & { kind: 'regex' }): TypeRanges {
  const glob = globOfRegex(regex);
  if (glob) return typesOfGlob(lexicon, key, glob);
  const matcher = new RegexMatcher(regex, key, at, until);
  const needle = needleOf(regex, key);
  return typesByScan(lexicon, key, needle, (text, from, to) => matcher.matches(text, from, to));
}

function typesOfGlob(lexicon: Lexicon, key: LexiconKey, glob: Glob): TypeRanges {
  const matcher = globMatcher(glob, key);
  const { head, middles, tail, open } = matcher;
  const [first] = head;
  if (!open && head.length === 1 && typeof first === 'string') {
    const cls = lexicon.findClass(fold(first));
    return cls === -1 ? [] : typesInClasses(lexicon, key, cls, cls + 1, (form) => form === first);
  }
  if (open && typeof first === 'string' && fold(`${first}x`) === `${fold(first)}x`) {
    // Unless it is a sign that folds away (a tatweel), which a folded form cannot begin with. All forms that begin alike lie in one range of classes, whichever folding is asked.
    const [from, to] = lexicon.prefixRange(fold(first));
    const whole = head.length === 1 && middles.length === 0 && tail.length === 0;
    if (key !== 'fold')
      return typesInClasses(lexicon, key, from, to, (form) => globMatches(matcher, form, 0, form.length));
    if (whole) return typesInClasses(lexicon, key, from, to, () => true);
  }
  const needle = matcher.needleEnds ? `${matcher.needle}\n` : matcher.needle;
  return typesByScan(lexicon, key, needle, (text, start, end) => globMatches(matcher, text, start, end));
}

/** Types of the classes [from, to) whose string passes; for `fold` all of them, its classes are the answer already. */
function typesInClasses(
  lexicon: Lexicon,
  key: LexiconKey,
  from: number,
  to: number,
  passes: (form: string) => boolean,
): TypeRanges {
  const start = lexicon.classStart()[from]!;
  const end = lexicon.classStart()[to]!;
  if (start >= end) return [];
  if (key === 'fold') return [[start, end]];
  const ids: number[] = [];
  for (let type = start; type < end; type++) if (passes(typeString(lexicon, key, type as TypeId))) ids.push(type);
  return rangesOfSorted(ids);
}

/**
 * Looks `needle` up in all strings at once and asks `passes` of what holds it; of every string when there is no needle. A
 * newline in the needle stands for the end of the string.
 */
function typesByScan(
  lexicon: Lexicon,
  key: LexiconKey,
  needle: string,
  passes: (text: string, from: number, to: number) => boolean,
): TypeRanges {
  const { text, starts } = lexiconStrings(lexicon, key);
  const count = starts.length - 1;
  const found: number[] = [];
  const consider = (line: number) => {
    if (passes(text, starts[line]!, starts[line + 1]! - 1)) found.push(line);
  };
  if (needle === '') for (let line = 0; line < count; line++) consider(line);
  else {
    let line = 0;
    for (let at = text.indexOf(needle, 1); at !== -1; at = text.indexOf(needle, starts[line])) {
      line = lineAt(starts, at, line);
      consider(line);
      if (++line === count) break;
    }
  }
  const ranges = rangesOfSorted(found);
  if (key !== 'fold') return ranges;
  const classStart = lexicon.classStart();
  return ranges.map(([from, to]) => [classStart[from]!, classStart[to]!] as const);
}

/** The string that holds the character at `at`; it is `from` or a later one. */
function lineAt(starts: Uint32Array, at: number, from: number): number {
  let low = from;
  let high = starts.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (starts[middle]! <= at) low = middle;
    else high = middle;
  }
  return low;
}
