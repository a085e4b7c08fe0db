/** Chains of steps that the lines went through before and after the one that stands: what undo and redo go to. */
import type { StateCreator } from 'zustand/vanilla';
import type { Step } from '../../../shared/terms.ts';
import type { AppState } from './store.ts';

export type Steps = readonly Step[];

export interface ChainSlice {
  /** Oldest first. */
  readonly chainPast: readonly Steps[];
  /** The next one to redo first. */
  readonly chainFuture: readonly Steps[];
  /** Every query begins with the step that leaves out stories told before. */
  readonly eachStoryOnce: boolean;
  readonly setEachStoryOnce: (once: boolean) => void;
  readonly rememberChain: (past: readonly Steps[], future: readonly Steps[]) => void;
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
