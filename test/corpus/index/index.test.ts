/**
 * The index against the analysis of each document, which knows nothing of ranks, postings or gaps.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { IndexBuilder } from '../../../src/corpus/index/build.ts';
import type { CorpusIndex, DocumentCounts, SourceDocument } from '../../../src/corpus/index/corpus-index.ts';
import { analyse } from '../../../src/corpus/text/analyse.ts';
import { fold, foldCase, foldMarks } from '../../../src/corpus/text/fold.ts';
import type { DocId, FoldClassId, TokenIndex, TypeId } from '../../../src/shared/model.ts';
import { shippedRules } from '../text/rules.ts';
import { anyText } from '../text/texts.ts';

const rules = shippedRules();

function build(documents: readonly SourceDocument[]): { index: CorpusIndex; counts: DocumentCounts[] } {
  const builder = new IndexBuilder(rules);
  const counts = documents.map((document) => builder.addDocument(document));
  return { index: builder.finish(), counts };
}

const language = fc.constantFrom('en', 'ar', 'mk', 'und');
const corpus = fc.array(fc.record({ text: anyText, language }), { maxLength: 6 });
const numbers = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);

describe('of any corpus', () => {
  test('every token is where the analysis of its document says, with its form, fold, kind, sentence and paragraph', () => {
    fc.assert(
      fc.property(corpus, (documents) => {
        const { index } = build(documents);
        let token = 0;
        documents.forEach(({ text, language: tongue }, doc) => {
          expect(index.documentStart()[doc]).toBe(token);
          expect(index.language(doc as DocId)).toBe(tongue);
          for (const expected of analyse(text, tongue, rules).tokens) {
            const type = index.stream()[token] as TypeId;
            const cls = index.lexicon.classOfType()[type] as FoldClassId;
            const at = token++ as TokenIndex;
            expect({
              start: index.charStart(at),
              end: index.charEnd(at),
              text: index.lexicon.form(type),
              fold: index.lexicon.foldOf(cls),
              kind: index.lexicon.kind(type),
              sentence: index.sentenceOf(at) - index.documentSentence()[doc]!,
              paragraph: index.paragraphOf(at) - index.documentParagraph()[doc]!,
            }).toEqual(expected);
            expect(index.documentOf(at)).toBe(doc);
          }
        });
        expect(index.tokenCount).toBe(token);
        expect([...index.documentStart()].at(-1)).toBe(token);
      }),
      { numRuns: 200 },
    );
  });

  test('sentences, paragraphs and counts are those of the analysis', () => {
    fc.assert(
      fc.property(corpus, (documents) => {
        const { index, counts } = build(documents);
        const spans = { sentences: [] as unknown[], paragraphs: [] as unknown[] };
        documents.forEach(({ text, language: tongue }, doc) => {
          const expected = analyse(text, tongue, rules);
          expect(index.documentSentence()[doc]).toBe(spans.sentences.length);
          expect(index.documentParagraph()[doc]).toBe(spans.paragraphs.length);
          expect(counts[doc]).toEqual({
            tokens: expected.tokens.length,
            types: new Set(expected.tokens.map((token) => token.text)).size,
            sentences: expected.sentences.length,
            paragraphs: expected.paragraphs.length,
            chars: text.length,
            direction: expected.direction,
          });
          spans.sentences.push(...expected.sentences.map(({ start, end }) => [start, end]));
          spans.paragraphs.push(...expected.paragraphs.map(({ start, end, direction }) => [start, end, direction]));
        });
        expect(numbers(0, index.sentenceCount).map((s) => index.sentenceSpan(s))).toEqual(spans.sentences);
        expect(
          numbers(0, index.paragraphCount).map((p) => [...index.paragraphSpan(p), index.paragraphDirection(p)]),
        ).toEqual(spans.paragraphs);
      }),
      { numRuns: 200 },
    );
  });

  test('starts ascend, and a thing without tokens starts where the next one does', () => {
    fc.assert(
      fc.property(corpus, (documents) => {
        const { index } = build(documents);
        for (const starts of [index.documentStart(), index.sentenceStart(), index.paragraphStart()]) {
          for (let i = 1; i < starts.length; i++) expect(starts[i]! >= starts[i - 1]!).toBe(true);
          expect(starts.at(-1)).toBe(index.tokenCount);
        }
        expect(index.documentSentence().at(-1)).toBe(index.sentenceCount);
        expect(index.documentParagraph().at(-1)).toBe(index.paragraphCount);
      }),
      { numRuns: 200 },
    );
  });

  test('the lexicon is in the order of (fold, form), each form once; classes are runs of it', () => {
    fc.assert(
      fc.property(corpus, (documents) => {
        const { lexicon } = build(documents).index;
        const types = numbers(0, lexicon.size) as TypeId[];
        const pairs = types.map((type) => [fold(lexicon.form(type)), lexicon.form(type)] as const);
        for (let type = 1; type < pairs.length; type++) {
          const [one, other] = [pairs[type - 1]!, pairs[type]!];
          expect(one[0] < other[0] || (one[0] === other[0] && one[1] < other[1])).toBe(true);
        }
        types.forEach((type) => {
          const cls = lexicon.classOfType()[type] as FoldClassId;
          expect(lexicon.foldOf(cls)).toBe(pairs[type]![0]);
          expect(lexicon.classStart()[cls]! <= type && type < lexicon.classStart()[cls + 1]!).toBe(true);
          expect(lexicon.formLength(type)).toBe(lexicon.form(type).length);
          expect(lexicon.caseFold(type)).toBe(foldCase(lexicon.form(type)));
          expect(lexicon.marksFold(type)).toBe(foldMarks(lexicon.form(type)));
        });
        expect(lexicon.classes).toBe(new Set(pairs.map(([folded]) => folded)).size);
        expect(lexicon.classStart().at(-1)).toBe(lexicon.size);
      }),
      { numRuns: 200 },
    );
  });

  test('postings of a class are the tokens whose form folds to it, in order; type counts add up', () => {
    fc.assert(
      fc.property(corpus, (documents) => {
        const { index } = build(documents);
        const { lexicon } = index;
        const expected = new Map<number, number[]>();
        const counted = new Map<number, number>();
        index.stream().forEach((type, token) => {
          const cls = lexicon.classOfType()[type]!;
          expected.set(cls, [...(expected.get(cls) ?? []), token]);
          counted.set(type, (counted.get(type) ?? 0) + 1);
        });
        for (const cls of numbers(0, lexicon.classes) as FoldClassId[]) {
          expect([...index.postings(cls)]).toEqual(expected.get(cls));
          expect(index.classCount(cls)).toBe(expected.get(cls)!.length);
        }
        for (const type of numbers(0, lexicon.size) as TypeId[])
          expect(lexicon.typeCount(type)).toBe(counted.get(type));
      }),
      { numRuns: 200 },
    );
  });

  test('a class is found by its fold, and a range of classes by a prefix', () => {
    fc.assert(
      fc.property(
        corpus,
        fc.string({ maxLength: 2, unit: fc.constantFrom('a', 't', 'h', 'к', 'ا', 'م', '4', '#') }),
        (documents, prefix) => {
          const { lexicon } = build(documents).index;
          const folds = numbers(0, lexicon.classes).map((cls) => lexicon.foldOf(cls as FoldClassId));
          folds.forEach((folded, cls) => {
            expect(lexicon.findClass(folded)).toBe(cls);
          });
          expect(lexicon.findClass(prefix)).toBe(folds.indexOf(prefix));
          const [from, to] = lexicon.prefixRange(prefix);
          expect(numbers(from, to)).toEqual([...folds.keys()].filter((cls) => folds[cls]!.startsWith(prefix)));
        },
      ),
      { numRuns: 200 },
    );
  });
});

test('an empty corpus, and documents without a token, make an index', () => {
  const empty = build([]).index;
  expect([empty.tokenCount, empty.documentCount, empty.sentenceCount, empty.lexicon.size]).toEqual([0, 0, 0, 0]);
  expect([...empty.documentStart()]).toEqual([0]);
  const { index } = build([
    { text: '', language: 'en' },
    { text: '…', language: 'en' },
    { text: 'word', language: 'en' },
  ]);
  expect([...index.documentStart()]).toEqual([0, 0, 0, 1]);
  expect([...index.sentenceStart()]).toEqual([0, 0, 1]);
  expect(index.documentOf(0 as TokenIndex)).toBe(2);
  expect(index.sentenceOf(0 as TokenIndex)).toBe(1);
});

test('gaps too wide for a byte, and many tokens, keep their offsets', () => {
  const words = numbers(0, 500).map((i) => `w${i}${' '.repeat(i % 7 === 0 ? 200 + i : 1)}`);
  const text = words.join('');
  const { index } = build([
    { text: ' '.repeat(1000), language: 'en' },
    { text, language: 'en' },
    { text: `${' '.repeat(300)}end`, language: 'en' },
  ]);
  let at = 0;
  words.forEach((word, token) => {
    expect(index.charStart(token as TokenIndex)).toBe(at);
    at += word.length;
  });
  expect(index.charStart(500 as TokenIndex)).toBe(300);
  expect(index.charEnd(500 as TokenIndex)).toBe(303);
});

describe('collation', () => {
  const { index } = build([
    { text: 'zebra Äpfel apfel Zebra éa ea eb Ђ Г Ѓ Д ѓ ب ا word10 word9 co-op coop', language: 'und' },
  ]);
  const sorted = (folding: 'fold' | 'form') => {
    const ranks = index.collationRank(folding);
    const types = numbers(0, index.lexicon.size) as TypeId[];
    return types.sort((a, b) => ranks[a]! - ranks[b]! || a - b).map((type) => index.lexicon.form(type));
  };

  test('puts words as a dictionary has them, not by code point', () => {
    expect(sorted('form').join(' ')).toBe('apfel Äpfel co-op coop ea éa eb word9 word10 zebra Zebra Г ѓ Ѓ Д Ђ ا ب');
  });

  test('by fold, types of one class share a rank and others differ', () => {
    const ranks = index.collationRank('fold');
    const classes = index.lexicon.classOfType();
    for (let a = 0; a < ranks.length; a++) {
      for (let b = 0; b < ranks.length; b++) expect(ranks[a] === ranks[b]).toBe(classes[a] === classes[b]);
    }
  });

  test('by form, every type has a rank of its own', () => {
    expect(new Set(index.collationRank('form')).size).toBe(index.lexicon.size);
  });
});
