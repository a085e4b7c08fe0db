/** From a stretch of text to the words, sentences and paragraphs that hold it. */
import type { Around } from '../../shared/around.ts';
import type { CharOffset, DocId, Span, TokenIndex } from '../../shared/model.ts';
import type { CorpusIndex } from '../index/corpus-index.ts';

type Steps = Around['start'];

/** Characters on either side in which the next grapheme is looked for: longer ones are not drawn as one. */
const longestGrapheme = 64;

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** `stretch` is cut to the text. A document without words answers with the stretch itself. */
export function aroundOf(index: CorpusIndex, text: string, doc: DocId, stretch: Span): Around {
  const end = Math.min(stretch.end, text.length) as CharOffset;
  const start = Math.min(stretch.start, end) as CharOffset;
  const words = wordsOf(index, doc, { start, end });
  return {
    words,
    sentences: unitsOf(index.documentSentence(), doc, words, (unit) => index.sentenceSpan(unit)),
    paragraphs: unitsOf(index.documentParagraph(), doc, words, (unit) => index.paragraphSpan(unit)),
    start: { ...wordSteps(index, doc, start, 'start'), ...characterSteps(text, start) },
    end: { ...wordSteps(index, doc, end, 'end'), ...characterSteps(text, end) },
  };
}

/** The first number from `from` to `to` for which `test` holds; `to` when there is none. `test` turns true once. */
function firstThat(from: number, to: number, test: (at: number) => boolean): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (test(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function tokensOf(index: CorpusIndex, doc: DocId): readonly [from: number, to: number] {
  const starts = index.documentStart();
  return [starts[doc]!, starts[doc + 1]!];
}

/**
 * The tokens `from <= token < to` that a stretch touches; at a place between two words the word that comes next, behind the last
 * one that. None for a stretch between two words, and in a document without words.
 */
export function tokensTouched(
  index: CorpusIndex,
  doc: DocId,
  { start, end }: Span,
): readonly [from: number, to: number] {
  const [from, to] = tokensOf(index, doc);
  const startOf = (token: number) => index.charStart(token as TokenIndex);
  const endOf = (token: number) => index.charEnd(token as TokenIndex);
  // A place right behind a word is in it, as far as who selects is concerned; a selection that ends there is not beyond it.
  const first = firstThat(from, to, (token) => (start === end ? endOf(token) >= start : endOf(token) > start));
  const beyond = firstThat(from, to, (token) => startOf(token) >= Math.max(end, start + 1));
  if (first < beyond) return [first, beyond];
  if (start < end || from === to) return [first, first];
  const next = Math.min(first, to - 1);
  return [next, next + 1];
}

function wordsOf(index: CorpusIndex, doc: DocId, { start, end }: Span): Span {
  const [first, beyond] = tokensTouched(index, doc, { start, end });
  if (first === beyond) return { start, end };
  const words = { start: index.charStart(first as TokenIndex), end: index.charEnd((beyond - 1) as TokenIndex) };
  // A place between two words is not taken in.
  if (start === end && (words.start > start || words.end < end)) return words;
  return { start: Math.min(start, words.start) as CharOffset, end: Math.max(end, words.end) as CharOffset };
}

/** From the first to the last of the units that share a place with the words. */
function unitsOf(
  starts: Uint32Array,
  doc: DocId,
  { start, end }: Span,
  spanOf: (unit: number) => readonly [CharOffset, CharOffset],
): Span {
  const [from, to] = [starts[doc]!, starts[doc + 1]!];
  const first = firstThat(from, to, (unit) => spanOf(unit)[1] > start);
  const last = firstThat(from, to, (unit) => spanOf(unit)[0] >= Math.max(end, start + 1)) - 1;
  if (first > last || first >= to) return { start, end };
  return { start: Math.min(start, spanOf(first)[0]) as CharOffset, end: Math.max(end, spanOf(last)[1]) as CharOffset };
}

function wordSteps(
  index: CorpusIndex,
  doc: DocId,
  at: CharOffset,
  side: 'start' | 'end',
): Pick<Steps, 'wordOn' | 'wordBack'> {
  const [from, to] = tokensOf(index, doc);
  const place = (token: number) =>
    side === 'start' ? index.charStart(token as TokenIndex) : index.charEnd(token as TokenIndex);
  const next = firstThat(from, to, (token) => place(token) > at);
  const before = firstThat(from, to, (token) => place(token) >= at) - 1;
  return { wordOn: next < to ? place(next) : at, wordBack: before >= from ? place(before) : at };
}

function characterSteps(text: string, at: CharOffset): Pick<Steps, 'characterOn' | 'characterBack'> {
  const after = text.slice(at, at + longestGrapheme);
  const before = text.slice(Math.max(0, at - longestGrapheme), at);
  const next = graphemes.segment(after)[Symbol.iterator]().next().value?.segment.length ?? 0;
  const last = graphemes.segment(before).containing(before.length - 1)?.segment.length ?? 0;
  return { characterOn: (at + next) as CharOffset, characterBack: (at - last) as CharOffset };
}
