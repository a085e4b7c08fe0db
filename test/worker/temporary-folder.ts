/** Folders on disk that a test owns: made in the system's temporary folder, removed when the test is over. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

export type Files = Readonly<Record<string, string | Uint8Array>>;

export interface OwnedFolder {
  readonly path: string;
  readonly remove: () => void;
}

/** The caller removes it. `files` go by their path in the folder. */
export function makeFolder(files: Files = {}): OwnedFolder {
  const path = realpathSync.native(mkdtempSync(join(tmpdir(), 'lectern-test-')));
  for (const [name, content] of Object.entries(files)) {
    const file = join(path, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return {
    path,
    remove: () => {
      rmSync(path, { recursive: true, force: true });
    },
  };
}

/** Inside a test: removed when it is over. */
export function temporaryFolder(files: Files = {}): string {
  const { path, remove } = makeFolder(files);
  onTestFinished(remove);
  return path;
}
