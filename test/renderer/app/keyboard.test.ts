import { beforeEach, describe, expect, it } from 'vitest';
import { commands } from '../../../src/renderer/app/commands.ts';
import { paletteGroups } from '../../../src/renderer/app/palette-entries.ts';
import { commandOf, keyCaps, type KeyPress, latinKey, matches } from '../../../src/renderer/app/shortcuts.ts';
import { store } from '../../../src/renderer/app/store/store.ts';
import { corpusA, corpusSummary, documentSummary, folderA, folderB, wordQuery } from './stand-in-bridge.ts';

function press(key: string, held: Partial<KeyPress> = {}): KeyPress {
  return { key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held };
}

describe('shortcuts', () => {
  it.each([
    ['mod+k', press('k', { ctrlKey: true }), false, true],
    ['mod+k', press('K', { ctrlKey: true }), false, true],
    ['mod+k', press('k'), false, false],
    ['mod+k', press('k', { ctrlKey: true, altKey: true }), false, false],
    ['mod+k', press('k', { ctrlKey: true, shiftKey: true }), false, false],
    ['mod+k', press('k', { metaKey: true }), false, false],
    ['mod+k', press('k', { metaKey: true }), true, true],
    ['mod+k', press('k', { ctrlKey: true }), true, false],
    ['shift+F6', press('F6', { shiftKey: true }), false, true],
    ['F6', press('F6', { shiftKey: true }), false, false],
    // The question mark is typed with Shift on most keyboards, the slash on some.
    ['?', press('?', { shiftKey: true }), false, true],
    ['/', press('/', { shiftKey: true }), false, true],
    ['/', press('?', { shiftKey: true }), false, false],
    // With an Arabic or a Macedonian keyboard the key has another letter.
    ['mod+k', press('ن', { ctrlKey: true, code: 'KeyK' }), false, true],
    ['mod+k', press('к', { ctrlKey: true, code: 'KeyK' }), false, true],
    ['mod+shift+l', press('Л', { ctrlKey: true, shiftKey: true, code: 'KeyL' }), false, true],
    ['mod+b', press('لا', { ctrlKey: true, code: 'KeyB' }), false, true],
    ['mod+9', press('٩', { ctrlKey: true, code: 'Digit9' }), false, true],
    // Where it has a Latin one, that is the one, wherever it lies.
    ['mod+q', press('a', { ctrlKey: true, code: 'KeyQ' }), false, false],
  ])('%s and %o (mac: %s): %s', (keys, given, mac, expected) => {
    expect(matches(keys, given, mac)).toBe(expected);
  });

  it('are found by their place on an Arabic or Macedonian keyboard', () => {
    expect(latinKey({ key: 'ع', code: 'KeyU' })).toBe('u');
    expect(latinKey({ key: 'ш', code: 'BracketLeft' })).toBe('[');
    expect(latinKey({ key: 'Enter', code: 'Enter' })).toBe('Enter');
    expect(latinKey({ key: 'u', code: 'KeyF' })).toBe('u');
    expect(latinKey({ key: 'ة' })).toBe('ة');
  });

  it('are written for the platform', () => {
    expect(keyCaps('mod+k', false)).toEqual(['Ctrl', 'K']);
    expect(keyCaps('mod+k', true)).toEqual(['⌘', 'K']);
    expect(keyCaps('shift+F6', false)).toEqual(['Shift', 'F6']);
    expect(keyCaps('Escape', false)).toEqual(['Esc']);
  });

  it('leave signs and Escape to a field in which someone writes', () => {
    expect(commandOf(press('/'), false)?.id).toBe('find');
    expect(commandOf(press('/'), true)).toBeUndefined();
    expect(commandOf(press('Escape'), true)).toBeUndefined();
    expect(commandOf(press('k', { ctrlKey: true }), true)?.id).toBe('palette');
  });

  it('belong to one command each, and ids as well', () => {
    const keys = commands.flatMap((command) => command.keys ?? []);
    expect(new Set(keys).size).toBe(keys.length);
    expect(new Set(commands.map(({ id }) => id)).size).toBe(commands.length);
  });
});

describe('the palette', () => {
  beforeEach(() => {
    store.setState(store.getInitialState(), true);
  });
  const labels = (typed: string, documents = [documentSummary(0, 'قطار الليل', 'ar')]) =>
    paletteGroups(store.getState(), documents, typed).flatMap(({ entries }) => entries.map(({ label }) => label));

  it('offers only what can be done', () => {
    expect(labels('close this')).toEqual([]);
    store.getState().put(corpusSummary(corpusA, folderA));
    store.getState().choose(corpusA);
    expect(labels('close this')).toEqual(['Close this folder']);
    expect(labels('sort by')).toEqual([]);
  });

  it('finds commands by other words, folders by name, documents of the open folder by title', () => {
    store.getState().list({
      folders: [
        { folder: folderA, name: 'Press', label: 'Archive/Press', opened: '', missing: '' },
        { folder: folderB, name: 'Letters', label: 'Letters', opened: '', missing: 'It is gone.' },
      ],
      canChoose: true,
      samples: null,
    });
    expect(labels('sidebar')).toEqual(['Show or hide the library']);
    expect(labels('archive')).toEqual(['Press']);
    expect(labels('letters')).toEqual([]);
    expect(labels('open press')).toEqual(['Press']);
    expect(labels('bar')).toEqual([]);
    expect(labels('الليل')).toEqual([]);
    store.getState().put(corpusSummary(corpusA, folderA));
    store.getState().choose(corpusA);
    expect(labels('الليل')).toEqual(['قطار الليل']);
    // The folder looked at need not be offered.
    expect(labels('archive')).toEqual([]);
  });

  it('offers past queries, newest first, few while nothing is typed', () => {
    store.getState().put(corpusSummary(corpusA, folderA));
    store.getState().choose(corpusA);
    store.getState().setPreferences({ history: ['a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'b'].map(wordQuery) });
    const recent = paletteGroups(store.getState(), [], '').at(-1);
    expect(recent?.heading).toBe('Search again');
    expect(recent?.entries.map(({ label }) => label)).toEqual(['a1', 'a2', 'a3', 'a4', 'a5']);
    expect(labels('a6')).toEqual(['a6']);
  });
});
