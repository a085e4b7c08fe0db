import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { startWebDoor } from '../../../src/main/web/server.ts';
import type { WebDoor } from '../../../src/main/web/server.ts';
import { done } from '../../../src/shared/failure.ts';
import type { Outcome } from '../../../src/shared/failure.ts';
import { buildPage } from '../page/built-page.ts';
import type { BuiltPage } from '../page/built-page.ts';
import { SubstituteWorkbench } from '../substitute-workbench.ts';
import { addressOf, enter, openSocket, Page, shout } from './visitor.ts';
import type { Address, SocketAsk } from './visitor.ts';

let built: BuiltPage;
beforeAll(async () => {
  built = await buildPage();
});
afterAll(() => built.remove());

let workbench: SubstituteWorkbench;
let door: WebDoor;
let address: Address;
let cookie: string;
async function open(heartbeatMs?: number): Promise<void> {
  workbench = new SubstituteWorkbench();
  workbench.answers.set('app.about', () => done({ name: 'Lectern' }));
  const beat = heartbeatMs === undefined ? {} : { heartbeatMs };
  door = await startWebDoor({ workbench, rendererDir: built.root, port: 0, ...beat });
  address = addressOf(door.url);
  cookie = await enter(address);
}
afterEach(() => door.close());

function visit(asked: SocketAsk = {}): Promise<Page | number> {
  return openSocket(address, { ...asked, headers: { origin: `http://${address.host}`, cookie, ...asked.headers } });
}
async function openPage(asked: SocketAsk = {}): Promise<Page> {
  const page = await visit(asked);
  if (typeof page === 'number') throw new Error(`The socket was refused with ${page}.`);
  return page;
}

/** Requests called `slow` wait until what is given back for each is called. */
function answerSlowly(): (() => void)[] {
  const waiting: (() => void)[] = [];
  const answer = () =>
    new Promise<Outcome<unknown>>((resolve) =>
      waiting.push(() => {
        resolve(done(null));
      }),
    );
  workbench.answers.set('slow', answer);
  return waiting;
}

const waitUntil = (check: () => void) => vi.waitFor(check, { timeout: 25_000, interval: 5 });

describe('who gets a socket', () => {
  it('is the page with its cookie, and no one else', async () => {
    await open();
    expect(await visit()).toBeInstanceOf(Page);
    expect(await visit({ headers: { cookie: undefined } })).toBe(401);
    expect(await visit({ headers: { cookie: `${cookie}x` } })).toBe(401);
    expect(await visit({ headers: { cookie: undefined }, path: `/bridge?token=${address.token}` })).toBe(401);
    expect(await visit({ headers: { origin: undefined } })).toBe(403);
    expect(await visit({ headers: { origin: 'http://evil.example' } })).toBe(403);
    expect(await visit({ headers: { origin: 'http://evil.example', host: 'evil.example' } })).toBe(421);
    expect(await visit({ headers: { 'sec-fetch-site': 'cross-site' } })).toBe(403);
    expect(await visit({ path: '/' })).toBe(404);
    expect(await visit({ path: '/bridge/..' })).toBe(404);
    expect(workbench.asked).toEqual([]);
  });

  it('is no one who asks for another protocol', async () => {
    await open();
    const reply = await shout(
      address.port,
      `GET /bridge HTTP/1.1\r\nHost: ${address.host}\r\nOrigin: http://${address.host}\r\nCookie: ${cookie}\r\n` +
        'Connection: Upgrade\r\nUpgrade: h2c\r\n\r\n',
    );
    expect(reply).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
  });

  it('is not a seventeenth page, until one of the others leaves', async () => {
    await open();
    const pages = await Promise.all(Array.from({ length: 16 }, () => openPage()));
    expect(await visit()).toBe(503);
    pages[3]!.socket.close();
    await pages[3]!.ended;
    expect(await visit()).toBeInstanceOf(Page);
  });
});

