/** The chart of a tab, with a choice where there are several, and of what it measures. */
import { ToggleButton } from 'react-aria-components';
import { useRef } from 'react';
import { CollectorContext, type ChartCollector } from '../../../ui/charts/chart-collector.ts';
import { Check } from '../../../ui/check.tsx';
import { OneOf } from '../../../ui/one-of.tsx';
import { columnLabel } from '../column-words.ts';
import { isNumeric } from '../columns.ts';
import { start } from '../../../app/actions/failures.ts';
import { originOf } from '../report/report-button.tsx';
import { report } from '../report/report.ts';
import { reportWords } from '../report/report-words.ts';
import { SelectPill } from '../settings/pill.tsx';
import { BarsChart, uncertain } from './bars-chart.tsx';
import { LanguagesPanel } from './languages-panel.tsx';
import { NetworkChart } from './network-chart.tsx';
import { PositionsChart } from './positions-chart.tsx';
import { ScatterChart } from './scatter-chart.tsx';
import { StripesChart } from './stripes-chart.tsx';
import { TrendCharts } from './trend-charts.tsx';
import { termOf, useLinkedMarks } from './use-linked-marks.ts';
import { ZipfChart } from './zipf-chart.tsx';
import { type ChartName, chartNames, chartsOf, chartWords } from './chart-names.ts';
import './chart-panel.css';
import { reader, type TabChartProps } from './chart-props.ts';
import { wordsOf } from '../../../language/words.ts';

const t = wordsOf('frequency');

export function ChartPanel(props: TabChartProps) {
  const { corpus, settings, onChange, rows, measure, picked, pointed, onPoint } = props;
  const { summary } = rows;
  const stage = useRef<HTMLDivElement>(null);
  const pickedRow = rows.first.find(({ row }) => row === picked);
  useLinkedMarks(stage, pointed, pickedRow ? reader(summary).name(pickedRow) : null);
  const collector: ChartCollector = {
    name: reportWords.addChart,
    collect: ({ heading: { title }, summary: gist, picture }) => {
      const add = async () => {
        const origin = await originOf(corpus, rows);
        report.getState().add({ kind: 'chart', title, origin, summary: gist, svg: picture.text });
      };
      start(add());
      return reportWords.added;
    },
  };
  const charts = chartsOf[summary.request.kind];
  const chart = charts.find((known) => known === settings.chart) ?? charts[0]!;
  return (
    <div className="ui-column frequency-chart">
      <div className="frequency-chart-bar">
        {charts.length > 1 && (
          <OneOf
            className="frequency-segments"
            label={chartWords.choose}
            names={charts}
            chosen={chart}
            onChoose={(chosen) => {
              onChange({ chart: chosen });
            }}
          >
            {charts.map((known) => (
              <ToggleButton key={known} id={known} className="frequency-segment">
                {chartNames[known]}
              </ToggleButton>
            ))}
          </OneOf>
        )}
        {measured.has(chart) && (
          <SelectPill
            label={chartWords.measure}
            options={summary.columns.filter(isNumeric).map(({ name }) => ({ id: name, name: columnLabel(name) }))}
            value={measure}
            onChange={(next) => {
              onChange({ measure: next });
            }}
          />
        )}
        {chart === 'bars' && uncertain[summary.request.kind] === measure && (
          <Check
            isSelected={settings.intervals}
            onChange={(on) => {
              onChange({ intervals: on });
            }}
          >
            {t('strip.rateIntervals')}
          </Check>
        )}
      </div>
      <div
        ref={stage}
        className="frequency-chart-stage"
        onPointerOver={({ target }) => {
          onPoint(termOf(target));
        }}
        onPointerLeave={() => {
          onPoint(null);
        }}
        onFocus={({ target }) => {
          onPoint(termOf(target));
        }}
        onBlur={() => {
          onPoint(null);
        }}
      >
        <CollectorContext value={collector}>
          <TabChart {...props} chart={chart} />
        </CollectorContext>
      </div>
    </div>
  );
}

/** Charts that draw a column of choice. */
const measured: ReadonlySet<ChartName> = new Set(['bars', 'network']);

function TabChart({ chart, ...props }: TabChartProps & { readonly chart: ChartName }) {
  switch (chart) {
    case 'bars':
      return <BarsChart {...props} />;
    case 'zipf':
      return <ZipfChart {...props} />;
    case 'scatter':
      return <ScatterChart {...props} />;
    case 'profile':
      return <PositionsChart {...props} />;
    case 'network':
      return <NetworkChart {...props} />;
    case 'stripes':
      return <StripesChart {...props} />;
    case 'lines':
    case 'stacked':
    case 'comparison':
      return <TrendCharts {...props} chart={chart} />;
    case 'languages':
      return <LanguagesPanel {...props} />;
  }
}
