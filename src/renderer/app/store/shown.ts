/** What the page shows: the result by its id and totals, the selected line, and the document in the reading pane. */
import type { StateCreator } from 'zustand/vanilla';
import type { ConcordanceSummary } from '../../../shared/answers.ts';
import type { CorpusId, DocId, Span } from '../../../shared/model.ts';
import { nextOnTrail, noTrail, type Trail, trailWithout, walkedTo } from './trail.ts';
import type { AppState } from './store.ts';

export interface Reading {
  readonly corpus: CorpusId;
  readonly doc: DocId;
  /** The passage to show; null = the beginning. */
  readonly focus: Span | null;
  /** Rises when the document was read again from its file; absent = never. */
  readonly edition?: number;
}

export interface ShownSlice {
  readonly result: ConcordanceSummary | null;
  /** 1-based number of the selected line in `result` as sorted. */
  readonly selected: number | null;
  readonly reading: Reading | null;
  /** What was read before and after it. */
  readonly trail: Trail;
  readonly show: (result: ConcordanceSummary | null) => void;
  readonly select: (line: number | null) => void;
  readonly read: (reading: Reading | null) => void;
  /** Reads what was read before, or with 1 after, in the corpus at hand; without such a document nothing changes. */
  readonly walk: (by: 1 | -1) => void;
  readonly forgetTrail: (corpus: CorpusId) => void;
}

export const shownSlice: StateCreator<AppState, [], [], ShownSlice> = (set) => ({
  result: null,
  selected: null,
  reading: null,
  trail: noTrail,
  // Line numbers count in one order of one result, so a selection never outlives either.
  // The place in the document that is read belonged to a line of the result before: the text stays, its mark goes.
  show: (result) => {
    set(({ result: before, reading }) => ({
      result,
      selected: null,
      reading: reading?.focus && before?.result !== result?.result ? { ...reading, focus: null } : reading,
    }));
  },
  select: (selected) => {
    set({ selected });
  },
  read: (reading) => {
    set(({ trail }) => ({ reading, trail: reading ? walkedTo(trail, reading) : trail }));
  },
  walk: (by) => {
    set(({ trail, current }) => {
      const at = nextOnTrail(trail, current, by);
      const reading = trail.readings[at];
      return reading ? { reading, trail: { ...trail, at } } : {};
    });
  },
  forgetTrail: (corpus) => {
    set(({ trail }) => ({ trail: trailWithout(trail, corpus) }));
  },
});
