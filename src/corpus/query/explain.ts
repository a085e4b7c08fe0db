/**
 * The no-hit doctor: what each word of a query matches alone, and what else its writer may have meant. A query that finds
 * nothing mostly has one word that is not there, is written otherwise, or stands with particles.
 */
import type { ExplainedWord } from '../../shared/answers.ts';
import type { Query } from '../../shared/terms.ts';
import type { Outcome } from '../../shared/failure.ts';
import { done } from '../../shared/failure.ts';
import type { TypeId } from '../../shared/model.ts';
import type { CorpusIndex, Lexicon } from '../index/corpus-index.ts';
import { withClitics } from './clitics.ts';
import { parseCql } from './cql.ts';
import { literalOf } from './glob.ts';
import { nearForms } from './near-forms.ts';
import type { LexiconKey, Pattern, TokenTest } from './pattern.ts';
import { lexiconKey } from './pattern.ts';
import { globOfRegex } from './regex-matcher.ts';
import { typesOf } from './resolve.ts';
import { parseSimple } from './simple.ts';
import type { TypeRanges } from './type-set.ts';

const mostNear = 6;
/** Looked at, since those that do not occur in the documents at hand fall away. */
const mostNearSought = 40;
const mostAttached = 12;

/** One test of the query that asks for a word, and where it was typed. */
interface AskedWord {
  readonly test: TokenTest & { readonly kind: 'glob' | 'regex' };
  readonly at: number;
  readonly until: number;
}

/** Occurrences of a set of types in the documents at hand. */
export type CountOccurrences = (types: TypeRanges) => number;

/**
 * The words of a query in the order in which they stand; fails as the query does. An expression of the regex mode has no
 * words of its own.
 */
export function explainQuery(index: CorpusIndex, query: Query, count: CountOccurrences): Outcome<ExplainedWord[]> {
  const asked = askedWords(query);
  if (!asked.ok) return asked;
  return done(asked.value.map((word) => explained(index.lexicon, query.text, word, count)));
}

function askedWords(query: Query): Outcome<AskedWord[]> {
  switch (query.mode) {
    case 'simple': {
      const key = lexiconKey(query);
      const parsed = parseSimple(query.text, key);
      if (!parsed.ok) return parsed;
      return done(parsed.value.words.map(({ glob, at, until }) => ({ test: { kind: 'glob', key, glob }, at, until })));
    }
    case 'cql': {
      const parsed = parseCql(query.text);
      if (!parsed.ok) return parsed;
      return done(wordsOfPattern(parsed.value).sort((a, b) => a.at - b.at));
    }
    case 'regex':
      return done([]);
  }
}

function wordsOfPattern(pattern: Pattern): AskedWord[] {
  switch (pattern.kind) {
    case 'token':
      return wordsOfTest(pattern.test);
    case 'sequence':
    case 'either':
      return pattern.parts.flatMap(wordsOfPattern);
    case 'repeat':
      return wordsOfPattern(pattern.part);
    case 'near':
      return [pattern.left, pattern.right].flatMap(wordsOfPattern);
    case 'boundary':
      return [];
    case 'within':
      return [pattern.part, ...(pattern.place.kind === 'pattern' ? [pattern.place.outer] : [])].flatMap(wordsOfPattern);
    case 'containing':
      return [pattern.part, pattern.inner].flatMap(wordsOfPattern);
  }
}

/** What a test excludes is no word that was looked for. */
function wordsOfTest(test: TokenTest): AskedWord[] {
  switch (test.kind) {
    case 'regex':
      return [{ test, at: test.at, until: test.until }];
    case 'some':
    case 'all':
      return test.of.flatMap(wordsOfTest);
    case 'any':
    case 'glob':
    case 'language':
    case 'stem':
    case 'types':
    case 'not':
      return [];
  }
}

function explained(lexicon: Lexicon, text: string, word: AskedWord, count: CountOccurrences): ExplainedWord {
  const { test, at, until } = word;
  const literal = literalOf((test.kind === 'glob' ? test.glob : globOfRegex(test.regex)) ?? []);
  return {
    at,
    until,
    text: text.slice(at, until),
    count: count(typesOf(lexicon, test)),
    looser: looserThan(test.key).map(([ignoring, key]) => ({
      ignoring,
      count: count(typesOf(lexicon, { ...test, key })),
    })),
    near: literal === undefined ? [] : near(lexicon, literal, count),
    attached: literal === undefined ? [] : attached(lexicon, literal, test.key, count),
  };
}

type Looser = readonly [ignoring: ExplainedWord['looser'][number]['ignoring'], key: LexiconKey];

/** The foldings that ignore more, with what they ignore more. */
function looserThan(key: LexiconKey): readonly Looser[] {
  switch (key) {
    case 'form':
      return [
        [['case'], 'caseFold'],
        [['marks'], 'marksFold'],
        [['case', 'marks'], 'fold'],
      ];
    case 'caseFold':
      return [[['marks'], 'fold']];
    case 'marksFold':
      return [[['case'], 'fold']];
    case 'fold':
      return [];
  }
}

function near(lexicon: Lexicon, word: string, count: CountOccurrences): ExplainedWord['near'] {
  return nearForms(lexicon, word, mostNearSought)
    .map(({ cls, why, distance }) => {
      const types: TypeRanges = [[lexicon.classStart()[cls]!, lexicon.classStart()[cls + 1]!]];
      return { form: usualForm(lexicon, types), count: count(types), why, distance };
    })
    .filter((form) => form.count > 0)
    .slice(0, mostNear);
}

function attached(lexicon: Lexicon, word: string, key: LexiconKey, count: CountOccurrences): ExplainedWord['attached'] {
  return withClitics(lexicon, word, key)
    .filter(({ before, after }) => before !== '' || after !== '')
    .map(({ before, after, types }) => ({ form: usualForm(lexicon, types), before, after, count: count(types) }))
    .filter((form) => form.count > 0)
    .sort((a, b) => b.count - a.count)
    .slice(0, mostAttached);
}

/** The most frequent of the types as it is written: a folded form (مدينه) is no word to show. */
function usualForm(lexicon: Lexicon, types: TypeRanges): string {
  let best = types[0]![0];
  for (const [from, to] of types)
    for (let type = from; type < to; type++)
      if (lexicon.typeCount(type as TypeId) > lexicon.typeCount(best as TypeId)) best = type;
  return lexicon.form(best as TypeId);
}
