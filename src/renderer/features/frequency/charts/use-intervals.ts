/** 95 % intervals of the rows that a chart draws, by resampling documents. */
import { useCallback } from 'react';
import { newJob } from '../../../app/jobs.ts';
import { request } from '../../../app/request.ts';
import { useAnswer } from '../../../app/use-answer.ts';
import type { TabSettings } from '../settings/settings.ts';
import type { ViewedRows } from '../table/use-rows.ts';

interface Interval {
  readonly low: number;
  readonly high: number;
}

/** By row; empty until they are there, and for no rows. */
export function useIntervals(
  { summary: { corpus, table } }: ViewedRows,
  rows: readonly number[],
  { samples, seed }: TabSettings,
): ReadonlyMap<number, Interval> {
  const key = `${table} ${samples} ${seed} ${rows.join(' ')}`;
  const ask = useCallback(
    () =>
      rows.length === 0
        ? Promise.resolve(null)
        : request('tables.intervals', { corpus, table, rows: [...rows], resampling: { samples, seed }, job: newJob() }),
    // The key says which rows of which table.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [key],
  );
  const intervals = useAnswer(key, ask)?.answer?.intervals ?? [];
  return new Map(
    intervals.flatMap(({ row, low, high }): [number, Interval][] =>
      low === null || high === null ? [] : [[row, { low, high }]],
    ),
  );
}
