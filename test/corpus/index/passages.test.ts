/**
 * FlexSearch proposes, the token stream verifies: what is found must be what the positional index says.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { IndexBuilder } from '../../../src/corpus/index/build.ts';
import type { CorpusIndex } from '../../../src/corpus/index/corpus-index.ts';
import { passagesByPostings } from '../../../src/corpus/index/passages-by-postings.ts';
import { PassageIndex } from '../../../src/corpus/index/passages.ts';
import { fold } from '../../../src/corpus/text/fold.ts';
import type { TokenIndex } from '../../../src/shared/model.ts';
import { shippedRules } from '../text/rules.ts';

const rules = shippedRules();

function indexOf(texts: readonly string[]): CorpusIndex {
  const builder = new IndexBuilder(rules);
  for (const text of texts) builder.addDocument({ text, language: 'en' });
  return builder.finish();
}

function builtPassages(index: CorpusIndex, slice = 1000): PassageIndex {
  const passages = new PassageIndex(index);
  while (passages.buildSome(slice)) expect(passages.built).toBeLessThan(1);
  expect(passages.built).toBe(1);
  return passages;
}

/** Sentences that hold every word, by the postings alone. */
function positional(index: CorpusIndex, words: readonly string[]): number[] {
  const sets = words.map((word) => {
    const cls = index.lexicon.findClass(fold(word));
    const tokens = cls === -1 ? [] : [...index.postings(cls)];
    return new Set(tokens.map((token) => index.sentenceOf(token as TokenIndex)));
  });
  const [first, ...others] = sets;
  return [...first!].filter((sentence) => others.every((set) => set.has(sentence))).sort((a, b) => a - b);
}

// Words that FlexSearch's own encoder would merge, split or drop, and names that plain objects have.
const words = [
  ...['letter', 'leter', 'Letter', 'the', 'a', 'don’t', '3.14', '1,500', '42', 're-elect', '#tag', '@name', 'U.S'],
  ...['кука', 'куќа', 'Куќа', 'ѓавол', 'гавол', 'й', 'и'],
  ...['السلام', 'السَّلَامُ', 'مدرسة', 'مدرسه', '٢٠٢٣', '2023', 'می\u200cخواهم'],
  ...['constructor', '@__proto__', 'toString', 'hasOwnProperty', '漢字', 'ไทย', 'é', 'e'],
];
const word = fc.constantFrom(...words);
const sentence = fc.array(word, { minLength: 1, maxLength: 8 }).map((parts) => `${parts.join(' ')}.`);
const corpus = fc.array(
  fc.array(sentence, { maxLength: 12 }).map((parts) => parts.join('\n')),
  { minLength: 1, maxLength: 5 },
);

