/** `lectern open [FOLDER]`: the desktop window, where Electron's program is there. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ExpectedFailure } from '../../../shared/failure.ts';
import { findInstallation } from '../../installation.ts';
import type { Tools } from '../tools.ts';
import { serve, type ServeOptions } from './serve.ts';

export interface OpenOptions extends ServeOptions {
  /** Take the browser where the window cannot open. */
  readonly orBrowser?: boolean;
}

/** Why there can be no window here, or nothing. */
function hindrance(program: string | undefined): string | undefined {
  if (process.platform === 'linux') {
    const { DISPLAY, WAYLAND_DISPLAY } = process.env;
    if (!DISPLAY && !WAYLAND_DISPLAY) return 'there is no display';
    // Chromium keeps its sandbox, and as root it has none.
    if (process.getuid?.() === 0) return 'Electron does not run as root';
  }
  return program === undefined ? "Electron's program is not there" : undefined;
}

/**
 * Electron's package notes where its program lies once it was fetched; importing the package would fetch it. A program
 * kept elsewhere is named as Electron itself wants it.
 */
function findElectron(root: string): string | undefined {
  const folder = join(root, 'node_modules', 'electron');
  const note = join(folder, 'path.txt');
  const name = existsSync(note) ? readFileSync(note, 'utf8') : 'electron';
  const program = join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist'), name);
  return existsSync(program) ? program : undefined;
}

/** Resolves with why the window could not start, or with nothing when it was open and closed again. */
function showWindow(
  program: string,
  root: string,
  folders: readonly string[],
  tools: Tools,
): Promise<string | undefined> {
  return new Promise((settle) => {
    const child = spawn(program, [root, ...folders.map((folder) => resolve(folder))], { stdio: 'inherit' });
    tools.onStop(() => {
      child.kill();
    });
    child.on('error', (error) => {
      settle(error.message);
    });
    child.on('exit', (code) => {
      settle(code === null || code === 0 ? undefined : `Electron ended with code ${code}`);
    });
  });
}

export async function openWindow(folders: readonly string[], options: OpenOptions, tools: Tools): Promise<void> {
  const { root } = findInstallation();
  const program = findElectron(root);
  const why = hindrance(program) ?? (program && (await showWindow(program, root, folders, tools)));
  if (why === undefined) return;
  if (options.orBrowser !== true || folders.length === 0) {
    throw new ExpectedFailure(
      'unavailable',
      'The window cannot open: try npm start, or lectern serve FOLDER for the browser',
      {
        where: why,
      },
    );
  }
  tools.tell(`no window (${why}); the same program opens in the browser:`);
  await serve(folders, options, tools);
}
