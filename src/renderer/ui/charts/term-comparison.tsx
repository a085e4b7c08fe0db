/** Up to six terms side by side in each group, with their uncertainty. */
import { XAxisName } from './axis-name.tsx';
import { lyingBar } from './bar-shape.ts';
import type { GroupedSeries, GroupValue, TermComparisonProps } from './chart-data.ts';
import { ChartFrame } from './chart-frame.tsx';
import { groupedTable } from './chart-tables.ts';
import { type ChartRoom, localeNumbers, useRoom } from './chart-room.ts';
import { chartWords } from './chart-words.ts';
import { GroupedPlot } from './grouped-frame.tsx';
import { groupedExtremes } from './grouped-layout.ts';
import { Interval } from './interval.tsx';
import { Mark } from './mark.tsx';
import { usePlot } from './plot.tsx';
import { groupedSummary } from './summary-words.ts';
import { SvgWord } from './svg-word.tsx';

export function TermComparison<Value extends GroupValue>(props: TermComparisonProps<Value>) {
  const { groups, series, valueName, onPick, ...heading } = props;
  return (
    <ChartFrame
      heading={heading}
      summary={groupedSummary(groups, series, valueName, localeNumbers())}
      table={groupedTable(groups, series)}
      leastHeight={(size) => size * (6 + groups.length * (0.8 + 0.9 * series.length))}
    >
      {(room) => <Groups {...{ room, groups, series, valueName, onPick }} />}
    </ChartFrame>
  );
}

interface GroupsProps<Value extends GroupValue> {
  readonly room: ChartRoom;
  readonly groups: readonly string[];
  readonly series: readonly GroupedSeries<Value>[];
  readonly valueName: string;
  readonly onPick: ((series: GroupedSeries<Value>, value: Value, group: string) => void) | undefined;
}

function Groups<Value extends GroupValue>(props: GroupsProps<Value>) {
  const { room, groups, series } = props;
  const { numbers, size, textWidth } = room;
  const texts = series.flatMap(({ values }) => values.map((cell) => (cell ? numbers.exact(cell.value) : '')));
  return (
    <GroupedPlot
      room={room}
      groups={groups}
      names={series.map(({ name }) => name)}
      extremes={groupedExtremes(series)}
      format={numbers.short}
      endRoom={Math.max(...texts.map((text) => textWidth(text, size))) + 14}
      mostBand={size * (1 + 2.2 * series.length)}
    >
      {(fill) => <GroupMarks {...props} fill={fill} />}
    </GroupedPlot>
  );
}

function GroupMarks<Value extends GroupValue>(props: GroupsProps<Value> & { readonly fill: (at: number) => string }) {
  const { groups, series, valueName, onPick, fill } = props;
  const places = usePlot();
  const { size, numbers, direction } = useRoom();
  if (!places) return null;
  const isRtl = direction === 'rtl';
  const band = (places.bottom - places.top) / groups.length;
  const slot = (band * 0.84) / series.length;
  const thickness = slot * 0.86;
  const zero = places.x(0);
  return (
    <g>
      {groups.map((group, row) =>
        series.map((one, at) => {
          const value = one.values[row];
          if (!value) return null;
          const middle = places.y(row + 0.5) + (at - (series.length - 1) / 2) * slot;
          const end = places.x(value.value);
          const outer = value.interval ? places.x(value.value < 0 ? value.interval.low : value.interval.high) : end;
          const isLeftwards = isRtl === value.value >= 0;
          const rows: [string, string][] = [
            [chartWords.group, group],
            [valueName, numbers.exact(value.value)],
          ];
          if (value.interval) {
            const { low, high } = value.interval;
            rows.push([chartWords.interval, chartWords.range(numbers.exact(low), numbers.exact(high))]);
          }
          return (
            <Mark
              key={`${row} ${at}`}
              id={`${row} ${at}`}
              x={0}
              y={middle}
              tip={{ title: one.name, rows }}
              onPick={
                onPick &&
                (() => {
                  onPick(one, value, group);
                })
              }
            >
              <rect
                x={places.left}
                y={middle - slot / 2}
                width={places.right - places.left}
                height={slot}
                fill="transparent"
                data-page-only
              />
              <path d={lyingBar(zero, end, middle - thickness / 2, thickness)} fill={fill(at)} />
              {value.interval && (
                <Interval
                  low={places.x(value.interval.low)}
                  high={places.x(value.interval.high)}
                  at={middle}
                  isLying
                  width={thickness * 0.5}
                />
              )}
              <SvgWord
                text={numbers.exact(value.value)}
                x={isLeftwards ? Math.min(end, outer) - 6 : Math.max(end, outer) + 6}
                y={middle}
                size={Math.min(size, slot * 0.95)}
                align={isLeftwards ? 'right' : 'left'}
                ink="ink-soft"
              />
            </Mark>
          );
        }),
      )}
      <line x1={zero} x2={zero} y1={places.top} y2={places.bottom} stroke="var(--chart-axis)" />
      <XAxisName places={places} name={valueName} />
    </g>
  );
}
