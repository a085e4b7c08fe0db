/** One page's socket: reads requests, asks the workbench, writes answers and events, and never piles up what is not read. */
import type { RawData, WebSocket } from 'ws';
import type { LecternEvent } from '../../shared/wire.ts';
import { failed } from '../../shared/failure.ts';
import type { Failure, Outcome } from '../../shared/failure.ts';
import { readEnvelope } from '../page/request-envelope.ts';
import type { RequestEnvelope } from '../page/request-envelope.ts';

/** Requests of one page that the workbench works on at a time; the next ones wait in the page's own network buffer. */
const mostAtWork = 32;
/** Bytes of answers that may lie unread before no further request is read. A long document is about one megabyte. */
const fullAt = 8 * 2 ** 20;
const mostSilentBeats = 2;

// The codes of RFC 6455 §7.4.1.
const closeCodes = { goingAway: 1001, notText: 1003, notReadable: 1007 } as const;

export type Dispatch = (name: unknown, params: unknown) => Promise<Outcome<unknown>>;

export class PageSocket {
  readonly #socket: WebSocket;
  readonly #dispatch: Dispatch;
  /** Messages read and not yet looked at: at most what one network read brought. */
  readonly #waiting: string[] = [];
  #atWork = 0;
  #paused = false;
  #answeredBeat = true;
  #unreadAtBeat = 0;
  #silentBeats = 0;

  constructor(socket: WebSocket, dispatch: Dispatch) {
    this.#socket = socket;
    this.#dispatch = dispatch;
    socket.on('message', (message, isBinary) => {
      this.#receive(message, isBinary);
    });
    socket.on('pong', () => {
      this.#answeredBeat = true;
    });
    // `ws` closes the socket itself after an error (a message too long, a broken frame); the listener keeps the error
    // from ending the process.
    socket.on('error', () => undefined);
  }

  /** Progress is left out for a page that does not keep up: the next one says it again. */
  send(event: LecternEvent, text: string): void {
    if (event.type === 'progress' && this.#socket.bufferedAmount >= fullAt) return;
    this.#write(text);
  }

  /**
   * Asks the page for a sign of life, and ends it when it gave none twice: once may be a computer that slept. From a page
   * that is paused no sign can arrive: it is judged by whether it took any of its answers since.
   */
  beat(): void {
    const unread = this.#socket.bufferedAmount;
    const silent = this.#paused ? this.#unreadAtBeat > 0 && unread >= this.#unreadAtBeat : !this.#answeredBeat;
    this.#silentBeats = silent ? this.#silentBeats + 1 : 0;
    if (this.#silentBeats >= mostSilentBeats) {
      this.#socket.terminate();
      return;
    }
    this.#unreadAtBeat = unread;
    if (this.#paused || this.#socket.readyState !== this.#socket.OPEN) return;
    this.#answeredBeat = false;
    this.#socket.ping();
  }

  close(): void {
    this.#waiting.length = 0;
    this.#socket.resume();
    this.#socket.close(closeCodes.goingAway, 'Lectern was closed.');
  }

  terminate(): void {
    this.#socket.terminate();
  }

  #receive(message: RawData, isBinary: boolean): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    if (isBinary) {
      this.#socket.close(closeCodes.notText, 'Expected a text message.');
      return;
    }
    // `ws` hands over one Buffer per message unless told otherwise.
    this.#waiting.push((message as Buffer).toString('utf8'));
    this.#advance();
  }

  /** Starts what may be started, then reads on or stops reading. */
  #advance(): void {
    while (!this.#isFull() && this.#waiting.length > 0) this.#start(this.#waiting.shift()!);
    const full = this.#isFull();
    if (full === this.#paused || this.#socket.readyState !== this.#socket.OPEN) return;
    this.#paused = full;
    // While nothing is read no sign of life can arrive, so that none is missed.
    this.#answeredBeat = true;
    if (full) this.#socket.pause();
    else this.#socket.resume();
  }

  #isFull(): boolean {
    return this.#atWork >= mostAtWork || this.#socket.bufferedAmount >= fullAt;
  }

  #start(message: string): void {
    const reading = readEnvelope(parseJson(message));
    if (reading.ok) void this.#answer(reading.request);
    else if (reading.id !== null) this.#write(answerText(reading.id, { ok: false, error: reading.error }));
    else this.#socket.close(closeCodes.notReadable, 'Expected JSON of the form { id, name, params }.');
  }

  async #answer({ id, name, params }: RequestEnvelope): Promise<void> {
    this.#atWork++;
    let text: string;
    try {
      text = answerText(id, await this.#dispatch(name, params));
    } catch (error) {
      // The workbench does not throw; an answer that JSON cannot carry is a bug, and the page must not wait forever.
      console.error(error);
      text = answerText(id, failed('internal', 'Lectern could not answer because of a fault of its own.'));
    }
    this.#atWork--;
    this.#write(text);
    this.#advance();
  }

  #write(text: string): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    this.#socket.send(text, () => {
      this.#advance();
    });
  }
}

function answerText(id: number, outcome: Outcome<unknown> | { ok: false; error: Failure }): string {
  return JSON.stringify({ id, outcome });
}

function parseJson(message: string): unknown {
  try {
    return JSON.parse(message);
  } catch {
    return undefined;
  }
}