describe('what is said', () => {
  it('is asked of the workbench and answered under its id', async () => {
    await open();
    const page = await openPage();
    const about = page.post('app.about', { a: 'ѓ' });
    const unknown = page.post('no.such', {});
    await waitUntil(() => {
      expect(page.messages).toHaveLength(2);
    });
    expect(page.answerTo(about)).toEqual({ ok: true, value: { name: 'Lectern' } });
    expect(page.answerTo(unknown)).toMatchObject({ ok: false, error: { code: 'unknown-request' } });
    expect(workbench.asked).toEqual([
      { name: 'app.about', params: { a: 'ѓ' } },
      { name: 'no.such', params: {} },
    ]);
  });

  it('may be answered in another order than asked', async () => {
    await open();
    let settle: (outcome: Outcome<unknown>) => void = () => undefined;
    workbench.answers.set('slow', () => new Promise((resolve) => (settle = resolve)));
    const page = await openPage();
    const slow = page.post('slow');
    const quick = page.post('app.about');
    await waitUntil(() => {
      expect(page.answerTo(quick)).toBeDefined();
    });
    expect(page.answerTo(slow)).toBeUndefined();
    settle(done('at last'));
    await waitUntil(() => {
      expect(page.answerTo(slow)).toEqual({ ok: true, value: 'at last' });
    });
  });

  it('may be a whole long document', async () => {
    await open();
    const text = 'الكتاب كتاب књига\n'.repeat(17_000).slice(0, 300_000);
    workbench.answers.set('document.text', () => done({ text }));
    const page = await openPage();
    const id = page.post('document.text');
    await waitUntil(() => {
      expect(page.messages).toHaveLength(1);
    });
    expect(page.answerTo(id)).toEqual({ ok: true, value: { text } });
  });

  it('is answered with a failure when it has an id and no form', async () => {
    await open();
    const page = await openPage();
    const id = page.post(12);
    await waitUntil(() => {
      expect(page.answerTo(id)).toMatchObject({ ok: false, error: { code: 'bad-request' } });
    });
    expect(page.socket.readyState).toBe(page.socket.OPEN);
    expect(workbench.asked).toEqual([]);
  });

  it.each([
    ['no JSON', '{"id": 1, ', 1007],
    ['no object', '[1, 2]', 1007],
    ['null', 'null', 1007],
    ['no id', '{"name":"app.about","params":{}}', 1007],
    ['a hundred thousand brackets', '['.repeat(100_000), 1007],
    ['bytes', Buffer.from('{"id":1,"name":"app.about","params":{}}'), 1003],
    ['more than a megabyte', JSON.stringify({ id: 1, name: 'app.about', params: 'x'.repeat(2 ** 20) }), 1009],
  ])('ends the socket when it is %s', async (_what, message, code) => {
    await open();
    const page = await openPage();
    page.socket.send(message);
    page.socket.send('{"id":2,"name":"app.about","params":{}}');
    expect((await page.ended).code).toBe(code);
    expect(workbench.asked).toEqual([]);
    expect(await visit()).toBeInstanceOf(Page);
  });

  it('is answered even when Lectern itself is at fault', async () => {
    await open();
    const loop: Record<string, unknown> = {};
    loop.self = loop;
    workbench.answers.set('loop', () => done(loop));
    workbench.answers.set('bug', () => {
      throw new Error('a bug');
    });
    const reported = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const page = await openPage();
    const ids = [page.post('loop'), page.post('bug')];
    await waitUntil(() => {
      expect(page.messages).toHaveLength(2);
    });
    for (const id of ids) expect(page.answerTo(id)).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(reported).toHaveBeenCalledTimes(2);
    reported.mockRestore();
  });
});

describe('events', () => {
  it('go to every page', async () => {
    await open();
    const pages = [await openPage(), await openPage()];
    workbench.emit({ type: 'command', command: 'palette' });
    await waitUntil(() => {
      for (const { messages } of pages) expect(messages).toEqual([{ event: { type: 'command', command: 'palette' } }]);
    });
  });
});

/** Waits until the count has stopped growing for a while; how long that takes is not judged. */
async function whenStill(count: () => number): Promise<number> {
  for (let last = -1, still = 0; still < 50;) {
    for (let turn = 0; turn < 20; turn++) await nextTurn();
    still = count() === last ? still + 1 : 0;
    last = count();
  }
  return count();
}

