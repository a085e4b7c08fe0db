/** The list of lines: draws those that are seen. */
import { useCallback, useId, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { CSSProperties } from 'react';
import { orderOf } from '../../app/result-order.ts';
import { useWanted } from '../../app/use-wanted.ts';
import { formatNumber } from '../../ui/format.ts';
import { RowScroller } from '../../ui/rows/row-scroller.ts';
import { ColumnHeads } from './column-heads.tsx';
import type { ConcordanceViewProps } from './concordance-view.tsx';
import { gridEvents } from './grid-events.ts';
import { LineRow } from './line-row.tsx';
import { LinesFailure } from './lines-failure.tsx';
import { useExpansions } from './use-expansions.ts';
import { useLineSelection } from './use-line-selection.ts';
import { useLines } from './use-lines.ts';
import './line-grid.css';

/** CSS pixels: `--row` of the tokens, which the scroller must know as a number. */
const rowHeight = 28;

/** The rows' scroller over the three elements it works on. */
function useRows(total: number, order: string) {
  const [scroller] = useState(() => new RowScroller(rowHeight));
  const grid = useRef<HTMLDivElement>(null);
  const area = useRef<HTMLDivElement>(null);
  const heads = useRef<HTMLDivElement>(null);
  const rows = useSyncExternalStore(scroller.subscribe, scroller.window);
  useLayoutEffect(() => {
    if (!grid.current || !area.current || !heads.current) return undefined;
    return scroller.attach({ scroll: grid.current, area: area.current, header: heads.current });
  }, [scroller]);
  // Another result or another order starts at the top; more context does not.
  useLayoutEffect(() => {
    scroller.reset(total);
  }, [scroller, total, order]);
  return { scroller, rows, grid, area, heads };
}

export function LineGrid(props: ConcordanceViewProps) {
  const { corpus, result, context, selected, onSelect, onOpen, onSort } = props;
  const id = useId();
  const order = orderOf(result);
  const cache = useLines(corpus, result, context);
  const { scroller, rows, grid, area, heads } = useRows(result.total, order);
  const expansions = useExpansions(result);
  const selection = useLineSelection(result.total, order, selected, onSelect);

  useWanted(cache, rows);
  useLayoutEffect(() => {
    if (selected !== null) scroller.reveal(selected - 1, 'nearest');
  }, [scroller, selected]);

  const onHeight = useCallback(
    (n: number, px: number) => {
      scroller.setTall(n - 1, px);
    },
    [scroller],
  );
  const { sortBy, onGrid, onRows } = gridEvents({
    result,
    selected,
    cache,
    scroller,
    expansions,
    selection,
    onOpen,
    onSort,
  });

  const rowAt = (row: number) => (
    <LineRow
      key={row}
      id={`${id}-${row + 1}`}
      n={row + 1}
      line={cache.row(row)}
      sort={result.sort}
      active={selected === row + 1}
      selected={selection.range !== null && row >= selection.range.from && row < selection.range.end}
      expansion={expansions.lines.get(row + 1)}
      onHeight={onHeight}
    />
  );
  const active = selected === null || selected > result.total ? null : selected - 1;
  return (
    <>
      <div
        ref={grid}
        id="concordance-lines"
        role="grid"
        tabIndex={0}
        data-pane-start
        className="concordance-grid"
        style={{ '--concordance-digits': formatNumber(result.total).length } as CSSProperties}
        aria-label={`Lines for ${result.query.text}`}
        aria-rowcount={result.total + 1}
        aria-colcount={6}
        aria-multiselectable
        aria-activedescendant={active === null ? undefined : `${id}-${active + 1}`}
        {...onGrid}
      >
        <div role="rowgroup" ref={heads} className="concordance-heads-group">
          <ColumnHeads direction={result.direction === 'rtl' ? 'rtl' : 'ltr'} sort={result.sort} onKey={sortBy} />
        </div>
        <div role="rowgroup" ref={area} className="concordance-area" {...onRows}>
          <div role="presentation" className="concordance-window" style={{ transform: `translateY(${rows.shift}px)` }}>
            {Array.from({ length: rows.end - rows.first }, (_, index) => rowAt(rows.first + index))}
          </div>
          {/* A screen reader follows aria-activedescendant, so the active line is there even when it is scrolled away. */}
          {active !== null && (active < rows.first || active >= rows.end) && (
            <div role="presentation" className="concordance-offstage">
              {rowAt(active)}
            </div>
          )}
        </div>
      </div>
      <LinesFailure
        cache={cache}
        onAskAgain={() => {
          onSort([...result.sort]);
        }}
      />
    </>
  );
}
