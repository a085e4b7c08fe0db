/** What an axis measures, lying: a name that stands on its side is not read. */
import { useRoom } from './chart-room.ts';
import type { PlotPlaces } from './plot.tsx';
import { SvgWord } from './svg-word.tsx';

interface AxisNameProps {
  readonly places: PlotPlaces;
  readonly name: string;
}

/** Below the plane, at the end of its axis. */
export function XAxisName({ places, name }: AxisNameProps) {
  const { size, direction } = useRoom();
  const isRtl = direction === 'rtl';
  return (
    <SvgWord
      text={name}
      x={isRtl ? places.left : places.right}
      y={places.bottom + size * 2.7}
      size={size}
      align={isRtl ? 'left' : 'right'}
      ink="ink-soft"
    />
  );
}

/** Above the plane, over the numbers of its axis. */
export function YAxisName({ places, name }: AxisNameProps) {
  const { size, width, direction } = useRoom();
  const isRtl = direction === 'rtl';
  return (
    <SvgWord
      text={name}
      x={isRtl ? width - 2 : 2}
      y={places.top - size * 1.3}
      size={size}
      align={isRtl ? 'right' : 'left'}
      ink="ink-soft"
    />
  );
}

/** Pixels that the plane leaves for names of its axes and for numbers at its corners. */
export function plotMargin(size: number) {
  return { top: size * 2.2, right: size * 1.5, bottom: size * 1.7, left: size * 0.5 };
}
