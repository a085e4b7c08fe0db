/** Keywords of both sides by effect and evidence, whatever part of the list the table shows. */
import { useCallback } from 'react';
import { request } from '../../../app/request.ts';
import { useAnswer } from '../../../app/use-answer.ts';
import { KeywordScatter } from '../../../ui/charts/keyword-scatter.tsx';
import { columnLabel } from '../column-words.ts';
import { chartWords } from './chart-names.ts';
import { ChartProblem } from './chart-problem.tsx';
import { headingOf, reader, type TabChartProps } from './chart-props.ts';

/** Words of each side that are drawn: those with the most evidence. */
const mostWords = 150;
/** p < 0.05 on one degree of freedom. */
const threshold = 3.84;

/** The two ends of the list by evidence; each word once. */
function useBothEnds({ rows }: Pick<TabChartProps, 'rows'>) {
  const { corpus, table } = rows.summary;
  const ask = useCallback(async () => {
    const end = (descending: boolean) =>
      request('tables.page', { corpus, table, sort: { column: 'll', descending }, from: 0, count: mostWords });
    const [strong, weak] = await Promise.all([end(true), end(false)]);
    return [...new Map([...strong.rows, ...weak.rows].map((row) => [row.row, row])).values()];
  }, [corpus, table]);
  return useAnswer(table, ask);
}

export function ScatterChart(props: TabChartProps) {
  const { rows, onOpen } = props;
  const answered = useBothEnds(props);
  const both = answered?.answer;
  if (!both) return <ChartProblem failure={answered?.failure} />;
  const read = reader(rows.summary);
  const words = both.flatMap((row) => {
    const effect = read.number(row, 'logRatio');
    const evidence = read.number(row, 'll');
    const low = read.number(row, 'logRatioLow');
    const high = read.number(row, 'logRatioHigh');
    if (effect === null || evidence === null) return [];
    return [
      {
        term: read.name(row),
        row: row.row,
        effect,
        evidence: Math.abs(evidence),
        frequency: Math.max(read.number(row, 'target') ?? 0, read.number(row, 'reference') ?? 0),
        ...(low !== null && high !== null ? { interval: { low, high } } : {}),
      },
    ];
  });
  return (
    <KeywordScatter
      {...headingOf(chartWords.scatter, props)}
      words={words}
      effectName={columnLabel('logRatio')}
      evidenceName={columnLabel('ll')}
      evidenceThreshold={threshold}
      positiveName={chartWords.positive}
      negativeName={chartWords.negative}
      onPick={({ row }) => {
        onOpen(row);
      }}
    />
  );
}
