/** Which two documents are read side by side, and how they are shown. Rows and links live in the parts that draw them. */
import type { StateCreator } from 'zustand/vanilla';
import type { AlignmentMode, Granularity, Side } from '../../../shared/alignment.ts';
import type { CorpusId, DocId } from '../../../shared/model.ts';
import type { ParallelQuestion } from '../../../shared/parallel.ts';
import type { AppState } from './store.ts';

export interface PairShown {
  readonly corpus: CorpusId;
  readonly a: DocId;
  readonly b: DocId;
  readonly mode: AlignmentMode;
  readonly granularity: Granularity;
  /** Row to show first; null for the first one. */
  readonly row: number | null;
}

export interface SideLook {
  readonly font: 'serif' | 'sans';
  /** CSS pixels. */
  readonly size: number;
}

export interface AlignedLook {
  readonly layout: 'rows' | 'continuous';
  /** Whether scrolling one text takes the other with it. */
  readonly isTogether: boolean;
  /** The side that is hidden until asked for, row by row. */
  readonly hidden: Side | null;
  /** Null: where there is room. */
  readonly hasMap: boolean | null;
  readonly hasHints: boolean;
  readonly sides: readonly [SideLook, SideLook];
}

export interface AlignedSlice {
  readonly pair: PairShown | null;
  /** A document that a counterpart is looked for. */
  readonly readWith: DocId | null;
  readonly alignedLook: AlignedLook;
  /** What the parallel concordance was asked last. */
  readonly parallelQuestion: ParallelQuestion | null;
  readonly showPair: (pair: PairShown | null) => void;
  readonly lookFor: (doc: DocId | null) => void;
  readonly lookAligned: (change: Partial<AlignedLook>) => void;
  readonly askParallel: (question: ParallelQuestion | null) => void;
}

const usualSide: SideLook = { font: 'serif', size: 17 };

export const alignedSlice: StateCreator<AppState, [], [], AlignedSlice> = (set) => ({
  pair: null,
  readWith: null,
  alignedLook: {
    layout: 'rows',
    isTogether: true,
    hidden: null,
    hasMap: null,
    hasHints: true,
    sides: [usualSide, usualSide],
  },
  parallelQuestion: null,
  showPair: (pair) => {
    set({ pair, readWith: null });
  },
  lookFor: (readWith) => {
    set({ readWith, pair: null });
  },
  lookAligned: (change) => {
    set(({ alignedLook }) => ({ alignedLook: { ...alignedLook, ...change } }));
  },
  askParallel: (parallelQuestion) => {
    set({ parallelQuestion });
  },
});
