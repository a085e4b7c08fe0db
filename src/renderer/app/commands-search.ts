import type { SortKey } from '../../shared/terms.ts';
import { clearResult, search, setSwitch } from './actions/ask.ts';
import { changeOrder } from './actions/steps.ts';
import { start } from './actions/failures.ts';
import { tickAll } from './actions/ticks.ts';
import { forgetHistory } from './actions/preferences.ts';
import { focusQuery } from './focus.ts';
import { likelyMode } from './likely-mode.ts';
import type { PageCommand } from './page-command.ts';
import { type AppState, store } from './store/store.ts';
import { wordsOf } from '../language/words.ts';

const t = wordsOf('app');
const lines = wordsOf('lines');

const hasResult = (state: AppState) => state.result !== null && state.result.total > 0;

const orders = {
  corpus: [],
  before: ['B1', 'B2', 'B3'],
  after: ['A1', 'A2', 'A3'],
  match: ['M', 'A1'],
  document: ['doc', 'pos'],
  frequency: ['-freq', 'M'],
} as const satisfies Readonly<Record<string, readonly SortKey[]>>;
const orderIds = ['corpus', 'before', 'after', 'match', 'document', 'frequency'] as const;

export const searchCommands: readonly PageCommand[] = [
  {
    id: 'find',
    get label() {
      return t('command.find');
    },
    group: 'search',
    keys: ['mod+l', '/'],
    words: ['search'],
    run: focusQuery,
  },
  {
    id: 'search',
    get label() {
      return t('command.search');
    },
    group: 'search',
    possible: (state) => state.current !== null && state.typed.text.trim() !== '',
    run: () => {
      start(search());
    },
  },
  {
    id: 'likely-mode',
    get label() {
      return t('command.likelyMode');
    },
    group: 'search',
    keys: ['F2'],
    words: ['mode', 'cql', 'regex', 'language', 'switch'],
    possible: (state) => likelyMode(state.typed) !== null,
    run: () => {
      const mode = likelyMode(store.getState().typed);
      if (mode !== null) setSwitch({ mode });
    },
  },
  {
    id: 'clear',
    get label() {
      return t('command.clear');
    },
    group: 'search',
    words: ['clear', 'close result'],
    possible: (state) => state.result !== null,
    run: clearResult,
  },
  {
    id: 'build',
    get label() {
      return wordsOf('builder')('open');
    },
    group: 'search',
    words: ['builder', 'cql', 'blocks', 'wizard'],
    possible: (state) => state.current !== null,
    run: () => {
      store.getState().setBuilding(true);
    },
  },
  {
    id: 'batch',
    get label() {
      return t('command.batch');
    },
    group: 'search',
    words: ['batch', 'list', 'table', 'frequencies'],
    possible: (state) => state.current !== null,
    run: () => {
      store.getState().openTool('batch');
    },
  },
  {
    id: 'saved',
    get label() {
      return wordsOf('lines')('saved.label');
    },
    group: 'search',
    words: ['favourites', 'stored', 'queries', 'star'],
    possible: (state) => state.current !== null,
    run: () => {
      store.getState().openTool('saved');
    },
  },
  {
    id: 'passages',
    get label() {
      return t('command.passages');
    },
    group: 'search',
    words: ['ranked', 'fuzzy', 'typo', 'sentence'],
    possible: (state) => state.current !== null,
    run: () => {
      store.getState().openTool('passages');
    },
  },
  {
    id: 'forget-history',
    get label() {
      return t('command.forgetHistory');
    },
    group: 'search',
    words: ['delete', 'recent'],
    possible: (state) => state.preferences.history.length > 0,
    run: forgetHistory,
  },
  ...(['tick', 'turn', 'untick'] as const).map((how): PageCommand => ({
    id: `lines-${how}`,
    get label() {
      return lines(how === 'tick' ? 'ticks.commandAll' : how === 'turn' ? 'ticks.commandTurn' : 'ticks.commandNone');
    },
    group: 'order',
    words: ['select', 'mark', 'check'],
    possible: hasResult,
    run: () => {
      tickAll(how);
    },
  })),
  ...orderIds.map((order): PageCommand => ({
    id: `sort-${orders[order].join('-')}`,
    get label() {
      return t(`order.${order}`);
    },
    group: 'order',
    possible: hasResult,
    run: () => {
      start(changeOrder(orders[order]));
    },
  })),
];
