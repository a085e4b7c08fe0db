import { rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentPolicy } from '../../../src/main/page/page-headers.ts';
import { startWebDoor } from '../../../src/main/web/server.ts';
import type { WebDoor } from '../../../src/main/web/server.ts';
import { buildPage, hashedScript, indexHtml, script } from '../page/built-page.ts';
import type { BuiltPage } from '../page/built-page.ts';
import { SubstituteWorkbench } from '../substitute-workbench.ts';
import { addressOf, ask, enter, shout } from './visitor.ts';
import type { Address } from './visitor.ts';

const workbench = new SubstituteWorkbench();
let page: BuiltPage;
let door: WebDoor;
let address: Address;
let cookie: string;
beforeAll(async () => {
  page = await buildPage();
  door = await startWebDoor({ workbench, rendererDir: page.root, port: 0 });
  address = addressOf(door.url);
  cookie = await enter(address);
});
afterAll(async () => {
  await door.close();
  await page.remove();
});

describe('the link', () => {
  it('names 127.0.0.1 and a token, and gives the cookie and then the page', async () => {
    expect(door.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{22}$/);
    const first = await ask(address, `/?token=${address.token}`);
    expect(first).toMatchObject({ status: 303, body: '', headers: { location: '/', 'cache-control': 'no-store' } });
    expect(first.headers['set-cookie']).toEqual([expect.stringMatching(/; HttpOnly; SameSite=Strict; Path=\/$/)]);
    expect(await ask(address, '/', { cookie })).toMatchObject({ status: 200, body: indexHtml });
  });

  it('does nothing with a wrong token', async () => {
    const reply = await ask(address, `/?token=${'A'.repeat(22)}`);
    expect(reply.status).toBe(401);
    expect(reply.headers['set-cookie']).toBeUndefined();
  });
});

describe('the page', () => {
  it('comes under the policy and the guarding headers', async () => {
    const { headers } = await ask(address, '/', { cookie });
    expect(headers).toMatchObject({
      'content-security-policy': contentPolicy,
      'content-type': 'text/html; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-cache',
    });
  });

  it('has its files, to keep for good where the name has a hash', async () => {
    const reply = await ask(address, hashedScript, { cookie });
    expect(reply).toMatchObject({ status: 200, body: script });
    expect(reply.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'private, max-age=31536000, immutable',
      'content-length': String(Buffer.byteLength(script)),
    });
  });

  it('answers HEAD with the headers alone', async () => {
    const reply = await ask(address, hashedScript, { cookie }, 'HEAD');
    expect(reply).toMatchObject({ status: 200, body: '' });
    expect(reply.headers['content-length']).toBe(String(Buffer.byteLength(script)));
  });

  it('has no folders to look into', async () => {
    for (const path of ['/assets', '/assets/', '/assets/fonts/'])
      expect((await ask(address, path, { cookie })).status).toBe(404);
  });

  it('says so when a file went away under it', async () => {
    expect((await ask(address, '/strange.xyz', { cookie })).status).toBe(200);
    await rm(join(page.root, 'strange.xyz'));
    expect((await ask(address, '/strange.xyz', { cookie })).status).toBe(404);
  });
});

describe('refusals', () => {
  it('show a stranger how to come in, and nothing else', async () => {
    for (const path of ['/', hashedScript, '/icon.svg', '/nothing']) {
      const reply = await ask(address, path);
      expect(reply.status).toBe(401);
      expect(reply.body).toContain('lectern serve');
      expect(reply.body).not.toContain(address.token);
      expect(reply.headers).toMatchObject({ 'content-security-policy': contentPolicy, 'cache-control': 'no-store' });
    }
  });

  it('meet a foreign Host, as after DNS rebinding', async () => {
    for (const host of ['evil.example', `evil.example:${address.port}`, '127.0.0.1', `127.0.0.1:${address.port + 1}`]) {
      expect((await ask(address, '/', { cookie, host })).status).toBe(421);
      expect((await ask(address, `/?token=${address.token}`, { host })).status).toBe(421);
    }
    expect((await ask(address, '/', { cookie, host: `localhost:${address.port}` })).status).toBe(200);
  });

  it('meet a foreign page', async () => {
    expect((await ask(address, hashedScript, { cookie, origin: 'http://evil.example' })).status).toBe(403);
    const fetched = { cookie, 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'script' };
    expect((await ask(address, hashedScript, fetched)).status).toBe(403);
  });

  it('meet every method but GET and HEAD', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
      const reply = await ask(address, '/', { cookie }, method, method === 'POST' ? 'x'.repeat(100_000) : '');
      expect(reply).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD', connection: 'close' } });
    }
  });

  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/..\\secret.txt',
    '/..%5csecret.txt',
    '/assets/../../secret.txt',
    '/assets/..%252f..%252fsecret.txt',
    '//secret.txt',
    '/./index.html',
    '/index.html%00.js',
    '/link.txt',
    '/out/secret.txt',
    '/INDEX.HTML',
    '/index.html/',
    '*',
  ])('meet the path %s', async (path) => {
    const reply = await ask(address, path, { cookie });
    expect(reply.status).toBe(404);
    expect(reply.body).not.toContain('not for the page');
  });

  it('meet paths that no browser sends', async () => {
    const { host, port } = address;
    const get = (target: string) =>
      shout(port, `GET ${target} HTTP/1.1\r\nHost: ${host}\r\nCookie: ${cookie}\r\nConnection: close\r\n\r\n`);
    for (const target of [
      'secret.txt',
      'secret.txt',
      '/\0',
      '/../secret.txt\0.js',
      `http://${host}/index.html`,
      `file://${page.secret}`,
      page.secret,
    ]) {
      const reply = await get(target);
      expect(reply).toMatch(/^HTTP\/1\.1 4\d\d /);
      expect(reply).not.toContain('not for the page');
    }
    expect(await shout(port, 'CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example\r\n\r\n')).toBe('');
    expect(await shout(port, 'GET / HTTP/1.1\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
    expect(await shout(port, 'nonsense\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
    expect(await shout(port, `GET / HTTP/1.1\r\nHost: ${host}\r\nCookie: ${'x'.repeat(20_000)}\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 431 /,
    );
  });

  it('reached no workbench', () => {
    expect(workbench.asked).toEqual([]);
  });
});

describe('the port', () => {
  it('is open on 127.0.0.1 alone', async () => {
    // Another loopback address on most systems, and an unreachable one on the others: refused either way.
    const code = await new Promise((resolve) => {
      const socket = connect(address.port, '127.0.0.2');
      socket.once('connect', () => {
        resolve('connected');
      });
      socket.once('error', (error: NodeJS.ErrnoException) => {
        resolve(error.code);
      });
    });
    expect(code).not.toBe('connected');
  });

  it('may be taken, and then it is said', async () => {
    const second = startWebDoor({ workbench, rendererDir: page.root, port: address.port });
    await expect(second).rejects.toMatchObject({
      failure: { code: 'unavailable', message: expect.stringContaining(`Port ${address.port}`) as string },
    });
  });

  it('is not opened without a built page', async () => {
    const pageless = startWebDoor({ workbench, rendererDir: join(page.root, 'assets'), port: 0 });
    await expect(pageless).rejects.toMatchObject({ failure: { code: 'unavailable' } });
  });
});
