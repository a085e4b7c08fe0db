/** How often each unit occurs in some documents: what word lists, keywords and collocates begin with. */
import type { TypeId } from '../../shared/model.ts';
import type { CorpusIndex } from '../index/corpus-index.ts';
import type { DocumentMask } from './documents.ts';
import { othersThan, tokenRuns, tokensIn } from './documents.ts';
import type { CountingUnit } from './unit.ts';

export interface UnitCounts {
  readonly unit: CountingUnit;
  /** Occurrences by unit, and last those of all that is left out. Length `unit.size + 1`. */
  readonly counts: Uint32Array;
  /** Tokens of the documents, whether listed or not. */
  readonly tokens: number;
}

/** The whole corpus costs a walk over the lexicon; some documents cost one over their tokens, or over the others'. */
export function countUnits(index: CorpusIndex, unit: CountingUnit, documents: DocumentMask): UnitCounts {
  const tokens = tokensIn(index, documents);
  const most = tokens * 2 > index.tokenCount;
  const byType = countTypes(index, most ? othersThan(index, documents) : documents);
  const counts = new Uint32Array(unit.size + 1);
  const { lexicon } = index;
  for (let type = 0; type < lexicon.size; type++) {
    const count = most ? lexicon.typeCount(type as TypeId) - byType[type]! : byType[type]!;
    counts[unit.ofType[type]!]! += count;
  }
  return { unit, counts, tokens };
}

function countTypes(index: CorpusIndex, documents: DocumentMask): Uint32Array {
  const counts = new Uint32Array(index.lexicon.size);
  const runs = tokenRuns(index, documents);
  if (runs.length === 0) return counts;
  const stream = index.stream();
  for (let run = 0; run < runs.length; run += 2) {
    const to = runs[run + 1]!;
    for (let token = runs[run]!; token < to; token++) counts[stream[token]!]!++;
  }
  return counts;
}

export function perMillion(count: number, tokens: number): number {
  return tokens === 0 ? 0 : (count / tokens) * 1e6;
}

/** The unit of every token; −1 where it is left out. 4 bytes a token. */
export function unitStream(index: CorpusIndex, unit: CountingUnit): Int32Array {
  const stream = index.stream();
  const ofType = Int32Array.from(unit.ofType, (number) => (number === unit.size ? -1 : number));
  const units = new Int32Array(stream.length);
  for (let token = 0; token < stream.length; token++) units[token] = ofType[stream[token]!]!;
  return units;
}
