/** Where the tokens of each class are: the stream turned over. */
import type { LexiconArrays } from './lexicon.ts';

/** A counting sort, so every class has its tokens in text order. */
export function postingsOf(
  stream: Int32Array,
  { classOfType, classStart }: Pick<LexiconArrays, 'classOfType' | 'classStart'>,
  typeCounts: Uint32Array,
): { postings: Uint32Array; postingStart: Uint32Array } {
  const classes = classStart.length - 1;
  const postingStart = new Uint32Array(classes + 1);
  for (let type = 0; type < typeCounts.length; type++) postingStart[classOfType[type]! + 1]! += typeCounts[type]!;
  for (let cls = 0; cls < classes; cls++) postingStart[cls + 1]! += postingStart[cls]!;
  const next = postingStart.slice(0, classes);
  const postings = new Uint32Array(stream.length);
  for (let t = 0; t < stream.length; t++) {
    const cls = classOfType[stream[t]!]!;
    postings[next[cls]!] = t;
    next[cls]!++;
  }
  return { postings, postingStart };
}
