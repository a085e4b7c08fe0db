/** `lectern serve FOLDER…`: the page in a browser on this machine. */
import { findInstallation, userFolders } from '../../installation.ts';
import type { Tools } from '../tools.ts';
import { createWorkbench } from '../../workbench/workbench.ts';

export interface ServeOptions {
  /** 0 = any free one. */
  readonly port: number;
  readonly browser: boolean;
}

/** On Linux a browser needs a desktop to appear on. */
function hasDesktop(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
}

async function openBrowser(url: string, tools: Tools): Promise<void> {
  // Loaded only when a browser is really opened: most uses of the command line never do.
  const { default: open } = await import('open');
  try {
    const started = await open(url);
    started.on('error', () => {
      tools.tell('no browser could be started; open the link above yourself');
    });
  } catch {
    tools.tell('no browser could be started; open the link above yourself');
  }
}

/** Runs until it is stopped. */
export async function serve(folders: readonly string[], options: ServeOptions, tools: Tools): Promise<void> {
  // Loaded only here: Node's web server brings what doubles the time that every other command takes to start.
  const { startWebDoor } = await import('../../web/server.ts');
  const { workerUrl, readerUrl, resources, samples, version, rendererDir } = findInstallation();
  const { userData, snapshots: cache } = userFolders();
  const program = { workerUrl, readerUrl, resources, samples, version };
  const workbench = createWorkbench({ ...program, userData, cache, door: 'web' });
  tools.ending.own(() => workbench.dispose());
  for (const folder of folders) workbench.admit(folder);
  const door = await startWebDoor({ workbench, rendererDir, port: options.port });
  tools.ending.own(() => door.close());
  process.stdout.write(`${door.url}\n`);
  if (options.browser && hasDesktop()) await openBrowser(door.url, tools);
  await new Promise<void>((resolve) => {
    tools.onStop(resolve);
  });
}
