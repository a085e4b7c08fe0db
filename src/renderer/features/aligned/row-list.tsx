/** The rows, one under the other, each as high as its longer side: only what is in sight is drawn. */
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { AlignmentOverview, AlignmentSummary, Side } from '../../../shared/alignment.ts';
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
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    const action = rowAction({ ...pressOf(event), key: latinKey(event) });
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    onAction(action);
  };
  const languages = [summary.documents[0].document.language, summary.documents[1].document.language] as const;
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
                  side={cursor.side}
                  pending={pending?.row === row.row ? pending.side : null}
                  covered={revealed.has(row.row) ? null : look.hidden}
                  hints={row.row === cursor.row ? hints : []}
                  tags={tags}
                  onCounterpart={onCounterpart}
                  lit={row.row === cursor.row ? lit : null}
                  onLight={onLight}
                  onChoose={(side) => {
                    onCursor({ row: row.row, side });
                  }}
                  onReveal={() => {
                    onCursor({ row: row.row, side: cursor.side });
                    onAction({ kind: 'reveal', row: row.row });
                  }}
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

function pressOf({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent) {
  return { key, ctrlKey, metaKey, shiftKey, altKey };
}
