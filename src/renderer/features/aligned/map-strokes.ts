/** Where the links of a pair lie on its map: lengths of text, not numbers of segments, so that a cut is as long as it is. */
import { type AlignmentOverview, linkStatuses } from '../../../shared/alignment.ts';

export interface MapStroke {
  readonly kind: 'link' | 'doubtful' | 'moved' | 'alone';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Where each segment run begins on its side, as a share of the whole text, by row; NaN for a side without any. */
function shares(first: readonly number[], lengths: readonly number[]): { from: number[]; to: number[] } {
  const order = first.flatMap((segment, row) => (segment < 0 ? [] : [row])).sort((x, y) => first[x]! - first[y]!);
  const all = Math.max(
    1,
    order.reduce((sum, row) => sum + lengths[row]!, 0),
  );
  const from = first.map(() => NaN);
  const to = first.map(() => NaN);
  let at = 0;
  for (const row of order) {
    from[row] = at / all;
    at += lengths[row]!;
    to[row] = at / all;
  }
  return { from, to };
}

const known = new WeakMap<AlignmentOverview, { a: ReturnType<typeof shares>; b: ReturnType<typeof shares> }>();

function sharesOf(overview: AlignmentOverview) {
  let both = known.get(overview);
  if (!both) {
    both = { a: shares(overview.a, overview.aLength), b: shares(overview.b, overview.bLength) };
    known.set(overview, both);
  }
  return both;
}

/** `isMirrored`: the second text is read from the right, so that its beginning stands there. */
export function mapStrokes(overview: AlignmentOverview, { width, height }: Size, isMirrored: boolean): MapStroke[] {
  const { a, b } = sharesOf(overview);
  const moved = new Set(overview.moved);
  const doubtful = linkStatuses.indexOf('doubtful');
  const across = (share: number): number => (isMirrored ? 1 - share : share) * width;
  const alone: MapStroke[] = [];
  const links: MapStroke[] = [];
  overview.a.forEach((firstA, row) => {
    const firstB = overview.b[row]!;
    const [y, yEnd] = [a.from[row]! * height, a.to[row]! * height];
    const [x, xEnd] = [across(b.from[row]!), across(b.to[row]!)];
    if (firstA < 0) alone.push({ kind: 'alone', x: Math.min(x, xEnd), y: 0, width: Math.abs(xEnd - x), height });
    else if (firstB < 0) alone.push({ kind: 'alone', x: 0, y, width, height: yEnd - y });
    else {
      const kind = moved.has(row) ? 'moved' : overview.status[row] === doubtful ? 'doubtful' : 'link';
      links.push({ kind, x, y, width: xEnd - x, height: yEnd - y });
    }
  });
  return [...alone, ...links];
}

/** How far down a row begins; a row without the first text stands where the one before it ends. */
export function topOfRow(overview: AlignmentOverview, row: number, { height }: Size): number {
  const { a } = sharesOf(overview);
  for (let at = Math.min(row, a.from.length - 1); at >= 0; at--) {
    const share = at === row ? a.from[at]! : a.to[at]!;
    if (!Number.isNaN(share)) return share * height;
  }
  return 0;
}

/** The row at a share of the height. */
export function rowNear(overview: AlignmentOverview, share: number): number {
  const { a } = sharesOf(overview);
  let best = 0;
  a.from.forEach((from, row) => {
    if (!Number.isNaN(from) && from <= share) best = row;
  });
  return best;
}
