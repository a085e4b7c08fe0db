/** Where an answer goes: standard output, or a file that appears under its name only when it is whole. */
import { closeSync, fsyncSync, openSync, realpathSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { once } from 'node:events';
import { ExpectedFailure } from '../../../shared/failure.ts';

export interface Destination {
  /** Columns of the terminal written to; nothing when it is no terminal. */
  readonly terminal: number | undefined;
  write(chunk: string | Uint8Array): Promise<void>;
  /** Makes what was written final. */
  finish(): void;
  /** Leaves nothing behind. After `finish` it does nothing. */
  abandon(): void;
}

/** The reader of a pipe has seen enough, as `head` does: no failure, only the end. */
export class ReaderGone extends Error {}

function brokenPipe(error: unknown): ReaderGone | undefined {
  return (error as NodeJS.ErrnoException).code === 'EPIPE' ? new ReaderGone() : undefined;
}

export function standardOutput(stream: NodeJS.WriteStream): Destination {
  let broken: Error | undefined;
  stream.on('error', (error: Error) => {
    broken = brokenPipe(error) ?? error;
  });
  return {
    terminal: stream.isTTY ? stream.columns : undefined,
    async write(chunk) {
      if (broken) throw broken;
      if (stream.write(chunk)) return;
      // Either it drains or it breaks; waiting for the first alone would wait for ever on a closed pipe.
      const waiting = new AbortController();
      const options = { signal: waiting.signal };
      try {
        await Promise.race([once(stream, 'drain', options), once(stream, 'close', options)]);
      } catch (error) {
        throw brokenPipe(error) ?? error;
      } finally {
        waiting.abort();
      }
    },
    finish() {
      if (broken) throw broken;
    },
    // What was printed is printed. The listener stays: a pipe may break as late as at the process's end.
    abandon: () => undefined,
  };
}

function reason(error: unknown): string {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOENT':
      return 'its folder does not exist';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'you may not write there';
    case 'ENOSPC':
      return 'the disk is full';
    case 'EISDIR':
      return 'a folder has that name';
    default:
      return error instanceof Error ? error.message : 'unknown reason';
  }
}

function attempt<Value>(path: string, work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    throw new ExpectedFailure('unreadable', `The file could not be written: ${reason(error)}`, { where: path });
  }
}

/** The file that a name stands for, through symbolic links; the name itself when there is none yet. */
function targetOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** @throws ExpectedFailure when the file cannot be written */
export function outputFile(path: string): Destination {
  const target = targetOf(path);
  const known = statSync(target, { throwIfNoEntry: false });
  if (known?.isDirectory()) {
    throw new ExpectedFailure('unreadable', 'The file could not be written: a folder has that name', { where: path });
  }
  // A device or a named pipe is written to, never replaced.
  const direct = known !== undefined && !known.isFile();
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  const written = direct ? target : temporary;
  const handle = attempt(path, () => openSync(written, 'w', known?.mode));
  let open = true;
  const close = (): void => {
    if (open) closeSync(handle);
    open = false;
  };
  return {
    terminal: undefined,
    write(chunk) {
      attempt(path, () => {
        const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
        for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at);
      });
      return Promise.resolve();
    },
    finish() {
      attempt(path, () => {
        if (!direct) fsyncSync(handle);
        close();
        if (!direct) renameSync(temporary, target);
      });
    },
    abandon() {
      if (!open) return;
      close();
      if (!direct) rmSync(temporary, { force: true });
    },
  };
}
