import { wordsOf } from '../language/words.ts';
import { redoProject, undoProject } from './actions/tagging.ts';
import { focusPane } from './focus.ts';
import type { PageCommand } from './page-command.ts';
import { type AppState, store } from './store/store.ts';
import { currentProject, taggedViews } from './store/tagging.ts';
import { goToTab } from './actions/tables.ts';

const t = wordsOf('tagging');

const isOpen = (state: AppState) => currentProject(state) !== null;

export const taggingCommands: readonly PageCommand[] = [
  {
    id: 'tags',
    get label() {
      return t('command.tags');
    },
    group: 'tags',
    keys: ['F9'],
    words: ['codes', 'tagging', 'labels', 'tree'],
    possible: isOpen,
    run: () => {
      const { tab, tool, openTool } = store.getState();
      if (tab !== 'concordance' && tab !== 'tagged') goToTab('concordance');
      openTool(tool === 'tags' ? null : 'tags');
      // The tree is there after the next drawing.
      if (tool !== 'tags')
        requestAnimationFrame(() => {
          focusPane('tool');
        });
    },
  },
  ...taggedViews.map((view): PageCommand => ({
    id: `tagged-${view}`,
    get label() {
      return t(`command.${view}`);
    },
    group: 'tags',
    words: ['tags'],
    possible: isOpen,
    run: () => {
      store.getState().setTaggedView(view);
      goToTab('tagged');
    },
  })),
  {
    id: 'undo',
    get label() {
      return t('command.undo');
    },
    group: 'tags',
    keys: ['mod+z'],
    sparesFields: true,
    possible: isOpen,
    run: undoProject,
  },
  {
    id: 'redo',
    get label() {
      return t('command.redo');
    },
    group: 'tags',
    keys: ['mod+shift+z', 'mod+y'],
    sparesFields: true,
    possible: isOpen,
    run: redoProject,
  },
];
