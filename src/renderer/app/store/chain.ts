/** What the lines went through before and after what stands, steps and order: what undo and redo go to. */
import type { StateCreator } from 'zustand/vanilla';
import type { SortKey, Step } from '../../../shared/terms.ts';
import type { AppState } from './store.ts';

export type Steps = readonly Step[];

/** How the lines of one query are chosen and ordered. */
export interface Arrangement {
  readonly steps: Steps;
  readonly sort: readonly SortKey[];
}

export interface ChainSlice {
  /** Oldest first. */
  readonly chainPast: readonly Arrangement[];
  /** The next one to redo first. */
  readonly chainFuture: readonly Arrangement[];
  /** Every query begins with the step that leaves out stories told before. */
  readonly eachStoryOnce: boolean;
  readonly setEachStoryOnce: (once: boolean) => void;
  readonly rememberChain: (past: readonly Arrangement[], future: readonly Arrangement[]) => void;
}

/** Chains kept for undo. */
const longestPast = 100;

export const chainSlice: StateCreator<AppState, [], [], ChainSlice> = (set) => ({
  chainPast: [],
  chainFuture: [],
  eachStoryOnce: false,
  setEachStoryOnce: (eachStoryOnce) => {
    set({ eachStoryOnce });
  },
  rememberChain: (past, future) => {
    set({ chainPast: past.slice(-longestPast), chainFuture: future });
  },
});
