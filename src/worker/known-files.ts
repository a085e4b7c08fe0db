/**
 * What is known of a folder from before: which of its files need not be read again. A file is taken for unchanged when
 * its size and its time are what they were (not: when its time is no newer; clocks go backwards, and files are put
 * back), and when nothing else that decides what is made of it has changed.
 */
import { hash } from 'node:crypto';
import { statSync } from 'node:fs';
import type { PositionalIndex } from '../corpus/index/positional.ts';
import type { DocumentSummary } from '../shared/answers.ts';
import type { DocId } from '../shared/model.ts';
import type { FileStamp } from './read.ts';
import type { TextStore } from './text-store.ts';

/** A file that was read, or tried: what came of it, and what it depends on. */
export interface KnownFile extends FileStamp {
  readonly path: string;
  /** Digest of all that decided what was made of the file, beside its bytes: see `readingKey`. */
  readonly key: string;
  /** `documents` of them were made of it, this and those after it. */
  readonly first: DocId;
  readonly documents: number;
  /** Why there are none; empty when there are some. */
  readonly reason: string;
  /** What the reader left out or guessed. */
  readonly notes: readonly string[];
  /** False when it is to be read again whatever its stamp says: see `isYoung`, and reasons that pass by themselves. */
  readonly settled: boolean;
  /** It took too long, or its reader was killed: read again only by a reader that retries. */
  readonly slow?: true;
}

export interface KnownFolder {
  readonly index: PositionalIndex;
  readonly texts: TextStore;
  readonly documents: readonly DocumentSummary[];
  readonly files: readonly KnownFile[];
}

/** The stamp of a file, undefined when it has just gone or may not be looked at. */
export function stampOf(file: string): FileStamp | undefined {
  try {
    const stats = statSync(file, { throwIfNoEntry: false });
    return stats && { size: stats.size, mtimeMs: stats.mtimeMs };
  } catch {
    return undefined;
  }
}

/** A stick formatted for cameras counts in two seconds; a file system of our day in nanoseconds, but at a clock's tick. */
const coarseTick = 2000;
const fineTick = 20;

/** Whether a file changed so shortly before it was read (`now`) that a change just after might not move its time. */
export function isYoung({ mtimeMs }: FileStamp, now: number): boolean {
  return Math.abs(now - mtimeMs) < (Number.isInteger(mtimeMs / 1000) ? coarseTick : fineTick);
}

/** `parts` are what decides, beside its bytes, what is made of a file. The usual case, nothing, has the key ''. */
export function readingKey(parts: readonly unknown[]): string {
  return parts.length === 0 ? '' : hash('sha256', JSON.stringify(parts), 'base64url').slice(0, 22);
}

export class KnownFiles {
  readonly #files: ReadonlyMap<string, KnownFile>;
  readonly #retrying: boolean;

  /** `retrying`: files that took too long are to be tried again. */
  constructor(known: KnownFolder | undefined, retrying = false) {
    this.#retrying = retrying;
    this.#files = new Map(known?.files.map((file) => [file.path, file]));
  }

  get size(): number {
    return this.#files.size;
  }

  /** What is known of a file, undefined when it has to be read. */
  find(path: string, key: string, stamp: FileStamp | undefined): KnownFile | undefined {
    const known = this.#files.get(path);
    if (!known?.settled || known.key !== key || !stamp || (known.slow && this.#retrying)) return undefined;
    return known.size === stamp.size && known.mtimeMs === stamp.mtimeMs ? known : undefined;
  }
}
