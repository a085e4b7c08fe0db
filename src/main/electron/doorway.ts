/**
 * The doorway between the page and the main side, and the only file that knows `ipcMain`. Whatever comes is checked for
 * its sender, parsed, and handed on; the page never names a channel, and every refusal is an answer.
 */
import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron';
import * as z from 'zod';
import { channels } from '../../shared/channels.ts';
import { failed } from '../../shared/failure.ts';
import type { Outcome } from '../../shared/failure.ts';
import { readEnvelope } from '../page/request-envelope.ts';
import { isPageUrl } from './page-protocol.ts';

export interface DoorwayElectron {
  readonly ipcMain: Pick<IpcMain, 'handle' | 'removeHandler'>;
}

export interface DoorwayOptions {
  /** Whether these are the contents of a window that we opened. */
  readonly isOurs: (contents: WebContents) => boolean;
  readonly dispatch: (name: string, params: unknown) => Promise<Outcome<unknown>>;
  /** Receives the paths of dropped files, not yet looked at. */
  readonly drop: (paths: readonly string[]) => Promise<Outcome<unknown>>;
}

/** More than a hand drags in one go. */
const droppedPaths = z.array(z.string().min(1).max(32_768)).min(1).max(100);

/** Opens it; the returned function closes it. */
export function openDoorway({ ipcMain }: DoorwayElectron, options: DoorwayOptions): () => void {
  ipcMain.handle(channels.request, async (event, ...sent: unknown[]): Promise<Outcome<unknown>> => {
    if (!isOurPage(event, options.isOurs)) return foreign;
    const reading = sent.length === 1 ? readEnvelope(sent[0]) : unreadable;
    if (!reading.ok) return { ok: false, error: reading.error };
    return options.dispatch(reading.request.name, reading.request.params);
  });
  ipcMain.handle(channels.drop, async (event, ...sent: unknown[]): Promise<Outcome<unknown>> => {
    if (!isOurPage(event, options.isOurs)) return foreign;
    const paths = droppedPaths.safeParse(sent[0]);
    if (!paths.success || sent.length !== 1)
      return failed('bad-request', 'Expected folders or files from this computer: drop them from the file manager.');
    return options.drop(paths.data);
  });
  return () => {
    ipcMain.removeHandler(channels.request);
    ipcMain.removeHandler(channels.drop);
  };
}

const foreign = failed('not-allowed', 'Only the page of Lectern may ask this.');
const unreadable = readEnvelope(undefined);

/** Our window, its main frame, and in it our page. A frame that is already gone is null and gets no answer either. */
function isOurPage(event: IpcMainInvokeEvent, isOurs: (contents: WebContents) => boolean): boolean {
  const { sender, senderFrame } = event;
  return senderFrame !== null && senderFrame.parent === null && isOurs(sender) && isPageUrl(senderFrame.url);
}
