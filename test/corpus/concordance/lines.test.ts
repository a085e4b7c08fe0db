import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { concordanceLines, longestSide } from '../../../src/corpus/concordance/lines.ts';
import { runQuery } from '../../../src/corpus/query/run.ts';
import { analyse } from '../../../src/corpus/text/analyse.ts';
import { sentenceRules } from '../../../src/corpus/text/sentences.ts';
import type { ConcordanceLine } from '../../../src/shared/answers.ts';
import type { Context } from '../../../src/shared/terms.ts';
import { indexOf, smallCorpus, textSource, tokensOf } from '../query/small-corpora.ts';
import { hitsIn, lastFirst, pairsOf, someHits } from './some-hits.ts';

const context: fc.Arbitrary<Context> = fc.record({
  unit: fc.constantFrom('tokens', 'sentence', 'paragraph'),
  size: fc.nat({ max: 12 }),
});
const spaced = (text: string) => text.replaceAll(/[\n\r\u2028\u2029]/g, ' ');

function lineOf(text: string, query: string, within: Context): ConcordanceLine {
  const corpus = { vocabulary: [], texts: [text] };
  const index = indexOf(corpus);
  const found = runQuery(index, { text: query, mode: 'simple', case: false, marks: false });
  if (!found.ok) throw new Error(found.error.message);
  const [line] = concordanceLines(index, textSource(corpus), found.hits, null, 0, 1, within, () => 'a.txt');
  if (!line) throw new Error(`no line for ${query}`);
  return line;
}

describe('every line', () => {
  test('is an exact slice of its document, in the order given', () => {
    fc.assert(
      fc.property(
        smallCorpus,
        someHits,
        context,
        fc.nat({ max: 5 }),
        fc.nat({ max: 70 }),
        (corpus, some, within, from, count) => {
          const index = indexOf(corpus);
          const tokens = tokensOf(corpus);
          const hits = hitsIn(index, some);
          const order = lastFirst(hits);
          const lines = concordanceLines(
            index,
            textSource(corpus),
            hits,
            order,
            from,
            count,
            within,
            (doc) => `${doc}.txt`,
          );
          const pairs = pairsOf(hits)
            .reverse()
            .slice(from, from + count);
          expect(lines.map(({ tokenStart, tokenEnd }) => [tokenStart, tokenEnd])).toEqual(pairs);
          lines.forEach((line, i) => {
            const first = tokens[line.tokenStart]!;
            const last = tokens[line.tokenEnd - 1]!;
            const text = corpus.texts[first.doc]!;
            expect(line).toMatchObject({ n: from + i + 1, doc: first.doc, path: `${first.doc}.txt`, language: 'und' });
            expect(line).toMatchObject({ start: first.start, end: last.end });
            expect(spaced(text.slice(line.start, line.end))).toBe(line.match);
            expect(spaced(text.slice(line.start - line.before.length, line.start))).toBe(line.before);
            expect(spaced(text.slice(line.end, line.end + line.after.length))).toBe(line.after);
          });
        },
      ),
      { numRuns: 400 },
    );
  });

  test('has as many words around it as were asked, or all that the document has', () => {
    fc.assert(
      fc.property(smallCorpus, someHits, fc.nat({ max: 12 }), (corpus, some, size) => {
        const index = indexOf(corpus);
        const tokens = tokensOf(corpus);
        const hits = hitsIn(index, some);
        const lines = concordanceLines(index, textSource(corpus), hits, null, 0, 500, { unit: 'tokens', size }, String);
        for (const { tokenStart, tokenEnd, before, after, start, end, doc } of lines) {
          const own = tokens.map((token, at) => ({ ...token, at })).filter((token) => token.doc === doc);
          const inBefore = own.filter((token) => token.start >= start - before.length && token.end <= start);
          const inAfter = own.filter((token) => token.start >= end && token.end <= end + after.length);
          const preceding = own.filter(({ at }) => at < tokenStart && at >= tokenStart - size);
          const following = own.filter(({ at }) => at >= tokenEnd && at < tokenEnd + size);
          expect(inBefore.map(({ at }) => at)).toEqual(preceding.map(({ at }) => at));
          expect(inAfter.map(({ at }) => at)).toEqual(following.map(({ at }) => at));
        }
      }),
      { numRuns: 300 },
    );
  });

  test('shows whole sentences or paragraphs, and the direction of its paragraph', () => {
    fc.assert(
      fc.property(smallCorpus, someHits, fc.constantFrom('sentence', 'paragraph'), (corpus, some, unit) => {
        const index = indexOf(corpus);
        const tokens = tokensOf(corpus);
        const hits = hitsIn(index, some);
        const lines = concordanceLines(index, textSource(corpus), hits, null, 0, 500, { unit, size: 0 }, String);
        for (const line of lines) {
          const { sentences, paragraphs } = analyse(corpus.texts[line.doc]!, 'und', sentenceRules({}));
          const first = tokens[line.tokenStart]!;
          const last = tokens[line.tokenEnd - 1]!;
          const spans = unit === 'sentence' ? sentences : paragraphs;
          expect(line.start - line.before.length).toBe(spans[first[unit]]!.start);
          expect(line.end + line.after.length).toBe(spans[last[unit]]!.end);
          expect(line.direction).toBe(index.paragraphDirection(index.paragraphOf(line.tokenStart)));
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('punctuation beside the words', () => {
  const text = '“Skopje”, he said — “is (very) old.”\nNext day it rained…';
  test.each<[query: string, size: number, before: string, after: string]>([
    ['skopje', 1, '“', '”, he'],
    ['skopje', 0, '', ''],
    ['said', 2, '“Skopje”, he ', ' — “is (very'],
    ['said', 1, 'he ', ' — “is'],
    ['old', 1, 'very) ', '.” Next'],
    ['rained', 2, 'day it ', '…'],
    ['rained', 1, 'it ', '…'],
    ['it', 1, 'day ', ' rained…'],
  ])('%s with %i words around', (query, size, before, after) => {
    expect(lineOf(text, query, { unit: 'tokens', size })).toMatchObject({ before, after });
  });

  test('newlines of every kind become one space each', () => {
    const line = lineOf('a\n\nb\rc\u2028d', 'b', { unit: 'tokens', size: 3 });
    expect(line).toMatchObject({ before: 'a  ', match: 'b', after: ' c d' });
  });
});

describe('a right-to-left line', () => {
  test('has its words in logical order and says its direction', () => {
    const line = lineOf('Title\nقال «السلام عليكم» ثم رحل.', 'عليكم', { unit: 'sentence', size: 0 });
    expect(line).toMatchObject({ before: 'قال «السلام ', match: 'عليكم', after: '» ثم رحل.', direction: 'rtl' });
  });
});

describe('a side is never longer than its bound', () => {
  test.each(['tokens', 'paragraph'] as const)('%s', (unit) => {
    const filling = '😀'.repeat(longestSide);
    const line = lineOf(`a${filling} b ${filling}c`, 'b', { unit, size: 5 });
    // Never half a surrogate pair.
    expect(line.before).toBe(`${'😀'.repeat(longestSide / 2 - 1)} `);
    expect(line.after).toHaveLength(longestSide + 1);
    expect(line.after.isWellFormed()).toBe(true);
  });
});
