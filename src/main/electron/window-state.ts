/** Where the window stood, remembered in `window.json`, and where it may stand now that the displays may be others. */
import { join } from 'node:path';
import type { Rectangle } from 'electron';
import * as z from 'zod';
import { StoredJson } from '../workbench/stored-json.ts';

const side = z.number().int().min(-100_000).max(100_000);
const rectangle = z.object({ x: side, y: side, width: side.positive(), height: side.positive() });
const windowState = z.object({ bounds: rectangle.nullable(), maximized: z.boolean() });
/** `bounds` in device-independent pixels, as the window is when not maximised; null before the first time. */
export type WindowState = Readonly<z.infer<typeof windowState>>;

export const smallestWindow = { width: 640, height: 420 } as const;
const firstWindow = { width: 1280, height: 840 } as const;
/** So much of the window's top edge must be on a display that a hand can take hold of it, in pixels. */
const handle = { width: 120, height: 24 } as const;

export function windowStateFile(userData: string): StoredJson<WindowState> {
  return new StoredJson(
    join(userData, 'window.json'),
    (stored) => windowState.parse(stored),
    () => ({ bounds: null, maximized: false }),
  );
}

/**
 * Where to open the window. Bounds whose title bar no display shows any more are not used: the display was taken away.
 * @param workAreas of all displays, the primary one first
 */
export function placeWindow(state: WindowState, workAreas: readonly Rectangle[]): Partial<Rectangle> {
  const { bounds } = state;
  const home = workAreas[0];
  if (bounds && workAreas.some((area) => canBeHeld(bounds, area))) return bounds;
  const wanted = bounds ?? firstWindow;
  return {
    width: Math.min(wanted.width, home?.width ?? wanted.width),
    height: Math.min(wanted.height, home?.height ?? wanted.height),
  };
}

function canBeHeld(bounds: Rectangle, area: Rectangle): boolean {
  const across = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x);
  const isTopShown = bounds.y >= area.y && bounds.y + handle.height <= area.y + area.height;
  return across >= Math.min(handle.width, bounds.width) && isTopShown;
}
