/** Where the parts of the program and the user's own files lie, the same for every door. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import envPaths from 'env-paths';
import * as z from 'zod';

export interface Installation {
  /** The folder that holds package.json. */
  readonly root: string;
  readonly version: string;
  readonly resources: string;
  readonly samples: string;
  /** The built page. */
  readonly rendererDir: string;
  readonly workerUrl: URL;
  /** The thread that aligns for the command line. */
  readonly alignUrl: URL;
  /** The program that reads risky files for the worker. */
  readonly readerUrl: URL;
}

const packageFile = z.object({ name: z.literal('lectern'), version: z.string() });

function rootAbove(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('This program does not lie in an installation of Lectern.');
  return rootAbove(parent);
}

export function findInstallation(): Installation {
  const here = fileURLToPath(import.meta.url);
  const root = rootAbove(dirname(here));
  // Run from the sources, everything is; built programs stand beside the built worker.
  const sources = here.endsWith('.ts');
  const program = (source: string, built: string): URL =>
    pathToFileURL(sources ? join(root, 'src', 'worker', source) : join(root, 'out', 'main', built));
  return {
    root,
    version: packageFile.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))).version,
    resources: join(root, 'resources'),
    samples: join(root, 'samples'),
    rendererDir: join(root, 'out', 'renderer'),
    workerUrl: program('main.ts', 'worker.js'),
    alignUrl: program('alignment/align-thread.ts', 'align.js'),
    readerUrl: program('formats/reader-process.ts', 'reader.js'),
  };
}

export interface UserFolders {
  readonly userData: string;
  readonly cache: string;
  /** Folder in the cache for what was read of folders. */
  readonly snapshots: string;
}

/** Folders of the system's own custom for a program's files; named in README.md. */
export function userFolders(): UserFolders {
  const { data, cache } = envPaths('lectern', { suffix: '' });
  return { userData: data, cache, snapshots: join(cache, 'snapshots') };
}
