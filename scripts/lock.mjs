/**
 * One install or build at a time: two calls started together must not write into the same folders.
 *
 * The lock is a file that names its owner's process. A lock whose owner is gone is taken away by renaming it, which only
 * one of several waiters can do.
 */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  }
}

function ownerOf(file) {
  try {
    return parseInt(readFileSync(file, 'utf8'), 10);
  } catch {
    return NaN;
  }
}

function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Puts an abandoned lock aside. Gives back one that a quicker waiter has meanwhile taken for itself. */
function removeAbandoned(file, owner) {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
    if (ownerOf(aside) !== owner) renameSync(aside, file);
    else rmSync(aside, { force: true });
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
}

/** Runs `work` while holding the checkout's lock. */
export async function withLock(root, work) {
  const folder = join(root, 'out');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, '.lock');
  // An unreadable owner may be a lock in the making; it is abandoned only if it stays that way.
  let unreadable = 0;
  while (!take(file)) {
    const owner = ownerOf(file);
    unreadable = Number.isNaN(owner) ? unreadable + 1 : 0;
    if (unreadable > 20 || (!Number.isNaN(owner) && !alive(owner))) removeAbandoned(file, owner);
    await pause(100);
  }
  const release = () => {
    if (ownerOf(file) === process.pid) rmSync(file, { force: true });
  };
  process.on('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}
