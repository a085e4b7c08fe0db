import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gridAction, type KeyPress } from '../../src/renderer/features/concordance/grid-keys.ts';
import { linesAsText, shortPath } from '../../src/renderer/features/concordance/line-text.ts';
import {
  bareKey,
  keyName,
  levelOf,
  reversedKey,
  withKey,
  withoutKey,
} from '../../src/renderer/features/concordance/sort-keys.ts';
import { type ConcordanceLine } from '../../src/shared/answers.ts';
import { sortKeys } from '../../src/shared/terms.ts';
import type { CharOffset, DocId, TokenIndex } from '../../src/shared/model.ts';

const bareKeys = ['B1', 'B2', 'B3', 'B4', 'B5', 'M', 'A1', 'A2', 'A3', 'A4', 'A5', 'doc', 'pos', 'freq'];

describe('sort keys', () => {
  it('start with the key clicked, and turn it round when it is clicked again', () => {
    expect(withKey([], 'A1', false)).toEqual(['A1']);
    expect(withKey(['A1'], 'A1', false)).toEqual(['-A1']);
    expect(withKey(['-A1'], 'A1', false)).toEqual(['A1']);
    expect(withKey(['B1', 'A1'], 'A1', false)).toEqual(['A1']);
  });

  it('come below the others with Shift, and turn round where they stand', () => {
    expect(withKey(['B1'], 'A1', true)).toEqual(['B1', 'A1']);
    expect(withKey(['B1', 'A1'], 'B1', true)).toEqual(['-B1', 'A1']);
  });

  it('are always keys that the contract takes, whatever is clicked', () => {
    const clicks = fc.array(fc.record({ key: fc.constantFrom(...bareKeys), add: fc.boolean() }), { maxLength: 20 });
    fc.assert(
      fc.property(clicks, (all) => {
        let keys: string[] = [];
        for (const { key, add } of all) {
          keys = withKey(keys, key, add);
          expect(sortKeys.safeParse(keys).success).toBe(true);
          expect(levelOf(keys, key)).toBeGreaterThanOrEqual(0);
          expect(new Set(keys.map(bareKey)).size).toBe(keys.length);
        }
        for (const { key } of all) keys = withoutKey(keys, key);
        expect(keys).toEqual([]);
      }),
    );
  });

  it('have names', () => {
    expect(bareKeys.map(keyName).slice(0, 7)).toEqual([
      'first word before',
      'second word before',
      'third word before',
      'fourth word before',
      'fifth word before',
      'match',
      'first word after',
    ]);
    expect(keyName('-freq')).toBe('frequency of the match');
    expect(reversedKey(reversedKey('doc'))).toBe('doc');
  });
});

describe('keys of the list', () => {
  const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
    key,
    shiftKey: false,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    ...more,
  });

  it('move, extend, open and expand', () => {
    expect(gridAction(press('ArrowDown'), false)).toEqual({ type: 'move', by: 1, extend: false });
    expect(gridAction(press('PageUp', { shiftKey: true }), false)).toEqual({ type: 'page', by: -1, extend: true });
    expect(gridAction(press('End', { ctrlKey: true }), false)).toEqual({ type: 'end', which: 'last', extend: false });
    expect(gridAction(press('Enter'), false)).toEqual({ type: 'open' });
    expect(gridAction(press(' '), false)).toEqual({ type: 'tick' });
    expect(gridAction(press('a', { metaKey: true }), false)).toEqual({ type: 'all' });
  });

  it('point to where the list goes on: a line opens to the left in a mirrored list', () => {
    const opens = ['ArrowRight', 'ArrowLeft'].map((key) => [false, true].map((at) => gridAction(press(key), at)?.type));
    expect(opens).toEqual([
      ['expand', 'collapse'],
      ['collapse', 'expand'],
    ]);
  });

  it('leave the others to the page and the browser', () => {
    for (const other of [
      press('Tab'),
      press('F6'),
      press('c', { ctrlKey: true }),
      press('ArrowLeft', { altKey: true }),
      press('ArrowDown', { ctrlKey: true }),
      press('a'),
    ])
      expect(gridAction(other, false)).toBeNull();
  });
});

describe('lines as text', () => {
  const line = (before: string, match: string, after: string): ConcordanceLine => ({
    n: 1,
    doc: 0 as DocId,
    path: 'notes/a.b.txt',
    start: 0 as CharOffset,
    end: 1 as CharOffset,
    tokenStart: 0 as TokenIndex,
    tokenEnd: 1 as TokenIndex,
    before,
    match,
    after,
    language: 'ar',
    direction: 'rtl',
  });

  it('stand in logical order, a tab between the parts, a line each', () => {
    expect(linesAsText([line('قال «', 'مادورو', '»: "هل'), line('од ', 'Венецуела', ', доби')])).toBe(
      'قال «\tمادورو\t»: "هل\tnotes/a.b.txt\nод\tВенецуела\t, доби\tnotes/a.b.txt',
    );
  });

  it('carry no bidi controls and no tabs or line ends of their own', () => {
    const dirty = fc.string({
      unit: fc.constantFrom('a', 'س', '\u200F', '\u2067', '\u202B', '\u061C', '\t', '\n', ' '),
    });
    fc.assert(
      fc.property(dirty, dirty, dirty, (before, match, after) => {
        const text = linesAsText([line(before, match, after)]);
        expect(text).not.toMatch(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\n]/u);
        expect(text.split('\t').length).toBe(4);
      }),
    );
  });

  it('name the document shortly', () => {
    expect(['a/b/c.d.txt', 'plain', '.hidden', 'x/.y'].map(shortPath)).toEqual(['c.d', 'plain', '.hidden', '.y']);
  });
});
