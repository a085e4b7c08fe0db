/**
 * From hits to lines that a person reads: the words before the match, the match, the words after it, as exact slices of
 * the canonical text. Only the lines asked for are cut.
 */
import type { ConcordanceLine } from '../../shared/answers.ts';
import type { Context } from '../../shared/terms.ts';
import type { CharOffset, DocId, TokenIndex, TypeId } from '../../shared/model.ts';
import type { CorpusIndex, TextSource } from '../index/corpus-index.ts';
import type { HitSet } from '../query/query-result.ts';
import { hitEnd } from '../query/query-result.ts';
import type { LineOrder } from './line-order.ts';

/**
 * UTF-16 code units that stand at one side of a match at most: a "sentence" can be a file of 300 MB without a stop, and a
 * page has up to 500 lines. No paragraph that people write is longer.
 */
export const longestSide = 20_000;

/** What ends a paragraph; all four are one code unit long, and so is the space that stands for them. */
const newline = /[\n\r\u2028\u2029]/g;

/** What a line has beside its context. */
export interface LineColumns {
  /** Of a hit by its number. */
  readonly verdictOf?: (hit: number) => string | undefined;
  /** Of a hit by its number. */
  readonly isTicked?: (hit: number) => boolean;
  readonly valuesOf?: (doc: DocId) => (string | null)[];
  /** Words on each side of the match, each by itself. */
  readonly words?: number;
}

/** Tokens of a match that stand alone at most: a match can be a paragraph. */
const mostOwnWords = 50;

interface Bounds {
  readonly from: number;
  readonly to: number;
}

