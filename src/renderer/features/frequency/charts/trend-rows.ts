/** A trend as its charts want it: groups in the order of the table, and for each term a value in each group. */
import type { TableRow } from '../../../../shared/tables.ts';
import { reader, type TabChartProps } from './chart-props.ts';

interface TrendValue {
  readonly row: number;
  readonly group: string;
  readonly value: number;
  readonly interval?: { readonly low: number; readonly high: number };
}

export interface TrendSeries {
  readonly name: string;
  /** One for each group, in their order. */
  readonly values: readonly (TrendValue | null)[];
}

export interface TrendShape {
  readonly groups: readonly string[];
  readonly series: readonly TrendSeries[];
}

/** Groups of documents that lack the field have no name and no place on a scale of dates: they stay in the table. */
export function trendShape({ summary }: TabChartProps['rows'], rows: readonly TableRow[], column: string): TrendShape {
  const read = reader(summary);
  const named = rows.filter((row) => read.text(row, 'group') !== '');
  const groups = [...new Set(named.map((row) => read.text(row, 'group')))].sort();
  const terms = [...new Set(named.map((row) => read.text(row, 'term')))];
  const byName = new Map(named.map((row) => [`${read.text(row, 'term')}\n${read.text(row, 'group')}`, row]));
  const valueOf = (term: string, group: string): TrendValue | null => {
    const row = byName.get(`${term}\n${group}`);
    const value = row ? read.number(row, column) : null;
    if (!row || value === null) return null;
    const low = column === 'perMillion' ? read.number(row, 'low') : null;
    const high = column === 'perMillion' ? read.number(row, 'high') : null;
    return { row: row.row, group, value, ...(low !== null && high !== null ? { interval: { low, high } } : {}) };
  };
  return { groups, series: terms.map((name) => ({ name, values: groups.map((group) => valueOf(name, group)) })) };
}
