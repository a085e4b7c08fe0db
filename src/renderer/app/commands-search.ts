import type { SortKey } from '../../shared/terms.ts';
import { clearResult, resort, search } from './actions/ask.ts';
import { start } from './actions/failures.ts';
import { forgetHistory } from './actions/preferences.ts';
import { focusQuery } from './focus.ts';
import type { PageCommand } from './page-command.ts';
import { type AppState, store } from './store/store.ts';

const hasResult = (state: AppState) => state.result !== null && state.result.total > 0;

const orders: readonly (readonly [label: string, keys: readonly SortKey[]])[] = [
  ['Order of the corpus', []],
  ['Sort by the word before', ['B1', 'B2', 'B3']],
  ['Sort by the word after', ['A1', 'A2', 'A3']],
  ['Sort by the match', ['M', 'A1']],
  ['Sort by document', ['doc', 'pos']],
  ['Sort by frequency of the match', ['-freq', 'M']],
];

export const searchCommands: readonly PageCommand[] = [
  { id: 'find', label: 'Go to the query', group: 'Search', keys: ['mod+l', '/'], words: ['search'], run: focusQuery },
  {
    id: 'search',
    label: 'Search again',
    group: 'Search',
    possible: (state) => state.current !== null && state.typed.text.trim() !== '',
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
    id: 'batch',
    label: 'Count many queries at once',
    group: 'Search',
    words: ['batch', 'list', 'table', 'frequencies'],
    possible: (state) => state.current !== null,
    run: () => {
      store.getState().openTool('batch');
    },
  },
  {
    id: 'passages',
    label: 'Find passages by their words',
    group: 'Search',
    words: ['ranked', 'fuzzy', 'typo', 'sentence'],
    possible: (state) => state.current !== null,
    run: () => {
      store.getState().openTool('passages');
    },
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
];
