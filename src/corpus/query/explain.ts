/**
 * The no-hit doctor: what each word of a query matches alone, and what else its writer may have meant. A query that finds
 * nothing mostly has one word that is not there, is written otherwise, or stands with particles.
 */
import type { ExplainedWord } from '../../shared/answers.ts';
import type { Query } from '../../shared/terms.ts';
import type { Outcome } from '../../shared/failure.ts';
import { done } from '../../shared/failure.ts';
import type { CorpusIndex, Lexicon } from '../index/corpus-index.ts';
import { withClitics } from './clitics.ts';
import { parseCql } from './cql.ts';
import { literalOf } from './glob.ts';
import { nearForms } from './near-forms.ts';
import type { LexiconKey, Pattern, TokenTest } from './pattern.ts';
import { lexiconKey } from './pattern.ts';
import { globOfRegex } from './regex-matcher.ts';
import { parseSimple } from './simple.ts';
import type { StemClasses } from '../stems/stem-classes.ts';
import { alsoByStem, withTypes } from './stem-tests.ts';
import type { TypeRanges } from './type-set.ts';
import { usualForm } from './usual-form.ts';

const mostNear = 6;
/** Looked at, since those that do not occur in the documents at hand fall away. */
const mostNearSought = 40;
const mostAttached = 12;

/** One test of the query that asks for a word, and where it was typed. */
export interface AskedWord {
  readonly test: TokenTest & { readonly kind: 'glob' | 'regex' | 'stem' };
  readonly at: number;
  readonly until: number;
}

/** Tokens in the documents at hand that pass. It is asked of no stems. */
export type CountTokens = (test: TokenTest) => number;

/**
 * The words of a query in the order in which they stand. `stems` may be left out where `asksForStems` says no. What of an
 * expression of the regex mode is a word is for the reader of such expressions to say.
 */
export function explainWords(
  { lexicon }: CorpusIndex,
  { text, mode, stems: byStems }: Query,
  words: readonly AskedWord[],
  count: CountTokens,
  stems?: StemClasses,
): ExplainedWord[] {
  const known: CountTokens = (test) => count(stems ? withTypes(test, lexicon, stems) : test);
  return words.map((word) => {
    const found = explained(lexicon, text, word, known);
    // An expression has no switch for marks, and particles are for words of the simple mode.
    if (mode === 'regex') return { ...found, looser: found.looser.filter(ignoresCase), attached: [] };
    const { test } = word;
    return byStems && test.kind === 'glob' ? { ...found, count: known(alsoByStem(test)) } : found;
  });
}

function ignoresCase({ ignoring }: ExplainedWord['looser'][number]): boolean {
  return ignoring.every((what) => what === 'case');
}

/** The words of a query of the simple or the cql mode; fails as the query does. */
export function wordsOfQuery(query: Query): Outcome<AskedWord[]> {
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
    case 'passages':
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
    case 'stem':
      return [{ test, at: test.at, until: test.until }];
    case 'some':
    case 'all':
      return test.of.flatMap(wordsOfTest);
    case 'any':
    case 'glob':
    case 'language':
    case 'types':
    case 'tag':
    case 'places':
    case 'not':
      return [];
  }
}

function explained(lexicon: Lexicon, text: string, word: AskedWord, count: CountTokens): ExplainedWord {
  const { test, at, until } = word;
  const literal = literalIn(test);
  const key = test.kind === 'stem' ? 'fold' : test.key;
  return {
    at,
    until,
    text: text.slice(at, until),
    count: count(test),
    looser:
      test.kind === 'stem'
        ? []
        : looserThan(key).map(([ignoring, looser]) => ({ ignoring, count: count({ ...test, key: looser }) })),
    near: literal === undefined ? [] : near(lexicon, literal, count),
    attached: literal === undefined ? [] : attached(lexicon, literal, key, count),
  };
}

function literalIn(test: AskedWord['test']): string | undefined {
  switch (test.kind) {
    case 'glob':
      return literalOf(test.glob);
    case 'regex':
      return literalOf(globOfRegex(test.regex) ?? []);
    case 'stem':
      return test.word;
  }
}

/** Of these types, wherever they stand. */
function anywhere(types: TypeRanges): TokenTest {
  return { kind: 'types', types, languages: null };
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

function near(lexicon: Lexicon, word: string, count: CountTokens): ExplainedWord['near'] {
  return nearForms(lexicon, word, mostNearSought)
    .map(({ cls, why, distance }) => {
      const types: TypeRanges = [[lexicon.classStart()[cls]!, lexicon.classStart()[cls + 1]!]];
      return { form: usualForm(lexicon, types), count: count(anywhere(types)), why, distance };
    })
    .filter((form) => form.count > 0)
    .slice(0, mostNear);
}

function attached(lexicon: Lexicon, word: string, key: LexiconKey, count: CountTokens): ExplainedWord['attached'] {
  return withClitics(lexicon, word, key)
    .filter(({ before, after }) => before !== '' || after !== '')
    .map(({ before, after, types }) => ({
      form: usualForm(lexicon, types),
      before,
      after,
      count: count(anywhere(types)),
    }))
    .filter((form) => form.count > 0)
    .sort((a, b) => b.count - a.count)
    .slice(0, mostAttached);
}
