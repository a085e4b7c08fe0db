import { useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import { RowScroller } from './row-scroller.ts';
import './scrolled-rows.css';

/** CSS pixels: `--row` of the tokens, which the scroller must know as a number. */
const rowHeight = 28;

/**
 * The scroller of a long grid over the three elements that it works on: `grid` scrolls, `heads` sticks to its top, `area`
 * is as tall as all rows together. `order` names what the rows are and how they stand: another one, or another number
 * of rows, starts at the top, and whatever else changes leaves the place alone. `height` of a row, CSS pixels, is that of
 * the first drawing.
 */
export function useScrolledRows(total: number, order: string, height = rowHeight) {
  const [scroller] = useState(() => new RowScroller(height));
  const grid = useRef<HTMLDivElement>(null);
  const area = useRef<HTMLDivElement>(null);
  const heads = useRef<HTMLDivElement>(null);
  const drawn = useSyncExternalStore(scroller.subscribe, scroller.window);
  useLayoutEffect(() => {
    if (!grid.current || !area.current || !heads.current) return undefined;
    return scroller.attach({ scroll: grid.current, area: area.current, header: heads.current });
  }, [scroller]);
  useLayoutEffect(() => {
    scroller.reset(total);
  }, [scroller, total, order]);
  return { scroller, grid, area, heads, drawn };
}
