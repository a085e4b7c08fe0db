import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { channels } from '../../../src/shared/channels.ts';
import { done } from '../../../src/shared/failure.ts';
import { runDesktop as run } from './running-desktop.ts';
import type { DesktopSetting, RunningDesktop } from './running-desktop.ts';
import { Preventable } from './substitute-electron.ts';

let desktop: RunningDesktop | undefined;
async function runDesktop(setting: DesktopSetting = {}): Promise<RunningDesktop> {
  desktop = await run(setting);
  return desktop;
}
afterEach(async () => {
  await desktop?.remove();
  desktop = undefined;
});

const opened = (folder: string) => ({ type: 'command', command: 'open-folder', folder });
/** Lets everything run that was only put off. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 20));

describe('the start', () => {
  it('says before Electron is ready what must be said by then', async () => {
    const { electron, userData } = await runDesktop();
    expect(electron.app.early).toEqual([
      'name Lectern',
      `path userData ${userData}`,
      `path sessionData ${join(userData, '..', 'session')}`,
      'about',
      'sandbox',
      'schemes [{"scheme":"app","privileges":{"standard":true,"secure":true,"supportFetchAPI":true,"codeCache":true}}]',
      'lock',
    ]);
    expect(electron.app.switches).toEqual(
      new Map([
        ['disable-background-networking', ''],
        ['disable-component-update', ''],
        ['disable-domain-reliability', ''],
        ['no-proxy-server', ''],
        ['host-resolver-rules', 'MAP * ~NOTFOUND'],
      ]),
    );
  });

  it('opens one window on the page and shows it when it is painted', async () => {
    const { electron } = await runDesktop();
    expect(electron.windows).toHaveLength(1);
    expect(electron.window.loaded).toEqual(['app://lectern/']);
    expect(electron.window.done).toEqual([]);
    electron.window.emit('ready-to-show');
    expect(electron.window.done).toEqual(['show']);
  });

  it('answers the page and nothing else under app:', async () => {
    const { electron } = await runDesktop();
    expect([...electron.protocols.keys()]).toEqual(['app']);
    const reply = await electron.protocols.get('app')!({ url: 'app://lectern/', method: 'GET' });
    expect(reply.status).toBe(200);
  });

  it('leaves certificate errors to Electron, which refuses them', async () => {
    const { electron } = await runDesktop();
    for (const event of ['certificate-error', 'select-client-certificate', 'login'])
      expect(electron.app.listenerCount(event)).toBe(0);
  });

  it('fails in words when the page is not built', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const { electron } = await runDesktop({ rendererDir: '/nowhere/at/all' });
    expect(electron.app.exitCode).toBe(1);
    expect(electron.windows).toEqual([]);
    expect(electron.errorBoxes).toEqual([expect.stringContaining('npm run build')]);
    expect(said).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(/^lectern: .*npm run build/));
    said.mockRestore();
  });

  it('fails in words when the folders of the user cannot be made', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const { electron } = await runDesktop({ prepare: ({ userData }) => writeFile(userData, 'a file in its place') });
    expect(electron.app.exitCode).toBe(1);
    expect(electron.errorBoxes).toEqual([expect.stringContaining('EEXIST')]);
    expect(electron.handlers.size).toBe(0);
    expect(said).toHaveBeenCalledOnce();
    said.mockRestore();
  });
});

describe('folders of the command line', () => {
  it('are admitted and opened once the page hears', async () => {
    const { electron, workbench, articles } = await runDesktop({ args: ['--inspect', 'articles', ''] });
    expect(workbench.admitted).toEqual([articles]);
    const { webContents } = electron.window;
    expect(webContents.sent).toEqual([]);
    webContents.emit('did-finish-load');
    expect(webContents.sent).toEqual([{ channel: channels.event, event: opened('f-1') }]);
  });

  it('that are not there are named in a dialog', async () => {
    const { electron, workbench } = await runDesktop({ args: ['missing', 'articles'] });
    expect(workbench.admitted).toHaveLength(1);
    expect(electron.dialogs).toEqual([
      { message: 'This could not be opened.', detail: expect.stringMatching(/^missing: .*no such folder/) as string },
    ]);
  });
});

describe('a second start', () => {
  it('hands its folders to the first and ends', async () => {
    const { electron, articles } = await runDesktop({
      args: ['articles'],
      prepare: ({ electron: { app } }) => {
        app.hasLock = false;
      },
    });
    expect(electron.app.lockData).toEqual({ paths: [articles], links: [] });
    expect(electron.app.quits).toBe(1);
    expect(electron.windows).toEqual([]);
    expect(electron.handlers.size).toBe(0);
  });

  it('brings the first to the front and opens the folders there', async () => {
    const { electron, workbench, articles } = await runDesktop();
    electron.window.webContents.emit('did-finish-load');
    electron.window.emit('ready-to-show');
    electron.window.minimized = true;
    electron.app.emit('second-instance', {}, ['lectern', '/ignored'], '/', { paths: [articles] });
    await vi.waitFor(() => {
      expect(electron.window.webContents.sent.map(({ event }) => event)).toContainEqual(opened('f-1'));
    });
    expect(electron.window.done).toEqual(['show', 'restore', 'show', 'focus']);
    expect(electron.windows).toHaveLength(1);
    expect(workbench.admitted).toEqual([articles]);
  });

  it.each([undefined, null, 'text', { paths: 'no list' }, { paths: [7] }, { paths: [''] }])(
    'that sends %j opens nothing',
    async (sent) => {
      const { electron, workbench } = await runDesktop();
      electron.window.emit('ready-to-show');
      electron.app.emit('second-instance', {}, [], '/', sent);
      await vi.waitFor(() => {
        expect(electron.window.done).toEqual(['show', 'show', 'focus']);
      });
      await settle();
      expect(workbench.admitted).toEqual([]);
    },
  );
});

describe('a link of the system', () => {
  const link = 'lectern://concordance?q=lake&texts=';
  const handed = { channel: channels.event, event: { type: 'open-link', link } };

  it('comes here, also where Lectern is a checkout that Electron starts', async () => {
    const { electron } = await runDesktop();
    expect(electron.app.links).toEqual([['lectern']]);
    await desktop?.remove();
    const startedBy = { program: '/opt/electron', args: ['/opt/lectern'] };
    expect((await runDesktop({ startedBy })).electron.app.links).toEqual([
      ['lectern', '/opt/electron', ['/opt/lectern']],
    ]);
  });

  it('is handed to the page at the start, by a second start, and by a Mac, but nothing else is', async () => {
    const { electron, workbench } = await runDesktop({ args: [link, 'lectern:nothing'] });
    const { webContents } = electron.window;
    webContents.emit('did-finish-load');
    expect(webContents.sent).toEqual([handed]);
    electron.app.emit('second-instance', {}, [], '/', { paths: [], links: [link] });
    await vi.waitFor(() => {
      expect(webContents.sent).toEqual([handed, handed]);
    });
    const event = new Preventable();
    electron.app.emit('open-url', event, link);
    expect(event.prevented).toBe(true);
    electron.app.emit('open-url', new Preventable(), 'https://example.org/');
    electron.app.emit('second-instance', {}, [], '/', { paths: [], links: [`lectern://${'x'.repeat(20_001)}`] });
    await vi.waitFor(() => {
      expect(webContents.sent).toEqual([handed, handed, handed]);
    });
    await settle();
    expect(webContents.sent).toHaveLength(3);
    expect(workbench.admitted).toEqual([]);
  });
});

describe('on a Mac', () => {
  it('a folder dropped on the dock is opened', async () => {
    const { electron, workbench, articles } = await runDesktop({ platform: 'darwin' });
    const event = new Preventable();
    electron.app.emit('open-file', event, articles);
    expect(event.prevented).toBe(true);
    await vi.waitFor(() => {
      expect(workbench.admitted).toEqual([articles]);
    });
  });

  it('the program outlives its window, and a command opens a new one that hears it', async () => {
    const { electron, workbench } = await runDesktop({ platform: 'darwin' });
    electron.window.close();
    electron.app.emit('window-all-closed');
    expect(electron.app.quits).toBe(0);
    workbench.emit({ type: 'library-changed' });
    expect(electron.windows).toHaveLength(1);
    workbench.emit({ type: 'command', command: 'open-samples' });
    expect(electron.windows).toHaveLength(2);
    electron.window.webContents.emit('did-finish-load');
    expect(electron.window.webContents.sent).toEqual([
      { channel: channels.event, event: { type: 'command', command: 'open-samples' } },
    ]);
  });

  it('a click on the dock shows the window', async () => {
    const { electron } = await runDesktop({ platform: 'darwin' });
    electron.window.close();
    electron.app.emit('activate');
    await vi.waitFor(() => {
      expect(electron.windows).toHaveLength(2);
    });
  });
});

describe('what the page is told', () => {
  it('is every event, over one channel', async () => {
    const { electron, workbench } = await runDesktop();
    const { webContents } = electron.window;
    workbench.emit({ type: 'progress', job: 'j', stage: 'reading', done: 1, total: 0, what: 'a.txt' });
    webContents.emit('did-finish-load');
    const progress = { type: 'progress', job: 'j', stage: 'reading', done: 2, total: 0, what: 'b.txt' } as const;
    workbench.emit(progress);
    expect(webContents.sent).toEqual([{ channel: channels.event, event: progress }]);
  });

  it('waits while the page loads anew', async () => {
    const { electron, workbench } = await runDesktop();
    const { webContents } = electron.window;
    webContents.emit('did-finish-load');
    webContents.emit('did-navigate');
    workbench.emit({ type: 'command', command: 'help' });
    expect(webContents.sent).toEqual([]);
    webContents.emit('did-finish-load');
    expect(webContents.sent).toHaveLength(1);
  });
});

describe('what the page asks', () => {
  it('goes to the workbench', async () => {
    const { electron, workbench } = await runDesktop();
    workbench.answers.set('app.about', () => done('about'));
    expect(await electron.invoke(channels.request, [{ id: 0, name: 'app.about', params: {} }])).toEqual(done('about'));
  });

  it('is refused to a window of another', async () => {
    const { electron, workbench } = await runDesktop();
    const asked = workbench.asked.length;
    const sender = { send: () => undefined };
    const sent = [{ id: 0, name: 'app.about', params: {} }];
    expect(await electron.invoke(channels.request, sent, { sender })).toMatchObject({ error: { code: 'not-allowed' } });
    expect(workbench.asked).toHaveLength(asked);
  });

  it('sets the frame to the theme that was chosen, at the start and later', async () => {
    const { electron, workbench } = await runDesktop();
    expect(electron.nativeTheme.themeSource).toBe('dark');
    const write = { id: 1, name: 'preferences.write', params: {} };
    workbench.answers.set('preferences.write', () => done({ theme: 'light', readingSize: 17 }));
    await electron.invoke(channels.request, [write]);
    expect(electron.nativeTheme.themeSource).toBe('light');
    workbench.answers.set('preferences.write', () => done({ theme: 'plaid' }));
    await electron.invoke(channels.request, [write]);
    expect(electron.nativeTheme.themeSource).toBe('light');
    electron.nativeTheme.shouldUseDarkColors = true;
    electron.nativeTheme.emit('updated');
    expect(electron.window.done).toEqual(['background #171716']);
  });

  it('may be the folder dialog, which only main shows', async () => {
    const running = await runDesktop();
    expect(await running.chooseFolder()).toBeNull();
    running.electron.chosen = { canceled: false, filePaths: ['/somewhere'] };
    expect(await running.chooseFolder()).toBe('/somewhere');
  });

  it('may be a drop', async () => {
    const { electron, workbench, articles } = await runDesktop();
    electron.window.webContents.emit('did-finish-load');
    expect(await electron.invoke(channels.drop, [[articles]])).toEqual(done({ folders: ['f-1'] }));
    expect(workbench.emitted).toContainEqual(opened('f-1'));
    const missing = await electron.invoke(channels.drop, [[articles, join(articles, 'missing')]]);
    expect(missing).toMatchObject({ ok: false, error: { code: 'no-such-folder', where: 'missing' } });
  });
});

describe('the menu', () => {
  const recent = (running: RunningDesktop) => {
    const file = running.electron.menu.find(({ role }) => role === 'fileMenu')!.submenu as {
      label?: string;
      submenu?: { label: string; click: () => void }[];
    }[];
    return file.find(({ label }) => label === 'Open &Recent')!.submenu!;
  };

  it('is drawn anew when the library changes, and its commands go through the workbench', async () => {
    const running = await runDesktop();
    expect(recent(running).map(({ label }) => label)).toEqual(['news/articles && letters']);
    recent(running)[0]!.click();
    expect(running.workbench.emitted).toEqual([opened('f-a')]);
    running.workbench.answers.set('library.folders', () => done({ folders: [], canChoose: true, samples: null }));
    running.workbench.emit({ type: 'library-changed' });
    await vi.waitFor(() => {
      expect(recent(running)).toEqual([]);
    });
  });
});

describe('quitting', () => {
  it('waits for the workbench and closes the doorway', async () => {
    const { electron, workbench } = await runDesktop();
    electron.window.close();
    electron.app.emit('window-all-closed');
    expect(electron.app.quits).toBe(0);
    await vi.waitFor(() => {
      expect(electron.app.quits).toBe(1);
    });
    expect(workbench.disposed).toBe(1);
    expect(workbench.listeners.size).toBe(0);
    expect(electron.handlers.size).toBe(0);
  });

  it('is not held up by a workbench that fails or never ends', async () => {
    const reported = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const failing = await runDesktop();
    failing.workbench.dispose = () => Promise.reject(new Error('stuck'));
    failing.electron.app.quit();
    await vi.waitFor(() => {
      expect(failing.electron.app.quits).toBe(1);
    });
    expect(reported).toHaveBeenCalledOnce();
    reported.mockRestore();

    const hanging = await run();
    hanging.workbench.dispose = () => new Promise(() => undefined);
    vi.useFakeTimers();
    hanging.electron.app.quit();
    await vi.advanceTimersByTimeAsync(10_000);
    vi.useRealTimers();
    expect(hanging.electron.app.quits).toBe(1);
    await hanging.remove();
  });
});

describe('the window remembers', () => {
  it('where it stood, for the next start', async () => {
    const { electron, userData } = await runDesktop();
    electron.window.normalBounds = { x: 40, y: 50, width: 1000, height: 600 };
    electron.window.maximized = true;
    electron.window.close();
    const next = await run({
      prepare: async ({ userData: nextUserData }) => {
        await mkdir(nextUserData);
        await rename(join(userData, 'window.json'), join(nextUserData, 'window.json'));
      },
    });
    expect(next.electron.window.options).toMatchObject({ x: 40, y: 50, width: 1000, height: 600 });
    next.electron.window.emit('ready-to-show');
    expect(next.electron.window.done).toEqual(['maximize', 'show']);
    await next.remove();
  });

  it('nothing from a file that is not its own', async () => {
    for (const text of [
      '{',
      '{"bounds":{"x":"1"}}',
      '{"bounds":{"x":0,"y":0,"width":-5,"height":5},"maximized":false}',
    ]) {
      const { electron, remove } = await run({
        prepare: async ({ userData }) => {
          await mkdir(userData);
          await writeFile(join(userData, 'window.json'), text);
        },
      });
      expect(electron.window.options).toMatchObject({ width: 1280, height: 840 });
      await remove();
    }
  });
});
