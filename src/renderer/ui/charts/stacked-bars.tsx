/** What a whole is made of, group by group: by source, by language, by year. */
import { XAxisName } from './axis-name.tsx';
import type { GroupedSeries, GroupValue, StackedBarsProps } from './chart-data.ts';
import { ChartFrame } from './chart-frame.tsx';
import { groupedTable } from './chart-tables.ts';
import { type ChartRoom, localeNumbers, useRoom } from './chart-room.ts';
import { GroupedPlot } from './grouped-frame.tsx';
import { stackedParts } from './grouped-layout.ts';
import type { MarkTip } from './mark-board.ts';
import { Mark } from './mark.tsx';
import { usePlot } from './plot.tsx';
import { chartWords } from './chart-words.ts';
import { groupedSummary } from './summary-words.ts';
import { SvgWord } from './svg-word.tsx';

export function StackedBars<Value extends GroupValue>(props: StackedBarsProps<Value>) {
  const { groups, series, valueName, scale = 'value', onPick, ...heading } = props;
  return (
    <ChartFrame
      heading={heading}
      summary={groupedSummary(groups, series, valueName, localeNumbers())}
      table={groupedTable(groups, series)}
      leastHeight={(size) => size * (6 + 1.7 * groups.length)}
    >
      {(room) => <Stacks {...{ room, groups, series, valueName, scale, onPick }} />}
    </ChartFrame>
  );
}

interface StacksProps<Value extends GroupValue> {
  readonly room: ChartRoom;
  readonly groups: readonly string[];
  readonly series: readonly GroupedSeries<Value>[];
  readonly valueName: string;
  readonly scale: 'value' | 'share';
  readonly onPick: ((series: GroupedSeries<Value>, value: Value, group: string) => void) | undefined;
}

function Stacks<Value extends GroupValue>(props: StacksProps<Value>) {
  const { room, groups, series, scale } = props;
  const { numbers, size, textWidth } = room;
  const parts = stackedParts(groups.length, series, scale);
  const totals = parts.map((stack) => stack.at(-1)?.to ?? 0);
  const endTexts = scale === 'share' ? [] : totals.map(numbers.exact);
  return (
    <GroupedPlot
      room={room}
      groups={groups}
      names={series.map(({ name }) => name)}
      extremes={[0, scale === 'share' ? 1 : Math.max(...totals)]}
      format={scale === 'share' ? numbers.share : numbers.short}
      endRoom={Math.max(size * 2, ...endTexts.map((text) => textWidth(text, size) + 14))}
      mostBand={size * 3.4}
    >
      {(fill) => <StackMarks {...props} fill={fill} endTexts={endTexts} />}
    </GroupedPlot>
  );
}

interface StackMarksProps<Value extends GroupValue> extends StacksProps<Value> {
  readonly fill: (at: number) => string;
  readonly endTexts: readonly string[];
}

function StackMarks<Value extends GroupValue>(props: StackMarksProps<Value>) {
  const { groups, series, valueName, scale, onPick, fill, endTexts } = props;
  const places = usePlot();
  const { size, numbers, direction } = useRoom();
  if (!places) return null;
  const isRtl = direction === 'rtl';
  const band = (places.bottom - places.top) / groups.length;
  const thickness = band * 0.7;
  return (
    <g>
      {stackedParts(groups.length, series, scale).map((stack, row) => {
        const middle = places.y(row + 0.5);
        const group = groups[row] ?? '';
        const end = places.x(stack.at(-1)?.to ?? 0);
        return (
          <g key={`${group} ${row}`}>
            {stack.map(({ series: at, from, to }) => {
              const one = series[at];
              const value = one?.values[row];
              if (!one || !value) return null;
              const [a, b] = [places.x(from), places.x(to)];
              return (
                <Mark
                  key={at}
                  id={`${row} ${at}`}
                  x={(a + b) / 2}
                  y={middle}
                  tip={partTip({ name: one.name, group, valueName, numbers }, value.value, to - from, scale)}
                  onPick={
                    onPick &&
                    (() => {
                      onPick(one, value, group);
                    })
                  }
                >
                  <rect
                    x={Math.min(a, b)}
                    y={middle - thickness / 2}
                    width={Math.max(0.5, Math.abs(b - a))}
                    height={thickness}
                    fill={fill(at)}
                    stroke="var(--paper)"
                    strokeWidth={1}
                  />
                </Mark>
              );
            })}
            {endTexts[row] !== undefined && (
              <SvgWord
                text={endTexts[row]}
                x={isRtl ? end - 6 : end + 6}
                y={middle}
                size={size}
                align={isRtl ? 'right' : 'left'}
                ink="ink-soft"
              />
            )}
          </g>
        );
      })}
      <XAxisName places={places} name={valueName} />
    </g>
  );
}

interface TipNames {
  readonly name: string;
  readonly group: string;
  readonly valueName: string;
  readonly numbers: ChartRoom['numbers'];
}

function partTip(names: TipNames, value: number, share: number, scale: 'value' | 'share'): MarkTip {
  const { name, group, valueName, numbers } = names;
  const rows: [string, string][] = [
    [chartWords.group, group],
    [valueName, numbers.exact(value)],
  ];
  if (scale === 'share') rows.push([chartWords.share, numbers.share(share)]);
  return { title: name, rows };
}
