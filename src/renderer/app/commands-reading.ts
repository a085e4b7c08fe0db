import { walkDocuments, walkTrail } from './actions/read.ts';
import type { PageCommand } from './page-command.ts';
import type { AppState } from './store/store.ts';
import { nextOnTrail } from './store/trail.ts';
import { wordsOf } from '../language/words.ts';

const t = wordsOf('app');

function hasNeighbour(by: 1 | -1) {
  return ({ reading, current, corpora }: AppState) => {
    const corpus = corpora.find((known) => known.corpus === current);
    if (!corpus || reading?.corpus !== current) return false;
    const next = reading.doc + by;
    return next >= 0 && next < corpus.documents;
  };
}

function canWalk(by: 1 | -1) {
  return ({ trail, current }: AppState) => nextOnTrail(trail, current, by) >= 0;
}

export const readingCommands: readonly PageCommand[] = [
  {
    id: 'next-document',
    get label() {
      return t('command.nextDocument');
    },
    group: 'reading',
    keys: ['alt+PageDown'],
    possible: hasNeighbour(1),
    run: () => {
      walkDocuments(1);
    },
  },
  {
    id: 'previous-document',
    get label() {
      return t('command.previousDocument');
    },
    group: 'reading',
    keys: ['alt+PageUp'],
    possible: hasNeighbour(-1),
    run: () => {
      walkDocuments(-1);
    },
  },
  {
    id: 'reading-back',
    get label() {
      return t('command.readingBack');
    },
    group: 'reading',
    // Keyboards without brackets have the second one.
    keys: ['mod+[', 'alt+shift+PageUp'],
    words: ['history'],
    possible: canWalk(-1),
    run: () => {
      walkTrail(-1);
    },
  },
  {
    id: 'reading-forward',
    get label() {
      return t('command.readingForward');
    },
    group: 'reading',
    keys: ['mod+]', 'alt+shift+PageDown'],
    words: ['history'],
    possible: canWalk(1),
    run: () => {
      walkTrail(1);
    },
  },
];
