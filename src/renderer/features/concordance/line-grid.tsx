/** The list of lines: draws those that are seen. */
import { type CSSProperties, useCallback, useId, useLayoutEffect } from 'react';
import { orderOf } from '../../app/result-order.ts';
import { useWanted } from '../../app/use-wanted.ts';
import { formatNumber } from '../../ui/format.ts';
import { useScrolledRows } from '../../ui/rows/use-scrolled-rows.ts';
import { ColumnHeads } from './column-heads.tsx';
import type { ConcordanceViewProps } from './concordance-view.tsx';
import { gridEvents } from './grid-events.ts';
import { LineRow } from './line-row.tsx';
import { LinesFailure } from './lines-failure.tsx';
import { useExpansions } from './use-expansions.ts';
import { useLineSelection } from './use-line-selection.ts';
import { useLines } from './use-lines.ts';
import './line-grid.css';

export function LineGrid(props: ConcordanceViewProps) {
  const { corpus, result, context, selected, onSelect, onOpen, onSort } = props;
  const id = useId();
  const order = orderOf(result);
  const cache = useLines(corpus, result, context);
  // More context is no new order: the lines stay where they are.
  const { scroller, grid, area, heads, drawn } = useScrolledRows(result.total, order);
  const expansions = useExpansions(result);
  const selection = useLineSelection(result.total, order, selected, onSelect);

  useWanted(cache, drawn);
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
        className="rows-grid concordance-grid"
        style={{ '--concordance-digits': formatNumber(result.total).length } as CSSProperties}
        aria-label={`Lines for ${result.query.text}`}
        aria-rowcount={result.total + 1}
        aria-colcount={6}
        aria-multiselectable
        aria-activedescendant={active === null ? undefined : `${id}-${active + 1}`}
        {...onGrid}
      >
        <div role="rowgroup" ref={heads} className="rows-heads">
          <ColumnHeads direction={result.direction === 'rtl' ? 'rtl' : 'ltr'} sort={result.sort} onKey={sortBy} />
        </div>
        <div role="rowgroup" ref={area} className="rows-area concordance-area" {...onRows}>
          <div role="presentation" className="rows-window" style={{ transform: `translateY(${drawn.shift}px)` }}>
            {Array.from({ length: drawn.end - drawn.first }, (_, index) => rowAt(drawn.first + index))}
          </div>
          {/* A screen reader follows aria-activedescendant, so the active line is there even when it is scrolled away. */}
          {active !== null && (active < drawn.first || active >= drawn.end) && (
            <div role="presentation" className="rows-offstage">
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
