/**
 * Where the rows of a very long list are, in three measures:
 *
 * - a **row** number, 0-based;
 * - its **offset**, in CSS pixels from the top of the whole list, which may be larger than any browser can scroll;
 * - the **native** scroll position of the scroll area, which is never taller than a cap.
 *
 * Browsers cap a scroll area at 33.5 million device pixels: 1.2 million rows at scale 1, 400 000 at scale 3. So a jump
 * (the scrollbar dragged) maps native positions to offsets by `offsetAt`, which stretches the middle of the list, while
 * a small scroll (wheel, touch) keeps its `base` and moves by exactly the pixels it was given. The two drift apart; the
 * scroller then rebases, which moves the native position and changes nothing on the screen.
 */

/** A row that is taller than the others by `px`. */
export interface TallRow {
  readonly row: number;
  readonly px: number;
}

export interface RowGeometry {
  readonly rows: number;
  /** CSS pixels, the same for every row but the tall ones. */
  readonly rowHeight: number;
  /** Ascending by row, one entry a row. Few: these are the lines that the reader has opened. */
  readonly tall: readonly TallRow[];
  /** CSS pixels of the list that are seen at once. */
  readonly viewport: number;
  /** Tallest scroll area allowed, CSS pixels; larger than the viewport. */
  readonly cap: number;
}

/** A scroll position: the offset at the top of the viewport is `base` plus the native position. */
export interface ScrollPlace {
  readonly base: number;
  readonly native: number;
}

/**
 * A quarter of the 33.5 million device pixels that a browser grants: zooming while the list is open cannot reach the
 * limit before it is measured again, and a position still has half pixels in the 24 bits that drawing keeps of it.
 */
const deviceCap = 8_000_000;

export function capAtScale(devicePixelRatio: number): number {
  return Math.floor(deviceCap / Math.max(1, devicePixelRatio));
}

/** Offset of the top of a row; of the end of the list for `row === rows`. */
export function offsetOfRow(geometry: RowGeometry, row: number): number {
  let offset = row * geometry.rowHeight;
  for (const tall of geometry.tall) {
    if (tall.row >= row) break;
    offset += tall.px;
  }
  return offset;
}

export function contentHeight(geometry: RowGeometry): number {
  return offsetOfRow(geometry, geometry.rows);
}

/** The row that covers an offset; the first or the last one for an offset outside the list. */
export function rowAtOffset(geometry: RowGeometry, offset: number): number {
  const { rowHeight, rows } = geometry;
  let before = 0;
  for (const { row, px } of geometry.tall) {
    const top = row * rowHeight + before;
    if (offset < top) break;
    if (offset < top + rowHeight + px) return row;
    before += px;
  }
  return Math.max(0, Math.min(rows - 1, Math.floor((offset - before) / rowHeight)));
}

/** CSS pixels that the scroll area is tall. */
export function areaHeight(geometry: RowGeometry): number {
  return Math.min(contentHeight(geometry), geometry.cap);
}

export function largestOffset(geometry: RowGeometry): number {
  return Math.max(0, contentHeight(geometry) - geometry.viewport);
}

export function largestNative(geometry: RowGeometry): number {
  return Math.max(0, areaHeight(geometry) - geometry.viewport);
}

/** Pixels at either end of the scroll area that are never stretched, so that both ends are reached exactly. */
function edge(geometry: RowGeometry): number {
  return Math.min(4 * geometry.viewport, largestNative(geometry) / 4);
}

/** How many offset pixels one native pixel stands for in the stretched middle; 1 when nothing is capped. */
function stretch(geometry: RowGeometry): number {
  const unstretched = 2 * edge(geometry);
  const middle = largestNative(geometry) - unstretched;
  return middle > 0 ? (largestOffset(geometry) - unstretched) / middle : 1;
}

/** The offset that a native position stands for when nothing else is known: monotone, and exact at both ends. */
export function offsetAt(geometry: RowGeometry, native: number): number {
  const last = largestNative(geometry);
  const straight = edge(geometry);
  const at = Math.max(0, Math.min(last, native));
  if (at <= straight) return at;
  if (at >= last - straight) return largestOffset(geometry) - (last - at);
  return straight + (at - straight) * stretch(geometry);
}

/** Where to put the scrollbar so that `offset` is at the top of the viewport: the inverse of `offsetAt`. */
export function placeAt(geometry: RowGeometry, offset: number): ScrollPlace {
  const lastOffset = largestOffset(geometry);
  const lastNative = largestNative(geometry);
  const straight = edge(geometry);
  const top = Math.max(0, Math.min(lastOffset, offset));
  if (top <= straight) return { base: 0, native: top };
  if (top >= lastOffset - straight) return { base: lastOffset - lastNative, native: lastNative - (lastOffset - top) };
  // Browsers round scroll positions to device pixels: a whole number is one in every scale.
  const native = Math.round(straight + (top - straight) / stretch(geometry));
  return { base: top - native, native };
}

/** After a jump of the scrollbar. Whole pixels, so that text stays sharp. */
export function afterJump(geometry: RowGeometry, native: number): ScrollPlace {
  const offset = offsetAt(geometry, native);
  const atEnd = native <= 0 || native >= largestNative(geometry);
  return { base: (atEnd ? offset : Math.round(offset)) - native, native };
}

/**
 * After a small scroll, which moves the rows by the same pixels. Near an end of the scroll area the place is rebased at
 * once, since the pixels left there might not suffice for the rows left.
 */
export function afterSmallScroll(geometry: RowGeometry, place: ScrollPlace, native: number): ScrollPlace {
  const moved = { base: place.base, native };
  const near = edge(geometry) / 2;
  const low = native < near && moved.base > 0;
  const high =
    native > largestNative(geometry) - near && moved.base < largestOffset(geometry) - largestNative(geometry);
  return low || high ? placeAt(geometry, moved.base + native) : moved;
}

/** The offset to scroll to so that a row is seen: unchanged when it is seen already and `nearest` is enough. */
export function offsetShowing(
  geometry: RowGeometry,
  row: number,
  from: number,
  where: 'nearest' | 'start' | 'centre',
): number {
  const top = offsetOfRow(geometry, row);
  const bottom = offsetOfRow(geometry, row + 1);
  if (where === 'start') return top;
  if (where === 'centre') return Math.round((top + bottom - geometry.viewport) / 2);
  // A row taller than the viewport shows its top.
  if (top < from || bottom - top > geometry.viewport) return top;
  return bottom > from + geometry.viewport ? bottom - geometry.viewport : from;
}
