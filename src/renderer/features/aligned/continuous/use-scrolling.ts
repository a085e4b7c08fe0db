/** Two texts that scroll together along their links: what is at the reading line of one is brought there in the other. */
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { AlignedRow, Side } from '../../../../shared/alignment.ts';
import { type Lines, SentencePlaces } from './sentence-places.ts';

/** Where the eye reads, as a share of the height of a pane. */
const readingLine = 0.3;
/** Milliseconds in which a pane that was moved by the other does not move it back. */
const echo = 90;

export interface RowsInSight {
  readonly first: number;
  readonly last: number;
  /** Rises with every scroll, so that ribbons are drawn anew. */
  readonly tick: number;
}

/** Of both panes, once they are drawn. */
export type BothPlaces = readonly [SentencePlaces, SentencePlaces] | null;

/** Gives the two panes to hang up, the rows in sight, and what to do when one of them was scrolled. */
export function useScrolling(rows: readonly AlignedRow[], isTogether: boolean) {
  const a = useRef<HTMLDivElement>(null);
  const b = useRef<HTMLDivElement>(null);
  const [places, setPlaces] = useState<RowsInSight>({ first: 0, last: 0, tick: 0 });
  const driven = useRef<{ readonly side: Side; readonly until: number } | null>(null);
  /** The side that was scrolled by hand last. */
  const driver = useRef<Side>(0);
  const frame = useRef(0);
  const sentences = useRef<BothPlaces>(null);
  useLayoutEffect(() => {
    if (a.current && b.current) sentences.current = [new SentencePlaces(a.current), new SentencePlaces(b.current)];
  }, [rows]);
  const linked = useMemo(
    () => new Set(rows.filter(({ sides: [a, b] }) => a.length > 0 && b.length > 0).map(({ row }) => row)),
    [rows],
  );
  const lookSoon = useCallback(() => {
    if (frame.current !== 0) return;
    frame.current = requestAnimationFrame(() => {
      frame.current = 0;
      const pane = a.current;
      const text = sentences.current?.[0];
      if (!pane || !text) return;
      const first = text.rowAt(pane.scrollTop);
      const last = text.rowAt(pane.scrollTop + pane.clientHeight);
      setPlaces(({ tick }) => ({ first, last: Math.max(first, last), tick: tick + 1 }));
    });
  }, []);
  useEffect(() => {
    lookSoon();
    const observer = new ResizeObserver(lookSoon);
    // The text within, too: it grows and shrinks as paragraphs that were guessed are laid out.
    for (const pane of [a.current, b.current])
      for (const element of [pane, pane?.firstElementChild]) if (element) observer.observe(element);
    return () => {
      observer.disconnect();
      cancelAnimationFrame(frame.current);
      frame.current = 0;
    };
  }, [lookSoon, rows]);

  const follow = useCallback(
    (side: Side, exact: boolean) => {
      const [from, to] = side === 0 ? [a.current, b.current] : [b.current, a.current];
      const texts = sentences.current;
      if (!isTogether || !from || !to || !texts) return;
      const [mine, theirs] = side === 0 ? texts : [texts[1], texts[0]];
      const row = nearestLinked(mine.rowAt(from.scrollTop + readingLine * from.clientHeight), linked, rows.length);
      const top = followed([from, to], mine.inText(row, exact), theirs.inText(row, exact));
      if (top === null || Math.abs(top - to.scrollTop) < 1) return;
      driven.current = { side: side === 0 ? 1 : 0, until: performance.now() + echo };
      to.scrollTop = top;
    },
    [isTogether, linked, rows.length],
  );
  // The same while the rows are: running text is not drawn anew because the other pane was scrolled.
  const scrolled = useCallback(
    (side: Side) => {
      lookSoon();
      if (driven.current?.side === side && performance.now() < driven.current.until) return;
      driver.current = side;
      follow(side, false);
    },
    [lookSoon, follow],
  );
  /** Where a pane comes to rest, what was guessed on the way is put right. */
  const rested = useCallback(
    (side: Side) => {
      if (driver.current === side) follow(side, true);
    },
    [follow],
  );
  const reveal = (row: number) => {
    ([a.current, b.current] as const).forEach((pane, side) => {
      const lines = sentences.current?.[side === 0 ? 0 : 1].inText(row, true);
      if (!pane || !lines) return;
      driven.current = { side: side === 0 ? 0 : 1, until: performance.now() + echo };
      const isSeen = lines.top >= pane.scrollTop && lines.bottom <= pane.scrollTop + pane.clientHeight;
      if (!isSeen) pane.scrollTop = lines.top - readingLine * pane.clientHeight;
    });
    lookSoon();
  };
  return { a, b, sentences, places, scrolled, rested, reveal };
}

/** Where a pane has to be scrolled to, for the reading line to stand where it stands in the other; null when nothing is linked. */
function followed(
  [from, to]: readonly [HTMLElement, HTMLElement],
  mine: Lines | null,
  theirs: Lines | null,
): number | null {
  if (!mine || !theirs) return null;
  const offset = from.scrollTop + readingLine * from.clientHeight;
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
