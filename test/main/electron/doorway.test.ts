import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { openDoorway } from '../../../src/main/electron/doorway.ts';
import { channels } from '../../../src/shared/channels.ts';
import { done } from '../../../src/shared/failure.ts';
import { SubstituteContents, SubstituteElectron } from './substitute-electron.ts';
import type { SubstituteFrame } from './substitute-electron.ts';

const ours = new SubstituteContents();
let electron: SubstituteElectron;
let dispatched: unknown[][];
let dropped: (readonly string[])[];
let close: () => void;
beforeEach(() => {
  electron = new SubstituteElectron();
  dispatched = [];
  dropped = [];
  close = openDoorway(electron.parts, {
    isOurs: (contents: unknown) => contents === ours,
    dispatch: (name, params) => {
      dispatched.push([name, params]);
      return Promise.resolve(done('answer'));
    },
    drop: (paths) => {
      dropped.push(paths);
      return Promise.resolve(done('dropped'));
    },
  });
});

const page = { sender: ours, senderFrame: ours.mainFrame };
const about = { id: 1, name: 'app.about', params: { a: 1 } };

it('has two channels, both of which it takes back', () => {
  expect([...electron.handlers.keys()]).toEqual([channels.request, channels.drop]);
  close();
  expect(electron.handlers.size).toBe(0);
});

it('hands on what our page asks', async () => {
  expect(await electron.invoke(channels.request, [about], page)).toEqual(done('answer'));
  expect(await electron.invoke(channels.drop, [['/a', '/b']], page)).toEqual(done('dropped'));
  expect(dispatched).toEqual([['app.about', { a: 1 }]]);
  expect(dropped).toEqual([['/a', '/b']]);
});

describe('a sender that is not our page is refused', () => {
  const frame = (url: string, parent: SubstituteFrame | null = null): SubstituteFrame => ({ url, parent });
  it.each([
    ['another window', { sender: new SubstituteContents(), senderFrame: ours.mainFrame }],
    ['a frame within the page', { sender: ours, senderFrame: frame('app://lectern/', ours.mainFrame) }],
    ['a frame that is gone', { sender: ours, senderFrame: null }],
    ['a page of the web', { sender: ours, senderFrame: frame('https://lectern/') }],
    ['another host of ours', { sender: ours, senderFrame: frame('app://other/') }],
    ['a host that begins like ours', { sender: ours, senderFrame: frame('app://lectern.evil.example/') }],
    ['a name before the host', { sender: ours, senderFrame: frame('app://evil@lectern/') }],
    ['a port behind the host', { sender: ours, senderFrame: frame('app://lectern:81/') }],
    ['a file', { sender: ours, senderFrame: frame('file:///app://lectern/') }],
    ['an empty page', { sender: ours, senderFrame: frame('about:blank') }],
    ['no address', { sender: ours, senderFrame: frame('') }],
  ])('%s', async (_who, from) => {
    for (const [channel, sent] of [
      [channels.request, about],
      [channels.drop, ['/a']],
    ] as const) {
      const outcome = await electron.invoke(channel, [sent], from);
      expect(outcome).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
    }
    expect(dispatched).toEqual([]);
    expect(dropped).toEqual([]);
  });
});

describe('a payload without the right form is refused', () => {
  it.each([
    ['nothing', []],
    ['two things', [about, about]],
    ['a name alone', ['app.about']],
    ['a name that is no text', [{ ...about, name: {} }]],
    ['no id', [{ name: 'app.about', params: {} }]],
  ])('a request that is %s', async (_what, sent) => {
    const outcome = await electron.invoke(channels.request, sent, page);
    expect(outcome).toMatchObject({ ok: false, error: { code: 'bad-request' } });
    expect(dispatched).toEqual([]);
  });

  it.each([
    ['nothing', []],
    ['a path alone', ['/a']],
    ['no path', [[]]],
    ['an empty path, as of a file that a script made', [['']]],
    ['a number', [[1]]],
    ['an endless path', [['x'.repeat(40_000)]]],
    ['too many paths', [Array.from({ length: 101 }, () => '/a')]],
    ['two lists', [['/a'], ['/b']]],
  ])('a drop that is %s', async (_what, sent) => {
    const outcome = await electron.invoke(channels.drop, sent, page);
    expect(outcome).toMatchObject({ ok: false, error: { code: 'bad-request' } });
    expect(dropped).toEqual([]);
  });
});

it('answers whatever is sent with an outcome', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(channels.request, channels.drop),
      fc.array(fc.anything()),
      async (channel, sent) => {
        const outcome = (await electron.invoke(channel, sent, page)) as { ok: boolean };
        expect(typeof outcome.ok).toBe('boolean');
      },
    ),
    { numRuns: 1_000 },
  );
  for (const [name] of dispatched) expect(typeof name).toBe('string');
  for (const paths of dropped) expect(paths.every((path) => typeof path === 'string' && path !== '')).toBe(true);
});
