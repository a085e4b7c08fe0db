/** What stands in the place of the lines: the empty desk, the open folder, or the lines of one result or of two. */
import type { ReactNode } from 'react';
import { ConcordanceView } from '../features/concordance/concordance-view.tsx';
import { Opening } from '../features/library/opening.tsx';
import { Overview } from '../features/library/overview.tsx';
import { Welcome } from '../features/library/welcome.tsx';
import { TourOffer } from '../features/tour/tour-offer.tsx';
import { LineTagBar } from '../features/tagging/line-tag-bar.tsx';
import type { CorpusSummary } from '../../shared/answers.ts';
import { searchFor, setContext, setWhere } from './actions/ask.ts';
import { refreshCorpus } from './actions/corrections.ts';
import { start } from './actions/failures.ts';
import { prefer } from './actions/preferences.ts';
import { readLine } from './actions/read.ts';
import { goToSheet } from './actions/sheets.ts';
import { changeOrder, changeSteps, redoSteps, undoSteps } from './actions/steps.ts';
import { SheetTabs } from './sheet-tabs.tsx';
import { currentCorpus } from './store/library.ts';
import type { Sheet } from './store/sheets.ts';
import { currentStaleness, stalenessText } from './store/stale.ts';
import { useApp } from './store/store.ts';

export function DeskLines() {
  const corpus = useApp(currentCorpus);
  const listed = useApp((state) => state.listed);
  const opening = useApp((state) => state.jobs.find(({ folder }) => folder !== null));
  const sheets = useApp((state) => state.sheets);
  const sheet = useApp((state) => state.sheet);
  const beside = useApp((state) => state.beside);
  if (!corpus) {
    if (opening) return <Opening job={opening} />;
    return listed ? (
      <Welcome>
        <TourOffer />
      </Welcome>
    ) : (
      <div className="library-desk" />
    );
  }
  const shown = sheets.filter(({ id }) => id === sheet || id === beside);
  const isDouble = shown.length > 1;
  return (
    <div className="ui-column sheets">
      <SheetTabs />
      <div className="sheets-shown">
        {shown.map((left) => (
          <div
            key={left.id}
            className={isDouble ? `sheet-beside${left.id === sheet ? ' sheet-here' : ''}` : ''}
            // Whoever does anything in one of two results looks at it.
            onPointerDownCapture={() => {
              if (left.id !== sheet) goToSheet(left.id);
            }}
            onFocusCapture={() => {
              if (left.id !== sheet) goToSheet(left.id);
            }}
          >
            {left.id === sheet ? <LookedAt corpus={corpus} /> : <LeftBeside sheet={left} />}
          </div>
        ))}
      </div>
    </div>
  );
}

function LookedAt({ corpus }: { readonly corpus: CorpusSummary }) {
  const result = useApp((state) => state.result);
  const selected = useApp((state) => state.selected);
  const select = useApp((state) => state.select);
  const context = useApp((state) => state.preferences.context);
  const look = useApp((state) => state.preferences.lines);
  const where = useApp((state) => state.asked?.where ?? '');
  const stale = useApp(currentStaleness);
  const lineRange = useApp((state) => state.lineRange);
  const setLineRange = useApp((state) => state.setLineRange);
  const canUndo = useApp((state) => state.chainPast.length > 0);
  const canRedo = useApp((state) => state.chainFuture.length > 0);
  if (!result)
    return (
      <Overview corpus={corpus}>
        <TourOffer />
      </Overview>
    );
  return (
    <Awaiting>
      <ConcordanceView
        corpus={result.corpus}
        result={result}
        context={context}
        look={look}
        onLook={(change) => {
          prefer({ lines: { ...look, ...change } });
        }}
        selected={selected}
        onSelect={select}
        onOpen={readLine}
        onSort={(keys) => {
          start(changeOrder(keys));
        }}
        onContext={setContext}
        where={where}
        changes={stale ? stalenessText(stale) : ''}
        onSteps={changeSteps}
        onStepsNow={(steps) => {
          start(changeSteps(steps));
        }}
        {...(canUndo ? { onUndo: undoSteps } : {})}
        {...(canRedo ? { onRedo: redoSteps } : {})}
        onAsk={(query) => {
          start(searchFor(query));
        }}
        onEverywhere={() => {
          setWhere('');
        }}
        onRefresh={() => {
          start(refreshCorpus(result.corpus));
        }}
        onRange={setLineRange}
      />
      <LineTagBar key={result.result} result={result} range={lineRange} />
    </Awaiting>
  );
}

/** Says that other lines are on their way. Those that are there are not drawn anew for it. */
function Awaiting({ children }: { readonly children: ReactNode }) {
  const asking = useApp((state) => state.asking);
  return (
    <div className={asking ? 'desk-asking' : 'desk-settled'} aria-busy={asking}>
      {children}
    </div>
  );
}

function nothing(): void {
  // A press on it has made it the sheet looked at before anything else is heard.
}

/** The lines of the other sheet, as they were left. */
function LeftBeside({ sheet: { result, selected, asked } }: { readonly sheet: Sheet }) {
  const context = useApp((state) => state.preferences.context);
  const look = useApp((state) => state.preferences.lines);
  const isOpen = useApp((state) => state.corpora.some(({ corpus }) => corpus === result?.corpus));
  if (!result || !isOpen) return <div className="library-desk" />;
  return (
    <div className="desk-settled">
      <ConcordanceView
        corpus={result.corpus}
        result={result}
        context={context}
        look={look}
        selected={selected}
        where={asked?.where ?? ''}
        changes=""
        onLook={nothing}
        onSelect={nothing}
        onOpen={nothing}
        onSort={nothing}
        onContext={nothing}
        onSteps={() => Promise.resolve()}
        onStepsNow={nothing}
        onAsk={nothing}
        onEverywhere={nothing}
        onRefresh={nothing}
      />
    </div>
  );
}
