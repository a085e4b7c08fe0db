/** Terms ranked by a value, as lying bars: the words stand where they are read, in whatever script they are. */
import type { RankedBarsProps, RankedTerm } from './chart-data.ts';
import { ChartFrame } from './chart-frame.tsx';
import { rankedTable } from './chart-tables.ts';
import { lyingBar } from './bar-shape.ts';
import { type ChartRoom, localeNumbers, useRoom } from './chart-room.ts';
import { chartWords } from './chart-words.ts';
import { fitText } from './fit-text.ts';
import { Interval } from './interval.tsx';
import type { MarkTip } from './mark-board.ts';
import { Mark } from './mark.tsx';
import { Plot, usePlot } from './plot.tsx';
import { rankingSummary } from './summary-words.ts';
import { SvgWord } from './svg-word.tsx';
import { linearTicks } from './ticks.ts';

export function RankedBars<Term extends RankedTerm>({
  bars,
  valueName,
  total,
  onPick,
  ...heading
}: RankedBarsProps<Term>) {
  const named = bars.map(({ term, value }) => ({ name: term, value }));
  return (
    <ChartFrame
      heading={heading}
      summary={rankingSummary(named, valueName, total ?? bars.length, localeNumbers())}
      table={rankedTable(bars, valueName)}
      leastHeight={(size) => bars.length * (size + 4) + axisRoom(size)}
    >
      {(room) => <Bars room={room} bars={bars} valueName={valueName} onPick={onPick} />}
    </ChartFrame>
  );
}

function axisRoom(size: number): number {
  return size * 4;
}

interface BarsProps<Term extends RankedTerm> {
  readonly room: ChartRoom;
  readonly bars: readonly Term[];
  readonly valueName: string;
  readonly onPick: ((bar: Term) => void) | undefined;
}

function Bars<Term extends RankedTerm>({ room, bars, valueName, onPick }: BarsProps<Term>) {
  const { numbers, size, textWidth, direction } = room;
  const isRtl = direction === 'rtl';
  // Few bars do not grow into slabs.
  const height = Math.min(room.height, bars.length * size * 3 + axisRoom(size));
  const most = Math.max(60, room.width * 0.38);
  const labels = bars.map(({ term }) => fitText(term, most, (text) => textWidth(text, size)));
  const widest = Math.max(...labels.map((label) => textWidth(label, size)));
  const valueRoom = Math.max(...bars.map(({ value }) => textWidth(numbers.exact(value), size))) + 14;
  const lows = bars.map(({ value, interval }) => interval?.low ?? value);
  const highs = bars.map(({ value, interval }) => interval?.high ?? value);
  const ends = [Math.min(0, ...lows), Math.max(0, ...highs)] as const;
  // The numbers of bars that go the other way stand between them and the words.
  const plane = room.width - widest - 12 - valueRoom - 4;
  const extremes = [ends[0] < 0 ? ends[0] - ((ends[1] - ends[0]) * valueRoom) / plane : 0, ends[1]] as const;
  const ticks = linearTicks(...extremes, Math.max(2, room.width / 140)).filter(
    (tick) => tick >= extremes[0] && tick <= extremes[1],
  );
  return (
    <Plot
      room={{ ...room, height }}
      margin={{ top: 4, right: isRtl ? 4 : valueRoom, bottom: size * 1.5, left: isRtl ? valueRoom : 4 }}
      x={{ ticks, domain: extremes, format: numbers.short, hasGrid: true, isReversed: isRtl, room: size + 12 }}
      y={{
        ticks: bars.map((_, at) => at + 0.5),
        domain: [0, bars.length],
        format: (at) => labels[Math.floor(at)] ?? '',
        isReversed: true,
        hasWords: true,
        room: widest + 12,
      }}
    >
      <BarMarks bars={bars} valueName={valueName} onPick={onPick} />
    </Plot>
  );
}

function BarMarks<Term extends RankedTerm>({ bars, valueName, onPick }: Omit<BarsProps<Term>, 'room'>) {
  const places = usePlot();
  const { numbers, size, direction } = useRoom();
  if (!places) return null;
  const { x, y, left, right, top, bottom } = places;
  const band = (bottom - top) / bars.length;
  const thickness = Math.min(band * 0.72, size * 1.8);
  const isRtl = direction === 'rtl';
  const zero = x(0);
  return (
    <g>
      {bars.map((bar, at) => {
        const middle = y(at + 0.5);
        const end = x(bar.value);
        const outer = bar.interval ? x(bar.value < 0 ? bar.interval.low : bar.interval.high) : end;
        const isLeftwards = isRtl ? bar.value >= 0 : bar.value < 0;
        return (
          <Mark
            key={`${at} ${bar.term}`}
            id={`${at} ${bar.term}`}
            x={0}
            y={middle}
            tip={barTip(bar, valueName, numbers)}
            onPick={
              onPick &&
              (() => {
                onPick(bar);
              })
            }
          >
            <rect x={left} y={middle - band / 2} width={right - left} height={band} fill="transparent" data-page-only />
            <path
              d={lyingBar(zero, end, middle - thickness / 2, thickness)}
              fill={`var(--chart-${bar.value < 0 ? 2 : 1})`}
            />
            {bar.interval && (
              <Interval
                low={x(bar.interval.low)}
                high={x(bar.interval.high)}
                at={middle}
                isLying
                width={thickness * 0.5}
              />
            )}
            <SvgWord
              text={numbers.exact(bar.value)}
              x={isLeftwards ? Math.min(end, outer) - 6 : Math.max(end, outer) + 6}
              y={middle}
              size={size}
              align={isLeftwards ? 'right' : 'left'}
              ink="ink-soft"
            />
          </Mark>
        );
      })}
      <line x1={zero} x2={zero} y1={top} y2={bottom} stroke="var(--chart-axis)" />
      <SvgWord
        text={valueName}
        x={isRtl ? right : left}
        y={bottom + size * 2.6}
        size={size}
        align={isRtl ? 'right' : 'left'}
        ink="ink-soft"
      />
    </g>
  );
}

function barTip({ term, value, interval }: RankedTerm, valueName: string, numbers: ChartRoom['numbers']): MarkTip {
  const rows = [[valueName, numbers.exact(value)] as const];
  if (interval)
    rows.push([chartWords.interval, chartWords.range(numbers.exact(interval.low), numbers.exact(interval.high))]);
  return { title: term, rows };
}
