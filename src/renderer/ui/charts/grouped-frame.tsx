/** What stacked and grouped bars have in common: groups as lying bars, so that their names can be read, and a legend above. */
import type { ReactNode } from 'react';
import type { ChartRoom } from './chart-room.ts';
import { fitText } from './fit-text.ts';
import { flowLegend } from './legend-flow.ts';
import { Legend } from './legend.tsx';
import { Plot } from './plot.tsx';
import { useHatching } from './series-look.tsx';
import { linearTicks } from './ticks.ts';

interface GroupedPlotProps {
  readonly room: ChartRoom;
  readonly groups: readonly string[];
  /** Of the series. */
  readonly names: readonly string[];
  readonly extremes: readonly [low: number, high: number];
  readonly format: (value: number) => string;
  /** Pixels kept beyond the bars, for numbers at their ends. */
  readonly endRoom: number;
  /** Pixels of a group at most. */
  readonly mostBand: number;
  readonly children: (fill: (at: number) => string) => ReactNode;
}

export function GroupedPlot(props: GroupedPlotProps) {
  const { room, groups, names, extremes, format, endRoom, mostBand, children } = props;
  const { size, textWidth } = room;
  const isRtl = room.direction === 'rtl';
  const { patterns, fill } = useHatching(names.length);
  const labels = groups.map((group) => fitText(group, room.width * 0.32, (text) => textWidth(text, size)));
  const widest = Math.max(0, ...labels.map((label) => textWidth(label, size))) + 14;
  const legend = flowLegend(
    names.map((name) => textWidth(name, size)),
    room.width - 2 * size,
    size,
  );
  const [low, high] = extremes;
  const ticks = linearTicks(low, high, Math.max(2, room.width / 130)).filter((tick) => tick >= low && tick <= high);
  const legendRoom = names.length > 1 ? legend.height + size * 0.7 : size * 0.5;
  return (
    <Plot
      room={{ ...room, height: Math.min(room.height, groups.length * mostBand + legendRoom + size * 4) }}
      margin={{
        top: legendRoom,
        bottom: size * 1.6,
        ...(isRtl ? { left: endRoom, right: 4 } : { left: 4, right: endRoom }),
      }}
      x={{
        ...{ ticks, domain: high > low ? extremes : [0, 1], format, hasGrid: true },
        ...{ isReversed: isRtl, room: size + 12 },
      }}
      y={{
        ticks: groups.map((_, at) => at + 0.5),
        domain: [0, groups.length],
        format: (at) => labels[Math.floor(at)] ?? '',
        isReversed: true,
        hasWords: true,
        room: widest,
      }}
    >
      {patterns}
      {names.length > 1 && <Legend names={names} fill={fill} left={4} right={room.width - 4} top={0} />}
      {children(fill)}
    </Plot>
  );
}
