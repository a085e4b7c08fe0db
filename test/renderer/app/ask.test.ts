import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask, clearResult, resort, search, searchFor, setSwitch } from '../../../src/renderer/app/actions/ask.ts';
import { flushPreferences } from '../../../src/renderer/app/actions/preferences.ts';
import { askedColumns, takeFirstLines } from '../../../src/renderer/app/line-pages.ts';
import { store } from '../../../src/renderer/app/store/store.ts';
import type { ConcordanceSummary } from '../../../src/shared/answers.ts';
import { usualLines } from '../../../src/shared/line-settings.ts';
import { ExpectedFailure } from '../../../src/shared/failure.ts';
import {
  concordanceLine,
  corpusA,
  corpusSummary,
  folderA,
  later,
  resultSummary,
  type StandIn,
  standInBridge,
  wordQuery,
} from './stand-in-bridge.ts';

let main: StandIn;
let opened = 0;

beforeEach(() => {
  opened = 0;
  store.setState(store.getInitialState(), true);
  store.getState().put(corpusSummary(corpusA, folderA));
  store.getState().choose(corpusA);
  main = standInBridge({
    'concordance.open': ({ query, sort }) => resultSummary(`r${++opened}`, query.text, corpusA, { query, sort }),
    'concordance.sort': ({ result, sort }) => resultSummary(result, 'river', corpusA, { sort }),
    'concordance.close': () => ({}),
    'preferences.write': () => store.getState().preferences,
  });
});

afterEach(flushPreferences);

describe('the way of a query', () => {
  it('goes from typed to asked to shown, is announced and remembered', async () => {
    store.getState().type({ text: 'river' });
    const answered = search();
    expect(store.getState()).toMatchObject({ asking: true, result: null, asked: { query: { text: 'river' } } });
    await answered;
    expect(store.getState()).toMatchObject({
      asking: false,
      result: { result: 'r1' },
      spoken: { text: '2 lines for river' },
    });
    expect(store.getState().preferences.history).toEqual([wordQuery('river')]);
  });

  it('brings the first lines along for the list that shows them, and keeps them out of the store', async () => {
    main.answer({
      'concordance.open': ({ query, first }) => ({
        ...resultSummary('r1', query.text),
        lines: first?.fields?.join() === 'year' ? [concordanceLine(1), concordanceLine(2)] : [],
      }),
    });
    const look = { ...usualLines, columns: [{ id: 'field:year', width: 60 }] };
    store.getState().setPreferences({ lines: look });
    await searchFor(wordQuery('river'));
    const result = store.getState().result!;
    expect(result).not.toHaveProperty('lines');
    const { context } = store.getState().preferences;
    // Shown in another way, they are not what the list would ask for.
    expect(takeFirstLines(result, context, askedColumns({ ...look, words: 3 }))).toEqual([]);
    await searchFor(wordQuery('river'));
    const again = store.getState().result!;
    expect(takeFirstLines(again, context, askedColumns(look)).map(({ n }) => n)).toEqual([1, 2]);
    // Once: whoever shows them later asks, for they may have changed.
    expect(takeFirstLines(again, context, askedColumns(look))).toEqual([]);
  });

  it('drops an answer that a newer question has overtaken, and closes its result', async () => {
    const slow = later<ConcordanceSummary>();
    main.answer({
      'concordance.open': ({ query }) => (query.text === 'slow' ? slow.promise : resultSummary('new', 'new')),
    });
    const first = searchFor(wordQuery('slow'));
    await searchFor(wordQuery('new'));
    slow.give(resultSummary('old', 'slow'));
    await first;
    expect(store.getState().result?.result).toBe('new');
    expect(main.named('concordance.close')).toEqual([{ corpus: corpusA, result: 'old' }]);
    expect(store.getState().preferences.history.map(({ text }) => text)).toEqual(['new']);
  });

  it('lets a late failure of an overtaken question pass', async () => {
    const slow = later<ConcordanceSummary>();
    main.answer({
      'concordance.open': ({ query }) => (query.text === 'slow' ? slow.promise : resultSummary('new', 'new')),
    });
    const first = searchFor(wordQuery('slow'));
    await searchFor(wordQuery('new'));
    slow.fail(new ExpectedFailure('bad-query', 'Too late.', { at: 0 }));
    await first;
    expect(store.getState()).toMatchObject({ refusal: null, notices: [], result: { result: 'new' } });
  });

  it('closes the result that the new one replaces', async () => {
    await searchFor(wordQuery('river'));
    await searchFor(wordQuery('lake'));
    expect(main.named('concordance.close')).toEqual([{ corpus: corpusA, result: 'r1' }]);
  });

  it('keeps the lines and points at the place when a query cannot be read', async () => {
    await searchFor(wordQuery('river'));
    main.answer({
      'concordance.open': () => {
        throw new ExpectedFailure('bad-query', 'This bracket is never closed.', { at: 6, until: 7 });
      },
    });
    await searchFor(wordQuery('river (lake'));
    expect(store.getState()).toMatchObject({
      refusal: { code: 'bad-query', at: 6, until: 7 },
      result: { result: 'r1' },
      asking: false,
      notices: [],
    });
    store.getState().type({ case: true });
    expect(store.getState().refusal).not.toBeNull();
    store.getState().type({ text: 'river (lake)' });
    expect(store.getState().refusal).toBeNull();
  });

  it('reports every other failure as a notice', async () => {
    main.answer({
      'concordance.open': () => {
        throw new ExpectedFailure('worker-crashed', 'The worker is gone.');
      },
    });
    await searchFor(wordQuery('river'));
    expect(store.getState().notices.map(({ failure }) => failure.code)).toEqual(['worker-crashed']);
    expect(store.getState().asking).toBe(false);
  });

  it('takes the lines away when nothing is asked, and asks nothing without a folder', async () => {
    await searchFor(wordQuery('river'));
    await ask(wordQuery('  '));
    expect(store.getState().result).toBeNull();
    expect(main.named('concordance.close')).toHaveLength(1);
    store.getState().choose(null);
    await searchFor(wordQuery('  '));
    expect(store.getState().notices).toEqual([]);
    await searchFor(wordQuery('lake'));
    expect(main.named('concordance.open')).toHaveLength(1);
    expect(store.getState().notices.map(({ failure }) => failure.code)).toEqual(['no-such-corpus']);
  });

  it('asks again when a switch is turned under a shown query, and not under another text', async () => {
    await searchFor(wordQuery('river'));
    setSwitch({ marks: true });
    await expect.poll(() => store.getState().result?.query.marks).toBe(true);
    store.getState().type({ text: 'rivers' });
    setSwitch({ case: true });
    expect(main.named('concordance.open')).toHaveLength(2);
  });
});

