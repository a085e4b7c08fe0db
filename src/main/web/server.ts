/**
 * The web door: the page over HTTP and its requests over one WebSocket, for a browser on this machine.
 *
 * It binds to 127.0.0.1 and nothing else. `access.ts` says who may come in, `page-socket.ts` what is said inside.
 */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ExpectedFailure } from '../../shared/failure.ts';
import { guardHeaders, pageHeaders } from '../page/page-headers.ts';
import { listPageFiles } from '../page/page-files.ts';
import type { PageFile, PageFiles } from '../page/page-files.ts';
import type { Workbench } from '../workbench/workbench.ts';
import { judgeRequest, newKeys, sessionCookie } from './access.ts';
import type { Keys, Verdict } from './access.ts';
import { openBridge } from './bridge.ts';

/** A browser opens six for files and one for each page's socket. */
const mostConnections = 128;

export interface WebDoorOptions {
  readonly workbench: Pick<Workbench, 'dispatch' | 'listen'>;
  /** The built page. */
  readonly rendererDir: string;
  /** 0 = any free one. */
  readonly port: number;
  /** Milliseconds between signs of life asked of every page. */
  readonly heartbeatMs?: number;
}

export interface WebDoor {
  /** With the token: whoever has it, has the folders. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Starts to listen.
 * @throws ExpectedFailure `unavailable` when the page is not built or the port is taken.
 */
export async function startWebDoor(options: WebDoorOptions): Promise<WebDoor> {
  const files = await listPageFiles(options.rendererDir);
  const server = createServer({ maxHeaderSize: 16_384, headersTimeout: 10_000, requestTimeout: 30_000 });
  server.maxConnections = mostConnections;
  const keys = newKeys(await listenOnLoopback(server, options.port));
  server.on('request', (request, response) => {
    void answerRequest(request, response, files, keys);
  });
  const bridge = openBridge(server, keys, options.workbench, options.heartbeatMs ?? 30_000);
  return {
    url: `http://127.0.0.1:${keys.port}/?token=${keys.token}`,
    close: async () => {
      await bridge.close();
      server.closeAllConnections();
      if (server.listening) await new Promise((resolve) => server.close(resolve));
    },
  };
}

function listenOnLoopback(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.on('error', (error: NodeJS.ErrnoException) => {
      if (server.listening) console.error(error);
      const taken = error.code === 'EADDRINUSE';
      const why = taken ? 'it is in use' : (error.code ?? error.message);
      reject(new ExpectedFailure('unavailable', `Port ${port} cannot be used: ${why}. Choose another, or 0 for any.`));
    });
    server.listen({ host: '127.0.0.1', port }, () => {
      resolve((server.address() as AddressInfo).port);
    });
  });
}

async function answerRequest(
  request: IncomingMessage,
  response: ServerResponse,
  files: PageFiles,
  keys: Keys,
): Promise<void> {
  const verdict = judgeRequest(request, keys);
  switch (verdict.verdict) {
    case 'refuse':
      sendRefusal(response, verdict);
      return;
    case 'welcome':
      response.writeHead(303, {
        ...guardHeaders,
        location: '/',
        'set-cookie': sessionCookie(keys),
        'cache-control': 'no-store',
      });
      response.end();
      return;
    case 'serve': {
      const file = files.get(verdict.path);
      if (file) await sendFile(response, file);
      else sendRefusal(response, { verdict: 'refuse', status: 404, why: 'There is nothing here.' });
    }
  }
}

async function sendFile(response: ServerResponse, file: PageFile): Promise<void> {
  try {
    const content = await readFile(file.path);
    // Node leaves the content out when the method is HEAD.
    response.writeHead(200, { ...pageHeaders(file), 'content-length': content.byteLength });
    response.end(content);
  } catch {
    // The page was built anew while the server ran, under other names.
    sendRefusal(response, { verdict: 'refuse', status: 404, why: 'This file is gone: start Lectern again.' });
  }
}

function sendRefusal(response: ServerResponse, { status, why }: Verdict & { verdict: 'refuse' }): void {
  const unknown = status === 401;
  response.writeHead(status, {
    ...guardHeaders,
    'content-type': unknown ? 'text/html; charset=utf-8' : 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    // What else may come on this connection is a body that nobody asked for.
    connection: 'close',
    ...(status === 405 ? { allow: 'GET, HEAD' } : {}),
  });
  response.end(unknown ? strangersPage : `${why}\n`);
}

const strangersPage = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Lectern</title>
<p>Lectern is running here. To come in, use the whole link that <code>lectern serve</code> printed when it was started.</p>
<p lang="ar" dir="rtl">ليكترن يعمل هنا. للدخول استعمل الرابط الكامل الذي كتبه <code dir="ltr">lectern serve</code> عند تشغيله.</p>
<p lang="mk">Lectern работи тука. За да влезете, употребете ја целата врска што ја испиша <code>lectern serve</code> при стартувањето.</p>
</html>
`;
