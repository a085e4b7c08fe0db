/** All pairs of one pivot, opened one after the other, and opened again as links change. */
import { useCallback } from 'react';
import type { AlignmentSummary } from '../../../../shared/alignment.ts';
import type { Failure } from '../../../../shared/failure.ts';
import { request } from '../../../app/request.ts';
import type { PairShown } from '../../../app/store/aligned.ts';
import { useApp } from '../../../app/store/store.ts';
import { useKept } from '../../../app/use-kept.ts';
import { openPair } from '../use-pair.ts';

export interface PivotInHand {
  /** One for each version, in the order of the store. */
  readonly summaries: readonly AlignmentSummary[];
  /** Rows, and those of them that the pivot or a version lacks. */
  readonly total: number;
  readonly uneven: number;
}

export interface PivotOpened {
  readonly pivot: PivotInHand | null;
  readonly failure: Failure | null;
}

export function usePivot(pair: PairShown, attempt: number): PivotOpened {
  const { corpus, a, b, others, mode, granularity } = pair;
  const revision = useApp((state) => state.project?.summary.revision);
  const ask = useCallback(async (): Promise<PivotInHand> => {
    const summaries: AlignmentSummary[] = [];
    // One after the other: what the first pair teaches of the words is there for the second.
    for (const other of [b, ...others]) summaries.push(await openPair({ corpus, a, b: other, mode, granularity }));
    const alignments = summaries.map(({ alignment }) => alignment);
    const asked = { corpus, alignments, uneven: false, from: 0, count: 1 };
    const { total, uneven } = await request('pivot.rows', asked);
    return { summaries, total, uneven };
  }, [corpus, a, b, others, mode, granularity]);
  const key = `${corpus} ${a} ${[b, ...others].join(' ')} ${mode} ${granularity}`;
  const answered = useKept(key, `${key} ${revision} ${attempt}`, ask);
  return { pivot: answered?.answer ?? null, failure: answered?.failure ?? null };
}
