/** How up to six series are told apart: by colour, and without it by the shape of points, the dash of lines, the hatching of bars. */
import { type ReactNode, useId } from 'react';

/** More than six cannot be told apart, whatever they look like. */
export const mostSeries = 6;

const dashes = ['none', '8 3', '2 3', '10 3 2 3', '5 5', '14 4'] as const;

export function seriesInk(at: number): string {
  return `var(--chart-${(at % mostSeries) + 1})`;
}

export function seriesDash(at: number): string {
  return dashes[at % mostSeries] ?? 'none';
}

/** A path round 0,0 for a point of `radius` pixels: circle, square, triangle, diamond, cross, triangle upside down. */
export function seriesShape(at: number, radius: number): string {
  const r = radius;
  const s = r * 0.89;
  switch (at % mostSeries) {
    case 0:
      return `M${-r},0A${r},${r} 0 1 0 ${r},0A${r},${r} 0 1 0 ${-r},0Z`;
    case 1:
      return `M${-s},${-s}H${s}V${s}H${-s}Z`;
    case 2:
      return `M0,${-r * 1.2}L${r * 1.1},${r * 0.8}H${-r * 1.1}Z`;
    case 3:
      return `M0,${-r * 1.3}L${r * 1.3},0L0,${r * 1.3}L${-r * 1.3},0Z`;
    case 4: {
      const [a, b] = [r * 0.42, r * 1.15];
      return `M${-a},${-b}H${a}V${-a}H${b}V${a}H${a}V${b}H${-a}V${a}H${-b}V${-a}H${-a}Z`;
    }
    default:
      return `M0,${r * 1.2}L${r * 1.1},${-r * 0.8}H${-r * 1.1}Z`;
  }
}

interface SeriesPointProps {
  readonly at: number;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** A point with a rim of paper, so that it shows on lines and bands. */
export function SeriesPoint({ at, x, y, radius }: SeriesPointProps) {
  return (
    <path
      d={seriesShape(at, radius)}
      transform={`translate(${x} ${y})`}
      fill={seriesInk(at)}
      stroke="var(--paper)"
      strokeWidth={1.5}
      paintOrder="stroke"
    />
  );
}

/** Hatching over the colour: strokes of paper, one way for each series. */
const hatches: readonly ReactNode[] = [
  null,
  <path key={1} d="M-2,2L2,-2M0,8L8,0M6,10L10,6" />,
  <path key={2} d="M4,1V3M0,5V7M8,5V7" strokeLinecap="round" strokeWidth={2} />,
  <path key={3} d="M0,4H8" />,
  <path key={4} d="M-2,6L2,10M0,0L8,8M6,-2L10,2" />,
  <path key={5} d="M4,0V8M0,4H8" />,
];

/** The patterns of one chart. `fill` names one of them for a series. */
export function useHatching(series: number): { readonly patterns: ReactNode; readonly fill: (at: number) => string } {
  // Ids of React carry signs that a url() would have to escape.
  const id = useId().replace(/[^\w-]/gu, '');
  const patterns = (
    <defs>
      {hatches.slice(0, Math.min(series, mostSeries)).map((strokes, at) => (
        <pattern key={at} id={`${id}-${at}`} width={8} height={8} patternUnits="userSpaceOnUse">
          <rect width={8} height={8} fill={seriesInk(at)} />
          <g stroke="var(--paper)" strokeOpacity={0.55} strokeWidth={1.5} fill="none">
            {strokes}
          </g>
        </pattern>
      ))}
    </defs>
  );
  return { patterns, fill: (at) => `url(#${id}-${at % mostSeries})` };
}
