/** The surface itself: which dialog lies on it, and whether the line to the main side stands. */
import type { StateCreator } from 'zustand/vanilla';
import type { AppState } from './store.ts';

export type Dialog = 'palette' | 'help' | 'skipped';

/** `at` is when the next attempt starts (milliseconds since 1970). */
export type Connection = { readonly state: 'open' } | { readonly state: 'lost'; readonly at: number };

export interface SurfaceSlice {
  readonly dialog: Dialog | null;
  readonly connection: Connection;
  readonly openDialog: (dialog: Dialog | null) => void;
  readonly setConnection: (connection: Connection) => void;
}

export const surfaceSlice: StateCreator<AppState, [], [], SurfaceSlice> = (set) => ({
  dialog: null,
  connection: { state: 'open' },
  openDialog: (dialog) => {
    set({ dialog });
  },
  setConnection: (connection) => {
    set({ connection });
  },
});
