/** A word in a picture, in its own direction, aligned by where it stands and not by where it begins. */
import { labelDirection } from './label-direction.ts';

/** Of the text, as seen: `left` has its left edge at `x` in either direction. */
export type Alignment = 'left' | 'middle' | 'right';

interface SvgWordProps {
  readonly text: string;
  readonly x: number;
  /** Of the middle of its letters. */
  readonly y: number;
  readonly size: number;
  readonly align?: Alignment;
  readonly weight?: number;
  /** A custom property without its dashes, `ink-soft`. */
  readonly ink?: string;
  /** A rim in the colour of the paper, for words that stand over marks. */
  readonly hasHalo?: boolean;
}

/** Half the height of a small letter, in ems. A number serves where `dominant-baseline` is not known, as in Inkscape. */
const middleOfLetters = 0.35;

export function SvgWord({ text, x, y, size, align = 'left', weight = 400, ink = 'ink', hasHalo }: SvgWordProps) {
  const direction = labelDirection(text);
  const start = direction === 'rtl' ? 'right' : 'left';
  const anchor = align === 'middle' ? 'middle' : align === start ? 'start' : 'end';
  return (
    <text
      className={hasHalo ? 'chart-word chart-halo' : 'chart-word'}
      x={x}
      y={y + size * middleOfLetters}
      textAnchor={anchor}
      direction={direction}
      unicodeBidi="isolate"
      fontSize={size}
      fontWeight={weight}
      fill={`var(--${ink})`}
    >
      {text}
    </text>
  );
}
