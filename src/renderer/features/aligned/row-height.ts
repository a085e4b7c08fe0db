/** How high a row will be before it is drawn, so that the scroll bar tells the truth about rows never seen. */
import type { AlignmentOverview } from '../../../shared/alignment.ts';
import type { AlignedLook } from '../../app/store/aligned.ts';

/** Widths of styles/rows.css: the column of the text, the spine in the middle, and what stands beside both. */
const widestPage = 1180;
const aside = 64 + 2 * 28;
/** A letter of a text face is about half as wide as it is high; lines are 1.65 times as high. */
const letter = 0.47;
const leading = 1.65;
const between = 14;

export function estimatedHeight(overview: AlignmentOverview, row: number, width: number, look: AlignedLook): number {
  const column = (Math.min(width, widestPage) - aside) / 2;
  const heightOf = (length: number, size: number): number =>
    Math.ceil(length / Math.max(8, column / (size * letter))) * size * leading;
  const a = heightOf(overview.aLength[row] ?? 0, look.sides[0].size);
  const b = heightOf(overview.bLength[row] ?? 0, look.sides[1].size);
  return Math.round(Math.max(a, b, 24) + between);
}
