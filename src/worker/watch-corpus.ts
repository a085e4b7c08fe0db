/** Watches the folder of an open corpus, and tells how many files are no longer as they were read. */
import { ExpectedFailure } from '../shared/failure.ts';
import type { FolderChange } from '../shared/worker-messages.ts';
import type { OpenedFolder } from './open.ts';
import { allGone, findChange } from './folder-change.ts';
import type { Root } from './found-files.ts';
import type { TreeWatchOptions } from './watch.ts';
import { TreeWatch } from './watch.ts';

/** What is watched; tests pass something smaller than a corpus. */
export interface Watched {
  readonly start: Root;
  readonly opened: Pick<OpenedFolder, 'files' | 'tables'>;
}

export interface WatchTimes {
  /** Milliseconds from a sign of a change to the look at what it was: one change gives many. */
  readonly delay: number;
  /** Milliseconds between two looks where nothing can be heard, or the folder is gone. */
  readonly poll: number;
}

/** The folder is looked at for at most a tenth of the time, however busy and however large it is. */
const share = 10;
const usualTimes: WatchTimes = { delay: 400, poll: 10_000 };
const none: FolderChange = { added: 0, changed: 0, gone: 0 };

export class CorpusWatch {
  readonly #corpus: Watched;
  readonly #stale: (change: FolderChange) => void;
  readonly #times: WatchTimes;
  readonly #tree: TreeWatch;
  #told = none;
  #timer: NodeJS.Timeout | undefined;
  /** When the next look is due, and the earliest time at which it may be. */
  #due = Infinity;
  #rested = 0;
  #closed = false;

  /**
   * `stale` is told when the count of changes is another one. There is a look at once, so that what changed between
   * reading and watching is not missed.
   */
  constructor(
    corpus: Watched,
    stale: (change: FolderChange) => void,
    { times = usualTimes, ...tree }: { readonly times?: WatchTimes } & TreeWatchOptions = {},
  ) {
    this.#corpus = corpus;
    this.#stale = stale;
    this.#times = times;
    const heard = (): void => {
      this.#lookIn(times.delay);
    };
    this.#tree = new TreeWatch(corpus.start.root, heard, tree);
    this.#lookIn(0);
  }

  /** Looks at the folder soon: the corpus was brought up to date. */
  lookSoon(): void {
    this.#lookIn(0);
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#tree.close();
  }

  #look(): void {
    this.#due = Infinity;
    const started = performance.now();
    const { change, gone, added } = this.#compare();
    const ended = performance.now();
    this.#rested = ended + (ended - started) * share;
    const told = this.#told;
    this.#told = change;
    if (change.added !== told.added || change.changed !== told.changed || change.gone !== told.gone)
      this.#stale(change);
    // What came into a new folder before it was watched was not heard.
    if (added) this.#lookIn(this.#times.delay);
    else if (gone || this.#tree.deaf) this.#lookIn(this.#times.poll);
  }

  #compare(): { change: FolderChange; gone: boolean; added: boolean } {
    const { start, opened } = this.#corpus;
    try {
      const { change, folders } = findChange(start, opened);
      return { change, gone: false, added: this.#tree.follow(folders) };
    } catch (error) {
      if (!(error instanceof ExpectedFailure)) throw error;
      this.#tree.close();
      return { change: allGone(opened), gone: true, added: false };
    }
  }

  /** A look that is due sooner stays: a folder that never rests is looked at all the same. */
  #lookIn(milliseconds: number): void {
    const now = performance.now();
    const at = Math.max(now + milliseconds, this.#rested);
    if (this.#closed || at >= this.#due) return;
    clearTimeout(this.#timer);
    this.#due = at;
    this.#timer = setTimeout(() => {
      this.#look();
    }, at - now);
  }
}
