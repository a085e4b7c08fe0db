/** Random small corpora in several scripts, with the tokens a naive reading of them sees. */
import fc from 'fast-check';
import type { CorpusIndex, TextSource } from '../../../src/corpus/index/corpus-index.ts';
import { IndexBuilder } from '../../../src/corpus/index/build.ts';
import { analyse } from '../../../src/corpus/text/analyse.ts';
import { canonicalText } from '../../../src/corpus/text/canonical.ts';
import { foldCase, foldMarks } from '../../../src/corpus/text/fold.ts';
import { sentenceRules } from '../../../src/corpus/text/sentences.ts';
import type { LexiconKey } from '../../../src/corpus/query/pattern.ts';
import type { Token } from '../../../src/shared/model.ts';

const rules = sentenceRules({});

/** Each one token. Neighbours in the list differ by case, marks or a letter that must not be merged. */
export const words = canonicalText(
  [
    'cafe Café CAFÉ naïve Naive the The of straße STRASSE',
    "don't don’t co-op д-р U.S 3.14 2023 ٢٠٢٣ #peace @user",
    'السلام السَّلام سلام أحمد احمد إلى الى مدينة مدينه على علي هـ ه',
    'куќа кука Куќа ѓакон гакон мой мои за\u0301мок замок всё все',
    '中 か が 𝒳𝒴 θεός ΘΕΟΣ',
  ].join(' '),
).split(' ');

const separators = [' ', ' ', ' ', ', ', '. ', ' — ', ' 😀 ', '! ', '؟ ', ' “', '\t'];
const breaks = ['\n', '\n\n', '.\n', '\n—\n'];

/** Numbers are reduced to the list at hand, so that shrinking keeps its meaning. */
function pick<Element>(list: readonly Element[], number: number): Element {
  return list[number % list.length]!;
}

const place = fc.nat({ max: 200 });
const paragraph = fc.array(fc.tuple(place, place), { maxLength: 12 });
const document = fc.array(fc.tuple(paragraph, place), { maxLength: 4 });

export interface SmallCorpus {
  readonly vocabulary: readonly string[];
  readonly texts: readonly string[];
}

/** Mostly few words, so that long queries find something; sometimes all, so that a wildcard meets many. */
const vocabulary = fc.oneof(
  { weight: 4, arbitrary: fc.shuffledSubarray(words, { minLength: 1, maxLength: 3 }) },
  { weight: 1, arbitrary: fc.shuffledSubarray(words, { minLength: 20 }) },
);

export const smallCorpus: fc.Arbitrary<SmallCorpus> = fc
  .tuple(vocabulary, fc.array(document, { minLength: 1, maxLength: 4 }))
  .map(([known, documents]) => ({
    vocabulary: known,
    texts: documents.map((paragraphs) =>
      canonicalText(
        paragraphs
          .map(
            ([tokens, end]) =>
              tokens.map(([word, separator]) => pick(known, word) + pick(separators, separator)).join('') +
              pick(breaks, end),
          )
          .join(''),
      ),
    ),
  }));

/** A fixed corpus of so many tokens: a few words are frequent, most are rare, as in real text. */
export function largerCorpus(tokens: number): SmallCorpus {
  const texts: string[] = [];
  let text = '';
  for (let i = 1; i <= tokens; i++) {
    // A walk that never repeats within the corpus; its square makes the first words frequent.
    const share = (i * 0.618_033_988_75) % 1;
    text += pick(words, Math.floor(share ** 3 * words.length)) + (i % 17 === 0 ? '.\n' : ' ');
    if (i % 1_000 === 0) texts.push(text);
    if (i % 1_000 === 0) text = '';
  }
  return { vocabulary: words, texts: texts.map(canonicalText) };
}

export const wordOf = (corpus: SmallCorpus, number: number): string => pick(corpus.vocabulary, number);

export function indexOf({ texts }: SmallCorpus, languageOf: (doc: number) => string = () => 'und'): CorpusIndex {
  const builder = new IndexBuilder(rules);
  texts.forEach((text, doc) => builder.addDocument({ text, language: languageOf(doc) }));
  return builder.finish();
}

export function textSource({ texts }: SmallCorpus): TextSource {
  return {
    slice: (doc, start, end) => texts[doc]!.slice(start, end),
    text: (doc) => texts[doc]!,
    length: (doc) => texts[doc]!.length,
  };
}

export interface ReadToken extends Token {
  readonly doc: number;
}

/** All tokens of a corpus in stream order, as the analysis of each document gives them. */
export function tokensOf({ texts }: SmallCorpus, languageOf: (doc: number) => string = () => 'und'): ReadToken[] {
  return texts.flatMap((text, doc) => analyse(text, languageOf(doc), rules).tokens.map((token) => ({ ...token, doc })));
}

export function foldedAs(key: LexiconKey, text: string): string {
  switch (key) {
    case 'fold':
      return foldMarks(foldCase(text));
    case 'caseFold':
      return foldCase(text);
    case 'marksFold':
      return foldMarks(text);
    case 'form':
      return text;
  }
}

export const allFoldings = [
  { case: false, marks: false, key: 'fold' },
  { case: false, marks: true, key: 'caseFold' },
  { case: true, marks: false, key: 'marksFold' },
  { case: true, marks: true, key: 'form' },
] as const;
