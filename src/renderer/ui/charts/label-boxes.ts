/**
 * Labels of points that do not collide: greedy, the most important first, each at the first of sixteen places round its
 * point where it neither meets a label, nor a point, nor the edge. What finds no place has none: its tooltip names it.
 */

/** Pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface LabelledPoint {
  readonly x: number;
  readonly y: number;
  /** Of the mark. */
  readonly radius: number;
  /** Of the label. */
  readonly width: number;
  readonly height: number;
}

export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function isWithin(box: Box, area: Box): boolean {
  return box.left >= area.left && box.right <= area.right && box.top >= area.top && box.bottom <= area.bottom;
}

/** Beside before above before askew, near before far: `[side, rise]` in halves of the label from its point. */
const directions: readonly (readonly [dx: number, dy: number])[] = [
  [1, 0],
  [-1, 0],
  [0, -1],
  [0, 1],
  [1, -1],
  [1, 1],
  [-1, -1],
  [-1, 1],
];
/** Pixels between a mark and its label. */
const gaps = [3, 9] as const;

/** A box for each label or `null`; points in the order of their importance. */
export function placeLabels(points: readonly LabelledPoint[], area: Box, most = Infinity): readonly (Box | null)[] {
  const marks = points.map(({ x, y, radius }): Box => around(x, y, radius, radius));
  const placed: Box[] = [];
  return points.map((point, own) => {
    if (placed.length >= most) return null;
    const box = candidates(point).find(
      (candidate) =>
        isWithin(candidate, area) &&
        !placed.some((known) => overlap(known, candidate)) &&
        !marks.some((mark, at) => at !== own && overlap(mark, candidate)),
    );
    if (!box) return null;
    placed.push(box);
    return box;
  });
}

function candidates({ x, y, radius, width, height }: LabelledPoint): Box[] {
  return gaps.flatMap((gap) =>
    directions.map(([dx, dy]) => {
      // Askew the corner comes nearer to the point.
      const away = (radius + gap) * (dx !== 0 && dy !== 0 ? 0.72 : 1);
      return around(x + dx * (away + width / 2), y + dy * (away + height / 2), width / 2, height / 2);
    }),
  );
}

function around(x: number, y: number, halfWidth: number, halfHeight: number): Box {
  return { left: x - halfWidth, right: x + halfWidth, top: y - halfHeight, bottom: y + halfHeight };
}

/**
 * Heights of labels beside a row of line ends: as near to `wanted` as a distance of `gap` between `low` and `high`
 * allows. In the order given. When there is not room for all at that distance, they share what there is.
 */
export function spreadLabels(wanted: readonly number[], gap: number, low: number, high: number): readonly number[] {
  const step = wanted.length > 1 ? Math.min(gap, (high - low) / (wanted.length - 1)) : gap;
  const order = wanted.map((_, at) => at).sort((a, b) => wanted[a]! - wanted[b]!);
  const heights = order.map((at) => Math.min(high, Math.max(low, wanted[at]!)));
  for (let at = 1; at < heights.length; at++) heights[at] = Math.max(heights[at]!, heights[at - 1]! + step);
  // What was pushed over the end pushes back.
  let limit = high;
  for (let at = heights.length - 1; at >= 0; at--) {
    heights[at] = Math.min(heights[at]!, limit);
    limit = heights[at]! - step;
  }
  const spread = new Array<number>(wanted.length);
  order.forEach((at, place) => {
    spread[at] = heights[place]!;
  });
  return spread;
}
