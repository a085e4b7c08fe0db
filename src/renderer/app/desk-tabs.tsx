/** The views of an open folder, one a tab: its lines, and what can be counted in it. */
import { ArrowLeft, ChevronsRight } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover, Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { CorpusSummary } from '../../shared/answers.ts';
import type { TableKind } from '../../shared/tables.ts';
import { AlignedView } from '../features/aligned/aligned-view.tsx';
import { ParallelView } from '../features/aligned/parallel/parallel-view.tsx';
import { FrequencyView } from '../features/frequency/frequency-view.tsx';
import { TaggedView } from '../features/tagging/tagged-view.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { KeyCaps } from '../ui/key-caps.tsx';
import { goBack, goToTab } from './actions/tables.ts';
import { Desk } from './desk.tsx';
import './desk-tabs.css';
import { NewSheet } from './sheet-tabs.tsx';
import { keyCaps } from './shortcuts.ts';
import { currentCorpus } from './store/library.ts';
import { useApp } from './store/store.ts';
import { type DeskTab, deskTabs } from './store/tables.ts';
import { tabNames } from './tab-names.ts';
import { wordsOf } from '../language/words.ts';

const t = wordsOf('app');

export function DeskTabs() {
  const corpus = useApp(currentCorpus);
  const tab = useApp((state) => state.tab);
  // More tabs than a narrow window shows: the one that is looked at is among those in sight.
  useEffect(() => {
    document.querySelector('.desk-tabs-tab[data-selected]')?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
  }, [tab]);
  if (!corpus) return <Desk />;
  return (
    <Tabs
      className="desk-tabs"
      keyboardActivation="manual"
      selectedKey={tab}
      onSelectionChange={(key) => {
        const chosen = deskTabs.find((known) => known === key);
        if (chosen) goToTab(chosen);
      }}
    >
      <div className="desk-tabs-bar">
        <TabList className="desk-tabs-list" aria-label={t('tab.bar')}>
          {deskTabs.map((known) => (
            <Tab key={known} id={known} className="desk-tabs-tab">
              {tabNames[known]}
            </Tab>
          ))}
        </TabList>
        <HiddenTabs />
        <WayBack />
        <FirstNewSheet />
      </div>
      {deskTabs.map((known) => (
        <TabPanel key={known} id={known} className="desk-tabs-panel">
          <TabView tab={known} corpus={corpus} />
        </TabPanel>
      ))}
    </Tabs>
  );
}

function TabView({ tab, corpus }: { readonly tab: DeskTab; readonly corpus: CorpusSummary }) {
  if (tab === 'concordance') return <Desk />;
  if (tab === 'tagged')
    return (
      <Desk>
        <TaggedView key={corpus.corpus} corpus={corpus} />
      </Desk>
    );
  if (tab !== 'aligned' && tab !== 'parallel') return <TablePane kind={tab} corpus={corpus} />;
  const View = tab === 'aligned' ? AlignedView : ParallelView;
  return (
    <section className="desk-lines" aria-label={tabNames[tab]} data-pane="lines" tabIndex={-1}>
      <View key={corpus.corpus} corpus={corpus.corpus} />
    </section>
  );
}

/** In a window too narrow for all tabs: a sign that there are more, and all of them by name. */
function HiddenTabs() {
  const [isCut, setCut] = useState(false);
  const tab = useApp((state) => state.tab);
  const own = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const list = own.current?.parentElement?.querySelector('.desk-tabs-list');
    if (!list) return undefined;
    const measure = () => {
      setCut(list.scrollWidth > list.clientWidth + 1);
    };
    const watcher = new ResizeObserver(measure);
    watcher.observe(list);
    measure();
    return () => {
      watcher.disconnect();
    };
  }, []);
  return (
    <span ref={own} className="desk-tabs-more">
      {isCut && (
        <MenuTrigger>
          <IconButton small label={t('tab.more')} icon={ChevronsRight} />
          <Popover className="ui-popover" placement="bottom end" offset={4}>
            <Menu
              className="concordance-add-menu"
              selectionMode="single"
              selectedKeys={[tab]}
              onAction={(key) => {
                const chosen = deskTabs.find((known) => known === key);
                if (chosen) goToTab(chosen);
              }}
            >
              {deskTabs.map((known) => (
                <MenuItem key={known} id={known} textValue={tabNames[known]} className="desk-tabs-entry">
                  {tabNames[known]}
                </MenuItem>
              ))}
            </Menu>
          </Popover>
        </MenuTrigger>
      )}
    </span>
  );
}

/** As long as there is one result there are no tabs of results, only the way to the second. */
function FirstNewSheet() {
  const isOne = useApp((state) => state.tab === 'concordance' && state.sheets.length === 1 && state.result !== null);
  return isOne ? (
    <span className="desk-tabs-new">
      <NewSheet />
    </span>
  ) : null;
}

function WayBack() {
  const behind = useApp((state) => (state.tab === 'concordance' ? state.behind : null));
  if (behind === null) return null;
  return (
    <Button className="ui-button ui-button-quiet desk-tabs-back" onPress={goBack}>
      <ArrowLeft className="ui-mirrors" size={13} aria-hidden />
      {t('tab.back', { tab: tabNames[behind] })}
      <KeyCaps caps={keyCaps('F4')} />
    </Button>
  );
}

function TablePane({ kind, corpus }: { readonly kind: TableKind; readonly corpus: CorpusSummary }) {
  return (
    <section className="desk-lines" aria-label={tabNames[kind]} data-pane="lines" tabIndex={-1}>
      {/* Another folder has other fields and other words: nothing half chosen is carried over. */}
      <FrequencyView key={corpus.corpus} kind={kind} corpus={corpus} />
    </section>
  );
}
