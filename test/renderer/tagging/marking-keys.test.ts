import { describe, expect, test } from 'vitest';
import { markingAction, type Press } from '../../../src/renderer/features/tagging/marking-keys.ts';
import type { Tag, TagId } from '../../../src/shared/tagging.ts';

const tag = (name: string, shortcut: string | null, retired = false): Tag => ({
  ...{ tag: name as TagId, parent: null, position: 0, name, colour: '#b4443c', description: '', shortcut, retired },
  ...{ author: 'me' as Tag['author'], spans: 0, spansBelow: 0, documents: 0, notes: 0 },
});
const tags = [tag('place', 'p'), tag('مكان', 'م'), tag('old', 'o', true), tag('second', '2')];
const press = (key: string, more: Partial<Press> = {}): Press => ({
  ...{ key, code: '', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false },
  ...more,
});

describe('keys over a text that is tagged', () => {
  test('a letter or a digit gives the tag that has it, by its sign or by its place on the keyboard', () => {
    expect(markingAction(press('م'), tags, false)).toEqual({ kind: 'tag', tag: tags[1] });
    expect(markingAction(press('P', { shiftKey: true }), tags, false)).toEqual({ kind: 'tag', tag: tags[0] });
    expect(markingAction(press('ح', { code: 'KeyP' }), tags, true)).toEqual({ kind: 'tag', tag: tags[0] });
    expect(markingAction(press('٢', { code: 'Digit2' }), tags, true)).toEqual({ kind: 'tag', tag: tags[3] });
  });

  test('a retired tag is not given, and what nobody has is named', () => {
    expect(markingAction(press('o', { code: 'KeyO' }), tags, false)).toEqual({ kind: 'unknown-key', key: 'o' });
  });

  test('Alt and an arrow widens in the direction of the text', () => {
    const alt = (key: string, shiftKey = false) => press(key, { altKey: true, shiftKey });
    expect(markingAction(alt('ArrowLeft'), tags, true)).toEqual({ kind: 'resize', side: 'end', step: 'wordOn' });
    expect(markingAction(alt('ArrowLeft'), tags, false)).toEqual({ kind: 'resize', side: 'end', step: 'wordBack' });
    expect(markingAction(alt('ArrowUp', true), tags, false)).toEqual({
      ...{ kind: 'resize', side: 'start', step: 'characterBack' },
    });
  });

  test('keys with Control, and those that mean nothing here, are left to others', () => {
    expect(markingAction(press('p', { ctrlKey: true }), tags, false)).toBeNull();
    expect(markingAction(press('ArrowDown'), tags, false)).toBeNull();
    expect(markingAction(press('/'), tags, false)).toBeNull();
  });
});
