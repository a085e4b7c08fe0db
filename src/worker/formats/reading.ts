/**
 * Files read in a process of their own. The readers look at the clock and count what they unpack, but a library in a
 * loop of its own does not, and a full heap ends everything that shares it: a thread with a heap limit was tried, and
 * one `JSON.parse` took the whole program down with it. So the process is one that can be spared; it is started with
 * the first file that needs it and again after an end. Plain text needs none of this and is read on the spot.
 */
import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { beforeThreadEnds } from '../thread-end.ts';
import type { ExtractOptions, Extraction } from './extract.ts';
import { endingOf, extract, Unreadable } from './extract.ts';
import { endedBySystem, tookTooLong } from './limits.ts';
import type { ReadAnswer, ReadRequest } from './reader-process.ts';

/** Endings whose readers only decode; sending the bytes away would cost more than reading them. */
const plainEndings = new Set(['txt', 'text', 'md', 'markdown']);
export interface ReadingOptions {
  /** reader-process.ts, or the file it is bundled into. */
  readonly processUrl: URL;
  /** Heap of the process in megabytes. */
  readonly heapMegabytes?: number;
  /** Given to the readers to notice their own deadline before the process is ended, in milliseconds. */
  readonly grace?: number;
}

/** Reads one file at a time; calls made meanwhile wait their turn. Owns its process: call `dispose`. */
export class Reading {
  private readonly processUrl: URL;
  private readonly heapMegabytes: number;
  private readonly grace: number;
  private reader: ChildProcess | undefined;
  private turn: Promise<unknown> = Promise.resolve();
  private disposed = false;

  constructor({ processUrl, heapMegabytes = 1536, grace = 2000 }: ReadingOptions) {
    this.processUrl = processUrl;
    this.heapMegabytes = heapMegabytes;
    this.grace = grace;
  }

  /** As `extract`: throws Unreadable for whatever the file does to its reader. */
  read(bytes: Uint8Array, name: string, options: ExtractOptions): Promise<Extraction> {
    if (plainEndings.has(endingOf(name))) return extract(bytes, name, options);
    const read = this.turn.then(() => this.readApart({ bytes, name, options }));
    this.turn = read.catch(() => undefined);
    return read;
  }

  dispose(): void {
    this.disposed = true;
    this.end();
  }

  /** Ends its process; the next file starts another one. Nothing is being read. */
  rest(): void {
    this.end();
  }

  private end(): void {
    this.reader?.kill('SIGKILL');
    this.reader = undefined;
  }

  private start(): ChildProcess {
    const reader = fork(fileURLToPath(this.processUrl), [], {
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${this.heapMegabytes}`],
      // Under Electron the same binary must run as plain Node.
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
      // Nothing is written into standard input: its end tells the process that this thread is gone.
      stdio: ['pipe', 'ignore', 'ignore', 'ipc'],
    });
    const { promise: gone, resolve } = Promise.withResolvers<undefined>();
    const takeBack = beforeThreadEnds(() => {
      reader.kill('SIGKILL');
      return gone;
    });
    const ended = (): void => {
      takeBack();
      resolve(undefined);
    };
    // One that could not be started has no exit.
    reader.once('exit', ended).once('error', ended);
    return reader;
  }

  private async readApart(request: ReadRequest): Promise<Extraction> {
    if (this.disposed) throw new Unreadable(closed);
    const answered = await this.ask((this.reader ??= this.start()), request);
    if ('extraction' in answered) return answered.extraction;
    if ('unreadable' in answered) throw new Unreadable(answered.unreadable);
    throw new Error(answered.fault);
  }

  private ask(reader: ChildProcess, request: ReadRequest): Promise<ReadAnswer> {
    const { milliseconds } = request.options.limits;
    return new Promise((resolve) => {
      const settle = (answered: ReadAnswer): void => {
        clearTimeout(timer);
        reader.off('message', received).off('error', failed).off('exit', ended);
        resolve(answered);
      };
      const received = (message: unknown): void => {
        settle(message as ReadAnswer);
      };
      const failed = (error: Error): void => {
        this.reader = undefined;
        settle({ fault: `the reading process failed: ${error.message}` });
      };
      const ended = (_: number | null, signal: NodeJS.Signals | null): void => {
        this.reader = undefined;
        settle({ unreadable: this.disposed ? closed : signal === 'SIGKILL' ? endedBySystem : tookTooMuchMemory });
      };
      const timer = setTimeout(() => {
        settle({ unreadable: tookTooLong(request.options.limits) });
        this.end();
      }, milliseconds + this.grace);
      reader.on('message', received).on('error', failed).on('exit', ended);
      reader.send(request, (error) => {
        // A process that died between two files is seen here first; its `exit` follows and settles.
        if (error && !reader.connected && reader.exitCode === null && reader.signalCode === null)
          reader.kill('SIGKILL');
      });
    });
  }
}

// A full heap ends the process by itself; nobody here kills one that has a file to read and has time left.
const tookTooMuchMemory = 'took more memory than one file may have: split it, or save it as text';
const closed = 'was not read: the corpus was closed meanwhile';
