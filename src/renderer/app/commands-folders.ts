import { chooseFolder, closeCorpus, openSamples } from './actions/corpora.ts';
import { start } from './actions/failures.ts';
import type { PageCommand } from './page-command.ts';
import { store } from './store/store.ts';

function closeCurrent(): void {
  const { current } = store.getState();
  if (current !== null) start(closeCorpus(current));
}

export const folderCommands: readonly PageCommand[] = [
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
    possible: (state) => state.current !== null,
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
];
