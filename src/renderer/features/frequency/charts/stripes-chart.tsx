/** Every hit where it stands in its document, one stripe a document, in the order of the table. */
import { useCallback } from 'react';
import { request } from '../../../app/request.ts';
import { useAnswer } from '../../../app/use-answer.ts';
import { DispersionPlot } from '../../../ui/charts/dispersion-plot.tsx';
import { chartWords } from './chart-names.ts';
import { ChartProblem } from './chart-problem.tsx';
import { headingOf, type TabChartProps } from './chart-props.ts';

/** Stripes that are drawn; the plot scrolls. */
const mostStripes = 200;
/** Hits of a document that are drawn: a stripe tells no more apart. */
const mostHits = 1_000;

export function StripesChart(props: TabChartProps) {
  const { rows, onOpen } = props;
  const { summary, view, key } = rows;
  const { corpus, table } = summary;
  const ask = useCallback(
    () => request('tables.stripes', { corpus, table, ...view, from: 0, count: mostStripes, most: mostHits }),
    // The key says which view of which table.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [key],
  );
  const answered = useAnswer(key, ask);
  const stripes = answered?.answer?.stripes;
  if (!stripes) return <ChartProblem failure={answered?.failure} />;
  return (
    <DispersionPlot
      {...headingOf(chartWords.stripes, props)}
      documents={stripes.map(({ row, doc, path, title, direction, tokens, places }) => ({
        id: doc,
        row,
        title: title === '' ? path : title,
        direction,
        tokens,
        hits: places,
      }))}
      onPick={({ row }) => {
        onOpen(row);
      }}
    />
  );
}
