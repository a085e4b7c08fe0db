/** The application menu. Roles do what the platform does; everything of our own is a command that the page carries out. */
import type { MenuItemConstructorOptions } from 'electron';
import type { Folder } from '../../shared/answers.ts';
import type { Command } from '../../shared/wire.ts';
import type { FolderId } from '../../shared/model.ts';

export interface MenuFacts {
  readonly platform: NodeJS.Platform;
  /** Newest first. */
  readonly folders: readonly Folder[];
  readonly hasSamples: boolean;
  /** Adds what only a developer needs. */
  readonly forDevelopers: boolean;
  readonly command: (command: Command, folder?: FolderId) => void;
}

/** A menu longer than this is not read; the page's library has them all. */
const mostRecent = 12;
const separator: MenuItemConstructorOptions = { type: 'separator' };

export function menuTemplate(facts: MenuFacts): MenuItemConstructorOptions[] {
  const mac = facts.platform === 'darwin';
  return [
    ...(mac ? [applicationMenu()] : []),
    fileMenu(facts, mac),
    editMenu(facts, mac),
    viewMenu(facts),
    ...(mac ? [windowMenu()] : []),
    helpMenu(facts, mac),
  ];
}

function applicationMenu(): MenuItemConstructorOptions {
  return {
    role: 'appMenu',
    submenu: [
      { role: 'about' },
      separator,
      { role: 'services' },
      separator,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      separator,
      { role: 'quit' },
    ],
  };
}

function fileMenu(facts: MenuFacts, mac: boolean): MenuItemConstructorOptions {
  const { command } = facts;
  return {
    role: 'fileMenu',
    submenu: [
      ours('&Open Folder…', 'CmdOrCtrl+O', () => {
        command('open-folder');
      }),
      { label: 'Open &Recent', submenu: recentMenu(facts), enabled: facts.folders.length > 0 },
      {
        ...ours('Open &Samples', undefined, () => {
          command('open-samples');
        }),
        enabled: facts.hasSamples,
      },
      separator,
      ours('&Close Corpus', 'CmdOrCtrl+Shift+W', () => {
        command('close-corpus');
      }),
      separator,
      mac ? { role: 'close' } : { role: 'quit' },
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

function editMenu({ command }: MenuFacts, mac: boolean): MenuItemConstructorOptions {
  return {
    role: 'editMenu',
    submenu: [
      { role: 'undo' },
      { role: 'redo' },
      separator,
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      ...(mac ? [{ role: 'pasteAndMatchStyle' } as const] : []),
      { role: 'delete' },
      { role: 'selectAll' },
      separator,
      ours('Go to the &Query', 'CmdOrCtrl+L', () => {
        command('find');
      }),
      ...(mac
        ? [{ label: 'Speech', submenu: [{ role: 'startSpeaking' } as const, { role: 'stopSpeaking' } as const] }]
        : []),
    ],
  };
}

function viewMenu({ command, forDevelopers }: MenuFacts): MenuItemConstructorOptions {
  return {
    role: 'viewMenu',
    submenu: [
      ours('&Command Palette…', 'CmdOrCtrl+K', () => {
        command('palette');
      }),
      ours('Switch &Theme', undefined, () => {
        command('theme');
      }),
      separator,
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      separator,
      { role: 'togglefullscreen' },
      ...(forDevelopers ? [separator, { role: 'reload' } as const, { role: 'toggleDevTools' } as const] : []),
    ],
  };
}

function windowMenu(): MenuItemConstructorOptions {
  return { role: 'windowMenu', submenu: [{ role: 'minimize' }, { role: 'zoom' }, separator, { role: 'front' }] };
}

function helpMenu({ command }: MenuFacts, mac: boolean): MenuItemConstructorOptions {
  const help = ours('Lectern &Help', mac ? undefined : 'F1', () => {
    command('help');
  });
  // On a Mac, About is in the application's own menu.
  return { role: 'help', submenu: mac ? [help] : [help, separator, { role: 'about' }] };
}

function ours(label: string, accelerator: string | undefined, click: () => void): MenuItemConstructorOptions {
  return accelerator === undefined ? { label, click } : { label, accelerator, click };
}
