/**
 * A table of numbers: draws the rows that are seen, follows the keyboard from cell to cell, and keeps the row that the
 * chart shows. Rows are named by their number in the table, places by where they stand in the view.
 */
import { type CSSProperties, useId, useLayoutEffect, useState } from 'react';
import type { TableColumn } from '../../../../shared/tables.ts';
import { useWanted } from '../../../app/use-wanted.ts';
import { useScrolledRows } from '../../../ui/rows/use-scrolled-rows.ts';
import { isNumeric } from '../columns.ts';
import { reader } from '../charts/chart-props.ts';
import { gridHandlers } from './grid-handlers.ts';
import './table-grid.css';
import { TableHeads } from './table-heads.tsx';
import { rangeOf, type TablePlace } from './table-keys.ts';
import { TableRow } from './table-row.tsx';
import type { ViewedRows } from './use-rows.ts';

export interface TableGridProps {
  readonly label: string;
  readonly rows: ViewedRows;
  readonly columns: readonly TableColumn[];
  readonly languages: readonly string[];
  /** Row chosen here or in the chart. */
  readonly picked: number | null;
  /** Its place in the view, once it is known. */
  readonly pickedPlace: number | null;
  /** What the pointer is on, in the table or in the chart. */
  readonly pointed: string | null;
  readonly onPoint: (term: string | null) => void;
  /** Columns whose scores can be opened. */
  readonly scores: readonly string[];
  /** Of the column that ranks the table, for the bars behind its numbers. */
  readonly bar: { readonly column: string; readonly most: number } | null;
  readonly onPick: (row: number) => void;
  readonly onOpen: (row: number) => void;
  readonly onArithmetic: (row: number, column: string | null) => void;
  readonly onSort: (column: TableColumn) => void;
}

interface HeldPlace {
  /** Places mean the same rows only within one view. */
  readonly key: string;
  readonly place: TablePlace;
  /** The row that was picked with it; once the chart picks another, the keyboard goes there. */
  readonly picked: number | null;
}

/** The cell that has the keyboard: where it was put last, or on the picked row. */
function usePlace(key: string, picked: number | null, pickedPlace: number | null) {
  const [held, setHeld] = useState<HeldPlace | null>(null);
  const isHeld = held?.key === key && held.picked === picked;
  const column = held?.place.column ?? 0;
  const onPicked = pickedPlace === null ? null : { row: pickedPlace, column, anchor: pickedPlace };
  const put = (place: TablePlace, row: number | undefined) => {
    setHeld({ key, place, picked: row ?? picked });
  };
  return [isHeld ? held.place : onPicked, put] as const;
}

export function TableGrid(props: TableGridProps) {
  const { label, rows, columns, languages, picked, pickedPlace, pointed, scores, bar } = props;
  const { key, total, cache, summary, view } = rows;
  const id = useId();
  const { scroller, grid, area, heads, drawn } = useScrolledRows(total, key);
  const [place, setPlace] = usePlace(key, picked, pickedPlace);
  useWanted(cache, drawn);
  const row = place?.row ?? null;
  useLayoutEffect(() => {
    if (row !== null && row >= 0) scroller.reveal(row, 'nearest');
  }, [scroller, row, key]);
  useLayoutEffect(() => {
    if (place)
      document
        .getElementById(`${id}-${place.row}-${place.column}`)
        ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [id, place]);

  const range = place ? rangeOf(place) : null;
  const nameOf = reader(summary).name;
  const cells = columns.map((column) => summary.columns.indexOf(column));
  const { onGrid, onRows, onHeads } = gridHandlers({ ...props, place, setPlace, page: () => scroller.pageRows() });
  const rowAt = (at: number) => {
    const here = cache.row(at);
    return (
      <TableRow
        key={at}
        id={`${id}-${at}`}
        place={at}
        row={here}
        columns={columns}
        cells={cells}
        languages={languages}
        active={place?.row === at ? place.column : null}
        isSelected={range !== null && at >= range.from && at < range.end}
        isPointed={pointed !== null && here !== undefined && nameOf(here) === pointed}
        isPicked={picked !== null && here?.row === picked}
        bar={bar}
        scores={scores}
      />
    );
  };
  const active = place
    ? place.row < 0
      ? `${id}-head-${place.column}`
      : `${id}-${place.row}-${place.column}`
    : undefined;
  const at = place?.row ?? -1;
  const isOffstage = at >= 0 && at < total && (at < drawn.first || at >= drawn.end);
  return (
    <div
      ref={grid}
      role="grid"
      tabIndex={0}
      data-pane-start
      className="rows-grid frequency-grid"
      style={{ '--frequency-columns': trackOf(columns) } as CSSProperties}
      aria-label={label}
      aria-rowcount={total + 1}
      aria-colcount={columns.length}
      aria-multiselectable
      aria-activedescendant={active}
      {...onGrid}
    >
      <div role="rowgroup" ref={heads} className="rows-heads frequency-heads-group" {...onHeads}>
        <TableHeads id={id} columns={columns} sort={view.sort} active={place?.row === -1 ? place.column : null} />
      </div>
      <div role="rowgroup" ref={area} className="rows-area frequency-area" {...onRows}>
        <div role="presentation" className="rows-window" style={{ transform: `translateY(${drawn.shift}px)` }}>
          {Array.from({ length: drawn.end - drawn.first }, (_, index) => rowAt(drawn.first + index))}
        </div>
        {/* A screen reader follows aria-activedescendant, so the active row is there even when it is scrolled away. */}
        {isOffstage && (
          <div role="presentation" className="rows-offstage">
            {rowAt(at)}
          </div>
        )}
      </div>
    </div>
  );
}

/** The name takes what is left; numbers are as wide as a head of two words. */
function trackOf(columns: readonly TableColumn[]): string {
  return columns
    .map((column, index) => {
      if (isNumeric(column)) return '84px';
      if (column.name === 'language') return '74px';
      return index > 0
        ? 'minmax(100px, 0.7fr)'
        : column.holds === 'text' || column.name === 'group'
          ? 'minmax(130px, 1fr)'
          : 'minmax(190px, 1fr)';
    })
    .join(' ');
}
