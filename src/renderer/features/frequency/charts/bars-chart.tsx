/** The first rows of the table as bars, whatever the column they are ranked by. */
import { tabNames } from '../../../app/tab-names.ts';
import { RankedBars } from '../../../ui/charts/ranked-bars.tsx';
import { columnLabel } from '../column-words.ts';
import { chartWords } from './chart-names.ts';
import { headingOf, reader, type TabChartProps } from './chart-props.ts';
import { useIntervals } from './use-intervals.ts';

/** As many as are legible in one column. */
const mostBars = 30;

/** The column whose 95 % interval `tables.intervals` gives. */
export const uncertain: Partial<Readonly<Record<string, string>>> = {
  words: 'perMillion',
  ngrams: 'perMillion',
  keywords: 'logRatio',
};

export function BarsChart(props: TabChartProps) {
  const { rows, measure, settings, onOpen } = props;
  const { summary, first, total } = rows;
  const { kind } = summary.request;
  const read = reader(summary);
  const drawn = first.slice(0, mostBars);
  const wantsIntervals = settings.intervals && uncertain[kind] === measure;
  const intervals = useIntervals(rows, wantsIntervals ? drawn.map(({ row }) => row) : [], settings);
  const bars = drawn.flatMap((row) => {
    const value = read.number(row, measure);
    const interval = intervals.get(row.row);
    return value === null ? [] : [{ term: read.name(row), value, row: row.row, ...(interval ? { interval } : {}) }];
  });
  return (
    <RankedBars
      {...headingOf(chartWords.bars(tabNames[kind], columnLabel(measure)), props)}
      bars={bars}
      valueName={columnLabel(measure)}
      total={total}
      onPick={({ row }) => {
        onOpen(row);
      }}
    />
  );
}