describe('the order of the lines', () => {
  it('is kept for the next query in the same folder', async () => {
    await searchFor(wordQuery('river'));
    await resort(['B1', 'doc']);
    expect(store.getState()).toMatchObject({ result: { sort: ['B1', 'doc'] }, spoken: { text: 'Sorted by B1, doc' } });
    await searchFor(wordQuery('lake'));
    expect(main.named('concordance.open').at(-1)).toMatchObject({ sort: ['B1', 'doc'] });
  });

  it('forgets the selected line, whose number means another one now', async () => {
    await searchFor(wordQuery('river'));
    store.getState().select(2);
    await resort(['A1']);
    expect(store.getState().selected).toBeNull();
  });

  it('asks anew when the result is gone with its worker', async () => {
    await searchFor(wordQuery('river'));
    main.answer({
      'concordance.sort': () => {
        throw new ExpectedFailure('no-such-result', 'Gone.');
      },
    });
    await resort(['M']);
    expect(store.getState()).toMatchObject({ result: { result: 'r2', sort: ['M'] }, notices: [] });
  });

  it('stays as it is when a newer question came first', async () => {
    await searchFor(wordQuery('river'));
    const slow = later<ConcordanceSummary>();
    main.answer({ 'concordance.sort': () => slow.promise });
    const sorted = resort(['M']);
    clearResult();
    slow.give(resultSummary('r1', 'river', corpusA, { sort: ['M'] }));
    await sorted;
    expect(store.getState().result).toBeNull();
  });
});
