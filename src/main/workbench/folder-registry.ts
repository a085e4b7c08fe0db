/**
 * The folders that may be opened. A path enters only through `admit`; everything beyond the main side speaks of the
 * opaque id that it gives. Recent folders are remembered in `library.json` when the door says so.
 */
import { createHash } from 'node:crypto';
import { constants, realpathSync } from 'node:fs';
import { access } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import * as z from 'zod';
import type { Folder } from '../../shared/answers.ts';
import { ExpectedFailure } from '../../shared/failure.ts';
import type { FolderId } from '../../shared/model.ts';
import type { FolderPart } from '../../shared/worker-messages.ts';
import { StoredJson } from './stored-json.ts';

const libraryFile = z.object({
  folders: z.array(
    z.object({
      path: z.string().min(1),
      opened: z.string(),
      /** Further folders that are read as one with it. */
      beside: z.array(z.string().min(1)).optional(),
    }),
  ),
});
type LibraryFile = z.infer<typeof libraryFile>;

/** More than a person scrolls through; the oldest go first. */
const longestLibrary = 50;

export interface AdmittedFolder {
  readonly folder: FolderId;
  /** Real path; of folders that are read as one, of the first. */
  readonly path: string;
  /** Folders that are read as one, the first among them; empty for a folder alone. */
  readonly parts: readonly FolderPart[];
  /** What the user sees: the last part of the path, of each. */
  readonly name: string;
  /** ISO 8601; empty when never opened. */
  opened: string;
}

/**
 * Derived from the path, so that a page reloaded tomorrow finds the same folder under the same id. It grants nothing: an
 * id is accepted only when its folder was admitted.
 */
function idOf(path: string): FolderId {
  return `f-${createHash('sha256').update(path).digest('base64url').slice(0, 22)}` as FolderId;
}

function nameOf(path: string): string {
  return (basename(path) || path).normalize('NFC');
}

function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR')
      throw new ExpectedFailure('no-such-folder', 'There is no such folder or file: check the path', { where: path });
    throw new ExpectedFailure('unreadable', `The folder cannot be opened (${code ?? 'unknown reason'})`, {
      where: path,
    });
  }
}

export class FolderRegistry {
  readonly #folders = new Map<FolderId, AdmittedFolder>();
  /** May be opened, but stands in no list until it was. */
  readonly #unlisted = new Set<FolderId>();
  readonly #file: StoredJson<LibraryFile> | undefined;
  readonly #report: (error: unknown) => void;

  /** A library that cannot be read or written costs the list of recent folders, not the work: it is only reported. */
  constructor(userData: string, remember: boolean, report: (error: unknown) => void) {
    this.#report = report;
    if (!remember) return;
    this.#file = new StoredJson(
      join(userData, 'library.json'),
      (stored) => libraryFile.parse(stored),
      () => ({ folders: [] }),
    );
    try {
      for (const { path, opened, beside = [] } of this.#file.read().folders) this.#add([path, ...beside], opened);
    } catch (error) {
      report(error);
    }
  }

