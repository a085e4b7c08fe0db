/** What the keys do in a table. Row −1 is its head. */

export interface KeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** The cell that has the keyboard, and where a range of rows was begun. */
export interface TablePlace {
  readonly row: number;
  readonly column: number;
  readonly anchor: number;
}

export type TableAction =
  { readonly type: 'go'; readonly place: TablePlace } | { readonly type: 'open' } | { readonly type: 'arithmetic' };

export interface TableSize {
  readonly rows: number;
  readonly columns: number;
  /** Rows that a page of the keyboard moves by. */
  readonly page: number;
  /** Whether the interface runs from right to left. */
  readonly isMirrored: boolean;
}

const rowSteps: Readonly<Record<string, (size: TableSize) => number>> = {
  ArrowDown: () => 1,
  ArrowUp: () => -1,
  PageDown: ({ page }) => page,
  PageUp: ({ page }) => -page,
  Home: () => -Infinity,
  End: () => Infinity,
};

/** Null for a key that is not the table's. */
export function tableAction(press: KeyPress, place: TablePlace, size: TableSize): TableAction | null {
  const { key, shiftKey, ctrlKey, metaKey, altKey } = press;
  const command = ctrlKey || metaKey;
  if (command && !altKey && key.toLowerCase() === 'a')
    return { type: 'go', place: { ...place, row: size.rows - 1, anchor: 0 } };
  if (key === 'ContextMenu' || (key === 'F10' && shiftKey)) return { type: 'arithmetic' };
  if (altKey || command) return null;
  if (key === 'Enter') return { type: 'open' };
  const sideways = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
  if (sideways !== 0) return { type: 'go', place: movedSideways(place, size.isMirrored ? -sideways : sideways, size) };
  const step = rowSteps[key]?.(size);
  return step === undefined ? null : { type: 'go', place: movedBy(place, step, shiftKey, key, size) };
}

function movedSideways(place: TablePlace, by: number, { columns }: TableSize): TablePlace {
  return { ...place, column: Math.max(0, Math.min(columns - 1, place.column + by)) };
}

/** One step up from the first row goes to the head; pages and Home stop at the first row. */
function movedBy(place: TablePlace, by: number, extend: boolean, key: string, { rows }: TableSize): TablePlace {
  const least = key === 'ArrowUp' && !extend ? -1 : 0;
  const row = Math.max(least, Math.min(rows - 1, place.row + by));
  return { ...place, row, anchor: extend && place.anchor >= 0 ? place.anchor : row };
}

/** Rows of the range, the end exclusive; null in the head. */
export function rangeOf({ row, anchor }: TablePlace): { readonly from: number; readonly end: number } | null {
  if (row < 0) return null;
  const begun = anchor < 0 ? row : anchor;
  return { from: Math.min(row, begun), end: Math.max(row, begun) + 1 };
}
