import type { IpcRenderer } from 'electron';
import { beforeEach, describe, expect, it } from 'vitest';
import { createBridge } from '../../src/preload/bridge.ts';
import { channels } from '../../src/shared/channels.ts';
import type { Bridge, LecternEvent } from '../../src/shared/wire.ts';
import { done } from '../../src/shared/failure.ts';

let bridge: Bridge;
let invoked: unknown[][];
let tell: (event: LecternEvent) => void;
beforeEach(() => {
  invoked = [];
  const ipcRenderer = {
    invoke: (...sent: unknown[]) => {
      invoked.push(sent);
      return Promise.resolve(done('answer'));
    },
    on: (channel: string, listener: (event: unknown, sent: LecternEvent) => void) => {
      expect(channel).toBe(channels.event);
      tell = (event) => {
        listener({ sender: 'must not reach the page' }, event);
      };
    },
  };
  const webUtils = {
    getPathForFile: (file: unknown) => {
      if (!(file instanceof File)) throw new TypeError('not a File');
      return file.name.startsWith('/') ? file.name : '';
    },
  };
  bridge = createBridge({
    ipcRenderer: ipcRenderer as unknown as IpcRenderer,
    webUtils: webUtils,
  });
});

const palette: LecternEvent = { type: 'command', command: 'palette' };
const help: LecternEvent = { type: 'command', command: 'help' };

it('is three functions and a word', () => {
  expect(Object.keys(bridge).sort()).toEqual(['door', 'drop', 'listen', 'request']);
  expect(bridge.door).toBe('electron');
});

describe('a request', () => {
  it('goes over its one channel in an envelope', async () => {
    expect(await bridge.request('app.about', {})).toEqual(done('answer'));
    await bridge.request('corpus.list', { a: 1 });
    expect(invoked).toEqual([
      [channels.request, { id: 0, name: 'app.about', params: {} }],
      [channels.request, { id: 1, name: 'corpus.list', params: { a: 1 } }],
    ]);
  });

  it.each([undefined, null, 1, {}, ['app.about']])('for %j goes nowhere', async (name) => {
    const outcome = await bridge.request(name as never, {});
    expect(outcome).toMatchObject({ ok: false, error: { code: 'bad-request' } });
    expect(invoked).toEqual([]);
  });
});

describe('events', () => {
  it('reach every listener, without Electron’s own event, until it stops listening', () => {
    const heard: unknown[][] = [];
    const listener = (...given: unknown[]) => heard.push(given);
    const stop = bridge.listen(listener);
    const stopAgain = bridge.listen(listener);
    tell(palette);
    expect(heard).toEqual([[palette], [palette]]);
    stop();
    tell(help);
    stopAgain();
    tell(palette);
    expect(heard).toEqual([[palette], [palette], [help]]);
  });

  it('that came too early are kept for the first listener, once', () => {
    const heard: LecternEvent[] = [];
    tell(palette);
    tell(help);
    bridge.listen((event) => heard.push(event));
    bridge.listen((event) => heard.push(event));
    expect(heard).toEqual([palette, help]);
  });

  it('are told to functions only', () => {
    expect(() => bridge.listen({} as never)).toThrow(TypeError);
  });
});

describe('a drop', () => {
  it('sends the paths of files over its own channel', async () => {
    expect(await bridge.drop([new File([], '/a'), new File([], '/b.txt')])).toEqual(done('answer'));
    expect(invoked).toEqual([[channels.drop, ['/a', '/b.txt']]]);
  });

  it('of a file that a script made has no path, which the main side refuses', async () => {
    await bridge.drop([new File([], 'made.txt')]);
    expect(invoked).toEqual([[channels.drop, ['']]]);
  });

  it.each([['a path'], [[{ path: '/etc' }]], [undefined], [['/etc/passwd']], [{ length: 1 }]])(
    'of %j goes nowhere',
    async (files) => {
      const outcome = await bridge.drop(files as never);
      expect(outcome).toMatchObject({ ok: false, error: { code: 'bad-request' } });
      expect(invoked).toEqual([]);
    },
  );
});
