/** Rank against frequency, both logarithmic: nearly a straight line in any language, and telling where it is not. */
import { useMemo } from 'react';
import { plotMargin, XAxisName, YAxisName } from './axis-name.tsx';
import type { RankedFrequency, ZipfCurveProps } from './chart-data.ts';
import { ChartFrame } from './chart-frame.tsx';
import { zipfTable } from './chart-tables.ts';
import { type ChartRoom, localeNumbers, useRoom } from './chart-room.ts';
import { chartWords } from './chart-words.ts';
import { placeLabels } from './label-boxes.ts';
import { Mark } from './mark.tsx';
import { Plot, usePlot } from './plot.tsx';
import { zipfSummary } from './summary-words.ts';
import { SvgWord } from './svg-word.tsx';
import { logTicks } from './ticks.ts';
import { fitZipf, sampleByRank, zipfFrequency } from './zipf-scale.ts';

/** Points closer than this are one line to the eye. */
const mostPoints = 160;
/** Words that are named beside the curve. */
const mostLabels = 14;

export function ZipfCurve<Point extends RankedFrequency>({ points, onPick, ...heading }: ZipfCurveProps<Point>) {
  const drawn = useMemo(() => sampleByRank(points, mostPoints), [points]);
  return (
    <ChartFrame
      heading={heading}
      summary={zipfSummary(points, fitZipf(drawn), localeNumbers())}
      table={zipfTable(points)}
    >
      {(room) => <Curve room={room} points={drawn} onPick={onPick} />}
    </ChartFrame>
  );
}

interface CurveProps<Point extends RankedFrequency> {
  readonly room: ChartRoom;
  readonly points: readonly Point[];
  readonly onPick: ((point: Point) => void) | undefined;
}

function Curve<Point extends RankedFrequency>({ room, points, onPick }: CurveProps<Point>) {
  const { numbers, size, textWidth } = room;
  const ranks = points.map(({ rank }) => rank);
  const fit = fitZipf(points);
  // The straight line has room as well: cut at the edge it would have another slope.
  const line = fit ? [points[0], points.at(-1)].map((end) => zipfFrequency(fit, end?.rank ?? 1)) : [];
  const frequencies = [...points.map(({ frequency }) => frequency), ...line];
  const domainX = [Math.max(1, Math.min(...ranks)), Math.max(2, ...ranks) * 1.15] as const;
  const domainY = [Math.min(...frequencies) / 1.3, Math.max(...frequencies) * 1.3] as const;
  const ticksX = within(logTicks(...domainX), domainX);
  const ticksY = within(logTicks(...domainY), domainY);
  return (
    <Plot
      room={room}
      margin={plotMargin(size)}
      x={{
        ...{ ticks: ticksX, domain: domainX, scale: 'log', format: numbers.short },
        ...{ hasGrid: true, isReversed: room.direction === 'rtl', room: size + 12 },
      }}
      y={{
        ...{ ticks: ticksY, domain: domainY, scale: 'log', format: numbers.short, hasGrid: true },
        room: Math.max(...ticksY.map((tick) => textWidth(numbers.short(tick), size))) + 14,
      }}
    >
      <CurveMarks points={points} onPick={onPick} />
    </Plot>
  );
}

function within(ticks: readonly number[], [low, high]: readonly [number, number]): readonly number[] {
  return ticks.filter((tick) => tick >= low && tick <= high);
}

function CurveMarks<Point extends RankedFrequency>({ points, onPick }: Omit<CurveProps<Point>, 'room'>) {
  const places = usePlot();
  const { numbers, size, textWidth } = useRoom();
  if (!places) return null;
  const { x, y, left, right, top, bottom } = places;
  const fit = fitZipf(points);
  const drawn = points.map((point) => ({ point, x: x(point.rank), y: y(point.frequency) }));
  const labels = placeLabels(
    drawn.map(({ point, ...at }) => ({
      ...at,
      radius: 4,
      width: point.term === undefined ? Infinity : textWidth(point.term, size) + 4,
      height: size * 1.3,
    })),
    { left, top, right, bottom },
    mostLabels,
  );
  return (
    <g>
      {fit && (
        <FitLine places={places} points={points} fit={fit} text={chartWords.slope(numbers.exact(-fit.exponent))} />
      )}
      <path
        d={`M${drawn.map((at) => `${at.x.toFixed(1)},${at.y.toFixed(1)}`).join('L')}`}
        fill="none"
        stroke="var(--chart-1)"
        strokeWidth={1.5}
        opacity={0.5}
      />
      {drawn.map(({ point, ...at }) => (
        <Mark
          key={point.rank}
          id={String(point.rank)}
          {...at}
          tip={{
            title: point.term ?? chartWords.rankOf(numbers.exact(point.rank)),
            rows: [
              [chartWords.rank, numbers.exact(point.rank)],
              [chartWords.frequency, numbers.exact(point.frequency)],
            ],
          }}
          onPick={
            onPick &&
            (() => {
              onPick(point);
            })
          }
        >
          <circle cx={at.x} cy={at.y} r={9} fill="transparent" data-page-only />
          <circle cx={at.x} cy={at.y} r={3.5} fill="var(--chart-1)" stroke="var(--paper)" strokeWidth={1} />
        </Mark>
      ))}
      {labels.map((box, at) => {
        const term = points[at]?.term;
        if (!box || term === undefined) return null;
        return (
          <SvgWord
            key={points[at]?.rank}
            text={term}
            x={(box.left + box.right) / 2}
            y={(box.top + box.bottom) / 2}
            size={size}
            align="middle"
            hasHalo
          />
        );
      })}
      <XAxisName places={places} name={chartWords.rank} />
      <YAxisName places={places} name={chartWords.frequency} />
    </g>
  );
}

interface FitLineProps {
  readonly places: NonNullable<ReturnType<typeof usePlot>>;
  readonly points: readonly RankedFrequency[];
  readonly fit: NonNullable<ReturnType<typeof fitZipf>>;
  readonly text: string;
}

/** The straight line, no further than the points go, and its slope where the curve leaves room: at the lower end. */
function FitLine({ places: { x, y, left, right, bottom }, points, fit, text }: FitLineProps) {
  const { size, direction } = useRoom();
  const ends = [points[0], points.at(-1)].map((point) => {
    const rank = point?.rank ?? 1;
    return { x: x(rank), y: y(zipfFrequency(fit, rank)) };
  });
  const isRtl = direction === 'rtl';
  return (
    <>
      <path
        d={`M${ends.map((end) => `${end.x},${end.y}`).join('L')}`}
        stroke="var(--ink-faint)"
        strokeWidth={1.25}
        strokeDasharray="5 4"
        fill="none"
      />
      <SvgWord
        text={text}
        x={isRtl ? right - 8 : left + 8}
        y={bottom - size * 1.2}
        size={size}
        align={isRtl ? 'right' : 'left'}
        ink="ink-soft"
      />
    </>
  );
}
