import type { JoinedIndex } from '../../corpus/index/join.ts';
import type { KnownFolder } from '../known-files.ts';
import type { ByteStore } from '../snapshot/posting-chunks.ts';

/** A folder whose index is still in parts, on disk, and comes together as it is read from there. */
export interface SpilledFolder extends Omit<KnownFolder, 'index'> {
  readonly index: JoinedIndex;
  /** Empty, for its postings. */
  readonly store: ByteStore;
}

/** Who writes a folder down and reads it from there. */
export interface FolderKeeper {
  /** Name of the file it writes, undefined when it writes none. */
  readonly file: string | undefined;
  /** Undefined when it could not be written. @throws the signal's reason */
  keepSpilled(folder: SpilledFolder, signal: AbortSignal | undefined): Promise<KnownFolder | undefined>;
}
