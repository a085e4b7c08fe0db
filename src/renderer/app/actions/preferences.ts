/** Preferences change on the page at once and are written a moment later, many changes as one. */
import type { Preferences } from '../../../shared/preferences.ts';
import type { Query } from '../../../shared/terms.ts';
import { request } from '../request.ts';
import { withQuery, withoutQuery } from '../store/preferences.ts';
import { store } from '../store/store.ts';
import { report } from './failures.ts';

/** Long enough for the drag of a pane's edge to end, short enough to survive a quick quit. */
const quiet = 400;

let pending: Partial<Preferences> = {};
let timer: ReturnType<typeof setTimeout> | undefined;

export async function loadPreferences(): Promise<void> {
  const preferences = await request('preferences.read', {});
  store.getState().setPreferences(preferences);
}

export function prefer(change: Partial<Preferences>): void {
  store.getState().setPreferences(change);
  pending = { ...pending, ...change };
  clearTimeout(timer);
  timer = setTimeout(() => {
    flushPreferences().catch(report);
  }, quiet);
}

/** Writes what waits. Called by the timer and when the page goes away. */
export async function flushPreferences(): Promise<void> {
  clearTimeout(timer);
  const change = pending;
  pending = {};
  if (Object.keys(change).length > 0) await request('preferences.write', { preferences: { ...change } });
}

export function rememberPanes(group: string, sizes: Readonly<Record<string, number>>): void {
  prefer({ panes: { ...store.getState().preferences.panes, [group]: { ...sizes } } });
}

export function rememberQuery(query: Query): void {
  prefer({ history: withQuery(store.getState().preferences.history, query) });
}

export function forgetQuery(query: Query): void {
  prefer({ history: withoutQuery(store.getState().preferences.history, query) });
}

export function forgetHistory(): void {
  prefer({ history: [] });
}
