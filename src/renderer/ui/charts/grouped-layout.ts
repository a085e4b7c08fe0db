/** Bars of groups by series: how far each reaches, stacked or side by side. */
import type { GroupedSeries, GroupValue } from './chart-data.ts';

/** One part of a stacked bar, in the unit of the axis. */
export interface StackedPart {
  readonly series: number;
  readonly from: number;
  readonly to: number;
}

/**
 * The parts of each group, one on the other in the order of the series; parts without a value are left out. `share`:
 * every group reaches from 0 to 1. Values below 0 have no place in a stack and count as 0.
 */
export function stackedParts(
  groups: number,
  series: readonly GroupedSeries<GroupValue>[],
  scale: 'value' | 'share',
): readonly (readonly StackedPart[])[] {
  return Array.from({ length: groups }, (_, group) => {
    const values = series.map(({ values: row }) => Math.max(0, row[group]?.value ?? 0));
    const total = values.reduce((sum, value) => sum + value, 0);
    const unit = scale === 'share' ? (total === 0 ? 1 : total) : 1;
    let from = 0;
    return values.flatMap((value, at) => {
      if (value === 0) return [];
      const part = { series: at, from: from / unit, to: (from + value) / unit };
      from += value;
      return [part];
    });
  });
}

/** The least and the greatest that bars side by side and their intervals reach, 0 among them. */
export function groupedExtremes(series: readonly GroupedSeries<GroupValue>[]): readonly [low: number, high: number] {
  const reached = series.flatMap(({ values }) =>
    values.flatMap((cell) =>
      cell ? [cell.value, cell.interval?.low ?? cell.value, cell.interval?.high ?? cell.value] : [],
    ),
  );
  return [Math.min(0, ...reached), Math.max(0, ...reached)];
}
