/** The application menu. Roles do what the platform does; everything of our own is a command that the page carries out. */
import type { MenuItemConstructorOptions } from 'electron';
import type { Folder } from '../../shared/answers.ts';
import type { Command } from '../../shared/wire.ts';
import type { FolderId } from '../../shared/model.ts';
import type { Preferences } from '../../shared/preferences.ts';
import english from './words/en.json' with { type: 'json' };
import type { Say } from './words/desktop-words.ts';

export interface MenuFacts {
  readonly platform: NodeJS.Platform;
  /** Newest first. */
  readonly folders: readonly Folder[];
  readonly hasSamples: boolean;
  /** Adds what only a developer needs. */
  readonly forDevelopers: boolean;
  readonly command: (command: Command, folder?: FolderId) => void;
  /** The words of the interface's language. */
  readonly say: Say;
  /** What the user chose, to be ticked. */
  readonly language: Preferences['language'];
}

/** A menu longer than this is not read; the page's library has them all. */
const mostRecent = 12;
const separator: MenuItemConstructorOptions = { type: 'separator' };

export function menuTemplate(facts: MenuFacts): MenuItemConstructorOptions[] {
  const mac = facts.platform === 'darwin';
  return [
    ...(mac ? [applicationMenu(facts)] : []),
    fileMenu(facts, mac),
    editMenu(facts, mac),
    viewMenu(facts),
    ...(mac ? [windowMenu(facts)] : []),
    helpMenu(facts, mac),
  ];
}

function applicationMenu({ say }: MenuFacts): MenuItemConstructorOptions {
  const item = roles(say);
  return {
    role: 'appMenu',
    submenu: [
      item('about'),
      separator,
      item('services'),
      separator,
      item('hide'),
      item('hideOthers'),
      item('unhide'),
      separator,
      item('quit'),
    ],
  };
}

function fileMenu(facts: MenuFacts, mac: boolean): MenuItemConstructorOptions {
  const { command, say } = facts;
  const item = roles(say);
  return {
    role: 'fileMenu',
    label: say('menu.file'),
    submenu: [
      ours(say('item.openFolder'), 'CmdOrCtrl+O', () => {
        command('open-folder');
      }),
      { label: say('item.openRecent'), submenu: recentMenu(facts), enabled: facts.folders.length > 0 },
      {
        ...ours(say('item.openSamples'), undefined, () => {
          command('open-samples');
        }),
        enabled: facts.hasSamples,
      },
      separator,
      ours(say('item.closeCorpus'), 'CmdOrCtrl+Shift+W', () => {
        command('close-corpus');
      }),
      separator,
      mac ? item('close') : item('quit'),
    ],
  };
}

function recentMenu({ folders, command }: MenuFacts): MenuItemConstructorOptions[] {
  return folders.slice(0, mostRecent).map(({ folder, label, missing }) => ({
    // A single & would make the next letter a shortcut.
    label: label.replaceAll('&', '&&'),
    enabled: missing === '',
    click: () => {
      command('open-folder', folder);
    },
  }));
}

function editMenu({ command, say }: MenuFacts, mac: boolean): MenuItemConstructorOptions {
  const item = roles(say);
  return {
    role: 'editMenu',
    label: say('menu.edit'),
    submenu: [
      item('undo'),
      item('redo'),
      separator,
      item('cut'),
      item('copy'),
      item('paste'),
      ...(mac ? [item('pasteAndMatchStyle')] : []),
      item('delete'),
      item('selectAll'),
      separator,
      ours(say('item.goToQuery'), 'CmdOrCtrl+L', () => {
        command('find');
      }),
      ...(mac ? [{ label: say('item.speech'), submenu: [item('startSpeaking'), item('stopSpeaking')] }] : []),
    ],
  };
}

function viewMenu(facts: MenuFacts): MenuItemConstructorOptions {
  const { command, forDevelopers, say } = facts;
  const item = roles(say);
  return {
    role: 'viewMenu',
    label: say('menu.view'),
    submenu: [
      ours(say('item.palette'), 'CmdOrCtrl+K', () => {
        command('palette');
      }),
      ours(say('item.theme'), undefined, () => {
        command('theme');
      }),
      { label: say('item.language'), submenu: languageMenu(facts) },
      separator,
      item('resetZoom'),
      item('zoomIn'),
      item('zoomOut'),
      separator,
      item('togglefullscreen'),
      ...(forDevelopers ? [separator, item('reload'), item('toggleDevTools')] : []),
    ],
  };
}

/** Each language in itself: whoever looks for theirs may read no other. */
function languageMenu({ command, say, language }: MenuFacts): MenuItemConstructorOptions[] {
  const names = { system: say('item.languageSystem'), en: 'English', ar: 'العربية', mk: 'Македонски' };
  return (['system', 'en', 'ar', 'mk'] as const).map((choice) => ({
    label: names[choice],
    type: 'radio',
    checked: choice === language,
    click: () => {
      command(`language-${choice}`);
    },
  }));
}

function windowMenu({ say }: MenuFacts): MenuItemConstructorOptions {
  const item = roles(say);
  return {
    role: 'windowMenu',
    label: say('menu.window'),
    submenu: [item('minimize'), item('zoom'), separator, item('front')],
  };
}

function helpMenu({ command, say }: MenuFacts, mac: boolean): MenuItemConstructorOptions {
  const help = ours(say('item.help'), mac ? undefined : 'F1', () => {
    command('help');
  });
  const manual = ours(say('item.manual'), 'Shift+F1', () => {
    command('manual');
  });
  const tour = ours(say('item.tour'), undefined, () => {
    command('tour');
  });
  const own = [help, manual, tour];
  // On a Mac, About is in the application's own menu.
  return { role: 'help', label: say('menu.help'), submenu: mac ? own : [...own, separator, roles(say)('about')] };
}

/** Electron names roles in English, whatever the interface speaks. */
function roles(say: Say) {
  return (role: keyof typeof english.role): MenuItemConstructorOptions => ({ role, label: say(`role.${role}`) });
}

function ours(label: string, accelerator: string | undefined, click: () => void): MenuItemConstructorOptions {
  return accelerator === undefined ? { label, click } : { label, accelerator, click };
}
