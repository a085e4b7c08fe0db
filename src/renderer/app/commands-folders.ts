import { chooseFolder, closeCorpus, openSamples } from './actions/corpora.ts';
import { refreshCorpus } from './actions/corrections.ts';
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
    label: 'Remarks on files: what was not read, and why',
    group: 'Folders',
    words: ['skipped', 'unreadable', 'errors', 'notes'],
    possible: (state) =>
      state.corpora.some(({ corpus, skipped, notes }) => corpus === state.current && skipped + notes > 0),
    run: () => {
      store.getState().openDialog('skipped');
    },
  },
  {
    id: 'folder-reading',
    label: 'How this folder is read…',
    group: 'Folders',
    words: ['encoding', 'language', 'html', 'xml', 'column', 'pattern', 'corrections', 'metadata'],
    possible: (state) => state.current !== null,
    run: () => {
      store.getState().openDialog('folder-reading');
    },
  },
  {
    id: 'duplicates',
    label: 'Stories told more than once…',
    group: 'Folders',
    words: ['near-duplicates', 'copies', 'same', 'once'],
    possible: (state) => state.current !== null,
    run: () => {
      store.getState().openDialog('duplicates');
    },
  },
  {
    id: 'refresh',
    label: 'Read what has changed in this folder',
    group: 'Folders',
    words: ['refresh', 'reload', 'update'],
    possible: (state) => state.current !== null,
    run: () => {
      const { current } = store.getState();
      if (current !== null) start(refreshCorpus(current));
    },
  },
  {
    id: 'card',
    label: 'About the document that is read…',
    group: 'Folders',
    words: ['card', 'encoding', 'language', 'metadata', 'correct', 'repair'],
    possible: ({ reading, current }) => reading !== null && reading.corpus === current,
    run: () => {
      const { reading, openCard } = store.getState();
      if (reading) openCard(reading.doc);
    },
  },
];
