/** What lies in a folder, told apart by what is done with it: files to read, tables that speak of them, and the rest. */
import { join } from 'node:path';
import type { SkippedFile } from '../shared/answers.ts';
import type { WorkerStart } from '../shared/worker-messages.ts';
import { isMetadataTable } from './document-metadata.ts';
import { whyNotRead } from './read.ts';
import type { EnteredFolder, FoundFile } from './walk.ts';
import { walk, walkTogether } from './walk.ts';

export interface FoundFiles {
  readonly readable: readonly FoundFile[];
  readonly tables: readonly FoundFile[];
  readonly skipped: readonly SkippedFile[];
  readonly folders: readonly EnteredFolder[];
  /** The root is a file. */
  readonly single: boolean;
}

export type Root = Pick<WorkerStart, 'root' | 'parts'>;

/** What tells a folder, or folders that are read as one, from all others. */
export function identityOf({ root, parts }: Root): string {
  return parts.length === 0 ? root : parts.map(({ path }) => path).join('\0');
}

/** Where a path of the folder leads. */
export function fileAt({ root, parts }: Root, path: string): string {
  const part = parts.find(({ name }) => path.startsWith(`${name}/`));
  return part ? join(part.path, path.slice(part.name.length + 1)) : join(root, path);
}

/** `found` as for `walk`. @throws ExpectedFailure when the root itself cannot be read */
export function findFiles({ root, parts }: Root, found: (files: number, folder: string) => void): FoundFiles {
  const { files, folders, skipped } = parts.length === 0 ? walk(root, found) : walkTogether(parts, found);
  const readable: FoundFile[] = [];
  const tables: FoundFile[] = [];
  const unknown: SkippedFile[] = [];
  for (const file of files) {
    const reason = whyNotRead(file.path);
    if (isMetadataTable(file)) tables.push(file);
    else if (reason === '') readable.push(file);
    else unknown.push({ path: file.path, reason, kind: 'skipped' });
  }
  return {
    readable,
    tables,
    skipped: [...skipped, ...unknown],
    folders,
    single: parts.length === 0 && files[0]?.file === root,
  };
}
