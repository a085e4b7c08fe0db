/**
 * Puts types in the place of stems: what a stem means is looked up once in the tables of the languages that occur, and
 * the matcher then knows nothing of it. A type that has another stem in another language counts only in documents of
 * those languages in which it is meant.
 */
import type { Language, TypeId } from '../../shared/model.ts';
import type { Lexicon } from '../index/corpus-index.ts';
import type { StemClasses } from '../stems/stem-classes.ts';
import { noStemClass } from '../stems/stem-classes.ts';
import { fold } from '../text/fold.ts';
import { foldedFor, literalOf } from './glob.ts';
import type { Pattern, StemTest, TokenTest } from './pattern.ts';
import { withTests } from './pattern.ts';
import { RegexMatcher } from './regex-matcher.ts';
import type { TypeRanges } from './type-set.ts';
import { rangesOfSorted, unionOf } from './type-set.ts';

/** Words without wildcards, asked also by their stems: for the simple mode. */
export function askedByStems(pattern: Pattern): Pattern {
  return withTests(pattern, alsoByStem);
}

export function alsoByStem(test: TokenTest): TokenTest {
  const word = test.kind === 'glob' ? literalOf(test.glob) : undefined;
  if (test.kind !== 'glob' || word === undefined) return test;
  const marks = test.key === 'caseFold' || test.key === 'form';
  // The word itself stands beside its stem: it is found even where its own language has another stem for it.
  return { kind: 'some', of: [test, { kind: 'stem', word, regex: null, marks, at: 0, until: 0 }] };
}

/** The same pattern with types in the place of stems. */
export function resolvedStems(pattern: Pattern, lexicon: Lexicon, stems: StemClasses): Pattern {
  return withTests(pattern, (test) => withTypes(test, lexicon, stems));
}

/** The same for one test. */
export function withTypes(test: TokenTest, lexicon: Lexicon, stems: StemClasses): TokenTest {
  switch (test.kind) {
    case 'stem':
      return typesWithStem(test, lexicon, stems);
    case 'some':
    case 'all':
      return { kind: test.kind, of: test.of.map((one) => withTypes(one, lexicon, stems)) };
    case 'not':
      return { kind: 'not', of: withTypes(test.of, lexicon, stems) };
    default:
      return test;
  }
}

/** The types that a stem means: in any document where that is all the same, else by language. */
export function typesWithStem(test: StemTest, lexicon: Lexicon, stems: StemClasses): TokenTest {
  const byRegex = test.regex && classesByRegex(test, stems);
  const meant = stems.languages.map((language) => ({
    language,
    types: typesOfLanguage(test, language, byRegex, lexicon, stems),
  }));
  const all = unionOf(meant.map(({ types }) => rangesOfSorted(types)));
  if (isMeantEverywhere(all, meant, stems)) return { kind: 'types', types: all, languages: null };
  const of = meant
    .filter(({ types }) => types.length > 0)
    .map(({ language, types }) => ({
      kind: 'types' as const,
      types: rangesOfSorted(types),
      languages: [language],
    }));
  return of.length === 1 ? of[0]! : { kind: 'some', of };
}

/** One byte a class: 1 when its stem passes the expression. */
function classesByRegex({ regex, at, until }: StemTest, stems: StemClasses): Uint8Array {
  const matcher = new RegexMatcher(regex!, 'fold', at, until);
  const passing = new Uint8Array(stems.size);
  for (let cls = 0; cls < stems.size; cls++) {
    const stem = stems.stemOf(cls);
    if (matcher.matches(stem, 0, stem.length)) passing[cls] = 1;
  }
  return passing;
}

/** Ascending. */
function typesOfLanguage(
  { word, marks }: StemTest,
  language: Language,
  byRegex: Uint8Array | null,
  lexicon: Lexicon,
  stems: StemClasses,
): number[] {
  const table = stems.ofLanguage(language)!;
  const stem = word === undefined ? undefined : stems.stem(language, word);
  const wanted = stem === undefined ? -1 : stems.findClass(fold(stem));
  const types: number[] = [];
  if (wanted === -1 && !byRegex) return types;
  for (let type = 0; type < table.length; type++) {
    const cls = table[type]!;
    if (cls === wanted || (byRegex?.[cls] === 1 && cls !== noStemClass)) types.push(type);
  }
  if (!marks || stem === undefined) return types;
  const asWritten = foldedFor('caseFold', stem);
  return types.filter(
    (type) => foldedFor('caseFold', stems.stem(language, lexicon.form(type as TypeId))) === asWritten,
  );
}

/** Whether each of the types is meant in every language in which it occurs. */
function isMeantEverywhere(
  all: TypeRanges,
  meant: readonly { readonly language: Language; readonly types: readonly number[] }[],
  stems: StemClasses,
): boolean {
  return meant.every(({ language, types }) => {
    const table = stems.ofLanguage(language)!;
    const own = new Set(types);
    return all.every(([from, to]) => {
      for (let type = from; type < to; type++) if (table[type] !== noStemClass && !own.has(type)) return false;
      return true;
    });
  });
}
