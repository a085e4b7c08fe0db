/** Both texts as they run, each in its own pane; ribbons between them say which sentences meet. */
import {
  type KeyboardEvent,
  type RefObject,
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
} from 'react';
import type { AlignmentSummary, Side } from '../../../../shared/alignment.ts';
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
import { type AllRowsAsked, useAllRows } from './use-all-rows.ts';
import { useScrolling } from './use-scrolling.ts';

const t = wordsOf('aligned');
/** Rows about the one that the keyboard is on that are held. */
const near = 25;

interface ContinuousProps {
  readonly ref: RefObject<RowListHandle | null>;
  readonly summary: AlignmentSummary;
  readonly asked: AllRowsAsked;
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
  asked,
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
  const drawn = useAllRows(asked);
  const isFiltered = asked.filter !== null;
  useLayoutEffect(() => {
    // What is said of a row is said of those in hand: under a filter its place is found among all of them.
    cache.want(isFiltered ? 0 : Math.max(0, cursor.row - near), isFiltered ? (total ?? 0) : cursor.row + near);
  }, [cache, isFiltered, cursor.row, total]);
  const { a, b, sentences, places, scrolled, rested, reveal } = useScrolling(drawn, look.isTogether);
  useLayoutEffect(() => {
    // By hand: a row is lit at every move of the mouse, and thousands of sentences stand on the page.
    const lit = (sentences.current ?? []).flatMap((text) => text.sentences(cursor.row));
    for (const sentence of lit) sentence.classList.add('running-lit');
    return () => {
      for (const sentence of lit) sentence.classList.remove('running-lit');
    };
  }, [sentences, drawn, cursor.row]);
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
          onScroll={scrolled}
          onRest={rested}
          onRow={onRow}
        />
      ))}
      <Ribbons rows={drawn} places={places} sentences={sentences} cursor={cursor.row} a={a} b={b} frame={frame} />
    </div>
  );
}
