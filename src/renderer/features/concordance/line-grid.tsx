/** The list of lines: draws those that are seen, with headings over their groups where the reader wants them. */
import { useCallback, useId, useLayoutEffect, useRef, useEffect } from 'react';
import { tickLines } from '../../app/actions/ticks.ts';
import { orderOf } from '../../app/result-order.ts';
import { useWanted } from '../../app/use-wanted.ts';
import { wordsOf } from '../../language/words.ts';
import { formatNumber } from '../../ui/format.ts';
import { useScrolledRows } from '../../ui/rows/use-scrolled-rows.ts';
import { ColumnHeads } from './column-heads.tsx';
import type { ConcordanceViewProps } from './concordance-view.tsx';
import { copyTicked } from './copy-lines.ts';
import { gridEvents, type MeantLines } from './grid-events.ts';
import { HeadingRow } from './heading-row.tsx';
import { HitMap } from './hit-map.tsx';
import './line-grid.css';
import { gridStyle, rowHeights } from './line-look.ts';
import { LineRow } from './line-row.tsx';
import { LinesFailure } from './lines-failure.tsx';
import { useExpansions } from './use-expansions.ts';
import { useHeadings } from './use-headings.ts';
import { useLineSelection } from './use-line-selection.ts';
import { useLines } from './use-lines.ts';

const t = wordsOf('lines');

interface LineGridProps extends ConcordanceViewProps {
  /** Rises when verdicts were given. */
  readonly revision: number;
  readonly onJudge: (lines: MeantLines, verdict: string | null) => void;
}

export function LineGrid(props: LineGridProps) {
  const { corpus, result, context, look, selected, onSelect, onOpen, onSort, onLook } = props;
  const id = useId();
  const order = orderOf(result);
  const cache = useLines(corpus, result, context, look, props.revision);
  const headings = useHeadings(result, look.headings);
  const { rows } = headings;
  // More context is no new order: the lines stay where they are.
  const scrolled = useScrolledRows(rows.total, order, rowHeights[look.density]);
  const { scroller, grid, area, heads, drawn } = scrolled;
  const expansions = useExpansions(result);
  const selection = useLineSelection(result.total, order, selected, onSelect);
  const { onRange } = props;
  const [from, end] = [selection.range?.from ?? -1, selection.range?.end ?? -1];
  useEffect(() => {
    onRange?.(from < 0 ? null : { from, end });
  }, [onRange, from, end]);

  const wanted = rows.linesIn(drawn.first, drawn.end);
  useWanted(cache, { ...wanted, shift: drawn.shift });
  const { toggled } = headings;
  const seen = useRef(toggled);
  // A list that was folded starts at its top again: the heading that was pressed stays in sight.
  useLayoutEffect(() => {
    if (toggled !== null && toggled !== seen.current) scroller.reveal(rows.rowOfHeading(toggled.number), 'centre');
    else if (selected !== null) scroller.reveal(rows.rowOf(selected - 1), 'nearest');
    seen.current = toggled;
  }, [scroller, selected, rows, toggled]);

  const tall = useCallback(
    (n: number, px: number) => {
      scroller.setTall(rows.rowOf(n - 1), px);
    },
    [scroller, rows],
  );
  const { sortBy, onGrid, onRows } = gridEvents({
    result,
    selected,
    cache,
    tall,
    pageRows: () => scroller.pageRows(),
    expansions,
    selection,
    onOpen,
    onSort,
    onFold: headings.toggle,
    onJudge: props.onJudge,
    onTick: (first, until, how) => {
      tickLines(result, first, until, how);
    },
    onCopyTicked: () => copyTicked(result, context),
  });

  const lineAt = (place: number, row: number) => (
    <LineRow
      key={row}
      id={`${id}-${place + 1}`}
      n={place + 1}
      rowIndex={row + 2}
      line={cache.row(place)}
      sort={result.sort}
      look={look}
      active={selected === place + 1}
      selected={selection.range !== null && place >= selection.range.from && place < selection.range.end}
      expansion={expansions.lines.get(place + 1)}
      onHeight={tall}
    />
  );
  const rowAt = (row: number) => {
    const shown = rows.at(row);
    if (shown.kind === 'line') return lineAt(shown.place, row);
    const { heading, number } = shown;
    const isFolded = headings.isFolded(number);
    const share = heading.lines / result.total;
    return <HeadingRow key={row} {...{ heading, number, isFolded, share }} rowIndex={row + 2} />;
  };
  const active = selected === null || selected > result.total ? null : selected - 1;
  const activeRow = active === null ? -1 : rows.rowOf(active);
  const digits = formatNumber(result.total).length;
  return (
    <>
      {headings.tooMany !== null && (
        <p className="concordance-too-many" role="status">
          {t('heading.tooMany', { count: headings.tooMany })}
        </p>
      )}
      <div className="concordance-beside">
        <div
          ref={grid}
          role="grid"
          tabIndex={0}
          data-pane-start
          className="rows-grid concordance-grid"
          style={gridStyle(look, digits)}
          aria-label={t('list.label', { query: result.query.text })}
          aria-rowcount={rows.total + 1}
          aria-multiselectable
          aria-activedescendant={active === null ? undefined : `${id}-${active + 1}`}
          {...onGrid}
        >
          <div role="rowgroup" ref={heads} className="rows-heads">
            <ColumnHeads
              result={result}
              onSteps={props.onSteps}
              direction={result.direction === 'rtl' ? 'rtl' : 'ltr'}
              sort={result.sort}
              ticked={result.ticked === 0 ? 'none' : result.ticked === result.total ? 'all' : 'some'}
              onTickAll={() => {
                tickLines(result, 0, result.total, result.ticked === result.total ? 'untick' : 'tick');
              }}
              look={look}
              onKey={sortBy}
              onWidth={(column, width) => {
                onLook({ columns: look.columns.map((known) => (known.id === column ? { ...known, width } : known)) });
              }}
            />
          </div>
          <div role="rowgroup" ref={area} className="rows-area concordance-area" {...onRows}>
            <div role="presentation" className="rows-window" style={{ transform: `translateY(${drawn.shift}px)` }}>
              {Array.from({ length: drawn.end - drawn.first }, (_, index) => rowAt(drawn.first + index))}
            </div>
            {/* A screen reader follows aria-activedescendant, so the active line is there even when it is scrolled away. */}
            {active !== null && (activeRow < drawn.first || activeRow >= drawn.end) && (
              <div role="presentation" className="rows-offstage">
                {lineAt(active, activeRow)}
              </div>
            )}
          </div>
        </div>
        {look.map && (
          <HitMap
            result={result}
            onPlace={(place) => {
              onSelect(place + 1);
            }}
          />
        )}
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
