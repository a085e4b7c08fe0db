/** The list of lines: draws those that are seen, and answers keys, clicks and copying. */
import { useCallback, useId, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { CSSProperties, ClipboardEvent, KeyboardEvent, MouseEvent } from 'react';
import { ExpectedFailure } from '../../../shared/failure.ts';
import { store } from '../../app/store/store.ts';
import { formatNumber } from '../../ui/format.ts';
import { RowScroller } from '../../ui/rows/row-scroller.ts';
import { ColumnHeads } from './column-heads.tsx';
import type { ConcordanceViewProps } from './concordance-view.tsx';
import { copyLines } from './copy-lines.ts';
import { gridAction } from './grid-keys.ts';
import { LineRow } from './line-row.tsx';
import { LinesFailure } from './lines-failure.tsx';
import { withKey } from './sort-keys.ts';
import { useExpansions } from './use-expansions.ts';
import { useLineSelection } from './use-line-selection.ts';
import { orderOf, useLines } from './use-lines.ts';

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

function tell(outcome: Promise<string>): void {
  outcome
    .then((text) => {
      store.getState().say(text);
    })
    .catch((error: unknown) => {
      if (!(error instanceof ExpectedFailure)) throw error;
      store.getState().say(error.failure.message);
    });
}

export function LineGrid(props: ConcordanceViewProps) {
  const { corpus, result, context, selected, onSelect, onOpen, onSort } = props;
  const id = useId();
  const order = orderOf(result);
  const cache = useLines(corpus, result, context);
  const { scroller, rows, grid, area, heads } = useRows(result.total, order);
  const expansions = useExpansions(result);
  const selection = useLineSelection(result.total, order, selected, onSelect);

  useLayoutEffect(() => {
    cache.want(rows.first, rows.end);
  }, [cache, rows]);
  useLayoutEffect(() => {
    if (selected !== null) scroller.reveal(selected - 1, 'nearest');
  }, [scroller, selected]);

  const onHeight = useCallback(
    (n: number, px: number) => {
      scroller.setTall(n - 1, px);
    },
    [scroller],
  );
  const expand = (n: number, open: boolean) => {
    if (expansions.lines.has(n) === open) return;
    expansions.set(n, open);
    if (!open) scroller.setTall(n - 1, 0);
  };
  const open = (n: number) => {
    tell(
      cache.gather(n - 1, n).then(([line]) => {
        if (line) onOpen(line);
        return line ? `Line ${n} in ${line.path}` : '';
      }),
    );
  };
  const sortBy = (key: string, add: boolean) => {
    onSort(withKey(result.sort, key, add));
  };

  const onKeyDown = (event: KeyboardEvent) => {
    // Buttons in the grid have their own keys.
    if (event.target !== event.currentTarget) return;
    const action = gridAction(event);
    // Escape gives up a range first; without one it is left to the page.
    if (!action || (action.type === 'single' && !selection.isRange)) return;
    event.preventDefault();
    if (action.type === 'open') {
      if (selected !== null) open(selected);
    } else if (action.type === 'toggle' || action.type === 'expand' || action.type === 'collapse') {
      if (selected !== null)
        expand(selected, action.type === 'toggle' ? !expansions.lines.has(selected) : action.type === 'expand');
    } else selection.act(action, scroller.pageRows());
  };

  const onClick = (event: MouseEvent) => {
    if (!(event.target instanceof Element)) return;
    const n = Number(event.target.closest<HTMLElement>('[data-n]')?.dataset.n);
    if (!Number.isInteger(n)) return;
    const key = event.target.closest<HTMLElement>('[data-key]')?.dataset.key;
    const act = event.target.closest<HTMLElement>('[data-act]')?.dataset.act;
    if (key !== undefined) sortBy(key, event.shiftKey);
    else selection.select(n, event.shiftKey);
    if (act === 'expand') expand(n, !expansions.lines.has(n));
    else if (act === 'open' && !event.shiftKey) open(n);
  };

  const onCopy = (event: ClipboardEvent) => {
    // Text selected with the mouse in an opened paragraph is copied as the browser does.
    if (!selection.range || document.getSelection()?.isCollapsed === false) return;
    event.preventDefault();
    tell(copyLines(cache, selection.range.from, selection.range.end, event.clipboardData));
  };

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
        onKeyDown={onKeyDown}
        onCopy={onCopy}
      >
        <div role="rowgroup" ref={heads} className="concordance-heads-group">
          <ColumnHeads sort={result.sort} onKey={sortBy} />
        </div>
        <div role="rowgroup" ref={area} className="concordance-area" onClick={onClick} onMouseDown={keepFocus}>
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

/** A click on a small button must not take the focus out of the list. */
function keepFocus(event: MouseEvent): void {
  if (!(event.target instanceof Element) || !event.target.closest('button')) return;
  event.preventDefault();
  event.target.closest<HTMLElement>('[role=grid]')?.focus({ preventScroll: true });
}
