/** The page's sockets together: who may become one, what all of them are told, and how they are ended. */
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { Workbench } from '../workbench/workbench.ts';
import { judgeUpgrade } from './access.ts';
import type { Keys } from './access.ts';
import { PageSocket } from './page-socket.ts';

/** Bytes. A request of the page is an id, a query and some options. */
const longestMessage = 2 ** 20;
/** Tabs of one user. */
const mostSockets = 16;
/** Time that open sockets get to say good-bye. */
const closeGraceMs = 300;

/** Turns upgrades into page sockets, passes events on to all of them, and looks now and then who is still there. */
export function openBridge(
  server: Server,
  keys: Keys,
  workbench: Pick<Workbench, 'dispatch' | 'listen'>,
  heartbeatMs: number,
): { close(): Promise<void> } {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: longestMessage, perMessageDeflate: false });
  const pages = new Set<PageSocket>();
  server.on('upgrade', (request: IncomingMessage, connection: Duplex, head: Buffer) => {
    connection.on('error', () => connection.destroy());
    const verdict = judgeUpgrade(request, keys);
    if (verdict.verdict === 'refuse') refuseUpgrade(connection, verdict.status, verdict.why);
    else if (pages.size >= mostSockets) refuseUpgrade(connection, 503, 'Too many pages of Lectern are open.');
    else
      sockets.handleUpgrade(request, connection, head, (socket) => {
        const page = new PageSocket(socket, (name, params) => workbench.dispatch(name, params));
        pages.add(page);
        socket.once('close', () => pages.delete(page));
      });
  });
  const stopListening = workbench.listen((event) => {
    const text = JSON.stringify({ event });
    for (const page of pages) page.send(event, text);
  });
  const heartbeat = setInterval(() => {
    for (const page of pages) page.beat();
  }, heartbeatMs);
  return {
    close: async () => {
      clearInterval(heartbeat);
      stopListening();
      await sayGoodBye(sockets, pages);
    },
  };
}

async function sayGoodBye(sockets: WebSocketServer, pages: ReadonlySet<PageSocket>): Promise<void> {
  for (const page of pages) page.close();
  const lateness = setTimeout(() => {
    for (const page of pages) page.terminate();
  }, closeGraceMs);
  // Fires when the last socket is gone.
  await new Promise((resolve) => {
    sockets.close(resolve);
  });
  clearTimeout(lateness);
}

const reasons: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  421: 'Misdirected Request',
  503: 'Service Unavailable',
};

function refuseUpgrade(connection: Duplex, status: number, why: string): void {
  // The other side need not close in return, and what asked for an upgrade is no connection of the server any more.
  connection.once('finish', () => connection.destroy());
  connection.end(
    `HTTP/1.1 ${status} ${reasons[status] ?? 'Refused'}\r\nConnection: close\r\nContent-Type: text/plain; charset=utf-8\r\n` +
      `Content-Length: ${Buffer.byteLength(why)}\r\n\r\n${why}`,
  );
}
