/** What lies under the query: the empty desk, the open folder, or the lines; and the reading pane beside or below. */
import type { ReactNode } from 'react';
import { Panel } from 'react-resizable-panels';
import { BatchPanel } from '../features/batch/batch-panel.tsx';
import { PassagesPanel } from '../features/passages/passages-panel.tsx';
import { SavedPanel } from '../features/query/saved/saved-panel.tsx';
import { ReadingPane } from '../features/reading/reading-pane.tsx';
import { TagPanel } from '../features/tagging/tag-panel.tsx';
import { TaggedReading } from '../features/tagging/tagged-reading.tsx';
import './desk.css';
import { DeskLines } from './desk-lines.tsx';
import { focusPane } from './focus.ts';
import { PaneEdge, Panes } from './panes.tsx';
import { currentCorpus } from './store/library.ts';
import type { Reading } from './store/shown.ts';
import { useApp } from './store/store.ts';
import { useDrawnTheme } from './theme.ts';
import type { Marking } from '../ui/monaco/marking.ts';
import { showPassagesOf } from './actions/passages.ts';
import { useOpenResults } from './use-open-results.ts';
import { useNarrow } from './use-narrow.ts';
import { wordsOf } from '../language/words.ts';

const t = wordsOf('app');

interface DeskProps {
  /** What stands in the place of the lines. */
  readonly children?: ReactNode;
}

export function Desk({ children }: DeskProps) {
  const reading = useApp((state) => state.reading);
  const place = useApp((state) => state.preferences.readingPlace);
  const isNarrow = useNarrow();
  const beside = place === 'beside' && !isNarrow;
  // Each place has its own sizes, so turning the panes does not squeeze them.
  const name = beside ? 'beside' : 'below';
  return (
    <div className="desk">
      <Panes name="tools" orientation="horizontal">
        <ToolPane />
        <Panel id="work" className="shell-panel" minSize="320px">
          <Panes key={name} name={name} orientation={beside ? 'horizontal' : 'vertical'}>
            <Panel id="lines" className="shell-panel" minSize={beside ? '320px' : '120px'}>
              <section className="desk-lines" aria-label={t('desk.lines')} data-pane="lines" tabIndex={-1}>
                {children ?? <DeskLines />}
              </section>
            </Panel>
            {reading && (
              <>
                <PaneEdge label={beside ? t('desk.widthReadingPane') : t('desk.heightReadingPane')} />
                <Panel
                  id="reading"
                  className="shell-panel"
                  defaultSize={beside ? '44%' : '50%'}
                  minSize={beside ? '320px' : '140px'}
                >
                  <section className="desk-reading" aria-label={t('desk.reading')} data-pane="reading" tabIndex={-1}>
                    <Reader reading={reading} />
                  </section>
                </Panel>
              </>
            )}
          </Panes>
        </Panel>
      </Panes>
    </div>
  );
}

/** What stands beside the lines: a list of queries, or passages. */
function ToolPane() {
  const tool = useApp((state) => state.tool);
  const openTool = useApp((state) => state.openTool);
  const corpus = useApp(currentCorpus);
  if (!tool || !corpus) return null;
  const close = () => {
    openTool(null);
    focusPane('query');
  };
  return (
    <>
      <Panel id="tool" className="shell-panel" defaultSize="380px" minSize="280px" maxSize="60%">
        <section className="desk-tool" aria-label={t('desk.tool')} data-pane="tool" tabIndex={-1}>
          {tool === 'batch' && (
            <BatchPanel key={corpus.corpus} corpus={corpus.corpus} name={corpus.name} onClose={close} />
          )}
          {tool === 'passages' && <PassagesPanel key={corpus.corpus} corpus={corpus.corpus} onClose={close} />}
          {tool === 'saved' && <SavedPanel key={corpus.corpus} corpus={corpus.corpus} onClose={close} />}
          {tool === 'tags' && (
            <TagPanel key={corpus.corpus} corpus={corpus.corpus} onClose={close} onPassages={showPassagesOf} />
          )}
        </section>
      </Panel>
      <PaneEdge label={t('desk.widthTool')} />
    </>
  );
}

function Reader({ reading }: { readonly reading: Reading }) {
  const open = useOpenResults(reading.corpus);
  const sheet = useApp((state) => state.sheet);
  const font = useApp((state) => state.preferences.readingFont);
  const size = useApp((state) => state.preferences.readingSize);
  const width = useApp((state) => state.preferences.readingWidth);
  const leading = useApp((state) => state.preferences.readingLeading);
  const read = useApp((state) => state.read);
  const openCard = useApp((state) => state.openCard);
  const select = useApp((state) => state.select);
  const theme = useDrawnTheme();
  const pane = (marking: Marking) => (
    <ReadingPane
      corpus={reading.corpus}
      doc={reading.doc}
      open={open}
      looked={sheet}
      focus={reading.focus}
      font={font}
      size={size}
      width={width}
      leading={leading}
      theme={theme}
      marking={marking}
      onCard={() => {
        openCard(reading.doc);
      }}
      onClose={() => {
        read(null);
        focusPane('lines');
      }}
      onHit={(hit) => {
        // Lines of other results are not in the list.
        if (hit.sheet === sheet) select(hit.n);
      }}
    />
  );
  return (
    <TaggedReading key={reading.edition ?? 0} corpus={reading.corpus} doc={reading.doc}>
      {pane}
    </TaggedReading>
  );
}
