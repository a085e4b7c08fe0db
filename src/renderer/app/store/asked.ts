/** What was asked last. Answers carry the number of their question; an answer to an older one is dropped. */
import type { StateCreator } from 'zustand/vanilla';
import type { Query, SortKey } from '../../../shared/terms.ts';
import type { Failure } from '../../../shared/failure.ts';
import type { CorpusId } from '../../../shared/model.ts';
import type { Steps } from './chain.ts';
import type { AppState } from './store.ts';

export interface Question {
  readonly corpus: CorpusId;
  readonly query: Query;
  readonly sort: readonly SortKey[];
  /** The condition on documents, empty for all of them. */
  readonly where: string;
  /** What is done to the lines, one after the other. */
  readonly steps: Steps;
}

/** What of the bar could not be read. */
export interface Refused {
  readonly part: 'query' | 'where';
  readonly failure: Failure;
}

export interface AskedSlice {
  /** The last question, answered or not. */
  readonly asked: Question | null;
  /** Rises with every question. */
  readonly sequence: number;
  readonly asking: boolean;
  /** Why the query as typed could not be read. */
  readonly refusal: Failure | null;
  /** Why the condition on documents could not be used. */
  readonly whereRefusal: Failure | null;
  /** Notes the question and gives its number. */
  readonly ask: (question: Question) => number;
  /** The question of this number is settled; false when a newer one has taken its place. */
  readonly settle: (sequence: number, refused?: Refused) => boolean;
  /** Puts the question back that stood before one that failed. */
  readonly reinstate: (question: Question) => void;
  /** Forgets the question; an answer still on its way will be dropped. */
  readonly withdraw: () => void;
}

export const askedSlice: StateCreator<AppState, [], [], AskedSlice> = (set, get) => ({
  asked: null,
  sequence: 0,
  asking: false,
  refusal: null,
  whereRefusal: null,
  ask: (asked) => {
    const sequence = get().sequence + 1;
    set({ asked, sequence, asking: true, refusal: null, whereRefusal: null });
    return sequence;
  },
  settle: (sequence, refused) => {
    if (sequence !== get().sequence) return false;
    set({
      asking: false,
      refusal: refused?.part === 'query' ? refused.failure : null,
      whereRefusal: refused?.part === 'where' ? refused.failure : null,
    });
    return true;
  },
  reinstate: (asked) => {
    set({ asked });
  },
  withdraw: () => {
    set((state) => ({ asked: null, sequence: state.sequence + 1, asking: false, refusal: null, whereRefusal: null }));
  },
});
