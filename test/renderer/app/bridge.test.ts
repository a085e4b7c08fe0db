import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type LineEvents, type SocketBridge, socketBridge } from '../../../src/renderer/app/bridge.ts';
import type { Connection } from '../../../src/renderer/app/store/surface.ts';

interface StandInLine extends LineEvents {
  readonly sent: { id: number; name: string; params: unknown }[];
  isClosed: boolean;
}

/** A socket bridge over lines that the test opens, answers and cuts. */
function bridgeUnderTest() {
  const lines: StandInLine[] = [];
  const connections: Connection[] = [];
  const nonsense: string[] = [];
  const bridge: SocketBridge = socketBridge({
    connect: (events) => {
      const line: StandInLine = { ...events, sent: [], isClosed: false };
      lines.push(line);
      return {
        send: (text) => {
          line.sent.push(JSON.parse(text) as StandInLine['sent'][number]);
        },
        close: () => {
          line.isClosed = true;
          events.closed();
        },
      };
    },
    onConnection: (connection) => connections.push(connection),
    onNonsense: (message) => nonsense.push(message),
  });
  const line = (place: number): StandInLine => {
    const known = lines[place];
    if (!known) throw new Error(`There is no line ${place}.`);
    return known;
  };
  return { bridge, lines, line, connections, nonsense };
}

const unavailable = { ok: false, error: { code: 'unavailable' } };

describe('the socket bridge', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('keeps requests until the line is open and gives each its own answer', async () => {
    const { bridge, line } = bridgeUnderTest();
    const about = bridge.request('app.about', {});
    const folders = bridge.request('library.folders', {});
    expect(line(0).sent).toEqual([]);
    line(0).opened();
    expect(line(0).sent.map(({ name }) => name)).toEqual(['app.about', 'library.folders']);
    const [first, second] = line(0).sent;
    line(0).received(JSON.stringify({ id: second?.id, outcome: { ok: true, value: 'the folders' } }));
    line(0).received(
      JSON.stringify({ id: first?.id, outcome: { ok: false, error: { code: 'internal', message: 'No.' } } }),
    );
    expect(await folders).toEqual({ ok: true, value: 'the folders' });
    expect(await about).toEqual({ ok: false, error: { code: 'internal', message: 'No.' } });
  });

  it('passes events to those who listen, until they stop', () => {
    const { bridge, line, nonsense } = bridgeUnderTest();
    const heard: string[] = [];
    const stop = bridge.listen((event) => heard.push(event.type));
    line(0).opened();
    line(0).received(JSON.stringify({ event: { type: 'library-changed' } }));
    stop();
    line(0).received(JSON.stringify({ event: { type: 'library-changed' } }));
    expect(heard).toEqual(['library-changed']);
    expect(nonsense).toEqual([]);
  });

  it('reports what it does not understand', () => {
    const { line, nonsense } = bridgeUnderTest();
    line(0).opened();
    line(0).received('{');
    line(0).received(JSON.stringify({ event: { type: 'party' } }));
    line(0).received('null');
    expect(nonsense).toHaveLength(3);
  });

  it('fails what waits when the line is lost, and what is asked meanwhile', async () => {
    const { bridge, line } = bridgeUnderTest();
    line(0).opened();
    const waiting = bridge.request('app.about', {});
    line(0).closed();
    expect(await waiting).toMatchObject(unavailable);
    expect(await bridge.request('app.about', {})).toMatchObject(unavailable);
  });

  it('tries again with growing pauses, up to a limit, and starts over after success', () => {
    const { lines, line, connections } = bridgeUnderTest();
    const pauses: number[] = [];
    for (let attempt = 0; attempt < 8; attempt++) {
      line(attempt).closed();
      const told = connections.at(-1);
      expect(told?.state).toBe('lost');
      if (told?.state === 'lost') pauses.push(told.at - Date.now());
      vi.advanceTimersToNextTimer();
      expect(lines).toHaveLength(attempt + 2);
    }
    expect(pauses).toEqual([250, 500, 1000, 2000, 4000, 8000, 8000, 8000]);
    line(8).opened();
    expect(connections.at(-1)).toEqual({ state: 'open' });
    line(8).closed();
    const told = connections.at(-1);
    expect(told?.state === 'lost' && told.at - Date.now()).toBe(250);
  });

  it('tries at once when told to, and not twice', () => {
    const { bridge, lines, line } = bridgeUnderTest();
    bridge.retry();
    expect(lines).toHaveLength(1);
    line(0).opened();
    line(0).closed();
    bridge.retry();
    expect(lines).toHaveLength(2);
    vi.runAllTimers();
    expect(lines).toHaveLength(2);
  });

  it('ends for good when closed: nothing waits, nothing is tried again', async () => {
    const { bridge, lines, line, connections } = bridgeUnderTest();
    line(0).opened();
    const waiting = bridge.request('app.about', {});
    bridge.close();
    expect(line(0).isClosed).toBe(true);
    expect(await waiting).toMatchObject(unavailable);
    bridge.retry();
    vi.runAllTimers();
    expect(lines).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
    expect(connections).toEqual([{ state: 'open' }]);
  });

  it('says why a dropped folder cannot be opened', async () => {
    const { bridge } = bridgeUnderTest();
    expect(await bridge.drop([])).toMatchObject(unavailable);
  });
});
