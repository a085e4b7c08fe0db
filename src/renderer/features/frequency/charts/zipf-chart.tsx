/** Count over rank, both in logarithms: how the table falls from its first row to its last. */
import { useCallback } from 'react';
import { request } from '../../../app/request.ts';
import { useAnswer } from '../../../app/use-answer.ts';
import { ZipfCurve } from '../../../ui/charts/zipf-curve.tsx';
import { chartWords } from './chart-names.ts';
import { ChartProblem } from './chart-problem.tsx';
import { headingOf, type TabChartProps } from './chart-props.ts';

/** Points of the curve: as many as a wide chart has pixels to tell apart. */
const mostPoints = 300;

export function ZipfChart(props: TabChartProps) {
  const { corpus, table } = props.rows.summary;
  const ask = useCallback(
    () => request('tables.curve', { corpus, table, column: 'count', points: mostPoints }),
    [corpus, table],
  );
  const answered = useAnswer(table, ask);
  const points = answered?.answer?.points;
  if (!points) return <ChartProblem failure={answered?.failure} />;
  return (
    <ZipfCurve
      {...headingOf(chartWords.zipf, props)}
      points={points.map(({ rank, value, row, text }) => ({ rank, frequency: value, term: text, row }))}
      onPick={({ row }) => {
        props.onOpen(row);
      }}
    />
  );
}