describe('a page that does not keep up', () => {
  const long = 'x'.repeat(2 ** 19);

  it('has its further requests left unread, and loses none', async () => {
    await open();
    workbench.answers.set('long', () => done(long));
    const page = await openPage();
    page.socket.pause();
    const ids = Array.from({ length: 160 }, () => page.post('long'));
    const begun = await whenStill(() => workbench.asked.length);
    // What fits into the buffers of the system, ours, and the requests at work when ours was full.
    expect(begun).toBeGreaterThan(16);
    expect(begun).toBeLessThan(120);
    workbench.emit({ type: 'progress', job: 'j', stage: 'reading', done: 1, total: 2, what: '' });
    workbench.emit({ type: 'library-changed' });
    page.socket.resume();
    await waitUntil(() => {
      expect(page.messages.length).toBeGreaterThanOrEqual(161);
    });
    for (const id of ids) expect(page.answerTo(id)).toMatchObject({ ok: true });
    expect(page.messages.filter((message) => 'event' in (message as object))).toEqual([
      { event: { type: 'library-changed' } },
    ]);
  });

  it('may have 32 requests at work; the others wait for their turn', async () => {
    await open();
    const waiting = answerSlowly();
    const page = await openPage();
    const ids = Array.from({ length: 100 }, () => page.post('slow'));
    expect(await whenStill(() => workbench.asked.length)).toBe(32);
    while (workbench.asked.length < 100 || waiting.length > 0) {
      waiting.shift()?.();
      await nextTurn();
    }
    await waitUntil(() => {
      expect(page.messages).toHaveLength(ids.length);
    });
  });

  it('does not fill the memory with requests that cannot be worked on', async () => {
    await open();
    const waiting = answerSlowly();
    const page = await openPage();
    for (let count = 0; count < 32; count++) page.post('slow');
    await whenStill(() => workbench.asked.length);
    for (let count = 0; count < 60; count++) page.post('slow', 'x'.repeat(900_000));
    // What the buffers of the system do not hold stays with the page.
    expect(await whenStill(() => page.socket.bufferedAmount)).toBeGreaterThan(20_000_000);
    while (page.messages.length < 92) {
      waiting.shift()?.();
      await nextTurn();
    }
    expect(page.socket.bufferedAmount).toBe(0);
  });

  it('is ended when it takes nothing from one sign of life to the next', async () => {
    await open(40);
    workbench.answers.set('long', () => done(long));
    const page = await openPage();
    page.socket.pause();
    const terminated = vi.spyOn(WebSocket.prototype, 'terminate');
    for (let count = 0; count < 160; count++) page.post('long');
    await waitUntil(() => {
      expect(terminated).toHaveBeenCalled();
    });
    terminated.mockRestore();
    page.socket.resume();
    expect((await page.ended).code).toBe(1006);
    expect(page.messages.length).toBeLessThan(160);
  });
});

describe('signs of life', () => {
  it('are asked of every page; who gives none is ended', async () => {
    await open(100);
    const alive = await openPage();
    const mute = await openPage({ options: { autoPong: false } });
    let asked = 0;
    alive.socket.on('ping', () => asked++);
    expect((await mute.ended).code).toBe(1006);
    await waitUntil(() => {
      expect(asked).toBeGreaterThan(3);
    });
    expect(alive.socket.readyState).toBe(alive.socket.OPEN);
  });
});

describe('closing', () => {
  const handles = () => process.getActiveResourcesInfo().filter((kind) => /^(TCP|Timeout)/.test(kind));

  it('says good-bye, ends everything and gives back every handle', async () => {
    const before = handles();
    await open();
    const pages = [await openPage(), await openPage()];
    await door.close();
    for (const page of pages) expect(await page.ended).toEqual({ code: 1001, reason: 'Lectern was closed.' });
    expect(workbench.listeners.size).toBe(0);
    await door.close();
    await waitUntil(() => {
      // Fewer, when sockets of an earlier test had not quite ended.
      expect(handles().length).toBeLessThanOrEqual(before.length);
    });
    await expect(shout(address.port, 'GET / HTTP/1.1\r\n\r\n')).rejects.toThrow('ECONNREFUSED');
  });

  it('does not wait for a page that never answers', async () => {
    await open();
    const page = await openPage();
    page.socket.pause();
    await door.close();
    page.socket.resume();
    expect(await page.ended).toBeDefined();
  });

  it('ends while requests are still at work, and their answers go nowhere', async () => {
    await open();
    let settle: (outcome: Outcome<unknown>) => void = () => undefined;
    workbench.answers.set('slow', () => new Promise((resolve) => (settle = resolve)));
    const page = await openPage();
    page.post('slow');
    await waitUntil(() => {
      expect(workbench.asked).toHaveLength(1);
    });
    await door.close();
    settle(done('too late'));
    await nextTurn();
    expect((await page.ended).code).toBe(1001);
    expect(page.messages).toEqual([]);
  });
});
