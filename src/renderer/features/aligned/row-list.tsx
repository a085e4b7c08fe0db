/** The rows, one under the other, each as high as its longer side: only what is in sight is drawn. */
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type RefObject,
  useCallback,
  useEffect,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { AlignmentOverview, AlignmentSummary, Side, WordHint } from '../../../shared/alignment.ts';
import type { CorpusId } from '../../../shared/model.ts';
import { latinKey } from '../../app/shortcuts.ts';
import type { AlignedLook } from '../../app/store/aligned.ts';
import { wordsOf } from '../../language/words.ts';
import { RowView } from './aligned-row.tsx';
import { estimatedHeight } from './row-height.ts';
import { rowAction, type RowAction } from './row-keys.ts';
import type { TaggedSpan } from '../../../shared/tagging.ts';
import type { TagMarks } from './tags/use-tag-marks.ts';
import { useHints } from './use-hints.ts';
import type { RowsInHand } from './use-rows.ts';

const t = wordsOf('aligned');
const noHints: readonly WordHint[] = [];

export interface Cursor {
  /** Number of the row in the pair. */
  readonly row: number;
  readonly side: Side;
}

export interface RowListHandle {
  /** Brings a place of the list into sight. */
  readonly reveal: (place: number, where: 'auto' | 'center') => void;
  readonly focus: () => void;
  readonly page: () => number;
}

interface RowListProps {
  readonly ref: RefObject<RowListHandle | null>;
  readonly corpus: CorpusId;
  readonly summary: AlignmentSummary;
  readonly overview: AlignmentOverview;
  readonly rows: RowsInHand;
  readonly total: number;
  readonly isFiltered: boolean;
  readonly look: AlignedLook;
  readonly cursor: Cursor;
  readonly pending: Cursor | null;
  /** Rows whose hidden side was asked for. */
  readonly revealed: ReadonlySet<number>;
  readonly tags: TagMarks;
  readonly onCounterpart: (passage: TaggedSpan) => void;
  readonly lit: number | null;
  readonly onLight: (hint: number | null) => void;
  readonly onCursor: (cursor: Cursor) => void;
  readonly onAction: (action: RowAction) => void;
  /** Rows in sight, first and last. */
  readonly onSeen: (first: number, last: number) => void;
}

export function RowList(props: RowListProps) {
  const { ref, corpus, summary, overview, rows, total, isFiltered, look, cursor, pending, revealed } = props;
  const { tags, onCounterpart, lit, onLight, onCursor, onAction, onSeen } = props;
  const scroll = useRef<HTMLDivElement>(null);
  const id = useId();
  const [width, setWidth] = useState(1000);
  // The rule warns users of the React compiler, which is not used here.
  // eslint-disable-next-line react-hooks/incompatible-library
  const list = useVirtualizer({
    count: total,
    getScrollElement: () => scroll.current,
    estimateSize: (place) => (isFiltered ? 96 : estimatedHeight(overview, place, width, look)),
    overscan: 6,
    getItemKey: (place) => `${summary.alignment} ${place}`,
  });
  const drawn = list.getVirtualItems();
  const [first, last] = [drawn[0]?.index ?? 0, drawn.at(-1)?.index ?? 0];
  const { cache } = rows;
  useLayoutEffect(() => {
    cache.want(first, last + 1);
  }, [cache, first, last]);
  useEffect(() => {
    onSeen(rows.at(first)?.row ?? first, rows.at(last)?.row ?? last);
  });
  useLayoutEffect(() => {
    const element = scroll.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => {
      setWidth(element.clientWidth);
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, []);
  const hints = useHints(corpus, summary, cursor.row, look.hasHints && look.hidden === null);
  useImperativeHandle(ref, () => ({
    reveal: (place, where) => {
      list.scrollToIndex(place, { align: where });
    },
    focus: () => {
      scroll.current?.focus();
    },
    page: () => Math.max(1, drawn.length - 12),
  }));
  const [a, b] = [summary.documents[0].document.language, summary.documents[1].document.language];
  const languages = useMemo(() => [a, b] as const, [a, b]);
  const { choose, uncover } = useRowPresses(onCursor, onAction);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    const action = rowAction({ ...pressOf(event), key: latinKey(event) });
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    onAction(action);
  };
  const isThere = drawn.some(({ index }) => rows.at(index)?.row === cursor.row);
  return (
    <div
      ref={scroll}
      role="grid"
      tabIndex={0}
      aria-label={t('rows')}
      aria-rowcount={total}
      aria-colcount={3}
      aria-activedescendant={isThere ? `${id}-${cursor.row}` : undefined}
      className="aligned-rows"
      data-pane-start
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className="aligned-rows-all" style={{ blockSize: list.getTotalSize() }}>
        {drawn.map(({ index, start, key }) => {
          const row = rows.at(index);
          return (
            <div
              key={key}
              ref={list.measureElement}
              role="presentation"
              data-index={index}
              className="aligned-place"
              style={{ transform: `translateY(${start}px)` }}
            >
              {row ? (
                <RowView
                  id={`${id}-${row.row}`}
                  row={row}
                  place={index}
                  languages={languages}
                  looks={look.sides}
                  isActive={row.row === cursor.row}
                  side={row.row === cursor.row ? cursor.side : 0}
                  pending={pending?.row === row.row ? pending.side : null}
                  covered={revealed.has(row.row) ? null : look.hidden}
                  hints={row.row === cursor.row ? hints : noHints}
                  tags={tags}
                  onCounterpart={onCounterpart}
                  lit={row.row === cursor.row ? lit : null}
                  onLight={onLight}
                  onChoose={choose}
                  onReveal={uncover}
                />
              ) : (
                <div role="row" aria-rowindex={index + 1} className="aligned-row aligned-waiting">
                  <div role="gridcell" />
                </div>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** What a press on a row does, the same for all rows and at every drawing, so that no row is drawn anew for it. */
function useRowPresses(onCursor: (cursor: Cursor) => void, onAction: (action: RowAction) => void) {
  const act = useRef(onAction);
  useLayoutEffect(() => {
    act.current = onAction;
  });
  const choose = useCallback(
    (row: number, side: Side) => {
      onCursor({ row, side });
    },
    [onCursor],
  );
  const uncover = useCallback(
    (row: number, side: Side) => {
      onCursor({ row, side });
      act.current({ kind: 'reveal', row });
    },
    [onCursor],
  );
  return { choose, uncover };
}

function pressOf({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent) {
  return { key, ctrlKey, metaKey, shiftKey, altKey };
}
