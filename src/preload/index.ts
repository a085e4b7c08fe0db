/**
 * The bridge between the page and Electron, and all that the page gets of it: three functions and a word.
 *
 * It runs in Chromium's sandbox. It knows no file and no path except that of a file that the user dropped, and that it
 * hands to the main side, which decides. What is asked is parsed there; here only the shape of the call is narrowed.
 */
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { channels } from '../shared/channels.ts';
import type { Bridge, LecternEvent, RequestName } from '../shared/contract.ts';
import type { Outcome } from '../shared/failure.ts';

type Answer = ReturnType<Bridge['request']>;

const listeners = new Set<(event: LecternEvent) => void>();
/** Events that came before the page listened: a folder named on the command line is one. */
let early: LecternEvent[] = [];
let asked = 0;

ipcRenderer.on(channels.event, (_event, event: LecternEvent) => {
  if (listeners.size === 0) early.push(event);
  for (const listener of listeners) listener(event);
});

function refuse(message: string): Outcome<unknown> & { ok: false } {
  return { ok: false, error: { code: 'bad-request', message } };
}

const bridge: Bridge = {
  door: 'electron',

  async request(name: RequestName, params: unknown): Answer {
    if (typeof name !== 'string') return refuse('Expected the name of a request.');
    return (await ipcRenderer.invoke(channels.request, { id: asked++, name, params })) as Awaited<Answer>;
  },

  listen(listener) {
    if (typeof listener !== 'function') throw new TypeError('Expected a function that hears events.');
    // A wrapper of its own, so that one function given twice counts twice.
    const own = (event: LecternEvent): void => {
      listener(event);
    };
    listeners.add(own);
    for (const event of early) own(event);
    early = [];
    return () => {
      listeners.delete(own);
    };
  },

  async drop(files: readonly unknown[]): Answer {
    if (!Array.isArray(files)) return refuse('Expected the files that were dropped.');
    const paths: string[] = [];
    for (const file of files as readonly File[]) {
      try {
        // Empty for a file that a script made, which has no place on any disk.
        paths.push(webUtils.getPathForFile(file));
      } catch {
        return refuse('Expected the files that were dropped.');
      }
    }
    return (await ipcRenderer.invoke(channels.drop, paths)) as Awaited<Answer>;
  },
};

contextBridge.exposeInMainWorld('lectern', bridge);
