/** The lines of a result that a request names, and the stretches of text that are meant by them. */
import * as z from 'zod';
import type { lineUnits } from '../../shared/tagging.ts';
import { chosenLines } from '../../shared/tagging.ts';
import type { CharOffset, DocId, TokenIndex } from '../../shared/model.ts';
import { ExpectedFailure } from '../../shared/failure.ts';
import { hitEnd } from '../../corpus/query/query-result.ts';
import type { CorpusIndex } from '../../corpus/index/corpus-index.ts';
import { inSlices } from '../in-slices.ts';
import type { ResultSet } from '../result-sets.ts';

export type ChosenLines = z.infer<typeof chosenLines>;
export type LineUnit = (typeof lineUnits)[number];

/**
 * Numbers of the hits behind the lines, ascending: lines are numbered from 1 as the result is now sorted.
 * @throws ExpectedFailure `bad-request` when there is no such line
 */
export async function hitsOfLines(
  { hits, order, ticks }: ResultSet,
  lines: ChosenLines,
  signal: AbortSignal,
): Promise<Uint32Array> {
  if (lines === 'ticked') return ticks?.hits() ?? new Uint32Array(0);
  if (lines === 'all') return Uint32Array.from({ length: hits.total }, (_, at) => at);
  const beyond = lines.find((line) => line > hits.total);
  if (beyond !== undefined)
    throw new ExpectedFailure('bad-request', `There is no line ${beyond}: the result has ${hits.total}.`);
  if (!order) return Uint32Array.from(new Set(lines), (line) => line - 1).sort();
  await inSlices(() => order.settleSome(), signal);
  const hitOfLine = order.all();
  return Uint32Array.from(new Set(lines), (line) => hitOfLine[line - 1]!).sort();
}

export interface Stretch {
  readonly doc: DocId;
  readonly start: CharOffset;
  readonly end: CharOffset;
  /** Number of the first hit that means it. */
  readonly hit: number;
}

/** What is meant by the hits, document by document: several hits in one sentence mean that sentence once. */
export function stretchesOf(
  index: CorpusIndex,
  { hits }: Pick<ResultSet, 'hits'>,
  numbers: Uint32Array,
  unit: LineUnit,
): Stretch[] {
  const stretches: Stretch[] = [];
  let seen = new Set<string>();
  for (const number of numbers) {
    const first = hits.start[number]! as TokenIndex;
    const last = (hitEnd(hits, number) - 1) as TokenIndex;
    const doc = index.documentOf(first);
    const [start, end] = boundsOf(index, first, last, unit);
    if (stretches.at(-1)?.doc !== doc) seen = new Set();
    if (seen.has(`${start} ${end}`)) continue;
    seen.add(`${start} ${end}`);
    stretches.push({ doc, start, end, hit: number });
  }
  return stretches;
}

function boundsOf(index: CorpusIndex, first: TokenIndex, last: TokenIndex, unit: LineUnit): [CharOffset, CharOffset] {
  switch (unit) {
    case 'match':
      return [index.charStart(first), index.charEnd(last)];
    case 'sentence':
      return [index.sentenceSpan(index.sentenceOf(first))[0], index.sentenceSpan(index.sentenceOf(last))[1]];
    case 'paragraph':
      return [index.paragraphSpan(index.paragraphOf(first))[0], index.paragraphSpan(index.paragraphOf(last))[1]];
  }
}