/** `tokenStart <= token < tokenEnd` is the match, `start` and `end` are its characters. */
interface Match {
  readonly doc: DocId;
  readonly tokenStart: number;
  readonly tokenEnd: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Lines `from` to `from + count` of the hits in the given order (`null`: text order). Shorter when the hits end.
 * `pathOf` names documents; `columns` is what stands beside the context.
 */
export function concordanceLines(
  index: CorpusIndex,
  text: TextSource,
  hits: HitSet,
  order: Pick<LineOrder, 'lines'> | null,
  from: number,
  count: number,
  context: Context,
  pathOf: (doc: DocId) => string,
  columns: LineColumns = {},
): ConcordanceLine[] {
  const lines: ConcordanceLine[] = [];
  const until = Math.min(hits.total, from + count);
  const shown = order?.lines(from, until);
  for (let line = from; line < until; line++) {
    const hit = shown ? shown[line - from]! : line;
    const tokenStart = hits.start[hit]!;
    const tokenEnd = hitEnd(hits, hit);
    const doc = index.documentOf(tokenStart as TokenIndex);
    const start = index.charStart(tokenStart as TokenIndex);
    const end = index.charEnd((tokenEnd - 1) as TokenIndex);
    const bounds = boundsOf(index, text, { doc, tokenStart, tokenEnd, start, end }, context);
    const slice = (a: number, b: number) => text.slice(doc, a as CharOffset, b as CharOffset).replaceAll(newline, ' ');
    const verdict = columns.verdictOf?.(hit);
    lines.push({
      n: line + 1,
      doc,
      path: pathOf(doc),
      start,
      end,
      tokenStart: tokenStart as TokenIndex,
      tokenEnd: tokenEnd as TokenIndex,
      before: slice(bounds.from, start),
      match: slice(start, end),
      after: slice(end, bounds.to),
      language: index.language(doc),
      direction: index.paragraphDirection(index.paragraphOf(tokenStart as TokenIndex)),
      ...(verdict === undefined ? {} : { verdict }),
      ...(columns.isTicked?.(hit) === true ? { ticked: true as const } : {}),
      ...(columns.valuesOf ? { values: columns.valuesOf(doc) } : {}),
      ...(columns.words === undefined ? {} : { words: wordsAround(index, doc, tokenStart, tokenEnd, columns.words) }),
    });
  }
  return lines;
}

function wordsAround(
  index: CorpusIndex,
  doc: DocId,
  tokenStart: number,
  tokenEnd: number,
  most: number,
): NonNullable<ConcordanceLine['words']> {
  const from = Math.max(index.documentStart()[doc]!, tokenStart - most);
  const to = Math.min(index.documentStart()[doc + 1]!, tokenEnd + most);
  const words = (first: number, end: number) =>
    Array.from(index.typesIn(first, end), (type) => index.lexicon.form(type as TypeId));
  return {
    before: words(from, tokenStart),
    match: words(tokenStart, Math.min(tokenEnd, tokenStart + mostOwnWords)),
    after: words(tokenEnd, to),
  };
}

function boundsOf(index: CorpusIndex, text: TextSource, match: Match, context: Context): Bounds {
  const { from, to } = unitBounds(index, text, match, context);
  return {
    from: from < match.start - longestSide ? wholeCharacter(text, match.doc, match.start - longestSide) : from,
    to: to > match.end + longestSide ? wholeCharacter(text, match.doc, match.end + longestSide) : to,
  };
}

/** One further when the offset would cut a surrogate pair. */
function wholeCharacter(text: TextSource, doc: DocId, at: number): number {
  const pair = text.slice(doc, (at - 1) as CharOffset, (at + 1) as CharOffset);
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(pair) ? at + 1 : at;
}

function unitBounds(index: CorpusIndex, text: TextSource, match: Match, { unit, size }: Context): Bounds {
  const first = match.tokenStart as TokenIndex;
  const last = (match.tokenEnd - 1) as TokenIndex;
  switch (unit) {
    case 'tokens':
      return tokenBounds(index, match, size);
    case 'characters':
      return characterBounds(text, match, size);
    case 'sentence': {
      const [from] = index.sentenceSpan(index.sentenceOf(first));
      const [, to] = index.sentenceSpan(index.sentenceOf(last));
      return { from, to };
    }
    case 'paragraph': {
      const [from] = index.paragraphSpan(index.paragraphOf(first));
      const [, to] = index.paragraphSpan(index.paragraphOf(last));
      return { from, to };
    }
  }
}

/** `size` UTF-16 code units either side within the document, or as many fewer as cut neither a character nor its marks off. */
function characterBounds(text: TextSource, { doc, start, end }: Match, size: number): Bounds {
  let from = Math.max(0, start - size);
  while (from > 0 && from < start && belongsBefore(text, doc, from)) from++;
  let to = Math.min(text.length(doc), end + size);
  while (to > end && to < text.length(doc) && belongsBefore(text, doc, to)) to--;
  return { from, to };
}

/** Whether what begins at `at` is a mark on the letter before it, or the second half of a surrogate pair. */
function belongsBefore(text: TextSource, doc: DocId, at: number): boolean {
  return /^(?:\p{M}|[\udc00-\udfff])/u.test(text.slice(doc, at as CharOffset, (at + 1) as CharOffset));
}

/**
 * `size` tokens either side within the document. What stands before the document's first token or after its last one (an
 * opening quotation mark, the final stop) belongs to no later slice, so it comes with that token, within its paragraph.
 */
function tokenBounds(index: CorpusIndex, { doc, tokenStart, tokenEnd, start, end }: Match, size: number): Bounds {
  if (size === 0) return { from: start, to: end };
  const documentStart = index.documentStart()[doc]!;
  const documentEnd = index.documentStart()[doc + 1]!;
  const first = Math.max(documentStart, tokenStart - size) as TokenIndex;
  const last = (Math.min(documentEnd, tokenEnd + size) - 1) as TokenIndex;
  const atStart = first === documentStart;
  const atEnd = last === documentEnd - 1;
  return {
    from: atStart ? index.paragraphSpan(index.paragraphOf(first))[0] : index.charStart(first),
    to: atEnd ? index.paragraphSpan(index.paragraphOf(last))[1] : index.charEnd(last),
  };
}
