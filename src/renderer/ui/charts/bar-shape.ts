/** The outline of a bar: square at its base, slightly rounded at its end. */

/** Pixels. */
const roundness = 2;

/** A path from the base at `from` to the end at `to`, along x, between `top` and `top + thickness`. */
export function lyingBar(from: number, to: number, top: number, thickness: number): string {
  const sign = to < from ? -1 : 1;
  const round = Math.min(roundness, Math.abs(to - from), thickness / 2);
  const near = to - sign * round;
  const end = top + thickness;
  return `M${px(from)},${px(top)}H${px(near)}Q${px(to)},${px(top)} ${px(to)},${px(top + round)}V${px(end - round)}Q${px(to)},${px(end)} ${px(near)},${px(end)}H${px(from)}Z`;
}

/** The same, standing: along y, between `left` and `left + thickness`. */
export function standingBar(from: number, to: number, left: number, thickness: number): string {
  const sign = to < from ? -1 : 1;
  const round = Math.min(roundness, Math.abs(to - from), thickness / 2);
  const near = to - sign * round;
  const end = left + thickness;
  return `M${px(left)},${px(from)}V${px(near)}Q${px(left)},${px(to)} ${px(left + round)},${px(to)}H${px(end - round)}Q${px(end)},${px(to)} ${px(end)},${px(near)}V${px(from)}Z`;
}

function px(value: number): string {
  return String(Math.round(value * 100) / 100);
}
