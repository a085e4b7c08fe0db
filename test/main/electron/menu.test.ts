import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { menuTemplate } from '../../../src/main/electron/menu.ts';
import { wordsFor } from '../../../src/main/electron/words/desktop-words.ts';
import type { MenuFacts } from '../../../src/main/electron/menu.ts';
import type { Folder } from '../../../src/shared/answers.ts';
import type { FolderId } from '../../../src/shared/model.ts';

const folder = (number: number, missing = ''): Folder => ({
  folder: `f-${number}` as FolderId,
  name: 'a',
  label: `b/a ${number}`,
  opened: '',
  missing,
});

function draw(more: Partial<MenuFacts> = {}) {
  const commands: unknown[][] = [];
  const template = menuTemplate({
    platform: 'linux',
    folders: [folder(1), folder(2, 'It was moved.')],
    hasSamples: true,
    forDevelopers: false,
    say: wordsFor('en', []),
    language: 'system',
    command: (...given) => commands.push(given),
    ...more,
  });
  return { template, commands };
}

const children = (item: MenuItemConstructorOptions | undefined) =>
  (item?.submenu ?? []) as MenuItemConstructorOptions[];
const flatten = (items: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  items.flatMap((item) => [item, ...flatten(children(item))]);
const roles = (items: MenuItemConstructorOptions[]) => items.flatMap(({ role }) => (role ? [role] : []));
const click = (item: MenuItemConstructorOptions | undefined) => {
  (item?.click as (() => void) | undefined)?.();
};

describe('the menu', () => {
  it.each(['linux', 'win32'] as const)('has the roles of %s', (platform) => {
    const { template } = draw({ platform });
    expect(roles(template)).toEqual(['fileMenu', 'editMenu', 'viewMenu', 'help']);
    expect(roles(children(template[0]))).toEqual(['quit']);
    expect(roles(children(template[1]))).toEqual(['undo', 'redo', 'cut', 'copy', 'paste', 'delete', 'selectAll']);
    expect(roles(children(template[2]))).toEqual(['resetZoom', 'zoomIn', 'zoomOut', 'togglefullscreen']);
    expect(roles(children(template[3]))).toEqual(['about']);
  });

  it('has the roles of a Mac', () => {
    const { template } = draw({ platform: 'darwin' });
    expect(roles(template)).toEqual(['appMenu', 'fileMenu', 'editMenu', 'viewMenu', 'windowMenu', 'help']);
    expect(roles(children(template[0]))).toEqual(['about', 'services', 'hide', 'hideOthers', 'unhide', 'quit']);
    expect(roles(children(template[1]))).toEqual(['close']);
    expect(roles(flatten(children(template[2])))).toEqual([
      'undo',
      'redo',
      'cut',
      'copy',
      'paste',
      'pasteAndMatchStyle',
      'delete',
      'selectAll',
      'startSpeaking',
      'stopSpeaking',
    ]);
    expect(roles(children(template[4]))).toEqual(['minimize', 'zoom', 'front']);
    expect(roles(children(template[5]))).toEqual([]);
  });

  it.each([
    ['&Open Folder…', ['open-folder']],
    ['Open &Samples', ['open-samples']],
    ['&Close Corpus', ['close-corpus']],
    ['Go to the &Query', ['find']],
    ['&Command Palette…', ['palette']],
    ['Switch &Theme', ['theme']],
    ['Lectern &Help', ['help']],
    ['b/a 1', ['open-folder', 'f-1']],
  ])('asks for %s', (label, command) => {
    const { template, commands } = draw();
    click(flatten(template).find((item) => item.label === label));
    expect(commands).toEqual([command]);
  });

  it('gives no key twice', () => {
    for (const platform of ['linux', 'win32', 'darwin'] as const) {
      const keys = flatten(draw({ platform }).template).flatMap(({ accelerator }) => accelerator ?? []);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  it('offers what can be done', () => {
    const enabled = (more: Partial<MenuFacts>, label: string) =>
      flatten(draw(more).template).find((item) => item.label === label)?.enabled;
    expect(enabled({}, 'b/a 1')).toBe(true);
    expect(enabled({}, 'b/a 2')).toBe(false);
    expect(enabled({}, 'Open &Recent')).toBe(true);
    expect(enabled({ folders: [] }, 'Open &Recent')).toBe(false);
    expect(enabled({}, 'Open &Samples')).toBe(true);
    expect(enabled({ hasSamples: false }, 'Open &Samples')).toBe(false);
  });

  it('lists the newest twelve folders, with an & shown as it is', () => {
    const folders = Array.from({ length: 20 }, (_, number) => ({ ...folder(number), label: `a & b/${number}` }));
    const recent = flatten(draw({ folders }).template).find(({ label }) => label === 'Open &Recent');
    expect(children(recent)).toHaveLength(12);
    expect(children(recent)[0]?.label).toBe('a && b/0');
  });

  it('keeps the inspector for developers', () => {
    expect(roles(flatten(draw().template))).not.toContain('toggleDevTools');
    expect(roles(flatten(draw({ forDevelopers: true }).template))).toContain('toggleDevTools');
  });

  it('speaks the chosen language, and names each language in itself', () => {
    const { template, commands } = draw({ say: wordsFor('system', ['de-DE', 'ar-EG']), language: 'ar' });
    const labels = flatten(template).flatMap(({ label }) => label ?? []);
    expect(labels).toContain('لوحة ال&أوامر…');
    expect(labels.filter((label) => /Cut|Copy|Open|Help$/.test(label))).toEqual([]);
    const choices = flatten(template).filter(({ type }) => type === 'radio');
    expect(choices.map(({ label, checked }) => [label, checked])).toEqual([
      ['كلغة النظام', false],
      ['English', false],
      ['العربية', true],
      ['Македонски', false],
    ]);
    click(choices[3]);
    expect(commands).toEqual([['language-mk']]);
  });
});
