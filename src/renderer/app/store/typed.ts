/** What stands in the query bar now; nobody has asked it yet. */
import type { StateCreator } from 'zustand/vanilla';
import type { Query } from '../../../shared/terms.ts';
import type { AppState } from './store.ts';

export interface TypedSlice {
  readonly typed: Query;
  /** The condition on documents as it stands in the bar, empty for all of them. */
  readonly typedWhere: string;
  readonly type: (change: Partial<Query>) => void;
  readonly typeWhere: (where: string) => void;
}

export const typedSlice: StateCreator<AppState, [], [], TypedSlice> = (set) => ({
  typedWhere: '',
  typed: { text: '', mode: 'simple', case: false, marks: false },
  type: (change) => {
    // A complaint about a query points into its text: once the text is another, the place means nothing.
    set((state) => ({
      typed: { ...state.typed, ...change },
      refusal: change.text === undefined || change.text === state.typed.text ? state.refusal : null,
    }));
  },
  typeWhere: (typedWhere) => {
    set((state) => ({ typedWhere, whereRefusal: typedWhere === state.typedWhere ? state.whereRefusal : null }));
  },
});

/** `Object.is`, because `===` between modes is a lint error as long as there is only one. */
export function sameQuery(a: Query, b: Query): boolean {
  return (
    a.text === b.text &&
    Object.is(a.mode, b.mode) &&
    a.case === b.case &&
    a.marks === b.marks &&
    (a.clitics ?? false) === (b.clitics ?? false) &&
    (a.stems ?? false) === (b.stems ?? false)
  );
}
