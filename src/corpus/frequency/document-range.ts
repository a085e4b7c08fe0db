/** In how many documents something occurs, where a count alone would let one text speak for all. */
import type { CorpusIndex } from '../index/corpus-index.ts';
import type { HitSet } from '../query/query-result.ts';
import { RegionCursor } from '../query/regions.ts';
import { tokenUnits } from './counts.ts';
import type { DocumentMask } from './documents.ts';
import type { Stepwise } from './stepwise.ts';
import type { CountingUnit } from './unit.ts';
import type { Span } from './windows.ts';
import { eachWindow } from './windows.ts';

/** Documents in which each unit stands in a window round a hit. Length `unit.size`. */
export function* companyDocuments(
  index: CorpusIndex,
  unit: CountingUnit,
  hits: HitSet,
  span: Span,
): Stepwise<Uint32Array> {
  const { stream, table } = tokenUnits(index, unit);
  const documents = new Uint32Array(unit.size + 1);
  /** 1 + the last document that a unit was met in: windows come in text order. */
  const last = new Uint32Array(unit.size + 1);
  const cursor = new RegionCursor(index.documentStart());
  const visit = (from: number, to: number): void => {
    cursor.seek(from);
    const met = cursor.region + 1;
    for (let token = from; token < to; token++) {
      const number = table[stream[token]!]!;
      if (last[number] === met) continue;
      last[number] = met;
      documents[number]!++;
    }
  };
  yield* eachWindow(index, hits, span, visit, visit);
  return documents.subarray(0, unit.size);
}

/** Documents of the mask in which each unit occurs. Length `unit.size`. */
export function* unitDocuments(index: CorpusIndex, unit: CountingUnit, mask: DocumentMask): Stepwise<Uint32Array> {
  const { stream, table } = tokenUnits(index, unit);
  const starts = index.documentStart();
  const documents = new Uint32Array(unit.size + 1);
  const last = new Uint32Array(unit.size + 1);
  // A function of many calls: a loop in a generator is compiled less well.
  const read = (doc: number): void => {
    const to = starts[doc + 1]!;
    for (let token = starts[doc]!; token < to; token++) {
      const number = table[stream[token]!]!;
      if (last[number] === doc + 1) continue;
      last[number] = doc + 1;
      documents[number]!++;
    }
  };
  for (let doc = 0; doc < index.documentCount; doc++) {
    if (mask?.[doc] === 0) continue;
    read(doc);
    yield { done: starts[doc + 1]!, total: index.tokenCount };
  }
  return documents.subarray(0, unit.size);
}

/**
 * Documents of the mask in which each unit occurs oftener in `index` than in `passages`, which are some of its tokens in the
 * same documents. Length `unit.size`.
 */
export function* unitDocumentsOutside(
  index: CorpusIndex,
  passages: CorpusIndex,
  unit: CountingUnit,
  mask: DocumentMask,
): Stepwise<Uint32Array> {
  const [all, inside] = [tokenUnits(index, unit), tokenUnits(passages, unit)];
  const [starts, startsInside] = [index.documentStart(), passages.documentStart()];
  const documents = new Uint32Array(unit.size + 1);
  const counts = new Int32Array(unit.size + 1);
  for (let doc = 0; doc < index.documentCount; doc++) {
    if (mask?.[doc] === 0) continue;
    const [from, to] = [starts[doc]!, starts[doc + 1]!];
    for (let token = from; token < to; token++) counts[all.table[all.stream[token]!]!]!++;
    for (let token = startsInside[doc]!; token < startsInside[doc + 1]!; token++)
      counts[inside.table[inside.stream[token]!]!]!--;
    for (let token = from; token < to; token++) {
      const number = all.table[all.stream[token]!]!;
      if (counts[number]! > 0) documents[number]!++;
      counts[number] = 0;
    }
    yield { done: to, total: index.tokenCount };
  }
  return documents.subarray(0, unit.size);
}
