import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aroundOf } from '../../../src/corpus/tagging/around.ts';
import type { CharOffset, DocId, Span } from '../../../src/shared/model.ts';
import { IndexBuilder } from '../../../src/corpus/index/build.ts';
import { sentenceRules } from '../../../src/corpus/text/sentences.ts';

const place = (start: number, end: number) => ({ start: start as CharOffset, end: end as CharOffset });

function indexOfText(text: string, before = 'Something else.') {
  const index = new IndexBuilder(sentenceRules({}));
  index.addDocument({ text: before, language: 'en' });
  index.addDocument({ text, language: 'en' });
  return index.finish();
}

const pieces = fc.constantFrom(
  'ذهب',
  'الولد',
  'Ѓорѓи',
  'said',
  'e\u0301l',
  '👩‍👩‍👧',
  '🇲🇰',
  ' ',
  ' ',
  '. ',
  '\n',
  ', ',
  '؟ ',
);
const texts = fc.array(pieces, { minLength: 1, maxLength: 30 }).map((parts) => parts.join('').normalize('NFC'));

describe('what lies round a stretch', () => {
  test('is found as a walk through all words, sentences and paragraphs finds it', () => {
    fc.assert(
      fc.property(texts, fc.nat(120), fc.nat(40), (text, from, length) => {
        const index = indexOfText(text);
        const start = Math.min(from, text.length);
        const end = Math.min(start + length, text.length);
        const doc = 1 as DocId;
        const found = aroundOf(index, text, doc, place(start, end));
        const [first, last] = [index.documentStart()[1]!, index.documentStart()[2]!];
        const words = Array.from({ length: last - first }, (_, at) =>
          place(index.charStart((first + at) as never), index.charEnd((first + at) as never)),
        );
        const touched = words.filter((word) =>
          start === end ? word.start <= start && start <= word.end : word.start < end && word.end > start,
        );
        if (touched.length > 0 && start < end) {
          expect(found.words).toEqual(place(Math.min(start, touched[0]!.start), Math.max(end, touched.at(-1)!.end)));
        } else if (touched.length > 0) expect(touched).toContainEqual(found.words);
        const ends = words.map((word) => word.end);
        const starts = words.map((word) => word.start);
        expect(found.end.wordOn).toBe(ends.find((at) => at > end) ?? end);
        expect(found.end.wordBack).toBe(ends.findLast((at) => at < end) ?? end);
        expect(found.start.wordOn).toBe(starts.find((at) => at > start) ?? start);
        expect(found.start.wordBack).toBe(starts.findLast((at) => at < start) ?? start);
        const holds = (outer: Span, inner: Span) => outer.start <= inner.start && inner.end <= outer.end;
        expect(holds(found.sentences, found.words)).toBe(true);
        expect(holds(found.paragraphs, found.words)).toBe(true);
        if (touched.length > 0) expect(holds(found.paragraphs, found.sentences)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  test('steps by characters never split one', () => {
    const text = 'a👩‍👩‍👧b بِسْمِ e\u0301';
    const index = indexOfText(text);
    const bounds = [...new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text)].map(({ index: at }) => at);
    for (const at of bounds) {
      const { end, start } = aroundOf(index, text, 1 as DocId, place(at, at));
      expect([...bounds, text.length]).toContain(end.characterOn);
      expect(bounds).toContain(start.characterBack);
      expect(end.characterOn).toBeGreaterThan(at);
    }
  });

  test('a sentence and a paragraph', () => {
    const text = 'One two. Three four!\nFive.';
    const found = aroundOf(indexOfText(text), text, 1 as DocId, place(10, 10));
    expect(text.slice(found.words.start, found.words.end)).toBe('Three');
    expect(text.slice(found.sentences.start, found.sentences.end)).toBe('Three four!');
    expect(text.slice(found.paragraphs.start, found.paragraphs.end)).toBe('One two. Three four!');
  });

  test('ends beyond the text are cut, and a text without words answers with the stretch', () => {
    const found = aroundOf(indexOfText('…!'), '…!', 1 as DocId, place(1, 900));
    expect(found.words).toEqual(place(1, 2));
  });
});