describe('of any corpus', () => {
  test('the sentences found are those that hold every word', () => {
    fc.assert(
      fc.property(corpus, fc.array(word, { minLength: 1, maxLength: 3 }), fc.nat(20), (texts, asked, slice) => {
        const index = indexOf(texts);
        const found = builtPassages(index, slice + 1).find(asked.join(' '), { limit: 10_000, fuzzy: false });
        expect(found.sentences.map((passage) => passage.sentence).sort((a, b) => a - b)).toEqual(
          positional(index, asked),
        );
        expect(found.total).toBe(found.sentences.length);
        expect(found.complete).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  test('so many of the words as must be there are there, whichever they are', () => {
    const asking = fc.tuple(fc.array(word, { minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 4 }));
    fc.assert(
      fc.property(corpus, asking, (texts, [asked, least]) => {
        const index = indexOf(texts);
        const found = builtPassages(index).find(asked.join(' '), { limit: 10_000, fuzzy: false, least });
        const held = new Map<number, number>();
        for (const one of new Set(asked.map(fold)))
          for (const at of positional(index, [one])) held.set(at, (held.get(at) ?? 0) + 1);
        const expected = [...held].filter(([, words]) => words >= least).map(([at]) => at);
        expect(found.sentences.map(({ sentence: at }) => at).sort((a, b) => a - b)).toEqual(
          expected.sort((a, b) => a - b),
        );
        expect(found.sentences.every(({ score }) => Number.isFinite(score))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test('where as many as any sentence holds must be there, it is those sentences', () => {
    fc.assert(
      fc.property(corpus, fc.array(word, { minLength: 1, maxLength: 4 }), (texts, asked) => {
        const index = indexOf(texts);
        const found = builtPassages(index).find(asked.join(' '), { limit: 10_000, fuzzy: false, least: 'most' });
        const held = new Map<number, number>();
        const distinct = new Set(asked.map(fold));
        for (const one of distinct) for (const at of positional(index, [one])) held.set(at, (held.get(at) ?? 0) + 1);
        const most = Math.max(0, ...held.values());
        const expected = [...held].filter(([, words]) => words === most).map(([at]) => at);
        expect(found.sentences.map(({ sentence: at }) => at).sort((a, b) => a - b)).toEqual(
          expected.sort((a, b) => a - b),
        );
        expect(found).toMatchObject({ held: most, words: distinct.size, total: expected.length });
      }),
      { numRuns: 200 },
    );
  });

  test('a fuzzy search finds all of them too, and ranks descend', () => {
    fc.assert(
      fc.property(corpus, fc.array(word, { minLength: 1, maxLength: 2 }), (texts, asked) => {
        const index = indexOf(texts);
        const { sentences } = builtPassages(index).find(asked.join(' '), { limit: 10_000, fuzzy: true });
        const found = new Set(sentences.map((passage) => passage.sentence));
        for (const expected of positional(index, asked)) expect(found.has(expected)).toBe(true);
        for (let i = 1; i < sentences.length; i++)
          expect(sentences[i]!.score).toBeLessThanOrEqual(sentences[i - 1]!.score);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the positional index alone', () => {
  test('finds the same passages in the same order, with the same scores', () => {
    const asking = fc.record({
      asked: fc.array(word, { maxLength: 3 }),
      limit: fc.oneof(fc.nat(3), fc.constant(10_000)),
      fuzzy: fc.boolean(),
      every: fc.integer({ min: 1, max: 3 }),
      least: fc.option(fc.oneof(fc.integer({ min: 1, max: 3 }), fc.constant('most' as const)), { nil: undefined }),
    });
    fc.assert(
      fc.property(corpus, asking, (texts, { asked, limit, fuzzy, every, least }) => {
        const index = indexOf(texts);
        const only = (passage: number) => passage % every === 0;
        const options = { limit, fuzzy, only, ...(least === undefined ? {} : { least }) };
        expect(passagesByPostings(index, asked.join(' '), options)).toEqual(
          builtPassages(index).find(asked.join(' '), options),
        );
      }),
      { numRuns: 400 },
    );
  });

  test('the best of many are the first of all', () => {
    const text = Array.from({ length: 400 }, (_, at) => `The word ${'word '.repeat(at % 7)}${'x '.repeat(at % 11)}.`);
    const index = indexOf([text.join(' ')]);
    const all = passagesByPostings(index, 'word', { limit: 1000, fuzzy: false }).sentences;
    const sorted = [...all].sort((one, other) => other.score - one.score || one.sentence - other.sentence);
    expect(all).toEqual(sorted);
    for (const limit of [0, 1, 7, 100, 399, 400])
      expect(passagesByPostings(index, 'word', { limit, fuzzy: false })).toMatchObject({
        sentences: all.slice(0, limit),
        total: 400,
        complete: true,
      });
  });
});

describe('finding in Arabic', () => {
  const texts = ['جرت مكالمة هاتفية بينهما.\nوفي المكالمة الهاتفية أكد دعمه.\nوبمكالمته ختم يومه.\nكان الهاتف مغلقا.'];
  const passages = builtPassages(indexOf(texts));
  const found = (words: string) =>
    passages.find(words, { limit: 10, fuzzy: false }).sentences.map(({ sentence }) => sentence);

  test('a word is found with its article, its particles and its pronouns, the word as asked first', () => {
    expect(found('مكالمة')).toEqual([0, 2, 1]);
    expect(found('مكالمة هاتفية')).toEqual([0, 1]);
  });

  test('a word asked with its article is found without it', () => {
    expect(found('المكالمة الهاتفية')).toEqual([1, 0]);
  });
});

describe('finding', () => {
  const texts = [
    'The treaty was signed in Ohrid. The lake lay still. Nobody spoke of the treaty, for the treaty was new.',
    'A tretay is a slip of the pen. Lakes lie still.',
  ];
  const passages = builtPassages(indexOf(texts));

  test('more than a hundred passages is no limit', () => {
    const many = builtPassages(indexOf([Array.from({ length: 250 }, () => 'The word stands here.').join(' ')]));
    expect(many.find('word', { limit: 500, fuzzy: false }).sentences).toHaveLength(250);
    const few = many.find('word', { limit: 7, fuzzy: false });
    expect([few.sentences.length, few.total]).toEqual([7, 250]);
  });

  test('a word said twice in a sentence of like length ranks it higher, and a rare word weighs more', () => {
    const treaty = passages.find('treaty', { limit: 10, fuzzy: false });
    expect(treaty.sentences).toHaveLength(2);
    const rare = passages.find('ohrid', { limit: 10, fuzzy: false }).sentences[0]!;
    const common = passages.find('the', { limit: 10, fuzzy: false }).sentences[0]!;
    expect(rare.score).toBeGreaterThan(common.score);
  });

  test('a slip is forgiven only when asked to be, and counts less than the word itself', () => {
    expect(passages.find('tretay', { limit: 10, fuzzy: false }).total).toBe(1);
    const { sentences } = passages.find('tretay', { limit: 10, fuzzy: true });
    expect(sentences.map((passage) => passage.sentence)).toHaveLength(3);
    expect(sentences[0]!.sentence).toBe(3);
  });

  test('a word that is nowhere finds nothing, nor does a text without words', () => {
    for (const asked of ['zebra', 'treaty zebra', '', '… !']) {
      expect(passages.find(asked, { limit: 10, fuzzy: false })).toMatchObject({
        sentences: [],
        total: 0,
        complete: true,
        held: 0,
      });
    }
  });

  test('before it is built it says that it is not complete', () => {
    const growing = new PassageIndex(indexOf(texts));
    expect([growing.built, growing.find('treaty', { limit: 10, fuzzy: false }).complete]).toEqual([0, false]);
    expect(growing.buildSome(1)).toBe(true);
    expect(growing.find('treaty', { limit: 10, fuzzy: false })).toMatchObject({ total: 1, complete: false });
    expect(growing.buildSome(100)).toBe(false);
    expect(growing.find('treaty', { limit: 10, fuzzy: false })).toMatchObject({ total: 2, complete: true });
  });

  test('an empty corpus is built at once', () => {
    expect(builtPassages(indexOf([])).find('word', { limit: 1, fuzzy: true }).total).toBe(0);
  });
});
