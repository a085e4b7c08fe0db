/** Tests that look at where a token stands, not only at what it is. */
import type { DocId, Language } from '../../shared/model.ts';
import type { CorpusIndex } from '../index/corpus-index.ts';
import type { TokenTest } from './pattern.ts';
import { RegexMatcher } from './regex-matcher.ts';
import { RegionCursor } from './regions.ts';
import { isPositional, typesOf } from './resolve.ts';
import { TypeFilter } from './type-set.ts';

/** Tells whether a token passes. */
export function passingTokens(index: CorpusIndex, test: TokenTest): (token: number) => boolean {
  if (!isPositional(test)) {
    const filter = new TypeFilter(typesOf(index.lexicon, test));
    const stream = index.stream();
    return (token) => filter.has(stream[token]!);
  }
  switch (test.kind) {
    case 'language':
      return ofLanguage(index, test);
    case 'types':
      return ofTypes(index, test);
    case 'places':
      return test.places.membership();
    case 'some': {
      const all = test.of.map((one) => passingTokens(index, one));
      return (token) => all.some((passes) => passes(token));
    }
    case 'all': {
      const all = test.of.map((one) => passingTokens(index, one));
      return (token) => all.every((passes) => passes(token));
    }
    case 'not': {
      const passes = passingTokens(index, test.of);
      return (token) => !passes(token);
    }
    case 'any':
    case 'glob':
    case 'regex':
    case 'stem':
    case 'tag':
      throw new Error(`${test.kind} is not positional`);
  }
}

function ofLanguage(
  index: CorpusIndex,
  { regex, at, until }: TokenTest & { kind: 'language' },
): (token: number) => boolean {
  const matcher = new RegexMatcher(regex, 'form', at, until);
  return inLanguages(index, (language) => matcher.matches(language, 0, language.length));
}

function ofTypes(index: CorpusIndex, { types, languages }: TokenTest & { kind: 'types' }): (token: number) => boolean {
  const filter = new TypeFilter(types);
  const stream = index.stream();
  const inThem = inLanguages(index, (language) => languages === null || languages.includes(language));
  return (token) => filter.has(stream[token]!) && inThem(token);
}

function inLanguages(index: CorpusIndex, means: (language: Language) => boolean): (token: number) => boolean {
  const passing = Uint8Array.from({ length: index.documentCount }, (_, doc) =>
    means(index.language(doc as DocId)) ? 1 : 0,
  );
  const documents = new RegionCursor(index.documentStart());
  return (token) => {
    documents.seek(token);
    return passing[documents.region] === 1;
  };
}
