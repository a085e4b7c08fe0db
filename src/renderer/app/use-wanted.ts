/** Asks a page cache for the rows that are drawn: at once while a list moves by hand, after a rest when it jumps. */
import { useLayoutEffect, useRef } from 'react';
import type { PageCache } from '../ui/rows/page-cache.ts';
import type { RowWindow } from '../ui/rows/row-scroller.ts';

/** Milliseconds that a jump rests before its rows are asked for: a drag of the scrollbar passes thousands of pages. */
const jumpRest = 50;

export function useWanted<Row>(cache: PageCache<Row>, { first, end }: RowWindow): void {
  const last = useRef({ cache, first, end });
  useLayoutEffect(() => {
    const before = last.current;
    last.current = { cache, first, end };
    const jumped = before.cache === cache && (first > before.end || end < before.first);
    if (!jumped) {
      cache.want(first, end);
      return undefined;
    }
    const rest = setTimeout(() => {
      cache.want(first, end);
    }, jumpRest);
    return () => {
      clearTimeout(rest);
    };
  }, [cache, first, end]);
}
