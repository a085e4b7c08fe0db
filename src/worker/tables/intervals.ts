/** 95 % intervals of figures by resampling documents: see src/corpus/frequency/bootstrap.ts. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { rateInterval } from '../../corpus/frequency/bootstrap.ts';
import { partSizes } from '../../corpus/frequency/documents.ts';
import type { Resampling } from '../../shared/tables.ts';
import type { TableCorpus } from './table-corpus.ts';
import { Superseded } from '../corpus.ts';
import type { Call } from '../handler.ts';
import { goOn } from '../in-slices.ts';
import type { Prepared } from './counting.ts';
import type { Interval } from './held-table.ts';

export const level = 0.95;
const none: Interval = { low: NaN, high: NaN };

/** Occurrences of each of `units` in each document: rows of as many numbers as the index has documents. */
export function countsByDocument(
  { opened: { index } }: TableCorpus,
  { unit, mask }: Prepared,
  units: readonly number[],
) {
  const rowOf = new Int32Array(unit.size + 1).fill(-1);
  units.forEach((number, row) => {
    rowOf[number] = row;
  });
  const counts = units.map(() => new Float64Array(index.documentCount));
  const stream = index.stream();
  const starts = index.documentStart();
  for (let doc = 0; doc < index.documentCount; doc++) {
    if (mask?.[doc] === 0) continue;
    const table = unit.tableOf(doc);
    for (let token = starts[doc]!; token < starts[doc + 1]!; token++) {
      const row = rowOf[table[stream[token]!]!]!;
      if (row !== -1) counts[row]![doc]!++;
    }
  }
  return counts;
}

/** Asks `interval` of each row, between other requests. */
export async function eachInterval<Item>(
  corpus: TableCorpus,
  items: readonly Item[],
  interval: (item: Item) => Interval | null,
  { report, signal }: Call,
): Promise<Interval[]> {
  const { index } = corpus.opened;
  const found: Interval[] = [];
  for (const item of items) {
    found.push(interval(item) ?? none);
    report({ stage: 'counting', done: found.length, total: items.length, what: corpus.start.name });
    await nextTurn();
    goOn(signal);
    if (corpus.opened.index !== index) throw new Superseded();
  }
  return found;
}

/** Of occurrences a million tokens. */
export function rateIntervals(
  corpus: TableCorpus,
  ready: Prepared,
  units: readonly number[],
  { samples, seed }: Resampling,
  call: Call,
): Promise<Interval[]> {
  const sizes = partSizes(corpus.opened.index, ready.mask);
  const resampling = { resamples: samples, seed, level };
  return eachInterval(
    corpus,
    countsByDocument(corpus, ready, units),
    (counts) => {
      const interval = rateInterval(counts, sizes, resampling);
      return interval && { low: interval.low * 1e6, high: interval.high * 1e6 };
    },
    call,
  );
}
