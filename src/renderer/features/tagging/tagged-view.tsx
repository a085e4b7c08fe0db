/** All that the project holds: passages by question, matrices, agreement, what waits for review, notes, and its history. */
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { CorpusSummary } from '../../../shared/answers.ts';
import { useApp } from '../../app/store/store.ts';
import { currentProject, taggedViews } from '../../app/store/tagging.ts';
import { wordsOf } from '../../language/words.ts';
import { formatNumber } from '../../ui/format.ts';
import { AgreementView } from './agreement-view.tsx';
import { HistoryView } from './history-view.tsx';
import { MatrixView } from './matrix-view.tsx';
import { NotesView } from './notes-view.tsx';
import { PassagesView } from './passages-view.tsx';
import { ReviewView } from './review-view.tsx';
import { RulesView } from './rules/rules-view.tsx';
import './tagged-view.css';

const t = wordsOf('tagging');

export function TaggedView({ corpus: { corpus } }: { readonly corpus: CorpusSummary }) {
  const project = useApp(currentProject);
  const view = useApp((state) => state.taggedView);
  const setView = useApp((state) => state.setTaggedView);
  if (!project) return <div className="ui-column tagged" aria-busy />;
  const waiting = project.summary.review + project.summary.orphans;
  return (
    <Tabs
      className="ui-column tagged"
      selectedKey={view}
      onSelectionChange={(key) => {
        const chosen = taggedViews.find((known) => known === key);
        if (chosen) setView(chosen);
      }}
    >
      <TabList className="tagged-tabs" aria-label={t('view.name')}>
        {taggedViews.map((known) => (
          <Tab key={known} id={known} className="tagged-tab">
            {t(`view.${known}`)}
            {known === 'review' && waiting > 0 && <span className="tagged-waiting">{formatNumber(waiting)}</span>}
          </Tab>
        ))}
      </TabList>
      <TabPanel id="passages" className="tagged-panel">
        <PassagesView corpus={corpus} project={project} />
      </TabPanel>
      <TabPanel id="rules" className="tagged-panel">
        <RulesView corpus={corpus} project={project} />
      </TabPanel>
      <TabPanel id="matrix" className="tagged-panel">
        <MatrixView corpus={corpus} />
      </TabPanel>
      <TabPanel id="agreement" className="tagged-panel">
        <AgreementView corpus={corpus} project={project} />
      </TabPanel>
      <TabPanel id="review" className="tagged-panel">
        <ReviewView corpus={corpus} />
      </TabPanel>
      <TabPanel id="history" className="tagged-panel">
        <HistoryView corpus={corpus} project={project} />
      </TabPanel>
      <TabPanel id="notes" className="tagged-panel">
        <NotesView corpus={corpus} project={project} />
      </TabPanel>
    </Tabs>
  );
}
