/** What the window remembers between starts. `actions/preferences.ts` carries changes to the main side. */
import type { StateCreator } from 'zustand/vanilla';
import { type Preferences, preferences as preferencesSchema } from '../../../shared/preferences.ts';
import { type Query } from '../../../shared/terms.ts';
import type { AppState } from './store.ts';
import { sameQuery } from './typed.ts';

/** Queries kept in the history; the oldest goes first. */
export const longestHistory = 100;

export interface PreferencesSlice {
  readonly preferences: Preferences;
  readonly setPreferences: (change: Partial<Preferences>) => void;
}

export const preferencesSlice: StateCreator<AppState, [], [], PreferencesSlice> = (set) => ({
  preferences: preferencesSchema.parse({}),
  setPreferences: (change) => {
    set((state) => ({ preferences: { ...state.preferences, ...change } }));
  },
});

/** The history with `query` on top, once. */
export function withQuery(history: readonly Query[], query: Query): Query[] {
  return [query, ...withoutQuery(history, query)].slice(0, longestHistory);
}

export function withoutQuery(history: readonly Query[], query: Query): Query[] {
  return history.filter((known) => !sameQuery(known, query));
}
