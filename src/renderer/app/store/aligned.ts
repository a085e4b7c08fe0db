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
  /** More versions, which stand beside `a` in a view of all. */
  readonly others: readonly DocId[];
  /** Whether all versions are shown; otherwise the pair of `a` and `b`, where links are put right. */
  readonly isPivot: boolean;
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
  /** Of the first text, the second, and further versions. */
  readonly sides: readonly [SideLook, SideLook, ...SideLook[]];
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
  /** How one text is set. */
  readonly lookSide: (side: number, change: Partial<SideLook>) => void;
  readonly askParallel: (question: ParallelQuestion | null) => void;
}

export const usualSide: SideLook = { font: 'serif', size: 17 };

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
  lookSide: (side, change) => {
    set(({ alignedLook }) => {
      const [a, b, ...more] = alignedLook.sides;
      const changed = (at: number, known: SideLook | undefined): SideLook =>
        at === side ? { ...(known ?? usualSide), ...change } : (known ?? usualSide);
      const others = Array.from({ length: Math.max(more.length, side - 1) }, (_, at) => changed(at + 2, more[at]));
      return { alignedLook: { ...alignedLook, sides: [changed(0, a), changed(1, b), ...others] } };
    });
  },
  askParallel: (parallelQuestion) => {
    set({ parallelQuestion });
  },
});
