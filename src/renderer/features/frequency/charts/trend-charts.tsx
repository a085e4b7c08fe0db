/** Trends: lines with intervals over dates, stacked bars, terms side by side. */
import { useCallback } from 'react';
import { longestPage } from '../../../../shared/terms.ts';
import { request } from '../../../app/request.ts';
import { useAnswer } from '../../../app/use-answer.ts';
import { StackedBars } from '../../../ui/charts/stacked-bars.tsx';
import { TermComparison } from '../../../ui/charts/term-comparison.tsx';
import { TrendLines } from '../../../ui/charts/trend-lines.tsx';
import { columnLabel } from '../column-words.ts';
import { chartWords } from './chart-names.ts';
import { ChartProblem } from './chart-problem.tsx';
import { headingOf, type TabChartProps } from './chart-props.ts';
import { trendShape } from './trend-rows.ts';

interface TrendChartsProps extends TabChartProps {
  readonly chart: 'lines' | 'stacked' | 'comparison';
}

/** All groups, whatever page the table shows: a line with a hole in it would lie. */
function useAllRows({ summary }: TabChartProps['rows']) {
  const { corpus, table, total } = summary;
  const ask = useCallback(async () => {
    const rows = [];
    for (let from = 0; from < total; from += longestPage)
      rows.push(...(await request('tables.page', { corpus, table, from, count: longestPage })).rows);
    return rows;
  }, [corpus, table, total]);
  return useAnswer(table, ask);
}

export function TrendCharts(props: TrendChartsProps) {
  const { chart, rows, onOpen } = props;
  const answered = useAllRows(rows);
  const all = answered?.answer;
  const { request: asked } = rows.summary;
  if (!all || asked.kind !== 'trend') return <ChartProblem failure={answered?.failure} />;
  const { groups, series } = trendShape(rows, all, 'perMillion');
  const heading = headingOf(chartWords.trend(asked.by.field), props);
  const valueName = columnLabel('perMillion');
  const onPick = (_: unknown, { row }: { readonly row: number }) => {
    onOpen(row);
  };
  if (chart === 'stacked') {
    const counts = trendShape(rows, all, 'count');
    return (
      <StackedBars
        {...headingOf(chartWords.trendHits(asked.by.field), props)}
        groups={counts.groups}
        series={counts.series}
        valueName={columnLabel('count')}
        onPick={onPick}
      />
    );
  }
  if (chart === 'comparison')
    return <TermComparison {...heading} groups={groups} series={series} valueName={valueName} onPick={onPick} />;
  return (
    <TrendLines
      {...heading}
      series={series.map(({ name, values }) => ({
        term: name,
        points: values.flatMap((value) => (value ? [{ ...value, period: value.group }] : [])),
      }))}
      periods={asked.by.part === undefined ? 'categories' : 'dates'}
      valueName={valueName}
      onPick={onPick}
    />
  );
}
