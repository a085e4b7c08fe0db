/** What went wrong and has not been dismissed, and what a screen reader is to be told. */
import type { StateCreator } from 'zustand/vanilla';
import type { Failure } from '../../../shared/failure.ts';
import type { AppState } from './store.ts';

export interface Notice {
  readonly id: number;
  readonly failure: Failure;
  /** How often the same failure came while the notice stood. */
  readonly times: number;
}

/** A sentence for the live region; `id` tells two equal sentences apart. */
export interface Spoken {
  readonly id: number;
  readonly text: string;
}

export interface NoticesSlice {
  readonly notices: readonly Notice[];
  readonly spoken: Spoken;
  readonly notify: (failure: Failure) => void;
  readonly dismiss: (id: number) => void;
  readonly dismissAll: () => void;
  readonly say: (text: string) => void;
}

function sameFailure(a: Failure, b: Failure): boolean {
  return a.code === b.code && a.message === b.message && a.where === b.where;
}

export const noticesSlice: StateCreator<AppState, [], [], NoticesSlice> = (set) => {
  let last = 0;
  return {
    notices: [],
    spoken: { id: 0, text: '' },
    notify: (failure) => {
      set(({ notices }) => ({
        notices: notices.some((notice) => sameFailure(notice.failure, failure))
          ? notices.map((notice) =>
              sameFailure(notice.failure, failure) ? { ...notice, times: notice.times + 1 } : notice,
            )
          : [...notices, { id: ++last, failure, times: 1 }],
      }));
    },
    dismiss: (id) => {
      set(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));
    },
    dismissAll: () => {
      set({ notices: [] });
    },
    say: (text) => {
      set({ spoken: { id: ++last, text } });
    },
  };
};
