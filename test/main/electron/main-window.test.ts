import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WebContents } from 'electron';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { guardedPreferences } from '../../../src/main/electron/hardening.ts';
import { wordsFor } from '../../../src/main/electron/words/desktop-words.ts';
import { MainWindow } from '../../../src/main/electron/main-window.ts';
import { SubstituteContents, SubstituteElectron } from './substitute-electron.ts';

let userData: string;
let electron: SubstituteElectron;
const closed = vi.fn();
const reported = vi.spyOn(console, 'error');
beforeEach(async () => {
  userData = await mkdtemp(join(tmpdir(), 'lectern-window-'));
  electron = new SubstituteElectron();
  reported.mockImplementation(() => undefined);
});
afterEach(async () => {
  vi.resetAllMocks();
  await rm(userData, { recursive: true });
});

const words = () => wordsFor('en', []);

function openWindow(): MainWindow {
  return new MainWindow(electron.parts, { preload: '/preload.cjs', icon: '/icon.png', userData, words, closed });
}

const crash = (reason: string) => {
  electron.window.webContents.emit('render-process-gone', {}, { reason, exitCode: 5 });
};

describe('the window', () => {
  it('is made with the guarded preferences, hidden, on the colour of the page', () => {
    openWindow();
    expect(electron.window.options).toEqual({
      width: 1280,
      height: 840,
      minWidth: 640,
      minHeight: 420,
      title: 'Lectern',
      icon: '/icon.png',
      show: false,
      backgroundColor: '#f3f1ec',
      webPreferences: guardedPreferences('/preload.cjs', true),
    });
  });

  it('has no inspector and no light flash when it is packaged and dark', () => {
    electron.app.isPackaged = true;
    electron.nativeTheme.shouldUseDarkColors = true;
    openWindow();
    expect(electron.window.options.webPreferences?.devTools).toBe(false);
    expect(electron.window.options.backgroundColor).toBe('#171716');
  });

  it('opens on the primary display when the display it stood on is gone', () => {
    electron.displays = [
      { id: 1, workArea: { x: 0, y: 0, width: 1366, height: 728 } },
      { id: 2, workArea: { x: 1366, y: 0, width: 1920, height: 1040 } },
    ];
    openWindow();
    const bounds = { x: 1500, y: 30, width: 1600, height: 900 };
    electron.window.normalBounds = bounds;
    electron.window.close();
    openWindow();
    expect(electron.window.options).toMatchObject(bounds);
    electron.window.normalBounds = bounds;
    electron.window.close();
    electron.displays.pop();
    openWindow();
    expect(electron.window.options).toMatchObject({ width: 1366, height: 728 });
    expect(electron.window.options).not.toHaveProperty('x');
  });

  it('knows its own contents, until it is closed, and then is of no more use', () => {
    const window = openWindow();
    const contents = electron.window.webContents as unknown as WebContents;
    expect(window.isOurs(contents)).toBe(true);
    expect(window.isOurs(new SubstituteContents() as unknown as WebContents)).toBe(false);
    electron.window.webContents.emit('did-finish-load');
    electron.window.close();
    expect(closed).toHaveBeenCalledOnce();
    expect(window.isOurs(contents)).toBe(false);
    window.send({ type: 'library-changed' });
    window.repaint();
    expect(electron.window.webContents.sent).toEqual([]);
    expect(electron.window.done).toEqual([]);
  });

  it('says so when the page cannot be loaded', async () => {
    const { parts } = electron;
    const failing = class extends (parts.BrowserWindow as unknown as new (options: object) => {
      loading: Promise<void>;
    }) {
      override loading = Promise.reject(new Error('ERR_FAILED'));
    };
    const options = { preload: '/preload.cjs', icon: '/icon.png', userData, words, closed };
    new MainWindow({ ...parts, BrowserWindow: failing as unknown as typeof parts.BrowserWindow }, options);
    await vi.waitFor(() => {
      expect(electron.dialogs).toEqual([
        { message: 'The page of Lectern could not be loaded.', detail: 'Error: ERR_FAILED' },
      ]);
    });
    expect(reported).toHaveBeenCalledOnce();
    expect(electron.window.done).toEqual(['show']);
  });

  it('is not brought forward while it is white', () => {
    const window = openWindow();
    window.bringToFront();
    expect(electron.window.done).toEqual([]);
    electron.window.emit('ready-to-show');
    window.bringToFront();
    expect(electron.window.done).toEqual(['show', 'show', 'focus']);
  });

  it('goes on hearing when a journey of its page was prevented', () => {
    const window = openWindow();
    electron.window.webContents.emit('did-finish-load');
    electron.window.webContents.emit('did-start-navigation', { isMainFrame: true });
    window.send({ type: 'library-changed' });
    expect(electron.window.webContents.sent).toHaveLength(1);
  });
});

describe('a page that dies', () => {
  it('is reported and loaded again, and commands wait for it', () => {
    const window = openWindow();
    const { webContents } = electron.window;
    webContents.emit('did-finish-load');
    crash('oom');
    expect(reported).toHaveBeenCalledExactlyOnceWith('lectern: the page stopped (oom, exit code 5)');
    expect(electron.dialogs).toEqual([
      {
        message: 'The page of Lectern stopped and was loaded again.',
        detail: 'Your folders are still open (oom, exit code 5).',
      },
    ]);
    expect(electron.window.loaded).toEqual(['app://lectern/', 'app://lectern/']);
    window.send({ type: 'command', command: 'help' });
    expect(webContents.sent).toEqual([]);
    webContents.emit('did-finish-load');
    expect(webContents.sent).toHaveLength(1);
  });

  it('again and again is given up, until a minute has passed', () => {
    vi.useFakeTimers();
    openWindow();
    for (let count = 0; count < 3; count++) crash('crashed');
    expect(electron.window.loaded).toHaveLength(3);
    expect(electron.dialogs.at(-1)?.message).toBe('The page of Lectern keeps stopping.');
    vi.advanceTimersByTime(61_000);
    crash('crashed');
    expect(electron.window.loaded).toHaveLength(4);
    vi.useRealTimers();
  });

  it('because it was closed is no accident', () => {
    openWindow();
    crash('clean-exit');
    electron.window.close();
    crash('killed');
    expect(electron.window.loaded).toHaveLength(1);
    expect(electron.dialogs).toEqual([]);
  });
});
