/**
 * The plane of a chart: axes, grid and scales by Recharts, with numbers on both axes. Bars stand at half numbers, so
 * that bands need no names. Marks are drawn by the layers within, which ask `usePlot` where a value lies.
 */
import type { ReactNode } from 'react';
import { CartesianGrid, ComposedChart, usePlotArea, useXAxisScale, useYAxisScale, XAxis, YAxis } from 'recharts';
import type { ChartRoom } from './chart-room.ts';
import { type Alignment, SvgWord } from './svg-word.tsx';
import { tickDomain } from './ticks.ts';

export interface PlotAxis {
  readonly ticks: readonly number[];
  /** From the first to the last tick when absent. */
  readonly domain?: readonly [low: number, high: number];
  readonly scale?: 'linear' | 'log';
  readonly format: (value: number) => string;
  readonly hasGrid?: boolean;
  /** Runs the other way: leftwards or downwards. */
  readonly isReversed?: boolean;
  /** Words rather than numbers stand at its ticks. */
  readonly hasWords?: boolean;
  /** Pixels kept for its labels. */
  readonly room: number;
}

export interface PlotMargin {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

interface PlotProps {
  readonly room: ChartRoom;
  /** Besides what the axes keep. */
  readonly margin: PlotMargin;
  readonly x: PlotAxis;
  /** On the right in a right-to-left interface. */
  readonly y: PlotAxis;
  readonly children: ReactNode;
}

/** Nothing is in the data of the chart itself. */
const nothing: readonly never[] = [];
/** Pixels between a tick's label and the plane. */
const labelGap = 8;

export function Plot({ room, margin, x, y, children }: PlotProps) {
  const isRtl = room.direction === 'rtl';
  const side: Alignment = isRtl ? 'left' : 'right';
  return (
    <ComposedChart
      width={room.width}
      height={room.height}
      margin={margin}
      data={nothing}
      accessibilityLayer={false}
      // The marks have names and tooltips of their own.
      role="presentation"
    >
      <CartesianGrid
        vertical={x.hasGrid ?? false}
        horizontal={y.hasGrid ?? false}
        stroke="var(--chart-grid)"
        strokeWidth={1}
        syncWithTicks
      />
      <XAxis
        {...shared(x)}
        // Recharts makes no scale for the lying axis without the name of a field.
        dataKey="x"
        height={x.room}
        tick={(tick) => (
          <TickLabel {...place(tick)} dy={labelGap + room.size / 2} align="middle" axis={x} room={room} />
        )}
      />
      <YAxis
        {...shared(y)}
        width={y.room}
        orientation={isRtl ? 'right' : 'left'}
        tick={(tick) => (
          <TickLabel {...place(tick)} dx={isRtl ? labelGap : -labelGap} align={side} axis={y} room={room} />
        )}
      />
      {children}
    </ComposedChart>
  );
}

function shared({ ticks, domain, scale, isReversed }: PlotAxis) {
  return {
    type: 'number' as const,
    scale: scale ?? ('linear' as const),
    domain: [...(domain ?? tickDomain(ticks))],
    ticks: [...ticks],
    interval: 0 as const,
    reversed: isReversed ?? false,
    // The domain stands although the chart has no data of its own to read it from.
    allowDataOverflow: true,
    axisLine: false as const,
    tickLine: false as const,
    tickSize: 0,
    tickMargin: 0,
  };
}

interface TickPlace {
  readonly x: number | string;
  readonly y: number | string;
  readonly payload: { readonly value: unknown };
}

function place({ x, y, payload }: TickPlace) {
  return { x: Number(x), y: Number(y), value: Number(payload.value) };
}

interface TickLabelProps {
  readonly x: number;
  readonly y: number;
  readonly dx?: number;
  readonly dy?: number;
  readonly value: number;
  readonly align: Alignment;
  readonly axis: PlotAxis;
  readonly room: ChartRoom;
}

function TickLabel({ x, y, dx = 0, dy = 0, value, align, axis, room }: TickLabelProps) {
  const text = axis.format(value);
  if (text === '') return null;
  return (
    <SvgWord
      text={text}
      x={x + dx}
      y={y + dy}
      size={room.size}
      align={align}
      ink={axis.hasWords ? 'ink' : 'ink-faint'}
    />
  );
}

export interface PlotPlaces {
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where values lie, within a plot; `null` until Recharts has its scales. */
export function usePlot(): PlotPlaces | null {
  const scaleX = useXAxisScale();
  const scaleY = useYAxisScale();
  const area = usePlotArea();
  if (!scaleX || !scaleY || !area) return null;
  return {
    x: (value) => scaleX(value) ?? Number.NaN,
    y: (value) => scaleY(value) ?? Number.NaN,
    left: area.x,
    right: area.x + area.width,
    top: area.y,
    bottom: area.y + area.height,
  };
}
