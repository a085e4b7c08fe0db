/**
 * Keeps the snapshot of one open folder: finds it, writes it anew in the background when the folder has changed, and
 * lets go of one that proves damaged. Nothing that goes wrong here costs more than time: it is told in `problem`.
 */
import { rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { KnownFolder } from '../known-files.ts';
import type { FolderKeeper, SpilledFolder } from '../segments/spilled-folder.ts';
import { beforeThreadEnds } from '../thread-end.ts';
import { makeCacheFolder, noteUse, temporaryName, tidyCache } from './cache-folder.ts';
import { folderFrom, keptOf, textsOf } from './corpus-snapshot.ts';
import { DamagedSnapshot } from './snapshot-file.ts';
import { SnapshotReader } from './snapshot-reader.ts';
import { spilledSections } from './spilled-snapshot.ts';
import type { OpenOutput } from './snapshot-writer.ts';
import { openFile, putInPlace, writeSnapshot } from './snapshot-writer.ts';

/** A disk that gives back something else than it was given so often is not asked again. */
const mostDamages = 2;

export class SnapshotKeeper implements FolderKeeper {
  readonly #file: string;
  readonly #fingerprint: string;
  readonly #changed: () => void;
  readonly #openOutput: OpenOutput;
  #reader: SnapshotReader | undefined;
  /** What the snapshot at `#file` holds; undefined when there is none of use. */
  #kept: KnownFolder['files'] | undefined;
  #writing: { readonly stop: AbortController; readonly ended: Promise<void> } | undefined;
  #problem = '';
  #damages = 0;

  /** `changed` is told when `bytes` or `problem` are no longer what they were. */
  constructor(file: string, fingerprint: string, changed: () => void, openOutput: OpenOutput = openFile) {
    this.#file = file;
    this.#fingerprint = fingerprint;
    this.#changed = changed;
    this.#openOutput = openOutput;
  }

  /** Of the snapshot on disk, 0 when there is none of what is open. */
  get bytes(): number {
    return this.#kept ? (this.#reader?.fileBytes ?? 0) : 0;
  }

  /** Why there is no snapshot though there should be one, in words; else empty. */
  get problem(): string {
    return this.#problem;
  }

  /** The folder as it was when its snapshot was written; undefined when there is none that can be trusted. */
  find(): KnownFolder | undefined {
    try {
      this.#reader = new SnapshotReader(this.#file, this.#fingerprint);
      const folder = folderFrom(this.#reader);
      this.#kept = folder.files;
      noteUse(this.#file);
      return folder;
    } catch (error) {
      // No snapshot, one of another version, one that may not be read: all the same, it is made anew.
      if (!(error instanceof DamagedSnapshot) && (error as NodeJS.ErrnoException).code === undefined) throw error;
      this.#close();
      return undefined;
    }
  }

  /**
   * Writes what is open now, in the background, unless it is what the snapshot holds. From then on texts are read from
   * there. `folder` is no longer asked for anything once `stop` was called.
   */
  keep(folder: KnownFolder): void {
    if (folder.files === this.#kept || this.#damages >= mostDamages) return;
    const before = this.#writing;
    before?.stop.abort();
    const stop = new AbortController();
    const ended = (async () => {
      await before?.ended;
      await this.#write(folder, stop.signal);
    })();
    this.#writing = { stop, ended };
  }

  /** Where a snapshot is written; undefined when none is. */
  get file(): string | undefined {
    return this.#damages < mostDamages ? this.#file : undefined;
  }

  /**
   * Writes a folder that is still in parts, and gives it as it is from then on: in the snapshot. Nothing may be open yet.
   * Undefined when that goes wrong: it is told in `problem`. @throws the signal's reason
   */
  async keepSpilled(folder: SpilledFolder, signal: AbortSignal | undefined): Promise<KnownFolder | undefined> {
    const temporary = temporaryName(this.#file);
    // Cancelling an opening ends its thread, and what is written of a large folder is large.
    const takeBack = beforeThreadEnds(() => rm(temporary, { force: true }));
    try {
      const { content, sections } = spilledSections(folder);
      const options = { openOutput: this.#openOutput, ...(signal && { signal }) };
      await writeSnapshot(temporary, this.#fingerprint, content, sections, options);
      const kept = this.#exchange(temporary, folderFrom);
      this.#kept = kept.files;
      await tidyCache(dirname(this.#file));
      return kept;
    } catch (error) {
      signal?.throwIfAborted();
      this.#problem = inWords(error);
      return undefined;
    } finally {
      takeBack();
    }
  }

  /** Resolves when nothing is being written any more. */
  async settled(): Promise<void> {
    while (this.#writing) {
      const writing = this.#writing;
      await writing.ended;
      if (this.#writing === writing) this.#writing = undefined;
    }
  }

  /** Calls off what is being written: the folder is about to change. */
  async stop(): Promise<void> {
    this.#writing?.stop.abort();
    await this.settled();
  }

  /** Lets go of a snapshot that proved damaged. Whoever calls it reads the folder anew. */
  async drop({ message }: DamagedSnapshot): Promise<void> {
    await this.stop();
    this.#damages++;
    this.#problem =
      this.#damages < mostDamages ? '' : `The cache gives back something else than was written to it: ${message}`;
    this.#close();
    rmSync(this.#file, { force: true });
  }

  /** Ends what is under way. Texts that lie in the snapshot cannot be read any more. */
  async close(): Promise<void> {
    await this.stop();
    this.#close();
  }

  #close(): void {
    this.#reader?.close();
    this.#reader = this.#kept = undefined;
  }

  async #write(folder: KnownFolder, signal: AbortSignal): Promise<void> {
    const temporary = temporaryName(this.#file);
    try {
      signal.throwIfAborted();
      await makeCacheFolder(this.#file);
      const { content, sections } = keptOf(folder);
      await writeSnapshot(temporary, this.#fingerprint, content, sections, { signal, openOutput: this.#openOutput });
      this.#take(folder, temporary);
      await tidyCache(dirname(this.#file));
    } catch (error) {
      if (signal.aborted) return;
      this.#kept = undefined;
      this.#problem = inWords(error);
      this.#changed();
    }
  }

  #take(folder: KnownFolder, temporary: string): void {
    this.#exchange(temporary, (reader) => {
      folder.texts.moveTo(textsOf(reader));
    });
    this.#kept = folder.files;
    this.#problem = '';
    this.#changed();
  }

  /**
   * Puts a written snapshot in the place of the one before. In one go, because a request in between must find its text: the
   * new one is open, and taken over by `use`, before the old one goes.
   */
  #exchange<Used>(temporary: string, use: (reader: SnapshotReader) => Used): Used {
    try {
      const reader = new SnapshotReader(temporary, this.#fingerprint);
      const used = use(reader);
      // Windows does not put a file in the place of an open one.
      this.#reader?.close();
      this.#reader = reader;
      putInPlace(temporary, this.#file);
      return used;
    } catch (error) {
      rmSync(temporary, { force: true });
      throw error;
    }
  }
}

const phrases: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk of the cache folder is full',
  EDQUOT: 'there is no more room for your files on the disk of the cache folder',
  EFBIG: 'the disk of the cache folder takes no file of that size',
  EROFS: 'the cache folder can only be read',
  EACCES: 'you are not allowed to write to the cache folder',
  EPERM: 'you are not allowed to write to the cache folder',
  EIO: 'the disk of the cache folder reports an error',
};

function inWords(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const why = error instanceof DamagedSnapshot ? message : phrases[code ?? ''];
  return `The index could not be kept for the next time: ${why ?? `the cache folder cannot be used (${code ?? message})`}`;
}
