/** Where the collocates stand round the node: the chosen one first, then the first of the table. */
import { useCallback } from 'react';
import { request } from '../../../app/request.ts';
import { useAnswer } from '../../../app/use-answer.ts';
import { PositionProfile } from '../../../ui/charts/position-profile.tsx';
import { directionOf } from '../table/word-direction.ts';
import { chartWords } from './chart-names.ts';
import { ChartProblem } from './chart-problem.tsx';
import { headingOf, reader, type TabChartProps } from './chart-props.ts';

/** Rows that are legible over one another. */
const mostProfiles = 12;

export function PositionsChart(props: TabChartProps) {
  const { rows, picked, onOpen } = props;
  const { summary, first } = rows;
  const { corpus, table } = summary;
  const read = reader(summary);
  const drawn = first.slice(0, mostProfiles);
  const chosen = first.find(({ row }) => row === picked);
  const shown = chosen && !drawn.includes(chosen) ? [chosen, ...drawn.slice(1)] : drawn;
  const key = `${table} ${shown.map(({ row }) => row).join(' ')}`;
  const ask = useCallback(
    () =>
      Promise.all(
        shown.map(async (row) => {
          const { offsets } = await request('tables.offsets', { corpus, table, row: row.row });
          return { term: read.name(row), row: row.row, places: offsets.filter(({ offset }) => offset !== 0) };
        }),
      ),
    // The key says which rows of which table.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [key],
  );
  const answered = useAnswer(key, ask);
  const profiles = answered?.answer;
  const { request: asked } = summary;
  if (!profiles || asked.kind !== 'collocates') return <ChartProblem failure={answered?.failure} />;
  return (
    <PositionProfile
      {...headingOf(chartWords.positions, props)}
      profiles={profiles}
      node={asked.query.text}
      direction={directionOf(asked.query.text)}
      onPick={({ row }) => {
        onOpen(row);
      }}
    />
  );
}
