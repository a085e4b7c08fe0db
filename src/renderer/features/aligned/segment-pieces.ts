/** A text in pieces, none of which has a mark that begins or ends within it. Pure: marks may lie over each other. */
import type { Span } from '../../../shared/model.ts';

export interface Piece<Mark> {
  readonly from: number;
  readonly to: number;
  /** In the order given. */
  readonly marks: readonly Mark[];
}

/** @param text whose places the marks speak of; what of a mark lies outside is cut off */
export function piecesOf<Mark extends Span>(text: Span, marks: readonly Mark[]): Piece<Mark>[] {
  const inside = marks.filter(({ start, end }) => start < text.end && text.start < end && start < end);
  const ends = inside.flatMap(({ start, end }) => [Math.max(start, text.start), Math.min(end, text.end)]);
  const cuts = [...new Set<number>([text.start, ...ends, text.end])].sort((x, y) => x - y);
  return cuts.slice(0, -1).map((from, at) => {
    const to = cuts[at + 1]!;
    return { from, to, marks: inside.filter(({ start, end }) => start <= from && to <= end) };
  });
}
