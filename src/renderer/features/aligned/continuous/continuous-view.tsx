/** Both texts as they run, each in its own pane; ribbons between them say which sentences meet. */
import {
  type KeyboardEvent,
  type RefObject,
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react';
import type { AlignedRow, AlignmentSummary, Side } from '../../../../shared/alignment.ts';
import { latinKey } from '../../../app/shortcuts.ts';
import type { AlignedLook } from '../../../app/store/aligned.ts';
import { wordsOf } from '../../../language/words.ts';
import { rowAction, type RowAction } from '../row-keys.ts';
import type { Cursor, RowListHandle } from '../row-list.tsx';
import type { RowsInHand } from '../use-rows.ts';
import './continuous.css';
import { Ribbons } from './ribbons.tsx';
import type { TagMarks } from '../tags/use-tag-marks.ts';
import { RunningText } from './running-text.tsx';
import { useScrolling } from './use-scrolling.ts';

const t = wordsOf('aligned');

interface ContinuousProps {
  readonly ref: RefObject<RowListHandle | null>;
  readonly summary: AlignmentSummary;
  readonly rows: RowsInHand;
  readonly look: AlignedLook;
  readonly tags: TagMarks;
  readonly cursor: Cursor;
  readonly onCursor: (cursor: Cursor) => void;
  readonly onAction: (action: RowAction) => void;
  readonly onSeen: (first: number, last: number) => void;
}

export function ContinuousView({
  ref,
  summary,
  rows,
  look,
  tags,
  cursor,
  onCursor,
  onAction,
  onSeen,
}: ContinuousProps) {
  const { cache, total } = rows;
  const frame = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    cache.want(0, total ?? 0);
  }, [cache, total]);
  const version = cache.version();
  const drawn = useMemo(
    () =>
      Array.from({ length: total ?? 0 }, (_, place) => rows.at(place)).filter(
        (row): row is AlignedRow => row !== undefined,
      ),
    // `rows` is another object at every drawing; what it holds changes with the version.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [cache, version, total],
  );
  const { a, b, places, scrolled, reveal } = useScrolling(drawn, look.isTogether);
  useEffect(() => {
    onSeen(places.first, places.last);
  }, [places, onSeen]);
  useImperativeHandle(ref, () => ({
    reveal: (row) => {
      reveal(row);
    },
    focus: () => {
      frame.current?.focus();
    },
    page: () => 10,
  }));
  const onRow = useCallback(
    (row: number, side: Side) => {
      onCursor({ row, side });
    },
    [onCursor],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    const { ctrlKey, metaKey, shiftKey, altKey } = event;
    const action = rowAction({ key: latinKey(event), ctrlKey, metaKey, shiftKey, altKey });
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    onAction(action);
  };
  return (
    <div
      ref={frame}
      role="group"
      tabIndex={0}
      aria-label={t('running')}
      className="running"
      data-pane-start
      onKeyDown={onKeyDown}
    >
      {([0, 1] as const).map((side) => (
        <RunningText
          key={side}
          ref={side === 0 ? a : b}
          side={side}
          rows={drawn}
          document={summary.documents[side]}
          look={look.sides[side]}
          tags={tags[side]}
          isHidden={look.hidden === side}
          cursor={cursor.row}
          onScroll={scrolled}
          onRow={onRow}
        />
      ))}
      <Ribbons rows={drawn} places={places} cursor={cursor.row} a={a} b={b} frame={frame} />
    </div>
  );
}
