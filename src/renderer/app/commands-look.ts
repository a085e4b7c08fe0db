/** The measure of the text in the reading pane: how long its lines are, and how far apart. */
import { readingLeadings, readingWidths } from '../../shared/preferences.ts';
import { prefer } from './actions/preferences.ts';
import type { PageCommand } from './page-command.ts';
import { store } from './store/store.ts';
import { wordsOf } from '../language/words.ts';

const t = wordsOf('app');

/** The step of `steps` after `value`, or with -1 the one before; undefined past the ends. */
function beside<Step extends number>(steps: readonly Step[], value: number, by: 1 | -1): Step | undefined {
  return by === 1 ? steps.find((step) => step > value) : steps.findLast((step) => step < value);
}

function widthCommand(id: string, name: 'readingWider' | 'readingNarrower', by: 1 | -1): PageCommand {
  return {
    id,
    get label() {
      return t(`command.${name}`);
    },
    group: 'view',
    words: ['column', 'width', 'measure'],
    possible: ({ preferences }) => beside(readingWidths, preferences.readingWidth, by) !== undefined,
    run: () => {
      const readingWidth = beside(readingWidths, store.getState().preferences.readingWidth, by);
      if (readingWidth !== undefined) prefer({ readingWidth });
    },
  };
}

function leadingCommand(id: string, name: 'readingOpener' | 'readingCloser', by: 1 | -1): PageCommand {
  return {
    id,
    get label() {
      return t(`command.${name}`);
    },
    group: 'view',
    words: ['line height', 'leading', 'spacing'],
    possible: ({ preferences }) => beside(readingLeadings, preferences.readingLeading, by) !== undefined,
    run: () => {
      const readingLeading = beside(readingLeadings, store.getState().preferences.readingLeading, by);
      if (readingLeading !== undefined) prefer({ readingLeading });
    },
  };
}

export const lookCommands: readonly PageCommand[] = [
  widthCommand('reading-wider', 'readingWider', 1),
  widthCommand('reading-narrower', 'readingNarrower', -1),
  leadingCommand('reading-opener', 'readingOpener', 1),
  leadingCommand('reading-closer', 'readingCloser', -1),
];
