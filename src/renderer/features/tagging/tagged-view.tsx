/** All that the project holds: passages by question, matrices, agreement, what waits for review, notes, and its history. */
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { CorpusSummary } from '../../../shared/answers.ts';
import { useApp } from '../../app/store/store.ts';
import { currentProject, type TaggedView as View, taggedViews } from '../../app/store/tagging.ts';
import { wordsOf } from '../../language/words.ts';
import { formatNumber } from '../../ui/format.ts';
import { NotesView } from './notes-view.tsx';
import { PassagesView } from './passages-view.tsx';
import './tagged-view.css';

const t = wordsOf('tagging');

const views: readonly View[] = ['passages', 'matrix', 'agreement', 'notes'];

export function TaggedView({ corpus: { corpus } }: { readonly corpus: CorpusSummary }) {
  const project = useApp(currentProject);
  const view = useApp((state) => state.taggedView);
  const setView = useApp((state) => state.setTaggedView);
  if (!project) return <div className="tagged" aria-busy />;
  const waiting = project.summary.review + project.summary.orphans;
  return (
    <Tabs
      className="tagged"
      selectedKey={view}
      onSelectionChange={(key) => {
        const chosen = taggedViews.find((known) => known === key);
        if (chosen) setView(chosen);
      }}
    >
      <TabList className="tagged-tabs" aria-label={t('view.name')}>
        {views.map((known) => (
          <Tab key={known} id={known} className="tagged-tab">
            {t(`view.${known}`)}
            {known === 'review' && waiting > 0 && <span className="tagged-waiting">{formatNumber(waiting)}</span>}
          </Tab>
        ))}
      </TabList>
      <TabPanel id="passages" className="tagged-panel">
        <PassagesView corpus={corpus} project={project} />
      </TabPanel>
      <TabPanel id="notes" className="tagged-panel">
        <NotesView corpus={corpus} project={project} />
      </TabPanel>
    </Tabs>
  );
}
