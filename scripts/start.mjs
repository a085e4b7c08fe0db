/**
 * `npm start [-- FOLDER…]`: from a clean clone to a running Lectern, on the samples when no folder is named. The window
 * opens where Electron's program can be had; otherwise the same page opens in the browser.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './building.mjs';
import { runCommandLine } from './command-line.mjs';
import { ensureInstalled, main, root, run, say } from './runtime.mjs';

/** Electron's package fetches its program only when asked to. Where it can't, `open` says so and takes the browser. */
async function fetchElectron(node) {
  const folder = join(root, 'node_modules', 'electron');
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  const canShow = process.platform !== 'linux' || ((DISPLAY || WAYLAND_DISPLAY) && process.getuid() !== 0);
  if (!canShow || existsSync(join(folder, 'path.txt'))) return;
  say('fetching the window program, Electron (once, about 110 MB)…');
  // A dead network answers at once or within seconds; ten minutes are for a slow line.
  await run(node, [join(folder, 'install.js')], { capture: true, timeout: 600000 });
}

await main(async () => {
  const args = process.argv.slice(2);
  const node = await ensureInstalled(say);
  await ensureBuilt(node, say);
  await fetchElectron(node);
  const namesFolder = args.some((arg, at) => !arg.startsWith('-') && args[at - 1] !== '--port');
  await runCommandLine(node, ['open', '--or-browser', ...args, ...(namesFolder ? [] : [join(root, 'samples')])]);
});
