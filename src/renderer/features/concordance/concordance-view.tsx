/**
 * The concordance: every place where the query matched, one line each, the matches in one column. The page gives it the
 * result's totals; it fetches the lines that are seen (use-lines.ts) and keeps them out of React. Words stand before and
 * after the match, never left and right: each line runs in the direction of its own text.
 */
import { type KeyboardEvent, useState } from 'react';
import type { ConcordanceLine, ConcordanceSummary } from '../../../shared/answers.ts';
import type { Context, Query, SortKey } from '../../../shared/terms.ts';
import type { LineSettings } from '../../../shared/line-settings.ts';
import type { CorpusId } from '../../../shared/model.ts';
import { ChainBar, type ChainHandlers } from './chain-bar.tsx';
import { ConcordanceHead } from './concordance-head.tsx';
import './concordance-view.css';
import { GroupPanel } from './group-panel.tsx';
import { LineGrid } from './line-grid.tsx';
import { NoLines } from './no-lines.tsx';
import { OutOfDate } from './out-of-date.tsx';
import { TickBar } from './tick-bar.tsx';
import { useJudging } from './use-judging.ts';
import { VerdictPanel } from './verdict-panel.tsx';
import { wordsOf } from '../../language/words.ts';

const t = wordsOf('concordance');

export interface ConcordanceViewProps extends ChainHandlers {
  readonly corpus: CorpusId;
  readonly result: ConcordanceSummary;
  readonly context: Context;
  /** How the lines are shown. */
  readonly look: LineSettings;
  /** 1-based number of the selected line, null for none. */
  readonly selected: number | null;
  /** The condition that the query was asked under, empty for none. */
  readonly where: string;
  /** How the files have changed since, in words; empty when they have not. */
  readonly changes: string;
  readonly onSelect: (line: number) => void;
  /** Other lines are selected: 0-based rows, the end exclusive. */
  readonly onRange?: (range: { readonly from: number; readonly end: number } | null) => void;
  readonly onOpen: (line: ConcordanceLine) => void;
  readonly onSort: (keys: SortKey[]) => void;
  readonly onContext: (context: Context) => void;
  readonly onLook: (change: Partial<LineSettings>) => void;
  /** Asks another query in the place of this one. */
  readonly onAsk: (query: Query) => void;
  /** Takes the condition away. */
  readonly onEverywhere: () => void;
  /** Has the changed files read, and asks again. */
  readonly onRefresh: () => void;
}

export function ConcordanceView(props: ConcordanceViewProps) {
  const { result, context, look, selected, where, changes, onSort, onContext, onLook, onAsk, onEverywhere, onRefresh } =
    props;
  const { onSteps, onStepsNow, onUndo, onRedo } = props;
  const [isGrouped, setGrouped] = useState(false);
  const [isJudged, setJudged] = useState(false);
  const judging = useJudging(props);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = undoKey(event);
    if (step === undefined) return;
    // Without a step of the chain to go to, the keys are the project's.
    const go = step === 'undo' ? onUndo : onRedo;
    if (!go) return;
    event.preventDefault();
    go();
  };
  return (
    <section className="ui-column concordance" aria-label={t('view')} onKeyDown={onKeyDown}>
      {changes !== '' && <OutOfDate changes={changes} onRefresh={onRefresh} />}
      <ConcordanceHead
        result={result}
        sort={result.sort}
        onSort={onSort}
        context={context}
        onContext={onContext}
        look={look}
        onLook={onLook}
        where={where}
        isGrouped={isGrouped}
        onGrouped={setGrouped}
        isJudged={isJudged}
        onJudged={setJudged}
      />
      {result.found > 0 && (
        <ChainBar
          result={result}
          onSteps={onSteps}
          onStepsNow={onStepsNow}
          {...(onUndo ? { onUndo } : {})}
          {...(onRedo ? { onRedo } : {})}
        />
      )}
      <TickBar result={result} context={context} />
      {result.total > 0 ? (
        <div className="concordance-body">
          {isGrouped && (
            <GroupPanel
              result={result}
              onStep={(step) => {
                onStepsNow([...result.chain.map((known) => known.step), step]);
              }}
              onClose={() => {
                setGrouped(false);
              }}
            />
          )}
          {isJudged && (
            <VerdictPanel
              result={result}
              selected={selected}
              judging={judging}
              onStep={(step) => {
                onStepsNow([...result.chain.map((known) => known.step), step]);
              }}
              onClose={() => {
                setJudged(false);
              }}
            />
          )}
          <div className="concordance-list">
            {/* Rows of another height are another list. */}
            <LineGrid key={look.density} {...props} revision={judging.revision} onJudge={judging.judge} />
          </div>
        </div>
      ) : (
        <NoLines
          result={result}
          where={where}
          onAsk={onAsk}
          onEverywhere={onEverywhere}
          onNoSteps={() => {
            onStepsNow([]);
          }}
        />
      )}
    </section>
  );
}

/** A field keeps the keys that undo what was typed into it; a form over the list is no part of it. */
function undoKey(event: KeyboardEvent): 'undo' | 'redo' | undefined {
  const { target, currentTarget, key, ctrlKey, metaKey, altKey, shiftKey } = event;
  if (altKey || ctrlKey === metaKey || !(target instanceof HTMLElement)) return undefined;
  if (!currentTarget.contains(target) || target.closest('input, textarea') !== null) return undefined;
  if (key.toLowerCase() === 'z') return shiftKey ? 'redo' : 'undo';
  return key.toLowerCase() === 'y' ? 'redo' : undefined;
}
