/** What has changed in a folder since it was read, by the stamps of its files. Nothing is read for it. */
import type { FolderChange } from '../shared/worker-messages.ts';
import { findFiles, type Root } from './found-files.ts';
import { stampOf } from './known-files.ts';
import type { OpenedFolder } from './open.ts';
import type { FileStamp } from './read.ts';
import type { EnteredFolder } from './walk.ts';

/** The files that decide what the corpus is, by path: those that were read or tried, and metadata tables. */
function stampsOf({ files, tables }: Pick<OpenedFolder, 'files' | 'tables'>): Map<string, FileStamp | undefined> {
  return new Map<string, FileStamp | undefined>([
    ...files.map((file) => [file.path, file] as const),
    ...tables.map(({ path, stamp }) => [path, stamp] as const),
  ]);
}

/** @throws ExpectedFailure when the root itself cannot be read */
export function findChange(
  root: Root,
  opened: Pick<OpenedFolder, 'files' | 'tables'>,
): { readonly change: FolderChange; readonly folders: readonly EnteredFolder[] } {
  const { readable, tables, folders } = findFiles(root, () => undefined);
  const before = stampsOf(opened);
  let added = 0;
  let changed = 0;
  for (const { path, file } of [...readable, ...tables]) {
    const stamp = stampOf(file);
    if (!stamp) continue;
    if (!before.has(path)) added++;
    else if (!same(before.get(path), stamp)) changed++;
    before.delete(path);
  }
  return { change: { added, changed, gone: before.size }, folders };
}

/** When nothing is left of the folder. */
export function allGone(opened: Pick<OpenedFolder, 'files' | 'tables'>): FolderChange {
  return { added: 0, changed: 0, gone: stampsOf(opened).size };
}

function same(one: FileStamp | undefined, other: FileStamp): boolean {
  return one?.size === other.size && one.mtimeMs === other.mtimeMs;
}
