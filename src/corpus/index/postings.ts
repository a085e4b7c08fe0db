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

/** Postings made at a time when they are not to be held all at once: 40 MB. */
const postingsAtOnce = 10_000_000;

/**
 * The tokens of each class, one class after another: as many classes at a time as have together so many tokens, so that
 * the stream is gone through once for each such lot. What it gives is written over when the next one is asked for.
 */
export function* postingsByClass(
  stream: () => Iterable<Int32Array>,
  lexicon: Classes,
  atOnce = postingsAtOnce,
): Generator<Uint32Array> {
  const { classOfType, classStart } = lexicon;
  const starts = postingStartOf(lexicon);
  const classes = starts.length - 1;
  let most = Math.min(atOnce, starts[classes]!);
  for (let cls = 0; cls < classes; cls++) most = Math.max(most, starts[cls + 1]! - starts[cls]!);
  const room = new Uint32Array(most);
  for (let first = 0; first < classes;) {
    const base = starts[first]!;
    let end = first + 1;
    while (end < classes && starts[end + 1]! - base <= atOnce) end++;
    const next = starts.slice(first, end).map((start) => start - base);
    let token = 0;
    for (const types of stream()) {
      spread(types, token, classOfType, classStart[first]!, classStart[end]!, first, next, room);
      token += types.length;
    }
    for (let cls = first; cls < end; cls++) yield room.subarray(starts[cls]! - base, starts[cls + 1]! - base);
    first = end;
  }
}

/** Notes where the types from `firstType` to `endType` stand. */
function spread(
  types: Int32Array,
  token: number,
  classOfType: Uint32Array,
  firstType: number,
  endType: number,
  firstClass: number,
  next: Uint32Array,
  into: Uint32Array,
): void {
  for (let t = 0; t < types.length; t++) {
    const type = types[t]!;
    if (type < firstType || type >= endType) continue;
    const cls = classOfType[type]! - firstClass;
    into[next[cls]!] = token + t;
    next[cls]!++;
  }
}
