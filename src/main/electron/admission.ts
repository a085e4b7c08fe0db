/** How a path from outside the page (a drop, the command line, the dock, a second start) becomes an open folder. */
import { open, stat } from 'node:fs/promises';
import { basename, isAbsolute } from 'node:path';
import type { FolderId } from '../../shared/model.ts';
import { ExpectedFailure } from '../../shared/failure.ts';
import type { Failure } from '../../shared/failure.ts';
import type { Workbench } from '../workbench/workbench.ts';

export interface Admission {
  readonly folders: readonly FolderId[];
  readonly refused: readonly Failure[];
}

/** Admits each path and asks the page to open it. One bad path does not keep the others out. */
export async function admitPaths(
  workbench: Pick<Workbench, 'admit' | 'emit'>,
  paths: readonly string[],
): Promise<Admission> {
  const folders: FolderId[] = [];
  const refused: Failure[] = [];
  for (const path of paths) {
    try {
      await check(path);
      const folder = workbench.admit(path);
      folders.push(folder);
      workbench.emit({ type: 'command', command: 'open-folder', folder });
    } catch (error) {
      if (!(error instanceof ExpectedFailure)) throw error;
      refused.push(error.failure);
    }
  }
  if (folders.length > 0) workbench.emit({ type: 'library-changed' });
  return { folders, refused };
}

/** @throws ExpectedFailure unless it is a folder or a file that looks like text */
async function check(path: string): Promise<void> {
  const where = basename(path);
  if (!isAbsolute(path) || path.includes('\0'))
    throw new ExpectedFailure('bad-request', 'Expected a folder or a text file of this computer.', { where });
  const entry = await stat(path).catch((error: unknown) => {
    throw new ExpectedFailure('no-such-folder', `There is no such folder or file (${codeOf(error)}).`, { where });
  });
  if (entry.isDirectory()) return;
  if (!entry.isFile() || !(await looksLikeText(path)))
    throw new ExpectedFailure('unreadable', 'Expected a folder or a text file: this is neither.', { where });
}

/** Text has no NUL, unless it is UTF-16, which says so in its first two bytes. */
async function looksLikeText(path: string): Promise<boolean> {
  const file = await open(path).catch((error: unknown) => {
    throw new ExpectedFailure('unreadable', `The file cannot be opened (${codeOf(error)}).`, { where: basename(path) });
  });
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0);
    const start = buffer.subarray(0, bytesRead);
    const mark = start.length >= 2 ? start.readUInt16BE(0) : 0;
    return mark === 0xfeff || mark === 0xfffe || !start.includes(0);
  } finally {
    await file.close();
  }
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? 'unknown reason';
}
