/** Finds a Chromium for the end-to-end tests, or installs Debian's where this user may. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run, say, Stop, windows } from './runtime.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

function onPath(name) {
  const folders = (process.env.PATH || '').split(delimiter).concat('/usr/bin', '/snap/bin');
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file));
}

function wellKnown() {
  if (process.platform === 'darwin') {
    return ['Chromium', 'Google Chrome', 'Microsoft Edge'].map(
      (app) => `/Applications/${app}.app/Contents/MacOS/${app}`,
    );
  }
  if (!windows) return [];
  const homes = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].filter(Boolean);
  const inside = [
    'Chromium/Application/chrome.exe',
    'Google/Chrome/Application/chrome.exe',
    'Microsoft/Edge/Application/msedge.exe',
  ];
  return homes.flatMap((home) => inside.map((path) => join(home, path)));
}

/** A file of that name may be a stub that only tells how to install the real thing, so it is asked for its version. */
function answers(file) {
  // On Windows the browser opens a window instead of answering.
  if (windows) return true;
  return spawnSync(file, ['--version'], { stdio: 'ignore', timeout: 20000 }).status === 0;
}

function find() {
  for (const name of ['LECTERN_CHROMIUM', 'CHROME_PATH']) {
    const file = process.env[name];
    if (!file) continue;
    if (existsSync(file) && answers(file)) return file;
    throw new Stop(`${name} does not name a Chromium that runs (${file})`);
  }
  const candidates = names.map(onPath).concat(wellKnown());
  return candidates.find((file) => file && existsSync(file) && answers(file));
}

async function apt(args) {
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const ended = await run('apt-get', args, { capture: true, env: environment });
  if (ended.code !== 0) process.stderr.write(ended.output);
  return ended.code === 0;
}

const mayInstall = () => process.platform === 'linux' && process.getuid() === 0 && onPath('apt-get') !== undefined;

/** Whether fonts for all the scripts of the samples are there; without them Chromium would draw boxes in screenshots. */
function hasFonts() {
  const asked = spawnSync('fc-list', [':lang=ar', 'family'], { encoding: 'utf8' });
  return asked.status === 0 && asked.stdout.trim() !== '';
}

/** Path of a Chromium that runs. */
export async function ensureChromium() {
  let file = find();
  const missing = [...(file ? [] : ['chromium']), ...(hasFonts() ? [] : ['fonts-noto-core'])];
  if (missing.length > 0 && mayInstall()) {
    say(`installing ${missing.join(' and ')} for the end-to-end tests…`);
    await apt(['update']);
    await apt(['install', '--yes', '--no-install-recommends', 'fontconfig', ...missing]);
    file = find();
  }
  if (file) return file;
  throw new Stop(
    `the end-to-end tests need a Chromium: install one, or name it in LECTERN_CHROMIUM (looked for ${names.join(', ')})`,
  );
}
