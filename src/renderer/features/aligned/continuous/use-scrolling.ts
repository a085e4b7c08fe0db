/** Two texts that scroll together along their links: what is at the reading line of one is brought there in the other. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { AlignedRow, Side } from '../../../../shared/alignment.ts';

/** Where the eye reads, as a share of the height of a pane. */
const readingLine = 0.3;
/** Milliseconds in which a pane that was moved by the other does not move it back. */
const echo = 90;

export interface SeenRows {
  readonly first: number;
  readonly last: number;
  /** Rises with every scroll, so that ribbons are drawn anew. */
  readonly tick: number;
}

function linesOf(pane: HTMLElement, row: number): { readonly top: number; readonly bottom: number } | null {
  const parts = pane.querySelectorAll<HTMLElement>(`[data-row="${row}"]`);
  const [first] = parts;
  const last = parts[parts.length - 1];
  if (!first || !last) return null;
  const origin = pane.getBoundingClientRect().top - pane.scrollTop;
  return { top: first.getBoundingClientRect().top - origin, bottom: last.getBoundingClientRect().bottom - origin };
}

/** The sentence that covers an offset of a pane: they stand in text order, so halves are enough. */
function sentenceAt(pane: HTMLElement, offset: number): HTMLElement | null {
  const all = pane.querySelectorAll<HTMLElement>('[data-row]');
  const origin = pane.getBoundingClientRect().top - pane.scrollTop;
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (all[middle]!.getBoundingClientRect().bottom - origin <= offset) low = middle + 1;
    else high = middle;
  }
  return all[Math.min(low, all.length - 1)] ?? null;
}

/** Gives the two panes to hang up, the rows in sight, and what to do when one of them was scrolled. */
export function useScrolling(rows: readonly AlignedRow[], isTogether: boolean) {
  const a = useRef<HTMLDivElement>(null);
  const b = useRef<HTMLDivElement>(null);
  const [places, setPlaces] = useState<SeenRows>({ first: 0, last: 0, tick: 0 });
  const driven = useRef<{ readonly side: Side; readonly until: number } | null>(null);
  const frame = useRef(0);
  const linked = useMemo(
    () => new Set(rows.filter(({ sides: [a, b] }) => a.length > 0 && b.length > 0).map(({ row }) => row)),
    [rows],
  );
  const lookSoon = useCallback(() => {
    if (frame.current !== 0) return;
    frame.current = requestAnimationFrame(() => {
      frame.current = 0;
      const pane = a.current;
      if (!pane) return;
      const first = Number(sentenceAt(pane, pane.scrollTop)?.dataset.row ?? 0);
      const last = Number(sentenceAt(pane, pane.scrollTop + pane.clientHeight)?.dataset.row ?? 0);
      setPlaces(({ tick }) => ({ first, last: Math.max(first, last), tick: tick + 1 }));
    });
  }, []);
  useEffect(() => {
    lookSoon();
    const observer = new ResizeObserver(lookSoon);
    for (const pane of [a.current, b.current]) if (pane) observer.observe(pane);
    return () => {
      observer.disconnect();
      cancelAnimationFrame(frame.current);
      frame.current = 0;
    };
  }, [lookSoon, rows]);

  // The same while the rows are: running text is not drawn anew because the other pane was scrolled.
  const scrolled = useCallback(
    (side: Side) => {
      lookSoon();
      const [from, to] = side === 0 ? [a.current, b.current] : [b.current, a.current];
      if (!isTogether || !from || !to) return;
      if (driven.current?.side === side && performance.now() < driven.current.until) return;
      const top = followed(from, to, linked, rows.length);
      if (top === null) return;
      driven.current = { side: side === 0 ? 1 : 0, until: performance.now() + echo };
      to.scrollTop = top;
    },
    [isTogether, linked, lookSoon, rows.length],
  );
  const reveal = (row: number) => {
    ([a.current, b.current] as const).forEach((pane, side) => {
      const lines = pane && linesOf(pane, row);
      if (!pane || !lines) return;
      driven.current = { side: side === 0 ? 0 : 1, until: performance.now() + echo };
      const isSeen = lines.top >= pane.scrollTop && lines.bottom <= pane.scrollTop + pane.clientHeight;
      if (!isSeen) pane.scrollTop = lines.top - readingLine * pane.clientHeight;
    });
    lookSoon();
  };
  return { a, b, places, scrolled, reveal };
}

/** Where a pane has to be scrolled to, for the reading line to stand where it stands in the other; null when nothing is linked. */
function followed(from: HTMLElement, to: HTMLElement, linked: ReadonlySet<number>, rows: number): number | null {
  const offset = from.scrollTop + readingLine * from.clientHeight;
  const row = nearestLinked(Number(sentenceAt(from, offset)?.dataset.row ?? 0), linked, rows);
  const mine = linesOf(from, row);
  const theirs = linesOf(to, row);
  if (!mine || !theirs) return null;
  // Inside a link the other side moves by as much of it as was read here; beside one, line by line.
  const height = mine.bottom - mine.top;
  const share = height > 0 ? Math.max(0, Math.min(1, (offset - mine.top) / height)) : 0;
  const over = offset - (mine.top + share * height);
  return theirs.top + share * (theirs.bottom - theirs.top) + over - readingLine * to.clientHeight;
}

/** The linked row at or next to a row. */
function nearestLinked(row: number, linked: ReadonlySet<number>, rows: number): number {
  for (let away = 0; away < rows; away++) {
    if (linked.has(row - away)) return row - away;
    if (linked.has(row + away)) return row + away;
  }
  return row;
}
