/**
 * The bridge between the page and Electron, and all that the page gets of it: three functions and a word.
 *
 * It runs in Chromium's sandbox. It knows no file and no path except that of a file that the user dropped, and that it
 * hands to the main side, which decides. What is asked is parsed there; here only the shape of the call is narrowed.
 */
import type { IpcRenderer, WebUtils } from 'electron';
import { channels } from '../shared/channels.ts';
import type { Bridge, LecternEvent } from '../shared/wire.ts';

type Answer = Awaited<ReturnType<Bridge['request']>>;

export interface BridgeElectron {
  readonly ipcRenderer: Pick<IpcRenderer, 'invoke' | 'on'>;
  readonly webUtils: Pick<WebUtils, 'getPathForFile'>;
}

function refuse(message: string): Answer {
  return { ok: false, error: { code: 'bad-request', message } };
}

export function createBridge({ ipcRenderer, webUtils }: BridgeElectron): Bridge {
  const listeners = new Set<(event: LecternEvent) => void>();
  /** Events that came before the page listened: a folder named on the command line is one. */
  const early: LecternEvent[] = [];
  let asked = 0;

  ipcRenderer.on(channels.event, (_event, event: LecternEvent) => {
    if (listeners.size === 0) early.push(event);
    for (const listener of listeners) listener(event);
  });

  return {
    door: 'electron',

    async request(name: unknown, params) {
      if (typeof name !== 'string') return refuse('Expected the name of a request.');
      return (await ipcRenderer.invoke(channels.request, { id: asked++, name, params })) as Answer;
    },

    listen(listener: unknown) {
      if (typeof listener !== 'function') throw new TypeError('Expected a function that hears events.');
      // A wrapper of its own, so that one function given twice counts twice, and its answer stays with it.
      const own = (event: LecternEvent): void => {
        (listener as (event: LecternEvent) => void)(event);
      };
      listeners.add(own);
      for (const event of early.splice(0)) own(event);
      return () => {
        listeners.delete(own);
      };
    },

    async drop(files: unknown) {
      if (!Array.isArray(files)) return refuse('Expected the files that were dropped.');
      let paths: string[];
      try {
        // Empty for a file that a script made, which has no place on any disk; the main side refuses that.
        paths = files.map((file: unknown) => webUtils.getPathForFile(file as File));
      } catch {
        return refuse('Expected the files that were dropped.');
      }
      return (await ipcRenderer.invoke(channels.drop, paths)) as Answer;
    },
  };
}
