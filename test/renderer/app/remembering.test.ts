import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { report } from '../../../src/renderer/app/actions/failures.ts';
import {
  flushPreferences,
  forgetHistory,
  forgetQuery,
  loadPreferences,
  prefer,
  rememberPanes,
  rememberQuery,
} from '../../../src/renderer/app/actions/preferences.ts';
import { longestHistory } from '../../../src/renderer/app/store/preferences.ts';
import { store } from '../../../src/renderer/app/store/store.ts';
import { preferences } from '../../../src/shared/preferences.ts';
import { ExpectedFailure } from '../../../src/shared/failure.ts';
import { type StandIn, standInBridge, wordQuery } from './stand-in-bridge.ts';

let main: StandIn;

beforeEach(() => {
  vi.useFakeTimers();
  store.setState(store.getInitialState(), true);
  main = standInBridge({
    'preferences.read': () => preferences.parse({ theme: 'dark' }),
    'preferences.write': () => store.getState().preferences,
  });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('preferences', () => {
  it('are read from the main side', async () => {
    await loadPreferences();
    expect(store.getState().preferences.theme).toBe('dark');
  });

  it('change at once and are written together a moment later', async () => {
    prefer({ theme: 'light' });
    rememberPanes('shell', { library: 20, desk: 80 });
    rememberPanes('beside', { lines: 50, reading: 50 });
    expect(store.getState().preferences.theme).toBe('light');
    expect(main.asked).toEqual([]);
    await vi.runAllTimersAsync();
    expect(main.named('preferences.write')).toEqual([
      {
        preferences: {
          theme: 'light',
          panes: { shell: { library: 20, desk: 80 }, beside: { lines: 50, reading: 50 } },
        },
      },
    ]);
  });

  it('are written at once when the page goes, and only once', async () => {
    prefer({ theme: 'light' });
    await flushPreferences();
    await flushPreferences();
    await vi.runAllTimersAsync();
    expect(main.named('preferences.write')).toHaveLength(1);
  });

  it('report when they cannot be written', async () => {
    main.answer({
      'preferences.write': () => {
        throw new ExpectedFailure('internal', 'The disk is full.');
      },
    });
    prefer({ theme: 'dark' });
    await vi.runAllTimersAsync();
    expect(store.getState().notices.map(({ failure }) => failure.message)).toEqual(['The disk is full.']);
  });
});

describe('the history', () => {
  const texts = () => store.getState().preferences.history.map(({ text }) => text);

  it('holds each query once, the newest on top', () => {
    for (const text of ['a', 'b', 'a']) rememberQuery(wordQuery(text));
    rememberQuery({ ...wordQuery('a'), marks: true });
    expect(texts()).toEqual(['a', 'a', 'b']);
    forgetQuery(wordQuery('a'));
    expect(store.getState().preferences.history).toEqual([{ ...wordQuery('a'), marks: true }, wordQuery('b')]);
    forgetHistory();
    expect(texts()).toEqual([]);
  });

  it('lets the oldest go', () => {
    for (let n = 0; n <= longestHistory; n++) rememberQuery(wordQuery(`word ${n}`));
    expect(texts()).toHaveLength(longestHistory);
    expect(texts()[0]).toBe(`word ${longestHistory}`);
    expect(texts().at(-1)).toBe('word 1');
  });
});

describe('notices', () => {
  it('keep every failure until it is dismissed, the same one counted', () => {
    report(new ExpectedFailure('unreadable', 'No.', { where: 'a.txt' }));
    report(new ExpectedFailure('unreadable', 'No.', { where: 'b.txt' }));
    report(new ExpectedFailure('unreadable', 'No.', { where: 'a.txt' }));
    report(new Error('A bug.'));
    report(new ExpectedFailure('cancelled', 'As you wished.'));
    const { notices, dismiss, dismissAll } = store.getState();
    expect(notices.map(({ failure, times }) => [failure.code, failure.where, times])).toEqual([
      ['unreadable', 'a.txt', 2],
      ['unreadable', 'b.txt', 1],
      ['internal', undefined, 1],
    ]);
    dismiss(notices[1]?.id ?? -1);
    expect(store.getState().notices).toHaveLength(2);
    dismissAll();
    expect(store.getState().notices).toEqual([]);
  });

  it('say the same sentence twice as two events', () => {
    store.getState().say('Done');
    const first = store.getState().spoken;
    store.getState().say('Done');
    expect(store.getState().spoken.id).not.toBe(first.id);
  });
});
