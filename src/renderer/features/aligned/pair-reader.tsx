/** A pair that is read: its head, its rows or its running text, the map of the whole, and what can be said of a link. */
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { RowFilter, Side } from '../../../shared/alignment.ts';
import type { TaggedSpan } from '../../../shared/tagging.ts';
import type { PairShown } from '../../app/store/aligned.ts';
import { start } from '../../app/actions/failures.ts';
import { useApp } from '../../app/store/store.ts';
import { useNarrow } from '../../app/use-narrow.ts';
import { wordsOf } from '../../language/words.ts';
import { ActionBar } from './action-bar.tsx';
import { ContinuousView } from './continuous/continuous-view.tsx';
import { OverviewMap } from './overview-map.tsx';
import { PairHead } from './pair-head.tsx';
import { type Cursor, RowList, type RowListHandle } from './row-list.tsx';
import type { RowAction } from './row-keys.ts';
import { TagMenu } from './tags/tag-menu.tsx';
import { tagCounterpart } from './tags/tag-actions.ts';
import { useTagMarks } from './tags/use-tag-marks.ts';
import { TranslationsPanel } from './translations-panel.tsx';
import { SeenRows } from './seen-rows.ts';
import { useActions } from './use-actions.ts';
import type { PairInHand } from './use-pair.ts';
import { useRows } from './use-rows.ts';

const t = wordsOf('aligned');

export interface WordAsked {
  readonly side: Side;
  readonly word: string;
}

interface PairReaderProps {
  readonly pair: PairShown;
  readonly inHand: PairInHand;
}

export function PairReader({ pair, inHand }: PairReaderProps) {
  const { corpus } = pair;
  const { summary, overview } = inHand;
  const look = useApp((state) => state.alignedLook);
  const isNarrow = useNarrow();
  const [filter, setFilter] = useState<RowFilter | null>(null);
  const [cursor, setCursor] = useState<Cursor>({ row: pair.row ?? 0, side: 0 });
  const [word, setWord] = useState<WordAsked | null>(null);
  const [seen] = useState(() => new SeenRows());
  const [isTagging, setTagging] = useState(false);
  const tags = useTagMarks(corpus, summary);
  const list = useRef<RowListHandle>(null);
  const { alignment, revision } = summary;
  const asked = useMemo(() => ({ corpus, alignment, revision, filter }), [corpus, alignment, revision, filter]);
  const rows = useRows(asked, summary.rows);
  const total = rows.total ?? 0;
  const actions = useActions({ inHand, corpus, cursor, setCursor, rows, list, setWord });
  const { row: shown } = pair;
  const { layout } = look;
  // Rows and running text are two lists: whoever changes between them goes on in the other.
  useEffect(() => {
    list.current?.focus();
  }, [layout]);
  useEffect(() => {
    if (shown !== null) list.current?.reveal(shown, 'center');
  }, [shown]);
  const onCounterpart = useCallback(
    (passage: TaggedSpan) => {
      start(tagCounterpart(corpus, alignment, passage));
      // The button goes with what it did: the keyboard stays with the rows.
      list.current?.focus();
    },
    [corpus, alignment],
  );
  const goTo = (row: number) => {
    setCursor({ row, side: cursor.side });
    if (!filter) list.current?.reveal(row, 'center');
  };
  const act = useRef<(action: RowAction) => void>(() => undefined);
  useLayoutEffect(() => {
    act.current = (action) => {
      if (action.kind === 'leave' && word) setWord(null);
      else if (action.kind === 'tag') setTagging(true);
      else actions.act(action);
    };
  });
  // The same at every drawing: the head of the pair is not drawn anew because the mouse moved to another row.
  const onAction = useCallback((action: RowAction) => {
    act.current(action);
  }, []);
  return (
    <div className="aligned">
      <PairHead pair={pair} summary={summary} filter={filter} onFilter={setFilter} shown={total} onAction={onAction} />
      <div className="aligned-body">
        {look.layout === 'rows' ? (
          <RowList
            ref={list}
            corpus={corpus}
            summary={summary}
            overview={overview}
            rows={rows}
            total={total}
            isFiltered={filter !== null}
            look={look}
            cursor={cursor}
            pending={actions.pending}
            revealed={actions.revealed}
            tags={tags}
            onCounterpart={onCounterpart}
            lit={actions.lit}
            onLight={actions.light}
            onCursor={setCursor}
            onAction={onAction}
            onSeen={seen.say}
          />
        ) : (
          <ContinuousView
            ref={list}
            summary={summary}
            asked={asked}
            rows={rows}
            look={look}
            tags={tags}
            cursor={cursor}
            onCursor={setCursor}
            onAction={onAction}
            onSeen={seen.say}
          />
        )}
        {filter && rows.total === 0 && (
          <p className="aligned-state aligned-no-rows" role="status">
            {t('noRows')}
          </p>
        )}
        {word && (
          <TranslationsPanel
            corpus={corpus}
            summary={summary}
            asked={word}
            onGo={goTo}
            onClose={() => {
              setWord(null);
              list.current?.focus();
            }}
          />
        )}
        {(look.hasMap ?? !isNarrow) && (
          <OverviewMap summary={summary} overview={overview} seen={seen} cursor={cursor.row} onGo={goTo} />
        )}
      </div>
      <ActionBar row={actions.row} pending={actions.pending} onAction={onAction}>
        <TagMenu
          corpus={corpus}
          summary={summary}
          row={actions.row}
          side={cursor.side}
          isOpen={isTagging}
          onOpen={setTagging}
          onDone={() => {
            list.current?.focus();
          }}
        />
      </ActionBar>
    </div>
  );
}
