/**
 * Everything that the page can be told to do by name: from the palette, from the keyboard, from the window's menu.
 * One table, so that a command has one label, one shortcut and one way of running.
 */
import type { Command, SortKey } from '../../shared/contract.ts';
import type { FolderId } from '../../shared/model.ts';
import { clearResult, resort, search } from './actions/ask.ts';
import { chooseFolder, closeCorpus, openFolder, openSamples } from './actions/corpora.ts';
import { start } from './actions/failures.ts';
import { forgetHistory, prefer } from './actions/preferences.ts';
import { cyclePanes, focusPane, focusQuery } from './focus.ts';
import { toggleLibrary } from './panels.ts';
import { type AppState, store } from './store/store.ts';
import { nextTheme, setTheme, themeNames, themes } from './theme.ts';

export interface PageCommand {
  readonly id: string;
  readonly label: string;
  readonly group: 'Folders' | 'Search' | 'View' | 'Order' | 'Help';
  /** As in `shortcuts.ts`: `mod+k`, `F6`, `/`. The first is the one that is shown. */
  readonly keys?: readonly string[];
  /** Other words by which the palette finds it. */
  readonly words?: readonly string[];
  /** Whether it can be done now; absent = always. */
  readonly possible?: (state: AppState) => boolean;
  readonly run: () => void;
}

const hasResult = (state: AppState) => state.result !== null && state.result.total > 0;
const hasCorpus = (state: AppState) => state.current !== null;

function closeCurrent(): void {
  const { current } = store.getState();
  if (current !== null) start(closeCorpus(current));
}

const orders: readonly (readonly [label: string, keys: readonly SortKey[]])[] = [
  ['Order of the corpus', []],
  ['Sort by the word before', ['B1', 'B2', 'B3']],
  ['Sort by the word after', ['A1', 'A2', 'A3']],
  ['Sort by the match', ['M', 'A1']],
  ['Sort by document', ['doc', 'pos']],
  ['Sort by frequency of the match', ['-freq', 'M']],
];

export const commands: readonly PageCommand[] = [
  {
    id: 'open-folder',
    label: 'Open folder…',
    group: 'Folders',
    keys: ['mod+o'],
    possible: (state) => state.canChoose,
    run: () => {
      start(chooseFolder());
    },
  },
  {
    id: 'open-samples',
    label: 'Open the samples',
    group: 'Folders',
    words: ['examples', 'demo'],
    possible: (state) => state.samples !== null,
    run: () => {
      start(openSamples());
    },
  },
  {
    id: 'close-corpus',
    label: 'Close this folder',
    group: 'Folders',
    possible: hasCorpus,
    run: closeCurrent,
  },
  {
    id: 'skipped',
    label: 'Show skipped files',
    group: 'Folders',
    words: ['unreadable', 'errors'],
    possible: (state) => state.corpora.some(({ corpus, skipped }) => corpus === state.current && skipped > 0),
    run: () => {
      store.getState().openDialog('skipped');
    },
  },
  { id: 'find', label: 'Go to the query', group: 'Search', keys: ['mod+l', '/'], words: ['search'], run: focusQuery },
  {
    id: 'search',
    label: 'Search again',
    group: 'Search',
    possible: (state) => hasCorpus(state) && state.typed.text.trim() !== '',
    run: () => {
      start(search());
    },
  },
  {
    id: 'clear',
    label: 'Put the lines away',
    group: 'Search',
    words: ['clear', 'close result'],
    possible: (state) => state.result !== null,
    run: clearResult,
  },
  {
    id: 'forget-history',
    label: 'Forget the search history',
    group: 'Search',
    words: ['delete', 'recent'],
    possible: (state) => state.preferences.history.length > 0,
    run: forgetHistory,
  },
  ...orders.map(([label, sort]): PageCommand => ({
    id: `sort-${sort.join('-')}`,
    label,
    group: 'Order',
    possible: hasResult,
    run: () => {
      start(resort(sort));
    },
  })),
  { id: 'theme', label: 'Next theme', group: 'View', words: ['dark', 'light', 'appearance'], run: nextTheme },
  ...themes.map((theme): PageCommand => ({
    id: `theme-${theme}`,
    label: `Theme: ${themeNames[theme].toLowerCase()}`,
    group: 'View',
    possible: (state) => state.preferences.theme !== theme,
    run: () => {
      setTheme(theme);
    },
  })),
  {
    id: 'library',
    label: 'Show or hide the library',
    group: 'View',
    keys: ['mod+b'],
    words: ['sidebar'],
    run: toggleLibrary,
  },
  {
    id: 'reading-below',
    label: 'Reading pane below the lines',
    group: 'View',
    possible: (state) => state.preferences.readingPlace === 'beside',
    run: () => {
      prefer({ readingPlace: 'below' });
    },
  },
  {
    id: 'reading-beside',
    label: 'Reading pane beside the lines',
    group: 'View',
    possible: (state) => state.preferences.readingPlace === 'below',
    run: () => {
      prefer({ readingPlace: 'beside' });
    },
  },
  {
    id: 'close-reading',
    label: 'Close the reading pane',
    group: 'View',
    keys: ['Escape'],
    possible: (state) => state.reading !== null && state.dialog === null,
    run: () => {
      store.getState().read(null);
      focusPane('lines');
    },
  },
  {
    id: 'next-pane',
    label: 'Go to the next pane',
    group: 'View',
    keys: ['F6'],
    run: () => {
      cyclePanes(1);
    },
  },
  {
    id: 'previous-pane',
    label: 'Go to the pane before',
    group: 'View',
    keys: ['shift+F6'],
    run: () => {
      cyclePanes(-1);
    },
  },
  {
    id: 'palette',
    label: 'Command palette',
    group: 'Help',
    keys: ['mod+k'],
    run: () => {
      const { dialog, openDialog } = store.getState();
      openDialog(dialog === 'palette' ? null : 'palette');
    },
  },
  {
    id: 'help',
    label: 'Keyboard and query help',
    group: 'Help',
    keys: ['?', 'F1'],
    words: ['shortcuts', 'syntax'],
    run: () => {
      store.getState().openDialog('help');
    },
  },
];

/** Runs a command by its id; one that is not possible now is passed over. */
export function runCommand(id: Command | (string & {}), folder?: FolderId): void {
  if (id === 'open-folder' && folder !== undefined) {
    start(openFolder(folder));
    return;
  }
  const command = commands.find((known) => known.id === id);
  if (command && (command.possible?.(store.getState()) ?? true)) command.run();
}
