/**
 * The Electron door from the first moment to the last. What must be said before Electron is ready is said here, in one
 * synchronous go; the rest is the desk.
 */
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import * as z from 'zod';
import { longestLink } from '../../shared/wire.ts';
import { ExpectedFailure } from '../../shared/failure.ts';
import { Desk } from './desk.ts';
import type { DeskOptions } from './desk.ts';
import type { DoorwayElectron } from './doorway.ts';
import type { ElectronParts } from './electron-parts.ts';
import { hardenContents, silenceNetwork } from './hardening.ts';
import { pageScheme } from './page-protocol.ts';

export interface DesktopOptions extends DeskOptions {
  /** What stands on the command line after the program: folders, and switches, which are Chromium's and passed over. */
  readonly args: readonly string[];
  /** How the system starts this program with a link when it is not installed: its own program and what comes first. */
  readonly startedBy?: { readonly program: string; readonly args: readonly string[] };
  /** What relative paths in `args` are relative to. */
  readonly workingDirectory: string;
  readonly version: string;
  /** Where Chromium keeps what it can make again. */
  readonly sessionData: string;
}

/** How long the workbench may take to end when the user quits; it holds nothing that is not already on disk. */
const quitGraceMs = 4_000;

const link = z.string().startsWith('lectern://').max(longestLink);
const secondStart = z.object({
  paths: z.array(z.string().min(1)).max(100),
  links: z.array(link).max(100).default([]),
});

/** Resolves when the window is open, or when there is nothing to do: Lectern already runs, or it cannot start. */
export async function startDesktop(electron: ElectronParts & DoorwayElectron, options: DesktopOptions): Promise<void> {
  try {
    await start(electron, options);
  } catch (error) {
    const expected = error instanceof ExpectedFailure;
    console.error(expected ? `lectern: ${error.message}` : error);
    electron.dialog.showErrorBox('Lectern cannot start', expected ? error.message : String(error));
    electron.app.exit(1);
  }
}

async function start(electron: ElectronParts & DoorwayElectron, options: DesktopOptions): Promise<void> {
  const { app } = electron;
  prepare(electron, options);
  const named = options.args.filter((arg) => arg !== '' && !arg.startsWith('-'));
  const links = named.filter((arg) => link.safeParse(arg).success);
  const paths = named
    .filter((arg) => !arg.startsWith('lectern://'))
    .map((arg) => resolve(options.workingDirectory, arg));
  // The lock is held per userData folder, so that it comes after the folder is set.
  if (!app.requestSingleInstanceLock({ paths, links })) {
    app.quit();
    return;
  }
  takeLinks(app, options);
  app.on('web-contents-created', (_event, contents) => {
    hardenContents(contents);
  });
  const opening = openDesk(electron, options);
  followApp(electron, options, opening);
  const desk = await opening;
  if (paths.length > 0) await desk.open(paths);
  for (const each of links) desk.openLink(each);
}

/** From now on the system opens `lectern://…` here. A checkout is started by Electron's own program, which is told so. */
function takeLinks(app: ElectronParts['app'], { startedBy }: DesktopOptions): void {
  if (startedBy) app.setAsDefaultProtocolClient('lectern', startedBy.program, [...startedBy.args]);
  else app.setAsDefaultProtocolClient('lectern');
}

/** What Electron accepts only before it is ready. */
function prepare({ app, protocol }: ElectronParts, options: DesktopOptions): void {
  app.setName('Lectern');
  // Electron takes only folders that are there.
  for (const folder of [options.userData, options.sessionData]) mkdirSync(folder, { recursive: true });
  app.setPath('userData', options.userData);
  app.setPath('sessionData', options.sessionData);
  if (options.platform === 'win32') app.setAppUserModelId('org.lectern.Lectern');
  app.setAboutPanelOptions({
    applicationName: 'Lectern',
    applicationVersion: options.version,
    iconPath: options.icon,
  });
  app.enableSandbox();
  silenceNetwork(app.commandLine);
  protocol.registerSchemesAsPrivileged([pageScheme]);
}

async function openDesk(electron: ElectronParts & DoorwayElectron, options: DesktopOptions): Promise<Desk> {
  await electron.app.whenReady();
  const desk = new Desk(electron, options);
  await desk.start();
  return desk;
}

/** Ties the application's events to the desk. A Mac names files before the program is ready; they wait for the desk. */
function followApp({ app }: ElectronParts, { platform }: DesktopOptions, opening: Promise<Desk>): void {
  let ended = false;
  const open = async (paths: readonly string[], links: readonly string[] = []): Promise<void> => {
    const desk = await opening.catch(() => null);
    // When it could not start, that was said already.
    if (!desk) return;
    desk.showWindow();
    await desk.open(paths);
    for (const each of links) desk.openLink(each);
  };
  app.on('second-instance', (_event, _argv, _workingDirectory, sent) => {
    const started = secondStart.safeParse(sent);
    void open(started.success ? started.data.paths : [], started.success ? started.data.links : []);
  });
  app.on('open-url', (event, url) => {
    event.preventDefault();
    if (link.safeParse(url).success) void open([], [url]);
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    void open([path]);
  });
  app.on('activate', () => {
    void open([]);
  });
  app.on('window-all-closed', () => {
    if (platform !== 'darwin') app.quit();
  });
  app.on('will-quit', (event) => {
    if (ended) return;
    // Quitting goes on by itself when the workbench has ended its threads.
    event.preventDefault();
    void endWithin(opening, quitGraceMs).finally(() => {
      ended = true;
      app.quit();
    });
  });
}

async function endWithin(opening: Promise<Desk>, milliseconds: number): Promise<void> {
  let late: NodeJS.Timeout | undefined;
  const lateness = new Promise<void>((resolve) => {
    late = setTimeout(resolve, milliseconds);
  });
  await Promise.race([opening.then((desk) => desk.end()), lateness]).catch((error: unknown) => {
    console.error(error);
  });
  clearTimeout(late);
}
