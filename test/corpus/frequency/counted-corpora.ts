/** Random corpora with what is counted in them, read naively: lists of words a document. */
import fc from 'fast-check';
import type { CorpusIndex } from '../../../src/corpus/index/corpus-index.ts';
import type { DocumentMask } from '../../../src/corpus/frequency/documents.ts';
import type { CountingUnit } from '../../../src/corpus/frequency/unit.ts';
import { countingUnit } from '../../../src/corpus/frequency/unit.ts';
import type { LexiconKey } from '../../../src/corpus/query/pattern.ts';
import type { ReadToken, SmallCorpus } from '../query/small-corpora.ts';
import { foldedAs, indexOf, smallCorpus, tokensOf, wordOf } from '../query/small-corpora.ts';

export interface CountedCorpus {
  readonly corpus: SmallCorpus;
  readonly index: CorpusIndex;
  readonly unit: CountingUnit;
  readonly mask: DocumentMask;
  /** Tokens of the documents that are counted, in stream order; `at` is the place in the stream. */
  readonly tokens: readonly CountedToken[];
}

export interface CountedToken extends ReadToken {
  readonly at: number;
  /** What the unit calls it; null when it is left out. */
  readonly key: string | null;
}

const keys: readonly LexiconKey[] = ['fold', 'caseFold', 'marksFold', 'form'];

export const countedCorpus: fc.Arbitrary<CountedCorpus> = fc
  .record({
    corpus: smallCorpus,
    by: fc.constantFrom(...keys),
    stop: fc.array(fc.nat({ max: 60 }), { maxLength: 2 }),
    numbers: fc.boolean(),
    masked: fc.option(fc.array(fc.nat({ max: 1 }), { minLength: 4, maxLength: 4 })),
  })
  .map(({ corpus, by, stop, numbers, masked }) => {
    const index = indexOf(corpus);
    const stopWords = stop.map((number) => wordOf(corpus, number));
    const unit = countingUnit(index, { by, stop: stopWords, numbers });
    const mask = masked && Uint8Array.from({ length: index.documentCount }, (_, doc) => masked[doc]!);
    const left = new Set(stopWords.map((word) => foldedAs(by, word)));
    const tokens = tokensOf(corpus).map((token, at): CountedToken => {
      const key = foldedAs(by, token.text);
      return { ...token, at, key: left.has(key) || (!numbers && token.kind === 'number') ? null : key };
    });
    return { corpus, index, unit, mask, tokens: tokens.filter(({ doc }) => mask?.[doc] !== 0) };
  });

/** Occurrences by key. */
export function tally(keys: Iterable<string | null>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** Tokens of each document that is counted and has any. */
export function byDocument(tokens: readonly CountedToken[]): CountedToken[][] {
  const documents = new Map<number, CountedToken[]>();
  for (const token of tokens) documents.set(token.doc, [...(documents.get(token.doc) ?? []), token]);
  return [...documents.values()];
}

/** DP norm by its formula, word for word; null where it is not defined. */
export function naiveDpNorm(counts: readonly number[], sizes: readonly number[]): number | null {
  const all = sizes.reduce((a, b) => a + b, 0);
  const f = counts.reduce((a, b) => a + b, 0);
  if (f === 0 || sizes.length < 2) return null;
  const dp = sizes.reduce((sum, size, i) => sum + Math.abs(counts[i]! / f - size / all), 0) / 2;
  return dp / (1 - Math.min(...sizes) / all);
}
