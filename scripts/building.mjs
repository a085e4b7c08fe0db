/** Builds the program when its sources changed since the last build. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { root, run, Stop } from './runtime.mjs';

const stamp = join(root, 'out', '.built');

function* filesUnder(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesUnder(path);
    else yield path;
  }
}

/** Names, sizes and times of everything that goes into a build: it changes with any edit, rename or removal. */
function fingerprint() {
  const hash = createHash('sha256');
  const files = [
    ...filesUnder(join(root, 'src')),
    join(root, 'electron.vite.config.ts'),
    join(root, 'package-lock.json'),
  ];
  for (const path of files.sort()) {
    const { size, mtimeMs } = statSync(path);
    hash.update(`${path}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

function products() {
  return ['main', 'preload', 'renderer'].flatMap((part) => [...filesUnder(join(root, 'out', part))]);
}

/** Whether the last build was of these sources, and all that it made is still there. */
function isFresh() {
  let last;
  try {
    last = JSON.parse(readFileSync(stamp, 'utf8'));
  } catch {
    return false;
  }
  return last.sources === fingerprint() && last.products.every((file) => existsSync(file));
}

async function build(node, tell) {
  tell('building…');
  // Taken before the build: an edit made while it runs leaves the stamp old, so the next call builds again.
  const sources = fingerprint();
  mkdirSync(join(root, 'out'), { recursive: true });
  rmSync(stamp, { force: true });
  const tool = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const ended = await run(node, [tool, 'build'], { capture: true });
  if (ended.code !== 0) {
    process.stderr.write(ended.output);
    throw new Stop('the program could not be built; the builder says why above (electron-vite build)');
  }
  writeFileSync(stamp, JSON.stringify({ sources, products: products() }));
}

/** Builds if need be. `tell` gets a line before anything slow. */
export async function ensureBuilt(node, tell) {
  if (isFresh()) return;
  await withLock(root, async () => {
    if (!isFresh()) await build(node, tell);
  });
}
