/** What lies in a folder, told apart by what is done with it: files to read, tables that speak of them, and the rest. */
import type { SkippedFile } from '../shared/answers.ts';
import { isMetadataTable } from './document-metadata.ts';
import { whyNotRead } from './read.ts';
import type { EnteredFolder, FoundFile } from './walk.ts';
import { walk } from './walk.ts';

export interface FoundFiles {
  readonly readable: readonly FoundFile[];
  readonly tables: readonly FoundFile[];
  readonly skipped: readonly SkippedFile[];
  readonly folders: readonly EnteredFolder[];
  /** The root is a file. */
  readonly single: boolean;
}

/** `found` as for `walk`. @throws ExpectedFailure when the root itself cannot be read */
export function findFiles(root: string, found: (files: number, folder: string) => void): FoundFiles {
  const { files, folders, skipped } = walk(root, found);
  const readable: FoundFile[] = [];
  const tables: FoundFile[] = [];
  const unknown: SkippedFile[] = [];
  for (const file of files) {
    const reason = whyNotRead(file.path);
    if (isMetadataTable(file)) tables.push(file);
    else if (reason === '') readable.push(file);
    else unknown.push({ path: file.path, reason, kind: 'skipped' });
  }
  return { readable, tables, skipped: [...skipped, ...unknown], folders, single: files[0]?.file === root };
}
