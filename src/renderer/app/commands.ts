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

export const commands: readonly PageCommand[] = [
  ...folderCommands,
  ...searchCommands,
  ...tabCommands,
  ...taggingCommands,
  ...readingCommands,
  ...viewCommands,
  ...lookCommands,
  ...helpCommands,
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