  #remember(change: (stored: LibraryFile) => LibraryFile): void {
    try {
      this.#file?.update(change);
    } catch (error) {
      this.#report(error);
    }
  }

  #add(paths: readonly [string, ...string[]], opened: string): AdmittedFolder {
    const folder = idOf(paths.join('\0'));
    const known = this.#folders.get(folder);
    if (known) return known;
    const [path] = paths;
    const parts = paths.length === 1 ? [] : partsOf(paths);
    const name = parts.length === 0 ? nameOf(path) : parts.map((part) => part.name).join(' + ');
    const admitted = { folder, path, parts, name, opened };
    this.#folders.set(folder, admitted);
    return admitted;
  }

  /** @throws ExpectedFailure `no-such-folder` or `unreadable` */
  admit(path: string): AdmittedFolder {
    const admitted = this.#add([realPath(path)], '');
    this.#unlisted.delete(admitted.folder);
    return admitted;
  }

  /** Makes a folder one that may be opened without listing it. Null when it is not there. */
  offer(path: string): FolderId | null {
    let real: string;
    try {
      real = realPath(path);
    } catch {
      return null;
    }
    if (!this.#folders.has(idOf(real))) this.#unlisted.add(idOf(real));
    return this.#add([real], '').folder;
  }

  /**
   * Folders as one, to be read together. Those that are made of several bring all of theirs.
   * @throws ExpectedFailure `no-such-folder`; `bad-request` when one of them lies in another
   */
  join(folders: readonly FolderId[]): AdmittedFolder {
    const all = folders.map((folder) => this.get(folder));
    const paths = [
      ...new Set(all.flatMap(({ path, parts }) => (parts.length === 0 ? [path] : parts.map((one) => one.path)))),
    ];
    for (const path of paths)
      for (const other of paths)
        if (path !== other && path.startsWith(other.endsWith(sep) ? other : other + sep))
          throw new ExpectedFailure(
            'bad-request',
            `The folder “${nameOf(path)}” lies in “${nameOf(other)}” and is read with it already: open “${nameOf(other)}” alone.`,
          );
    const [first, ...others] = paths;
    if (first === undefined || others.length === 0)
      throw new ExpectedFailure('bad-request', 'To read folders together, choose two that are not the same.');
    const joined = this.#add([first, ...others], '');
    this.#unlisted.delete(joined.folder);
    return joined;
  }

  /** @throws ExpectedFailure `no-such-folder` when it was never admitted or was forgotten */
  get(folder: FolderId): AdmittedFolder {
    const admitted = this.#folders.get(folder);
    if (!admitted) throw new ExpectedFailure('no-such-folder', 'This folder is not in the library: open it again');
    return admitted;
  }

  /** Newest first; those never opened come last, in the order in which they were admitted. */
  async list(): Promise<Folder[]> {
    const newestFirst = [...this.#folders.values()]
      .filter(({ folder }) => !this.#unlisted.has(folder))
      .sort((a, b) => (a.opened === b.opened ? 0 : a.opened < b.opened ? 1 : -1));
    return Promise.all(
      newestFirst.map(async ({ folder, path, parts, name, opened }) => {
        const whys = await Promise.all((parts.length === 0 ? [{ path }] : parts).map((part) => whyMissing(part.path)));
        return {
          ...{ folder, name, opened },
          label: parts.length === 0 ? this.#label(path, name) : parts.map((part) => endOf(part.path)).join(' + '),
          missing: whys.find((why) => why !== '') ?? '',
        };
      }),
    );
  }

  /** The end of the path: two parts, or as many as tell it from every other folder of the same name. */
  #label(path: string, name: string): string {
    const namesakes = [...this.#folders.values()].filter((other) => other.name === name && other.path !== path);
    const parts = path.split(sep).filter((part) => part !== '');
    for (let length = 2; length < parts.length; length++) {
      const tail = parts.slice(-length).join('/');
      if (!namesakes.some((other) => other.path.split(sep).join('/').endsWith(`/${tail}`))) return tail;
    }
    return parts.join('/');
  }

  /** Notes that it was opened now. */
  touch(folder: FolderId): void {
    const admitted = this.#folders.get(folder);
    if (!admitted) return;
    admitted.opened = this.#now();
    this.#unlisted.delete(folder);
    const { path, opened, parts } = admitted;
    const beside = parts.slice(1).map((part) => part.path);
    const entry = beside.length === 0 ? { path, opened } : { path, opened, beside };
    this.#remember(({ folders }) => ({
      folders: [entry, ...folders.filter((other) => !isOf(admitted, other))].slice(0, longestLibrary),
    }));
  }

  /** Later than every folder was opened, so that the newest is the newest however quickly one follows another. */
  #now(): string {
    const now = new Date().toISOString();
    const last = [...this.#folders.values()].reduce((latest, { opened }) => (opened > latest ? opened : latest), '');
    return last < now ? now : new Date(Date.parse(last) + 1).toISOString();
  }

  forget(folder: FolderId): void {
    const admitted = this.get(folder);
    this.#folders.delete(folder);
    this.#remember(({ folders }) => ({ folders: folders.filter((other) => !isOf(admitted, other)) }));
  }
}

/** Each under a name of its own: two that are called alike get a number. */
function partsOf(paths: readonly string[]): FolderPart[] {
  const taken = new Set<string>();
  return paths.map((path) => {
    const bare = nameOf(path);
    let name = bare;
    for (let next = 2; taken.has(name); next++) name = `${bare} (${next})`;
    taken.add(name);
    return { path, name };
  });
}

/** The last two parts of a path. */
function endOf(path: string): string {
  return path
    .split(sep)
    .filter((part) => part !== '')
    .slice(-2)
    .join('/');
}

function isOf({ path, parts }: AdmittedFolder, stored: LibraryFile['folders'][number]): boolean {
  const beside = parts.slice(1).map((part) => part.path);
  return stored.path === path && (stored.beside ?? []).join('\0') === beside.join('\0');
}

async function whyMissing(path: string): Promise<string> {
  try {
    await access(path, constants.R_OK);
    return '';
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return 'It was moved or deleted, or its disk is not connected.';
    if (code === 'EACCES' || code === 'EPERM') return 'You are not allowed to read it.';
    return `It cannot be read (${code ?? 'unknown reason'}).`;
  }
}
