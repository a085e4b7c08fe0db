/** The documents that were read one after the other, and where in that row the reader is. */
import type { CorpusId } from '../../../shared/model.ts';
import type { Reading } from './shown.ts';

/** Documents that are remembered; the oldest goes first. */
export const longestTrail = 200;

export interface Trail {
  readonly readings: readonly Reading[];
  /** Index of the one that is read, or was read last; -1 when nothing was. */
  readonly at: number;
}

export const noTrail: Trail = { readings: [], at: -1 };

/** Another place of the same document is no step. A step from the middle drops what came after, as in a browser. */
export function walkedTo({ readings, at }: Trail, reading: Reading): Trail {
  const here = readings[at];
  const isSame = here?.corpus === reading.corpus && here.doc === reading.doc;
  if (isSame) return { readings: readings.with(at, reading), at };
  const walked = [...readings.slice(0, at + 1), reading].slice(-longestTrail);
  return { readings: walked, at: walked.length - 1 };
}

/** Index of the next document of `corpus` in that direction, -1 when there is none. */
export function nextOnTrail({ readings, at }: Trail, corpus: CorpusId | null, by: 1 | -1): number {
  for (let next = at + by; next >= 0 && next < readings.length; next += by)
    if (readings[next]?.corpus === corpus) return next;
  return -1;
}

/** Without the documents of a corpus, whose numbers may mean others now. */
export function trailWithout({ readings, at }: Trail, corpus: CorpusId): Trail {
  const isOther = (reading: Reading) => reading.corpus !== corpus;
  return { readings: readings.filter(isOther), at: readings.slice(0, at + 1).filter(isOther).length - 1 };
}
