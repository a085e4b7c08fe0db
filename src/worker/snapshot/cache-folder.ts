/** The folder of all snapshots. It grows with every folder that was ever opened, so it is tidied when one is written. */
import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { temporaryNameOf } from '../../shared/temporary-files.ts';

/** A corpus not opened for so long costs one indexing when it is opened again. */
const longestUnused = 180 * 24 * 3600_000;
/** A file that is still written is younger than that. */
const longestWriting = 3600_000;

/** Makes the folder of `file`, for nobody else to look into: snapshots hold texts. @throws the file system's error */
export async function makeCacheFolder(file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
}

export function temporaryName(file: string): string {
  return temporaryNameOf(file, { process: process.pid, thread: threadId }, randomBytes(6).toString('hex'));
}

/** Notes that a snapshot is in use. Where that cannot be noted, it is made anew one day. */
export function noteUse(file: string): void {
  try {
    const now = new Date();
    utimesSync(file, now, now);
  } catch {
    // A cache that can only be read is still of use.
  }
}

/** Removes what nobody has used for long, and what was left half-written by a program that was ended. */
export async function tidyCache(folder: string, now = Date.now()): Promise<void> {
  for (const name of await readdir(folder)) {
    const longest = name.endsWith('.lectern')
      ? longestUnused
      : /\.lectern\..*\.tmp$/u.test(name)
        ? longestWriting
        : Infinity;
    if (longest === Infinity) continue;
    const file = join(folder, name);
    try {
      if (now - (await stat(file)).mtimeMs > longest) await rm(file, { force: true });
    } catch {
      // Gone already, or another's: it is no concern of this corpus.
    }
  }
}
