/** Where Electron starts: the one file of this door that has the real module, and knows where everything lies. */
import { join, resolve } from 'node:path';
import {
  app,
  BrowserWindow,
  dialog,
  // eslint-disable-next-line no-restricted-imports -- handed to the doorway, which is tested with another
  ipcMain,
  Menu,
  nativeTheme,
  protocol,
  screen,
  session,
} from 'electron';
import { findInstallation, userFolders } from '../installation.ts';
import { createWorkbench } from '../workbench/workbench.ts';
import { startDesktop } from './desktop.ts';

const { root, version, resources, samples, rendererDir, workerUrl, readerUrl } = findInstallation();
const { userData, cache, snapshots } = userFolders();

void startDesktop(
  { app, BrowserWindow, dialog, ipcMain, Menu, nativeTheme, protocol, screen, session },
  {
    platform: process.platform,
    // In a checkout Electron's own program comes first and then the folder of the application.
    args: process.argv.slice(app.isPackaged ? 1 : 2),
    ...(app.isPackaged || process.argv[1] === undefined
      ? {}
      : { startedBy: { program: process.execPath, args: [resolve(process.argv[1])] } }),
    workingDirectory: process.cwd(),
    version,
    userData,
    sessionData: join(cache, 'window'),
    rendererDir,
    preload: join(root, 'out', 'preload', 'index.cjs'),
    icon: join(resources, 'icons', 'lectern.png'),
    createWorkbench: ({ chooseFolder }) =>
      createWorkbench({
        workerUrl,
        readerUrl,
        resources,
        samples,
        userData,
        cache: snapshots,
        version,
        door: 'electron',
        chooseFolder,
      }),
  },
);
