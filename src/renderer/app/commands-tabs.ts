import { goBack, goToTab } from './actions/tables.ts';
import type { PageCommand } from './page-command.ts';
import { deskTabs } from './store/tables.ts';
import { tabNames, tabSearchWords, tabWords } from './tab-names.ts';

export const tabCommands: readonly PageCommand[] = [
  ...deskTabs.map((tab, place): PageCommand => ({
    id: `tab-${tab}`,
    label: tabWords.goTo(tabNames[tab]),
    group: 'Tabs',
    keys: [`mod+${place + 1}`],
    words: tabSearchWords[tab],
    possible: (state) => state.current !== null,
    run: () => {
      goToTab(tab);
    },
  })),
  {
    id: 'tab-back',
    label: tabWords.backCommand,
    group: 'Tabs',
    keys: ['F4'],
    words: ['table', 'return'],
    possible: ({ tab, behind }) => tab === 'concordance' && behind !== null,
    run: goBack,
  },
];
