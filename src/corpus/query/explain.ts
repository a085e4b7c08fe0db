/**
 * The no-hit doctor: what each word of a query matches alone, and what else its writer may have meant. A query that finds
 * nothing mostly has one word that is not there, is written otherwise, or stands with particles.
 */
import type { ExplainedWord, Query } from '../../shared/contract.ts';
import type { Outcome } from '../../shared/failure.ts';
import type { TypeId } from '../../shared/model.ts';
import type { CorpusIndex, Lexicon } from '../index/corpus-index.ts';
import { literalOf } from './clitic-patterns.ts';
import { withClitics } from './clitics.ts';
import { nearForms } from './near-forms.ts';
import type { LexiconKey, TokenTest } from './pattern.ts';
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

/** The words of a query in the order in which they stand; fails as the query does. */
export function explainQuery(index: CorpusIndex, query: Query, count: CountOccurrences): Outcome<ExplainedWord[]> {
  const parsed = parseSimple(query.text, lexiconKey(query));
  if (!parsed.ok) return parsed;
  const words = parsed.value.words.map(({ glob, at, until }): AskedWord => ({
    test: { kind: 'glob', key: lexiconKey(query), glob },
    at,
    until,
  }));
  return { ok: true, value: words.map((word) => explained(index.lexicon, query.text, word, count)) };
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
