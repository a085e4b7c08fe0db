import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeRequest, judgeUpgrade, newKeys, sessionCookie, socketPath } from '../../../src/main/web/access.ts';
import type { RequestHead } from '../../../src/main/web/access.ts';

const keys = newKeys(4321);
const host = '127.0.0.1:4321';
const cookie = sessionCookie(keys).split(';')[0]!;

function head(headers: Record<string, string | undefined>, more: Omit<RequestHead, 'headers'> = {}): RequestHead {
  return { method: 'GET', url: '/', headers: { host, cookie, ...headers }, ...more };
}

function statusOf(request: RequestHead): number | string {
  const verdict = judgeRequest(request, keys);
  return verdict.verdict === 'refuse' ? verdict.status : verdict.verdict;
}

function socketStatusOf(headers: Record<string, string | undefined>, more: Omit<RequestHead, 'headers'> = {}) {
  const asked = head({ origin: `http://${host}`, upgrade: 'websocket', ...headers }, { url: socketPath, ...more });
  const verdict = judgeUpgrade(asked, keys);
  return verdict.verdict === 'refuse' ? verdict.status : verdict.verdict;
}

describe('keys', () => {
  it('are 128 random bits each, and the cookie is not the token', () => {
    expect(Buffer.from(keys.token, 'base64url')).toHaveLength(16);
    expect(Buffer.from(keys.session, 'base64url')).toHaveLength(16);
    expect(keys.token).not.toBe(keys.session);
    expect(newKeys(4321).token).not.toBe(keys.token);
  });

  it('stay with the browser', () => {
    expect(sessionCookie(keys)).toMatch(/^lectern-4321=[\w-]{22}; HttpOnly; SameSite=Strict; Path=\/$/);
  });
});

describe('a request', () => {
  it('is served by cookie, on either name of this machine', () => {
    expect(judgeRequest(head({}, { url: '/assets/a.js?v=1' }), keys)).toEqual({
      verdict: 'serve',
      path: '/assets/a.js',
    });
    expect(statusOf(head({ host: 'localhost:4321' }))).toBe('serve');
    expect(statusOf(head({}, { method: 'HEAD' }))).toBe('serve');
    expect(statusOf(head({ cookie: `theme=dark; ${cookie}; other=1` }))).toBe('serve');
  });

  it('with the token is welcome, and only at the door itself', () => {
    const url = `/?token=${keys.token}`;
    expect(statusOf(head({ cookie: undefined }, { url }))).toBe('welcome');
    expect(statusOf(head({ cookie: undefined }, { url: `/index.html?token=${keys.token}` }))).toBe(401);
  });

  it.each(['', 'x', keys.session, `${keys.token}x`, keys.token.slice(0, -1), keys.token.toUpperCase()])(
    'with the token %j is refused, even with a cookie',
    (token) => {
      expect(statusOf(head({}, { url: `/?token=${token}` }))).toBe(401);
    },
  );

  it.each([
    undefined,
    '',
    'lectern-4321',
    'lectern-4321=',
    `lectern-4321=${keys.token}`,
    `lectern-4322=${keys.session}`,
    `xlectern-4321=${keys.session}`,
    `lectern-4321=${keys.session}0`,
  ])('with the cookie %j is refused', (given) => {
    expect(statusOf(head({ cookie: given }))).toBe(401);
  });

  it.each([
    undefined,
    'evil.example',
    'evil.example:4321',
    '127.0.0.1',
    '127.0.0.1:80',
    '0.0.0.0:4321',
    '127.0.0.1:43210',
  ])('for the host %j is refused', (given) => {
    expect(statusOf(head({ host: given }))).toBe(421);
    expect(socketStatusOf({ host: given, origin: `http://${given}` })).toBe(421);
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE', 'get', undefined])(
    'by the method %j is refused',
    (method) => {
      expect(statusOf(head({}, { method }))).toBe(405);
    },
  );

  it.each([
    'null',
    'http://evil.example',
    'https://127.0.0.1:4321',
    'http://127.0.0.1:4322',
    'http://localhost:4321',
    '',
  ])('from the origin %j is refused', (origin) => {
    expect(statusOf(head({ origin }))).toBe(403);
    expect(socketStatusOf({ origin })).toBe(403);
  });

  it('from a page of another site or port is refused unless it is a whole tab that goes there', () => {
    for (const site of ['cross-site', 'same-site', 'nonsense']) {
      const fetched = { 'sec-fetch-site': site, 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'script' };
      expect(statusOf(head(fetched))).toBe(403);
      expect(statusOf(head({ ...fetched, 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' }))).toBe(403);
      expect(statusOf(head({ ...fetched, 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }))).toBe('serve');
    }
    for (const site of ['same-origin', 'none']) expect(statusOf(head({ 'sec-fetch-site': site }))).toBe('serve');
  });
});

describe('a socket', () => {
  it('is opened for the page with its cookie', () => {
    expect(socketStatusOf({})).toBe('serve');
    expect(socketStatusOf({ upgrade: 'WebSocket', 'sec-fetch-site': 'same-origin' })).toBe('serve');
  });

  it('needs an origin, a cookie, the right place, the right method and the right protocol', () => {
    expect(socketStatusOf({ origin: undefined })).toBe(403);
    expect(socketStatusOf({ cookie: undefined })).toBe(401);
    expect(socketStatusOf({ cookie: undefined }, { url: `${socketPath}?token=${keys.token}` })).toBe(401);
    expect(socketStatusOf({}, { url: '/' })).toBe(404);
    expect(socketStatusOf({}, { method: 'POST' })).toBe(405);
    expect(socketStatusOf({ upgrade: 'h2c' })).toBe(400);
    expect(socketStatusOf({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'websocket' })).toBe(403);
  });
});

it('lets nobody in who has neither token nor cookie, whatever else is sent', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('null', 'navigate', 'document', 'websocket', 'none'),
  );
  const headers = fc.dictionary(
    fc.constantFrom('origin', 'cookie', 'sec-fetch-site', 'sec-fetch-mode', 'sec-fetch-dest', 'upgrade'),
    text,
  );
  const url = fc.oneof(
    text,
    text.map((token) => `/?token=${token}`),
    fc.constantFrom('/', socketPath),
  );
  fc.assert(
    fc.property(headers, url, (sent, target) => {
      const request = { method: 'GET', url: target, headers: { host, ...sent } };
      expect(judgeRequest(request, keys).verdict).toBe('refuse');
      expect(judgeUpgrade(request, keys).verdict).toBe('refuse');
    }),
    { numRuns: 2_000 },
  );
});
