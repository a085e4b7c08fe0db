/**
 * Everything that the page can be told to do by name: from the palette, from the keyboard, from the window's menu.
 * One table, so that a command has one label, one shortcut and one way of running.
 */
import type { Command } from '../../shared/wire.ts';
import type { FolderId } from '../../shared/model.ts';
import { openFolder } from './actions/corpora.ts';
import { start } from './actions/failures.ts';
import { folderCommands } from './commands-folders.ts';
import { lookCommands } from './commands-look.ts';
import { readingCommands } from './commands-reading.ts';
import { searchCommands } from './commands-search.ts';
import { taggingCommands } from './commands-tagging.ts';
import { tabCommands } from './commands-tabs.ts';
import { viewCommands } from './commands-view.ts';
import type { PageCommand } from './page-command.ts';
import { store } from './store/store.ts';
import type { DeskTab } from './store/tables.ts';
import { wordsOf } from '../language/words.ts';

const t = wordsOf('app');

const helpCommands: readonly PageCommand[] = [
  {
    id: 'palette',
    get label() {
      return t('command.palette');
    },
    group: 'help',
    keys: ['mod+k'],
    run: () => {
      const { dialog, openDialog } = store.getState();
      openDialog(dialog === 'palette' ? null : 'palette');
    },
  },
  {
    id: 'help',
    get label() {
      return t('command.help');
    },
    group: 'help',
    keys: ['?', 'F1'],
    words: ['shortcuts', 'syntax'],
    run: () => {
      store.getState().openDialog('help');
    },
  },
];

const manual = wordsOf('manual');
const tour = wordsOf('tour');

/** The page of the manual that is about each tab, where it has another name. */
const pagesOfTabs: Partial<Readonly<Record<DeskTab, string>>> = {
  words: 'frequencies',
  trend: 'trends',
  tagged: 'tagging',
  aligned: 'side-by-side',
};

const manualCommands: readonly PageCommand[] = [
  {
    id: 'manual',
    get label() {
      return manual('command');
    },
    group: 'help',
    keys: ['shift+F1'],
    words: ['help', 'handbook', 'guide', 'documentation'],
    run: () => {
      const { tab, current, result, openManual } = store.getState();
      const isEmpty = current === null || (tab === 'concordance' && result === null);
      openManual(isEmpty ? 'index' : (pagesOfTabs[tab] ?? tab));
    },
  },
  {
    id: 'tour',
    get label() {
      return tour('command');
    },
    group: 'help',
    words: ['guide', 'introduction', 'first steps'],
    possible: (state) => state.samples !== null || state.current !== null,
    run: () => {
      const { openDialog, setTour } = store.getState();
      openDialog(null);
      setTour(0);
    },
  },
];

export const commands: readonly PageCommand[] = [
  ...folderCommands,
  ...searchCommands,
  ...tabCommands,
  ...taggingCommands,
  ...readingCommands,
  ...viewCommands,
  ...lookCommands,
  ...helpCommands,
  ...manualCommands,
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
