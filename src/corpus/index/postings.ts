/** Where the tokens of each class are: the stream turned over. */
import type { LexiconArrays } from './lexicon.ts';

/** A counting sort, so every class has its tokens in text order. */
export function postingsOf(
  stream: Int32Array,
  { classOfType, classStart }: Pick<LexiconArrays, 'classOfType' | 'classStart'>,
  typeCounts: Uint32Array,
): { postings: Uint32Array; postingStart: Uint32Array } {
  const postingStart = postingStartOf({ classOfType, classStart, typeCounts });
  const next = postingStart.slice(0, -1);
  const postings = new Uint32Array(stream.length);
  for (let t = 0; t < stream.length; t++) {
    const cls = classOfType[stream[t]!]!;
    postings[next[cls]!] = t;
    next[cls]!++;
  }
  return { postings, postingStart };
}

type Classes = Pick<LexiconArrays, 'classOfType' | 'classStart' | 'typeCounts'>;

/** Where the tokens of each class begin when all stand one class after another, and the end of the last. */
export function postingStartOf({ classOfType, classStart, typeCounts }: Classes): Uint32Array {
  const classes = classStart.length - 1;
  const starts = new Uint32Array(classes + 1);
  for (let type = 0; type < typeCounts.length; type++) starts[classOfType[type]! + 1]! += typeCounts[type]!;
  for (let cls = 0; cls < classes; cls++) starts[cls + 1]! += starts[cls]!;
  return starts;
}
