/**
 * Several results open at once, each on a sheet of its own. What the page asks and shows is that of the sheet looked at; the
 * others lie here as they were left, and two of them may be seen side by side.
 */
import type { StateCreator } from 'zustand/vanilla';
import type { ConcordanceSummary } from '../../../shared/answers.ts';
import type { CorpusId } from '../../../shared/model.ts';
import type { AppState } from './store.ts';

type Left = Pick<
  AppState,
  'typed' | 'typedWhere' | 'asked' | 'result' | 'selected' | 'chainPast' | 'chainFuture' | 'behind'
>;

export interface Sheet extends Left {
  readonly id: number;
  /** Counts from 0 and stays as long as the sheet; `QuerySign` says how each looks. */
  readonly colour: number;
}

/** A result that is open on some sheet, with the colour that its hits have in a text. */
export interface OpenResult {
  readonly sheet: number;
  readonly colour: number;
  readonly result: ConcordanceSummary;
}

export interface SheetsSlice {
  /** In the order of their tabs. The one looked at is as it was when it was come to. */
  readonly sheets: readonly Sheet[];
  readonly sheet: number;
  /** The sheet that is seen beside the one looked at; null for none. */
  readonly beside: number | null;
  /** A new sheet with nothing on it; the query stays in the bar. */
  readonly openSheet: () => void;
  readonly chooseSheet: (id: number) => void;
  /** Takes a sheet away and gives it back, so that its result can be ended; null for the last one. */
  readonly closeSheet: (id: number) => Sheet | null;
  readonly setBeside: (id: number | null) => void;
}

/** Without what else the state, or a sheet, holds. */
function leftOf(from: Left): Left {
  const { typed, typedWhere, asked, result, selected, chainPast, chainFuture, behind } = from;
  return { typed, typedWhere, asked, result, selected, chainPast, chainFuture, behind };
}

/** All sheets as they are now. */
export function sheetsNow(state: AppState): readonly Sheet[] {
  return state.sheets.map((known) => (known.id === state.sheet ? { ...known, ...leftOf(state) } : known));
}

/** The results of a corpus in the order of their tabs; `result` is that of the sheet looked at, `looked`. */
export function openResultsOf(
  corpus: CorpusId,
  sheets: readonly Sheet[],
  looked: number,
  result: ConcordanceSummary | null,
): readonly OpenResult[] {
  return sheets.flatMap(({ id, colour, result: left }) => {
    const open = id === looked ? result : left;
    return open?.corpus === corpus ? [{ sheet: id, colour, result: open }] : [];
  });
}

/** The first colour that no sheet has. */
function freeColour(sheets: readonly Sheet[]): number {
  const taken = new Set(sheets.map(({ colour }) => colour));
  let free = 0;
  while (taken.has(free)) free++;
  return free;
}

/** An answer still on its way to the sheet that is left finds no place. */
function lookedAt(state: AppState, sheet: Sheet): Partial<AppState> {
  const sequence = state.sequence + 1;
  return { ...leftOf(sheet), sheet: sheet.id, sequence, asking: false, refusal: null, whereRefusal: null };
}

export const sheetsSlice: StateCreator<AppState, [], [], SheetsSlice> = (set, get) => {
  let last = 1;
  const blank = {
    typed: { text: '', mode: 'simple', case: false, marks: false },
    ...{ typedWhere: '', asked: null, result: null, selected: null, chainPast: [], chainFuture: [], behind: null },
  } as const;
  return {
    sheets: [{ id: 1, colour: 0, ...blank }],
    sheet: 1,
    beside: null,
    openSheet: () => {
      set((state) => {
        const sheets = sheetsNow(state);
        const { typed, typedWhere } = state;
        const fresh: Sheet = { ...blank, id: ++last, colour: freeColour(sheets), typed, typedWhere };
        return { sheets: [...sheets, fresh], ...lookedAt(state, fresh) };
      });
    },
    chooseSheet: (id) => {
      set((state) => {
        const sheets = sheetsNow(state);
        const chosen = sheets.find((known) => known.id === id);
        if (!chosen || id === state.sheet) return {};
        // Whichever of two is looked at, both stay where they are.
        const beside = state.beside === id ? state.sheet : state.beside;
        return { sheets, beside, ...lookedAt(state, chosen) };
      });
    },
    closeSheet: (id) => {
      const state = get();
      const sheets = sheetsNow(state);
      const at = sheets.findIndex((known) => known.id === id);
      const gone = sheets[at];
      if (!gone || sheets.length === 1) return null;
      const left = sheets.filter((known) => known.id !== id);
      const beside = state.beside === id ? null : state.beside;
      const next = state.sheet === id ? (left[Math.max(0, at - 1)] ?? left[0]) : undefined;
      set({ sheets: left, beside: next?.id === beside ? null : beside, ...(next ? lookedAt(state, next) : {}) });
      return gone;
    },
    setBeside: (beside) => {
      set((state) => ({ beside: beside === state.sheet ? null : beside }));
    },
  };
};
