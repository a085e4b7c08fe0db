/** A desktop that was started on a substitute Electron, with folders of its own. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDesktop } from '../../../src/main/electron/desktop.ts';
import type { DesktopOptions } from '../../../src/main/electron/desktop.ts';
import { done } from '../../../src/shared/failure.ts';
import { buildPage } from '../page/built-page.ts';
import { SubstituteWorkbench } from '../substitute-workbench.ts';
import { SubstituteElectron } from './substitute-electron.ts';

export interface RunningDesktop {
  readonly electron: SubstituteElectron;
  readonly workbench: SubstituteWorkbench;
  /** An empty folder that belongs to the user. */
  readonly articles: string;
  readonly userData: string;
  /** What the workbench was given to show a folder dialog. */
  chooseFolder: () => Promise<string | null>;
  readonly remove: () => Promise<void>;
}

export interface DesktopSetting extends Partial<
  Pick<DesktopOptions, 'platform' | 'args' | 'rendererDir' | 'startedBy'>
> {
  /** Runs before the start. */
  readonly prepare?: (desktop: RunningDesktop) => void | Promise<void>;
}

export const someFolder = {
  folder: 'f-a',
  name: 'articles',
  label: 'news/articles & letters',
  opened: '2026-01-01T00:00:00.000Z',
  missing: '',
};

export async function runDesktop(setting: DesktopSetting = {}): Promise<RunningDesktop> {
  const page = await buildPage();
  const folder = await mkdtemp(join(tmpdir(), 'lectern-desktop-'));
  const articles = join(folder, 'articles');
  const userData = join(folder, 'user');
  await mkdir(articles);
  const workbench = new SubstituteWorkbench();
  workbench.answers.set('preferences.read', () => done({ theme: 'dark' }));
  workbench.answers.set('library.folders', () => done({ folders: [someFolder], canChoose: true, samples: 'f-s' }));
  const running: RunningDesktop = {
    electron: new SubstituteElectron(),
    workbench,
    articles,
    userData,
    chooseFolder: () => Promise.resolve(null),
    remove: async () => {
      await page.remove();
      await rm(folder, { recursive: true });
    },
  };
  await setting.prepare?.(running);
  await startDesktop(running.electron.parts, {
    platform: setting.platform ?? 'linux',
    args: setting.args ?? [],
    ...(setting.startedBy ? { startedBy: setting.startedBy } : {}),
    workingDirectory: folder,
    version: '1.2.3',
    userData,
    sessionData: join(folder, 'session'),
    rendererDir: setting.rendererDir ?? page.root,
    preload: '/lectern/out/preload/index.cjs',
    icon: '/lectern/resources/icons/lectern.png',
    createWorkbench: ({ chooseFolder }) => {
      running.chooseFolder = chooseFolder;
      return workbench;
    },
  });
  return running;
}
