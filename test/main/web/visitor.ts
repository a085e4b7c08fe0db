/** Someone who talks to the web door over loopback, with full control of what is sent. */
import { once } from 'node:events';
import { request } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { WebSocket } from 'ws';
import type { ClientOptions } from 'ws';

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Address {
  readonly port: number;
  readonly token: string;
  readonly host: string;
}

export function addressOf(url: string): Address {
  const { port, host, searchParams } = new URL(url);
  return { port: Number(port), host, token: searchParams.get('token') ?? '' };
}

/** `path` is sent as it is. */
export async function ask(
  { port }: Address,
  path: string,
  headers: OutgoingHttpHeaders = {},
  method = 'GET',
  body = '',
): Promise<Reply> {
  const sent = request({ host: '127.0.0.1', port, path, method, headers, agent: false });
  sent.end(body);
  const [reply] = (await once(sent, 'response')) as [IncomingMessage];
  return { status: reply.statusCode ?? 0, headers: reply.headers, body: await text(reply) };
}

/** Sends bytes that no HTTP library would, and gives back all that comes until the other side ends. */
export async function shout(port: number, bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.write(bytes, 'latin1');
  return text(socket);
}

/** Comes in by the token and returns the cookie. */
export async function enter(address: Address): Promise<string> {
  const { headers } = await ask(address, `/?token=${address.token}`);
  return headers['set-cookie']?.[0]?.split(';')[0] ?? '';
}

/** A page's socket, with its messages in the order in which they came. */
export class Page {
  readonly socket: WebSocket;
  readonly messages: unknown[] = [];
  readonly ended: Promise<{ code: number; reason: string }>;
  #id = 0;

  constructor(socket: WebSocket) {
    this.socket = socket;
    socket.on('message', (message: Buffer) => this.messages.push(JSON.parse(message.toString('utf8'))));
    socket.on('error', () => undefined);
    this.ended = new Promise((resolve) => {
      socket.once('close', (code, reason) => {
        resolve({ code, reason: reason.toString() });
      });
    });
  }

  post(name: unknown, params: unknown = {}): number {
    const id = this.#id++;
    this.socket.send(JSON.stringify({ id, name, params }));
    return id;
  }

  answerTo(id: number): unknown {
    const found = this.messages.find((message) => (message as { id?: number }).id === id);
    return (found as { outcome?: unknown } | undefined)?.outcome;
  }
}

export interface SocketAsk {
  readonly path?: string;
  /** Undefined ones are not sent. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly options?: ClientOptions;
}

/** Resolves to the status when no socket was given. */
export async function openSocket(
  { port }: Address,
  { path = '/bridge', headers = {}, options = {} }: SocketAsk,
): Promise<Page | number> {
  const given: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) given[name] = value;
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { ...options, headers: given });
  const page = new Page(socket);
  return new Promise((resolve) => {
    socket.once('open', () => {
      resolve(page);
    });
    socket.once('unexpected-response', (_request, response: IncomingMessage) => {
      response.destroy();
      resolve(response.statusCode ?? 0);
    });
  });
}
