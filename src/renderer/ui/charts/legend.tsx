/** Which series is which, as part of the picture: so that a saved chart explains itself. */
import { useRoom } from './chart-room.ts';
import { flowLegend } from './legend-flow.ts';
import { SvgWord } from './svg-word.tsx';

interface LegendProps {
  readonly names: readonly string[];
  readonly fill: (at: number) => string;
  /** Pixels. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
}

export function Legend({ names, fill, left, right, top }: LegendProps) {
  const { size, textWidth, direction } = useRoom();
  const isRtl = direction === 'rtl';
  const widths = names.map((name) => textWidth(name, size));
  const { places, rowHeight } = flowLegend(widths, right - left, size);
  return (
    <g>
      {places.map(({ x, row }, at) => {
        const y = top + row * rowHeight + rowHeight / 2;
        const side = isRtl ? right - x - size : left + x;
        const word = isRtl ? side - 6 : side + size + 6;
        return (
          <g key={names[at]}>
            <rect x={side} y={y - size / 2} width={size} height={size} rx={2} fill={fill(at)} />
            <SvgWord text={names[at] ?? ''} x={word} y={y} size={size} align={isRtl ? 'right' : 'left'} />
          </g>
        );
      })}
    </g>
  );
}
