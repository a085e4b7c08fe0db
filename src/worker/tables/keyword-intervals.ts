/** Intervals of the log ratio of keywords, when both sides are documents of this corpus. */
import type { DocumentMask } from '../../corpus/frequency/documents.ts';
import { partSizes } from '../../corpus/frequency/documents.ts';
import { logRatioInterval } from '../../corpus/frequency/log-ratio-interval.ts';
import type { Resampling } from '../../shared/tables.ts';
import type { TableCorpus } from './table-corpus.ts';
import type { Call } from '../handler.ts';
import type { Prepared } from './counting.ts';
import type { Interval } from './held-table.ts';
import { countsByDocument, eachInterval, level } from './intervals.ts';

export interface Sides {
  readonly ready: Prepared;
  readonly reference: DocumentMask;
  readonly units: readonly number[];
}

export function logRatioIntervals(
  corpus: TableCorpus,
  { ready, reference, units }: Sides,
  { samples, seed }: Resampling,
  call: Call,
): Promise<Interval[]> {
  const { index } = corpus.opened;
  const sizes = { target: partSizes(index, ready.mask), reference: partSizes(index, reference) };
  const target = countsByDocument(corpus, ready, units);
  const others = countsByDocument(corpus, { ...ready, mask: reference }, units);
  const resampling = { resamples: samples, seed, level };
  return eachInterval(
    corpus,
    units.map((_, at) => at),
    (at) =>
      logRatioInterval(
        { counts: target[at]!, sizes: sizes.target },
        { counts: others[at]!, sizes: sizes.reference },
        resampling,
      ),
    call,
  );
}
