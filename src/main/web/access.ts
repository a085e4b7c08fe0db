/**
 * Who may speak to the web door. Everything here is a pure judgement over a request's first lines.
 *
 * The server listens on 127.0.0.1, which keeps other machines out, and not other pages of the same browser, nor other
 * people on the same machine. Against the pages: Host (a foreign name that resolves to 127.0.0.1), Origin and
 * Sec-Fetch-Site. Against the people: a token that only who started the server has seen. The token is exchanged once for
 * a cookie, so that it does not stay in the address bar.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

export interface Keys {
  /** Part of the link that is printed; 128 random bits. */
  readonly token: string;
  /** What the cookie holds; another 128 random bits, so that a cookie that leaked gives no link. */
  readonly session: string;
  /** Cookies are shared by all ports of a host, so that the port is part of the name. */
  readonly cookie: string;
  readonly port: number;
}

export interface RequestHead {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly headers: IncomingHttpHeaders;
}

export type Verdict =
  | { readonly verdict: 'refuse'; readonly status: 400 | 401 | 403 | 404 | 405 | 421; readonly why: string }
  /** The token was right: give the cookie and send the browser to the page. */
  | { readonly verdict: 'welcome' }
  /** `path` as it was sent, undecoded, without the query. */
  | { readonly verdict: 'serve'; readonly path: string };

export const socketPath = '/bridge';

export function newKeys(port: number): Keys {
  const secret = () => randomBytes(16).toString('base64url');
  return { token: secret(), session: secret(), cookie: `lectern-${port}`, port };
}

export function sessionCookie(keys: Keys): string {
  return `${keys.cookie}=${keys.session}; HttpOnly; SameSite=Strict; Path=/`;
}

/** Judges a request for the page or one of its files. */
export function judgeRequest(request: RequestHead, keys: Keys): Verdict {
  const { headers } = request;
  if (!isOwnHost(headers.host, keys.port)) return refuse(421, 'This address is not one that Lectern answers to.');
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405, 'Only GET and HEAD are answered.');
  if (!isOwnOrigin(headers, false)) return refuse(403, 'This page may not ask Lectern.');
  if (!isOwnFetch(headers)) return refuse(403, 'This page may not ask Lectern.');
  const { path, query } = splitTarget(request.url ?? '');
  const token = new URLSearchParams(query).get('token');
  if (path === '/' && token !== null)
    return isSame(token, keys.token) ? { verdict: 'welcome' } : refuse(401, 'The link is not valid any more.');
  if (!hasCookie(headers, keys)) return refuse(401, 'No valid cookie.');
  return { verdict: 'serve', path };
}

/** Judges the request that wants to become the page's socket. */
export function judgeUpgrade(request: RequestHead, keys: Keys): Verdict {
  const { headers } = request;
  if (!isOwnHost(headers.host, keys.port)) return refuse(421, 'This address is not one that Lectern answers to.');
  if (request.method !== 'GET') return refuse(405, 'Only GET can become a socket.');
  // A browser always sends it with a socket, so that its absence is a refusal here.
  if (!isOwnOrigin(headers, true)) return refuse(403, 'This page may not ask Lectern.');
  if (!isOwnFetch(headers)) return refuse(403, 'This page may not ask Lectern.');
  if (headers.upgrade?.toLowerCase() !== 'websocket') return refuse(400, 'Only a WebSocket can be opened.');
  if (!hasCookie(headers, keys)) return refuse(401, 'No valid cookie.');
  const { path } = splitTarget(request.url ?? '');
  return path === socketPath ? { verdict: 'serve', path } : refuse(404, 'There is no socket here.');
}

function refuse(status: (Verdict & { verdict: 'refuse' })['status'], why: string): Verdict {
  return { verdict: 'refuse', status, why };
}

function isOwnHost(host: string | undefined, port: number): boolean {
  return host === `127.0.0.1:${port}` || host === `localhost:${port}`;
}

function isOwnOrigin(headers: IncomingHttpHeaders, needed: boolean): boolean {
  return headers.origin === undefined ? !needed : headers.origin === `http://${headers.host}`;
}

/**
 * A page on another port of this machine counts as the same site, so that its requests would carry our cookie. Of others
 * only a plain navigation of a whole tab is let through: it shows the page, and the one who sent it sees nothing of it.
 */
function isOwnFetch(headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site'];
  if (site === undefined || site === 'same-origin' || site === 'none') return true;
  return headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';
}

function hasCookie(headers: IncomingHttpHeaders, keys: Keys): boolean {
  for (const pair of headers.cookie?.split(';') ?? []) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === keys.cookie) return isSame(pair.slice(at + 1).trim(), keys.session);
  }
  return false;
}

/** Hashed first, because the comparison wants equal lengths and would give the length away. */
function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

function splitTarget(url: string): { path: string; query: string } {
  const at = url.indexOf('?');
  return at < 0 ? { path: url, query: '' } : { path: url.slice(0, at), query: url.slice(at + 1) };
}
