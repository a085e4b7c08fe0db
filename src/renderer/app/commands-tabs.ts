import { goBack, goToTab } from './actions/tables.ts';
import { keepKeyboard } from './focus.ts';
import type { PageCommand } from './page-command.ts';
import { deskTabs } from './store/tables.ts';
import { tabNames, tabSearchWords } from './tab-names.ts';
import { wordsOf } from '../language/words.ts';

const t = wordsOf('app');

export const tabCommands: readonly PageCommand[] = [
  ...deskTabs.map((tab, place): PageCommand => ({
    id: `tab-${tab}`,
    get label() {
      return t('tab.goTo', { tab: tabNames[tab] });
    },
    group: 'tabs',
    // There are ten figures, and eleven tabs.
    keys: place < 10 ? [`mod+${(place + 1) % 10}`] : [],
    words: tabSearchWords[tab],
    possible: (state) => state.current !== null,
    run: () => {
      goToTab(tab);
      keepKeyboard();
    },
  })),
  {
    id: 'tab-back',
    get label() {
      return t('tab.backCommand');
    },
    group: 'tabs',
    keys: ['F4'],
    words: ['table', 'return'],
    possible: ({ tab, behind }) => tab === 'concordance' && behind !== null,
    run: goBack,
  },
];
