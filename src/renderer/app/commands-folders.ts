import { chooseFolder, closeCorpus, openSamples } from './actions/corpora.ts';
import { refreshCorpus } from './actions/corrections.ts';
import { start } from './actions/failures.ts';
import type { PageCommand } from './page-command.ts';
import { store } from './store/store.ts';
import { wordsOf } from '../language/words.ts';

const t = wordsOf('app');

function closeCurrent(): void {
  const { current } = store.getState();
  if (current !== null) start(closeCorpus(current));
}

export const folderCommands: readonly PageCommand[] = [
  {
    id: 'open-folder',
    get label() {
      return t('command.openFolder');
    },
    group: 'folders',
    keys: ['mod+o'],
    possible: (state) => state.canChoose,
    run: () => {
      start(chooseFolder());
    },
  },
  {
    id: 'open-samples',
    get label() {
      return t('command.openSamples');
    },
    group: 'folders',
    words: ['examples', 'demo'],
    possible: (state) => state.samples !== null,
    run: () => {
      start(openSamples());
    },
  },
  {
    id: 'close-corpus',
    get label() {
      return t('command.closeCorpus');
    },
    group: 'folders',
    possible: (state) => state.current !== null,
    run: closeCurrent,
  },
  {
    id: 'skipped',
    get label() {
      return t('command.skipped');
    },
    group: 'folders',
    words: ['skipped', 'unreadable', 'errors', 'notes'],
    possible: (state) =>
      state.corpora.some(({ corpus, skipped, notes }) => corpus === state.current && skipped + notes > 0),
    run: () => {
      store.getState().openDialog('skipped');
    },
  },
  {
    id: 'folder-reading',
    get label() {
      return t('command.folderReading');
    },
    group: 'folders',
    words: ['encoding', 'language', 'html', 'xml', 'column', 'pattern', 'corrections', 'metadata'],
    possible: (state) => state.current !== null,
    run: () => {
      store.getState().openDialog('folder-reading');
    },
  },
  {
    id: 'duplicates',
    get label() {
      return t('command.duplicates');
    },
    group: 'folders',
    words: ['near-duplicates', 'copies', 'same', 'once'],
    possible: (state) => state.current !== null,
    run: () => {
      store.getState().openDialog('duplicates');
    },
  },
  {
    id: 'refresh',
    get label() {
      return t('command.refresh');
    },
    group: 'folders',
    words: ['refresh', 'reload', 'update'],
    possible: (state) => state.current !== null,
    run: () => {
      const { current } = store.getState();
      if (current !== null) start(refreshCorpus(current));
    },
  },
  {
    id: 'card',
    get label() {
      return t('command.card');
    },
    group: 'folders',
    words: ['card', 'encoding', 'language', 'metadata', 'correct', 'repair'],
    possible: ({ reading, current }) => reading !== null && reading.corpus === current,
    run: () => {
      const { reading, openCard } = store.getState();
      if (reading) openCard(reading.doc);
    },
  },
];
