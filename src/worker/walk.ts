/**
 * Finds the files of a folder: everything below it, in an order that depends on the names alone.
 *
 * Links are followed only after all real folders were walked, so that a file is always known by its own name and a link
 * to it adds nothing. A link that leads out of the root is not followed: the user gave this folder, and no other.
 */
import type { Dirent } from 'node:fs';
import { readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import type { SkippedFile } from '../shared/answers.ts';
import { ExpectedFailure } from '../shared/failure.ts';
import { reasonInWords } from './reason.ts';

export interface FoundFile {
  /** Relative to the root, NFC, `/` between parts: what the user sees and the order of documents goes by. */
  readonly path: string;
  /** As the disk spells it. */
  readonly file: string;
}

/** A folder that was entered. */
export interface EnteredFolder {
  /** As the disk spells it. */
  readonly file: string;
  /** Device and inode: another folder may come to stand under the same name. */
  readonly identity: string;
}

export interface WalkedFolder {
  /** By path, in code unit order. */
  readonly files: readonly FoundFile[];
  /** Empty when the root is a file. */
  readonly folders: readonly EnteredFolder[];
  readonly skipped: readonly SkippedFile[];
}

/** Folders and files that programs leave behind. They are passed over without a word, as hidden ones are. */
const leftByPrograms = new Set([
  'node_modules',
  'bower_components',
  '__pycache__',
  '__macosx',
  '@eadir',
  '$recycle.bin',
  'system volume information',
  'lost+found',
  'thumbs.db',
  'desktop.ini',
  'icon\r',
]);

/** Code unit order, which is the same on every machine and in every language. */
export function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}

function passedOver(name: string): boolean {
  return name.startsWith('.') || name.startsWith('~$') || leftByPrograms.has(name.toLowerCase());
}

interface Place {
  readonly file: string;
  readonly path: string;
}

/**
 * `found` is told of every folder on the way, with the number of files so far.
 * @throws ExpectedFailure when the root itself cannot be read
 */
export function walk(root: string, found: (files: number, folder: string) => void): WalkedFolder {
  const name = basename(root);
  try {
    if (!statSync(root).isDirectory())
      return { files: [{ path: name.normalize('NFC'), file: root }], folders: [], skipped: [] };
    readdirSync(root);
  } catch (error) {
    throw new ExpectedFailure('unreadable', `The folder cannot be read: ${reasonInWords(error)}`, { where: name });
  }
  return new Walker(root, found).walk();
}

/** Several folders as one: what is in them stands under the names that they have here. */
export function walkTogether(
  parts: readonly { readonly path: string; readonly name: string }[],
  found: (files: number, folder: string) => void,
): WalkedFolder {
  const walked = parts.map(({ path, name }) => {
    const { files, folders, skipped } = walk(path, found);
    const under = <Entry extends { readonly path: string }>(entry: Entry): Entry => ({
      ...entry,
      // A single file has its own name already.
      path: folders.length === 0 ? entry.path : `${name}/${entry.path}`,
    });
    return { files: files.map(under), folders, skipped: skipped.map(under) };
  });
  return {
    files: walked.flatMap(({ files }) => files).sort(byPath),
    folders: walked.flatMap(({ folders }) => folders),
    skipped: walked.flatMap(({ skipped }) => skipped).sort(byPath),
  };
}

class Walker {
  readonly #root: string;
  readonly #found: (files: number, folder: string) => void;
  readonly #files = new Map<string, FoundFile>();
  readonly #skipped: SkippedFile[] = [];
  /** `device:inode` of the folders entered: what ends a cycle, even one of mounts. */
  readonly #entered = new Set<string>();
  readonly #folders: EnteredFolder[] = [];
  #links: Place[] = [];

  constructor(root: string, found: (files: number, folder: string) => void) {
    this.#root = root;
    this.#found = found;
  }

  walk(): WalkedFolder {
    this.#below({ file: this.#root, path: '' });
    while (this.#links.length > 0) {
      const links = this.#links.sort(byPath);
      this.#links = [];
      for (const link of links) this.#follow(link);
    }
    return {
      files: [...this.#files.values()].sort(byPath),
      folders: this.#folders,
      skipped: this.#skipped.sort(byPath),
    };
  }

  #below(start: Place): void {
    const folders = [start];
    for (let folder = folders.pop(); folder; folder = folders.pop()) {
      this.#found(this.#files.size, folder.path);
      for (const entry of this.#entriesOf(folder)) {
        if (passedOver(entry.name)) continue;
        const place = { file: join(folder.file, entry.name), path: below(folder.path, entry.name) };
        if (entry.isDirectory()) folders.push(place);
        else if (entry.isSymbolicLink()) this.#links.push(place);
        else if (entry.isFile()) this.#files.set(place.file, place);
        else this.#skip(place, 'not a file that can be read (a pipe, a socket or a device)');
      }
    }
  }

  #entriesOf(folder: Place): readonly Dirent[] {
    try {
      const { dev, ino } = statSync(folder.file, { bigint: true });
      const identity = `${dev}:${ino}`;
      if (this.#entered.has(identity)) {
        this.#skip(folder, 'the same folder as one that is read already');
        return [];
      }
      this.#entered.add(identity);
      this.#folders.push({ file: folder.file, identity });
      return readdirSync(folder.file, { withFileTypes: true });
    } catch (error) {
      this.#skip(folder, reasonInWords(error, folder.file));
      return [];
    }
  }

  #follow(link: Place): void {
    let target: string;
    let isFolder: boolean;
    try {
      target = realpathSync.native(link.file);
      isFolder = statSync(target).isDirectory();
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      this.#skip(link, code === 'ENOENT' ? 'a link to something that is not there' : reasonInWords(error, link.file));
      return;
    }
    if (target !== this.#root && !target.startsWith(this.#root.endsWith(sep) ? this.#root : this.#root + sep))
      this.#skip(link, 'a link that leads out of the folder');
    else if (isFolder) this.#below({ file: target, path: link.path });
    else if (this.#files.has(target)) this.#skip(link, `a link to ${this.#shown(target)}, which is read already`);
    else this.#files.set(target, { file: target, path: link.path });
  }

  #shown(target: string): string {
    return this.#files.get(target)?.path ?? below(dirname(target), basename(target));
  }

  #skip({ path }: Place, reason: string): void {
    this.#skipped.push({ path, reason, kind: 'skipped' });
  }
}

function below(folder: string, name: string): string {
  const own = name.normalize('NFC');
  return folder === '' ? own : `${folder}/${own}`;
}
