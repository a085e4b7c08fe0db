/** What went wrong and has not been dismissed, what was done and is told in passing, and what a screen reader hears. */
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

/** A remark that asks for nothing: it goes by itself. */
export interface Remark {
  readonly id: number;
  readonly text: string;
}

export interface NoticesSlice {
  readonly notices: readonly Notice[];
  readonly remarks: readonly Remark[];
  readonly spoken: Spoken;
  readonly notify: (failure: Failure) => void;
  /** Shows a remark for a while, and says it. */
  readonly remark: (text: string) => void;
  /** Of a notice or a remark. */
  readonly dismiss: (id: number) => void;
  readonly dismissAll: () => void;
  readonly say: (text: string) => void;
}

/** Of many that come at once, such as of files saved one after the other, the last are shown. */
export const mostRemarks = 3;
/** What went wrong so often is one cause; the oldest go. */
export const mostNotices = 8;

function sameFailure(a: Failure, b: Failure): boolean {
  return a.code === b.code && a.message === b.message && a.where === b.where;
}

export const noticesSlice: StateCreator<AppState, [], [], NoticesSlice> = (set) => {
  let last = 0;
  return {
    notices: [],
    remarks: [],
    spoken: { id: 0, text: '' },
    notify: (failure) => {
      set(({ notices }) => ({
        notices: notices.some((notice) => sameFailure(notice.failure, failure))
          ? notices.map((notice) =>
              sameFailure(notice.failure, failure) ? { ...notice, times: notice.times + 1 } : notice,
            )
          : [...notices, { id: ++last, failure, times: 1 }].slice(-mostNotices),
      }));
    },
    remark: (text) => {
      const id = ++last;
      // The same said again takes the place of the first.
      set(({ remarks }) => ({
        remarks: [...remarks.filter((known) => known.text !== text), { id, text }].slice(-mostRemarks),
        spoken: { id, text },
      }));
    },
    dismiss: (id) => {
      set(({ notices, remarks }) => ({
        notices: notices.filter((notice) => notice.id !== id),
        remarks: remarks.filter((remark) => remark.id !== id),
      }));
    },
    dismissAll: () => {
      set({ notices: [] });
    },
    say: (text) => {
      set({ spoken: { id: ++last, text } });
    },
  };
};
