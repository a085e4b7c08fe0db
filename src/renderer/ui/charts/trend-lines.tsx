/** Up to six terms over time or over a list of categories, with their uncertainty as bands, each named at the end of its line. */
import type { TrendLinesProps, TrendPoint, TrendSeries } from './chart-data.ts';
import { YAxisName } from './axis-name.tsx';
import { ChartFrame } from './chart-frame.tsx';
import { trendTable } from './chart-tables.ts';
import { interfaceLocale } from '../../language/locale.ts';
import { type ChartRoom, localeNumbers, useRoom } from './chart-room.ts';
import { chartWords } from './chart-words.ts';
import { fitText } from './fit-text.ts';
import { spreadLabels } from './label-boxes.ts';
import type { MarkTip } from './mark-board.ts';
import { Mark } from './mark.tsx';
import { Plot, type PlotPlaces, usePlot } from './plot.tsx';
import { seriesDash, seriesInk, SeriesPoint } from './series-look.tsx';
import { trendSummary } from './summary-words.ts';
import { SvgWord } from './svg-word.tsx';
import { linearTicks } from './ticks.ts';
import { type PeriodScale, periodScale, tickPeriods, unbroken } from './trend-periods.ts';

export function TrendLines<Point extends TrendPoint>(props: TrendLinesProps<Point>) {
  const { series, periods, valueName, onPick, ...heading } = props;
  const scale = periodScale(
    series.map(({ points }) => points.map(({ period }) => period)),
    periods,
  );
  return (
    <ChartFrame
      heading={heading}
      summary={trendSummary(series, valueName, localeNumbers(), scale.isJoined)}
      table={trendTable(series, scale.periods)}
    >
      {(room) => <Lines {...{ room, series, scale, valueName, onPick }} />}
    </ChartFrame>
  );
}

interface LinesProps<Point extends TrendPoint> {
  readonly room: ChartRoom;
  readonly series: readonly TrendSeries<Point>[];
  readonly scale: PeriodScale;
  readonly valueName: string;
  readonly onPick: ((series: TrendSeries<Point>, point: Point) => void) | undefined;
}

function Lines<Point extends TrendPoint>(props: LinesProps<Point>) {
  const { room, series, scale } = props;
  const { numbers, size, textWidth } = room;
  const isRtl = room.direction === 'rtl';
  const values = series.flatMap(({ points }) =>
    points.flatMap(({ value, interval }) =>
      value === null ? [] : [value, interval?.low ?? value, interval?.high ?? value],
    ),
  );
  const ticks = linearTicks(Math.min(0, ...values), Math.max(0, ...values), Math.max(2, room.height / 70));
  const valueRoom = Math.max(...ticks.map((tick) => textWidth(numbers.short(tick), size))) + 14;
  const names = series.map(({ term }) => fitText(term, room.width * 0.22, (text) => textWidth(text, size, 500)));
  const nameRoom = Math.max(...names.map((name) => textWidth(name, size, 500))) + size * 2.6;
  const locale = interfaceLocale();
  const width = room.width - valueRoom - nameRoom;
  const widest = Math.max(...scale.periods.map((period) => textWidth(scale.format(period, locale), size)));
  const [low, high] = scale.domain;
  const ticked = tickPeriods(scale, (period) => ((scale.place(period) - low) / (high - low)) * width, widest + size);
  const texts = new Map(ticked.map((period) => [scale.place(period), scale.format(period, locale)]));
  return (
    <Plot
      room={room}
      margin={{
        top: size * 2.4,
        bottom: size * 0.5,
        ...(isRtl ? { left: nameRoom, right: size * 0.5 } : { left: size * 0.5, right: nameRoom }),
      }}
      x={{
        ...{ ticks: [...texts.keys()], domain: scale.domain, format: (place) => texts.get(place) ?? '' },
        ...{ isReversed: isRtl, room: size + 12 },
      }}
      y={{ ticks, format: numbers.short, hasGrid: true, room: valueRoom }}
    >
      <LineMarks {...props} names={names} />
    </Plot>
  );
}

