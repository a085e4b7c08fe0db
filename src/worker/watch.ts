/**
 * Hears that something in a folder has changed; what it was is for the listener to find out.
 *
 * On Linux one watch for each folder, because what Node and libraries offer for whole trees puts one on each file: with
 * 40,000 files chokidar needed 1.2 s and 234 MB, `recursive` 0.6 s and 134 MB, and watching the 400 folders 9 ms and 3 MB.
 * macOS and Windows watch trees themselves. Where watching is refused (too many watches, a drive that cannot) the folder
 * is looked at now and then instead.
 */
import type { FSWatcher } from 'node:fs';
import { watch } from 'node:fs';
import { dirname, sep } from 'node:path';
import type { EnteredFolder } from './walk.ts';

export interface TreeWatchOptions {
  /** The system watches trees, not single folders. */
  readonly wholeTree?: boolean;
  readonly watchFolder?: (file: string, options: { recursive: boolean }, heard: () => void) => FSWatcher;
}

export class TreeWatch {
  readonly #root: string;
  readonly #heard: () => void;
  readonly #wholeTree: boolean;
  readonly #watchFolder: NonNullable<TreeWatchOptions['watchFolder']>;
  /** By the folder's path. */
  readonly #watches = new Map<string, { readonly identity: string; readonly watch: FSWatcher }>();
  #refused = false;

  /** `heard` is called for every sign of a change, often many times for one. */
  constructor(
    root: string,
    heard: () => void,
    { wholeTree = process.platform !== 'linux', watchFolder = watch }: TreeWatchOptions = {},
  ) {
    this.#root = root;
    this.#heard = heard;
    this.#wholeTree = wholeTree;
    this.#watchFolder = watchFolder;
  }

  /** Some folder is not watched: changes in it are not heard. */
  get deaf(): boolean {
    return this.#refused;
  }

  /** Watches held. */
  get size(): number {
    return this.#watches.size;
  }

  /** Watches these folders and no others; none, when the root is a file. Returns whether a watch was added. */
  follow(folders: readonly EnteredFolder[]): boolean {
    // A file is watched by way of its folder: programs that save put another file in its place.
    const alone = folders.length === 0 ? [{ file: dirname(this.#root), identity: '' }] : folders;
    const wanted = new Map((this.#wholeTree ? outermost(alone) : alone).map(({ file, identity }) => [file, identity]));
    for (const [file, { identity }] of this.#watches) if (wanted.get(file) !== identity) this.#drop(file);
    this.#refused = false;
    let added = false;
    for (const [file, identity] of wanted) {
      if (this.#watches.has(file)) continue;
      if (this.#add(file, identity, this.#wholeTree && folders.length > 0)) added = true;
      else this.#refused = true;
    }
    return added;
  }

  close(): void {
    for (const file of [...this.#watches.keys()]) this.#drop(file);
  }

  #add(file: string, identity: string, recursive: boolean): boolean {
    try {
      const watching = this.#watchFolder(file, { recursive }, this.#heard);
      watching.on('error', () => {
        this.#drop(file);
        this.#heard();
      });
      this.#watches.set(file, { identity, watch: watching });
      return true;
    } catch {
      return false;
    }
  }

  #drop(file: string): void {
    this.#watches.get(file)?.watch.close();
    this.#watches.delete(file);
  }
}

/** Those that lie in no other: one, or as many as are read as one folder. Each comes before what lies in it. */
function outermost(folders: readonly EnteredFolder[]): EnteredFolder[] {
  const found: EnteredFolder[] = [];
  for (const folder of folders)
    if (!found.some(({ file }) => folder.file.startsWith(file.endsWith(sep) ? file : file + sep))) found.push(folder);
  return found;
}
