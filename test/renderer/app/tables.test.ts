import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { countTable, goBack, goToTab, openLinesBehind } from '../../../src/renderer/app/actions/tables.ts';
import { search } from '../../../src/renderer/app/actions/ask.ts';
import { store } from '../../../src/renderer/app/store/store.ts';
import { ExpectedFailure } from '../../../src/shared/failure.ts';
import type { TableId } from '../../../src/shared/model.ts';
import type { TableRequest, TableSummary } from '../../../src/shared/tables.ts';
import {
  corpusA,
  corpusSummary,
  folderA,
  later,
  resultSummary,
  standInBridge,
  type StandIn,
  wordQuery,
} from './stand-in-bridge.ts';

const fresh = store.getInitialState();
let bridge: StandIn;

const words: TableRequest = { kind: 'profile', oncePerStory: false };
const others: TableRequest = { kind: 'profile', oncePerStory: true };

function summary(id: string, request: TableRequest = words): TableSummary {
  return { table: id as TableId, corpus: corpusA, request, columns: [], total: 3, whole: {}, remarks: [], ms: 1 };
}

beforeEach(() => {
  store.setState(fresh, true);
  bridge = standInBridge({
    'job.cancel': () => ({ found: true }),
    'tables.close': () => ({}),
    'concordance.open': ({ query }) => resultSummary('r-1', query.text),
    'concordance.close': () => ({}),
    'preferences.write': () => fresh.preferences,
    'tables.lines': () => ({ query: wordQuery('النهر'), where: 'language=ar', steps: [{ kind: 'once-per-story' }] }),
  });
  store.setState({ corpora: [corpusSummary(corpusA, folderA)], current: corpusA });
  // Panes are found in the page, which is not there.
  Object.assign(globalThis, {
    document: { querySelector: () => ({ focus: () => undefined }) },
    requestAnimationFrame: (run: () => void) => {
      run();
    },
  });
});
afterEach(() => {
  Reflect.deleteProperty(globalThis, 'document');
  Reflect.deleteProperty(globalThis, 'requestAnimationFrame');
});

describe('counting a table', () => {
  it('shows the answer and lets the table before it go', async () => {
    let opened = 0;
    bridge.answer({ 'tables.open': ({ table }) => summary(`t-${++opened}`, table) });
    await countTable(corpusA, words);
    await countTable(corpusA, others);
    expect(store.getState().tables.profile).toMatchObject({ summary: { table: 't-2' }, job: null, failure: null });
    expect(bridge.named('tables.close')).toEqual([{ corpus: corpusA, table: 't-1' }]);
  });

  it('stops a count that a newer one has overtaken, and closes its answer unseen', async () => {
    const slow = later<TableSummary>();
    bridge.answer({ 'tables.open': ({ table }) => (table === words ? slow.promise : summary('t-new', table)) });
    const first = countTable(corpusA, words);
    await countTable(corpusA, others);
    slow.give(summary('t-old'));
    await first;
    expect(bridge.named('job.cancel')).toHaveLength(1);
    expect(store.getState().tables.profile?.summary?.table).toBe('t-new');
    expect(bridge.named('tables.close')).toEqual([{ corpus: corpusA, table: 't-old' }]);
  });

  it('keeps a failure with its place for the tab', async () => {
    bridge.answer({
      'tables.open': () => {
        throw new ExpectedFailure('bad-query', 'expected a word', { at: 2, until: 3 });
      },
    });
    await countTable(corpusA, words);
    expect(store.getState().tables.profile).toMatchObject({ summary: null, job: null, failure: { at: 2, until: 3 } });
    expect(store.getState().notices).toEqual([]);
    store.getState().forgetTables(corpusA);
    expect(store.getState().tables.profile).toBeUndefined();
  });
});

describe('the lines behind a row', () => {
  async function look(): Promise<void> {
    store.getState().type({ text: 'ماء' });
    await search();
    goToTab('collocates');
    await openLinesBehind('collocates', corpusA, 't-1' as TableId, 7);
  }

  it('stand in the concordance, with their query and condition in the bar', async () => {
    await look();
    const { tab, behind, typed, typedWhere, asked, picked } = store.getState();
    expect({ tab, behind, text: typed.text, typedWhere }).toEqual({
      tab: 'concordance',
      behind: 'collocates',
      text: 'النهر',
      typedWhere: 'language=ar',
    });
    expect(asked?.steps).toEqual([{ kind: 'once-per-story' }]);
    expect(picked.collocates).toEqual({ table: 't-1', row: 7 });
  });

  it('do not change what the tables are about, and lead back to it', async () => {
    await look();
    expect(store.getState().subject).toMatchObject({ query: { text: 'ماء' }, where: '' });
    goBack();
    expect(store.getState()).toMatchObject({ tab: 'collocates', typed: { text: 'ماء' }, typedWhere: '' });
    goToTab('concordance');
    expect(store.getState()).toMatchObject({ typed: { text: 'النهر' }, typedWhere: 'language=ar' });
  });

  it('become what the tables are about once they are searched for', async () => {
    await look();
    await search();
    expect(store.getState()).toMatchObject({
      behind: null,
      subject: { query: { text: 'النهر' }, where: 'language=ar' },
    });
  });
});

it('a search leads to the lines from a tab that is not about the query, and stays in one that is', async () => {
  store.getState().type({ text: 'ماء' });
  goToTab('words');
  await search();
  expect(store.getState().tab).toBe('concordance');
  goToTab('trend');
  await search();
  expect(store.getState().tab).toBe('trend');
});
