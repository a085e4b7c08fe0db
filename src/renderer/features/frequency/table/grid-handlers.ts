/** What keys, clicks and copying do in a table. */
import type { ClipboardEvent, KeyboardEvent, MouseEvent } from 'react';
import { report } from '../../../app/actions/failures.ts';
import { store } from '../../../app/store/store.ts';
import { reader } from '../charts/chart-props.ts';
import { copyRows } from './copy-rows.ts';
import type { TableGridProps } from './table-grid.tsx';
import { rangeOf, tableAction, type TablePlace } from './table-keys.ts';

interface HandlerParts extends TableGridProps {
  readonly place: TablePlace | null;
  /** With the row that stands there, when it is here. */
  readonly setPlace: (place: TablePlace, row: number | undefined) => void;
  readonly page: () => number;
}

const beforeAll: TablePlace = { row: -1, column: 0, anchor: 0 };

export function gridHandlers(parts: HandlerParts) {
  const { rows, columns, scores, place, setPlace, page, onPick, onOpen, onArithmetic, onSort, onPoint } = parts;
  const rowAt = (at: number) => rows.cache.row(at)?.row;

  const go = (next: TablePlace) => {
    const row = rowAt(next.row);
    setPlace(next, row);
    if (row !== undefined) onPick(row);
  };
  const open = ({ row: at, column: index }: TablePlace) => {
    const column = columns[index];
    if (!column) return;
    if (at < 0) {
      onSort(column);
      return;
    }
    const row = rowAt(at);
    if (row === undefined) return;
    if (scores.includes(column.name)) onArithmetic(row, column.name);
    else onOpen(row);
  };
  const showArithmetic = ({ row: at, column: index }: TablePlace) => {
    const row = rowAt(at);
    const column = columns[index];
    const isScore = column !== undefined && scores.includes(column.name);
    if (row !== undefined && scores.length > 0) onArithmetic(row, isScore ? column.name : null);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    const isMirrored = getComputedStyle(event.currentTarget).direction === 'rtl';
    const size = { rows: rows.total, columns: columns.length, page: page(), isMirrored };
    const action = tableAction(event, place ?? beforeAll, size);
    if (!action) return;
    event.preventDefault();
    if (action.type === 'go') go(action.place);
    else if (place && action.type === 'open') open(place);
    else if (place) showArithmetic(place);
  };

  const onClick = (event: MouseEvent) => {
    const hit = hitBy(event);
    if (!hit) return;
    const column = Math.max(
      0,
      columns.findIndex(({ name }) => name === hit.column),
    );
    const here = {
      row: hit.place,
      column,
      anchor: event.shiftKey && place && place.row >= 0 ? place.anchor : hit.place,
    };
    go(here);
    if (hit.act === 'arithmetic') showArithmetic({ ...here, column: 0 });
    else if (hit.act === 'open' && !event.shiftKey) open({ ...here, column: 0 });
  };
  const onDoubleClick = (event: MouseEvent) => {
    const hit = hitBy(event);
    const column = columns.findIndex(({ name }) => name === hit?.column);
    if (hit && hit.act === undefined) open({ row: hit.place, column: Math.max(0, column), anchor: hit.place });
  };
  const onContextMenu = (event: MouseEvent) => {
    const hit = hitBy(event);
    const column = columns.findIndex(({ name }) => name === hit?.column);
    if (!hit || !scores.includes(columns[column]?.name ?? '')) return;
    event.preventDefault();
    const here = { row: hit.place, column, anchor: hit.place };
    go(here);
    showArithmetic(here);
  };
  const onHeadClick = (event: MouseEvent) => {
    const name =
      event.target instanceof Element ? event.target.closest<HTMLElement>('[data-head]')?.dataset.head : undefined;
    const index = columns.findIndex((column) => column.name === name);
    const column = columns[index];
    if (!column) return;
    setPlace({ row: -1, column: index, anchor: 0 }, undefined);
    onSort(column);
  };
  const onPointerOver = (event: MouseEvent) => {
    const row = rows.cache.row(hitBy(event)?.place ?? -1);
    onPoint(row ? reader(rows.summary).name(row) : null);
  };
  const onPointerLeave = () => {
    onPoint(null);
  };
  const onCopy = (event: ClipboardEvent) => {
    const range = place ? rangeOf(place) : null;
    if (!range || document.getSelection()?.isCollapsed === false) return;
    event.preventDefault();
    copyRows(rows, columns, range.from, range.end, event.clipboardData).then(store.getState().say).catch(report);
  };
  return {
    onGrid: { onKeyDown, onCopy },
    onRows: { onClick, onDoubleClick, onContextMenu, onMouseDown, onPointerOver, onPointerLeave },
    onHeads: { onClick: onHeadClick },
  };
}

function hitBy(event: MouseEvent) {
  if (!(event.target instanceof Element)) return null;
  const { target } = event;
  const find = (attribute: string) => target.closest<HTMLElement>(`[data-${attribute}]`)?.dataset;
  const place = Number(find('place')?.place);
  return Number.isInteger(place) ? { place, column: find('column')?.column, act: find('act')?.act } : null;
}

/** A click on a small button must not take the focus out of the table. */
function onMouseDown(event: MouseEvent): void {
  if (!(event.target instanceof Element) || !event.target.closest('button')) return;
  event.preventDefault();
  event.target.closest<HTMLElement>('[role=grid]')?.focus({ preventScroll: true });
}
