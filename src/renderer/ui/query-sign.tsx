/**
 * How results that are open together are told apart: by a colour, and for who sees no colours by a sign. Six colours with six
 * signs; from the seventh result on the colours come again with other signs, so that no two of 36 look the same.
 */
import { mostSeries, seriesInk, seriesShape } from './charts/series-look.tsx';

/** A CSS colour: 3:1 at least on paper, and told from the others by the colour-blind (palette.test.ts). */
export function queryInk(colour: number): string {
  return seriesInk(colour);
}

/** Number of that colour, from 0 to 5. */
export function queryInkNumber(colour: number): number {
  return colour % mostSeries;
}

/** Number of the sign of a colour, from 0 to 5: circle, square, triangle, diamond, cross, triangle upside down. */
export function querySign(colour: number): number {
  return (colour + Math.floor(colour / mostSeries)) % mostSeries;
}

/** The sign of a result in its colour, as tall as small letters. */
export function QuerySign({ colour, size = 10 }: { readonly colour: number; readonly size?: number }) {
  return (
    <svg className="ui-query-sign" width={size} height={size} viewBox="-6 -6 12 12" aria-hidden>
      <path d={seriesShape(querySign(colour), 4.4)} fill={queryInk(colour)} />
    </svg>
  );
}
