/** Work under way: what this page asked for and is told about by `progress` events. */
import type { StateCreator } from 'zustand/vanilla';
import type { LecternEvent } from '../../../shared/wire.ts';
import type { FolderId } from '../../../shared/model.ts';
import type { AppState } from './store.ts';
import { wordsOf } from '../../language/words.ts';

const t = wordsOf('app');

export type Progress = Extract<LecternEvent, { type: 'progress' }>;

export interface Job {
  readonly job: string;
  /** What a person calls it: “Opening samples”. */
  readonly label: string;
  readonly folder: FolderId | null;
  /** Null until the first event. */
  readonly progress: Progress | null;
  readonly cancelling: boolean;
}

export interface WorkSlice {
  readonly jobs: readonly Job[];
  readonly begin: (job: string, label: string, folder: FolderId | null) => void;
  /** An event of a job that this page did not begin is passed over. */
  readonly advance: (progress: Progress) => void;
  readonly cancelling: (job: string) => void;
  readonly end: (job: string) => void;
}

export const workSlice: StateCreator<AppState, [], [], WorkSlice> = (set) => {
  const change = (job: string, part: Partial<Job>) => {
    set((state) => ({ jobs: state.jobs.map((known) => (known.job === job ? { ...known, ...part } : known)) }));
  };
  return {
    jobs: [],
    begin: (job, label, folder) => {
      set((state) => ({
        jobs: [
          ...state.jobs.filter((known) => known.job !== job),
          { job, label, folder, progress: null, cancelling: false },
        ],
      }));
    },
    advance: (progress) => {
      change(progress.job, { progress });
    },
    cancelling: (job) => {
      change(job, { cancelling: true });
    },
    end: (job) => {
      set((state) => ({ jobs: state.jobs.filter((known) => known.job !== job) }));
    },
  };
};

export const stageNames: Readonly<Record<Progress['stage'], string>> = {
  get walking() {
    return t('stage.walking');
  },
  get reading() {
    return t('stage.reading');
  },
  get indexing() {
    return t('stage.indexing');
  },
  get passages() {
    return t('stage.passages');
  },
  get queries() {
    return t('stage.queries');
  },
  get duplicates() {
    return t('stage.duplicates');
  },
  get counting() {
    return t('stage.counting');
  },
  get writing() {
    return t('stage.writing');
  },
  get aligning() {
    return t('stage.aligning');
  },
};

/** 0 to 1, or null while the total is not known. */
export function share(progress: Progress | null): number | null {
  return progress && progress.total > 0 ? Math.min(1, progress.done / progress.total) : null;
}
