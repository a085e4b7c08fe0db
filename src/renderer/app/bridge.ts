/**
 * The page's bridge where there is no preload: a WebSocket at `/bridge` on the page's own origin. It speaks the same
 * `Bridge` as the Electron window. A lost line is told, tried again with growing pauses, and fails what was waiting.
 */
import { type RequestName } from '../../shared/contract.ts';
import { answer as answerSchema, event as eventSchema, type Bridge, type LecternEvent } from '../../shared/wire.ts';
import { failed } from '../../shared/failure.ts';
import { wordsOf } from '../language/words.ts';
import type { Connection } from './store/surface.ts';

declare global {
  interface Window {
    /** Put there by the preload of the Electron window. */
    readonly lectern?: Bridge;
  }
}

type Answer = Awaited<ReturnType<Bridge['request']>>;

/** One connection, and what it tells. */
export interface Line {
  send(text: string): void;
  close(): void;
}
export interface LineEvents {
  readonly opened: () => void;
  readonly received: (text: string) => void;
  /** Also when it never opened. */
  readonly closed: () => void;
}

export interface SocketOptions {
  readonly connect: (events: LineEvents) => Line;
  readonly onConnection: (connection: Connection) => void;
  /** A message that is no answer and no event: a bug of one side, never swallowed. */
  readonly onNonsense: (message: string) => void;
}

export interface SocketBridge extends Bridge {
  /** Tries at once instead of waiting for the next attempt. */
  readonly retry: () => void;
  /** Ends the line for good. */
  readonly close: () => void;
}

const t = wordsOf('app');

const firstPause = 250;
const longestPause = 8_000;

function lost(): Answer {
  return failed('unavailable', t('bridge.lost'));
}

export function socketBridge({ connect, onConnection, onNonsense }: SocketOptions): SocketBridge {
  const waiting = new Map<number, (answer: Answer) => void>();
  const listeners = new Set<(event: LecternEvent) => void>();
  let line: Line | null = null;
  let isOpen = false;
  /** Requests made before the line first opened. */
  let unsent: string[] = [];
  let attempts = 0;
  let ids = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let ended = false;

  function failAll(): void {
    const orphans = [...waiting.values()];
    waiting.clear();
    unsent = [];
    for (const settle of orphans) settle(lost());
  }

  function receive(text: string): void {
    let message: unknown;
    try {
      message = JSON.parse(text);
    } catch {
      onNonsense('A message from Lectern was not JSON.');
      return;
    }
    const answered = answerSchema.safeParse(message);
    if (answered.success) {
      const settle = waiting.get(answered.data.id);
      waiting.delete(answered.data.id);
      settle?.(answered.data.outcome);
      return;
    }
    const told = eventSchema.safeParse((message as { event?: unknown } | null)?.event);
    if (told.success) for (const listener of listeners) listener(told.data);
    else onNonsense('A message from Lectern was neither an answer nor an event that this page knows.');
  }

  function open(): void {
    clearTimeout(timer);
    const mine = connect({
      opened: () => {
        isOpen = true;
        attempts = 0;
        onConnection({ state: 'open' });
        for (const text of unsent) mine.send(text);
        unsent = [];
      },
      received: receive,
      closed: () => {
        if (ended) return;
        line = null;
        isOpen = false;
        failAll();
        const pause = Math.min(longestPause, firstPause * 2 ** attempts);
        attempts += 1;
        timer = setTimeout(open, pause);
        onConnection({ state: 'lost', at: Date.now() + pause });
      },
    });
    line = mine;
  }

  open();
  return {
    door: 'web',
    request(name: RequestName, params: unknown) {
      const id = ids++;
      const text = JSON.stringify({ id, name, params });
      if (line === null) return Promise.resolve(lost());
      return new Promise<Answer>((settle) => {
        waiting.set(id, settle);
        if (isOpen) line?.send(text);
        else unsent.push(text);
      });
    },
    listen(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    drop() {
      return Promise.resolve(failed('unavailable', t('bridge.drop')));
    },
    retry() {
      if (line === null && !ended) open();
    },
    close() {
      ended = true;
      clearTimeout(timer);
      line?.close();
      line = null;
      failAll();
    },
  };
}

/** The bridge of this page: the preload's, or a socket to the server that sent the page. */
export function findBridge(options: Omit<SocketOptions, 'connect'>): Bridge | SocketBridge {
  if (window.lectern) return window.lectern;
  const address = new URL('/bridge', window.location.href);
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
  return socketBridge({ ...options, connect: (events) => webSocket(address, events) });
}

function webSocket(address: URL, { opened, received, closed }: LineEvents): Line {
  const socket = new WebSocket(address);
  socket.addEventListener('open', opened);
  socket.addEventListener('close', closed);
  socket.addEventListener('message', ({ data }) => {
    received(String(data));
  });
  return socket;
}