function LineMarks<Point extends TrendPoint>(props: LinesProps<Point> & { readonly names: readonly string[] }) {
  const { series, scale, valueName, names, onPick } = props;
  const places = usePlot();
  const { size, direction } = useRoom();
  if (!places) return null;
  const isRtl = direction === 'rtl';
  const paths = series.map(({ points }) => placedRuns(points, scale, places));
  const ends = paths.map((runs) => runs.at(-1)?.at(-1));
  const heights = spreadLabels(
    ends.map((end) => end?.y ?? places.bottom),
    size * 1.4,
    places.top,
    places.bottom,
  );
  const closest = (places.right - places.left) / Math.max(1, scale.periods.length - 1);
  const every = Math.max(1, Math.ceil((size * 1.6) / closest));
  const beside = isRtl ? places.left - size * 1.6 : places.right + size * 1.6;
  return (
    <g>
      <line x1={places.left} x2={places.right} y1={places.y(0)} y2={places.y(0)} stroke="var(--chart-axis)" />
      {paths.map((runs, at) => (
        <g key={series[at]?.term} fill={seriesInk(at)} fillOpacity={scale.isJoined ? 0.14 : 0.35}>
          {runs.map((run) => (
            <path key={run[0]?.point.period} d={bandPath(run, places)} />
          ))}
        </g>
      ))}
      {paths.map((runs, at) => (
        <g key={series[at]?.term} fill="none" stroke={seriesInk(at)} strokeWidth={2} strokeLinejoin="round">
          {runs.map((run) => (
            <path key={run[0]?.point.period} d={linePath(run)} strokeDasharray={seriesDash(at)} />
          ))}
        </g>
      ))}
      {series.map((one, at) =>
        paths[at]?.flat().map(({ x, y, point }, place) => (
          <Mark
            key={`${one.term} ${point.period}`}
            id={`${one.term} ${point.period}`}
            {...{ x, y }}
            lane={one.term}
            tip={trendTip(one.term, point, valueName, scale)}
            onPick={
              onPick &&
              (() => {
                onPick(one, point);
              })
            }
          >
            <circle cx={x} cy={y} r={10} fill="transparent" data-page-only />
            {/* Where points stand close their shapes would be a chain: some carry it, the others when they are looked at. */}
            <g {...((place + at) % every === 0 ? {} : { className: 'chart-quiet', 'data-page-only': true })}>
              <SeriesPoint {...{ at, x, y }} radius={size * 0.36} />
            </g>
          </Mark>
        )),
      )}
      {names.map((name, at) => (
        <g key={series[at]?.term}>
          <Leader from={ends[at]} x={isRtl ? beside + 5 : beside - 5} y={heights[at] ?? 0} ink={seriesInk(at)} />
          <SvgWord
            text={name}
            x={beside}
            y={heights[at] ?? 0}
            size={size}
            align={isRtl ? 'right' : 'left'}
            weight={500}
          />
        </g>
      ))}
      <YAxisName places={places} name={valueName} />
    </g>
  );
}

interface PlacedPoint<Point> {
  readonly x: number;
  readonly y: number;
  readonly point: Point;
}

function placedRuns<Point extends TrendPoint>(
  points: readonly Point[],
  scale: PeriodScale,
  places: PlotPlaces,
): readonly PlacedPoint<Point>[][] {
  const inOrder = [...points].sort((a, b) => scale.place(a.period) - scale.place(b.period));
  const runs = scale.isJoined ? unbroken(inOrder) : unbroken(inOrder).flatMap((run) => run.map((point) => [point]));
  return runs.map((run) =>
    run.map((point) => ({ x: places.x(scale.place(point.period)), y: places.y(point.value ?? 0), point })),
  );
}

function linePath(run: readonly PlacedPoint<TrendPoint>[]): string {
  return `M${run.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join('L')}`;
}

/** The interval of a point by itself. */
function standing({ x, low, high }: { x: number; low: number; high: number }, y: PlotPlaces['y']): string {
  return `M${(x - 3).toFixed(1)},${y(high).toFixed(1)}h6V${y(low).toFixed(1)}h-6Z`;
}

/** Along the upper bounds and back along the lower ones; empty without intervals. */
function bandPath(run: readonly PlacedPoint<TrendPoint>[], { y }: PlotPlaces): string {
  const bounded = run.flatMap(({ x, point: { interval } }) => (interval ? [{ x, ...interval }] : []));
  const [only] = bounded;
  if (bounded.length === 1 && only) return standing(only, y);
  if (bounded.length === 0) return '';
  const upper = bounded.map(({ x, high }) => `${x.toFixed(1)},${y(high).toFixed(1)}`);
  const lower = bounded.map(({ x, low }) => `${x.toFixed(1)},${y(low).toFixed(1)}`).reverse();
  return `M${[...upper, ...lower].join('L')}Z`;
}

interface LeaderProps {
  readonly from: { readonly x: number; readonly y: number } | undefined;
  readonly x: number;
  readonly y: number;
  readonly ink: string;
}

/** From the end of a line to its name, which may have had to move aside. */
function Leader({ from, x, y, ink }: LeaderProps) {
  if (!from) return null;
  return <path d={`M${from.x},${from.y}L${x},${y}`} stroke={ink} strokeWidth={1} strokeOpacity={0.55} fill="none" />;
}

function trendTip(
  term: string,
  { period, value, interval }: TrendPoint,
  valueName: string,
  scale: PeriodScale,
): MarkTip {
  const numbers = localeNumbers();
  const rows: [string, string][] = [
    [chartWords.period, scale.format(period, interfaceLocale())],
    [valueName, numbers.exact(value ?? 0)],
  ];
  if (interval)
    rows.push([chartWords.interval, chartWords.range(numbers.exact(interval.low), numbers.exact(interval.high))]);
  return { title: term, rows };
}
