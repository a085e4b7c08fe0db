/**
 * Lines that the reader ticked. They lie with the lines themselves, on the worker: the page knows how many there are
 * (`result.ticked`) and what was done last, so that the lines it shows can follow. Requests about lines take them by
 * `lines: 'ticked'`.
 */
import type { StateCreator } from 'zustand/vanilla';
import type { Ticking } from '../../../shared/lines.ts';
import type { ResultId } from '../../../shared/model.ts';
import type { AppState } from './store.ts';

/** 0-based lines `from` to `until`, exclusive, as the result is now sorted. */
export interface Ticked {
  readonly result: ResultId;
  readonly from: number;
  readonly until: number;
  readonly how: Ticking;
}

export interface TicksSlice {
  /** What was ticked last, a new object each time; null before anything was. */
  readonly lastTicked: Ticked | null;
  readonly setTicked: (what: Ticked, count: number) => void;
}

export const ticksSlice: StateCreator<AppState, [], [], TicksSlice> = (set) => ({
  lastTicked: null,
  setTicked: (what, ticked) => {
    set(({ result, sheets }) => ({
      lastTicked: what,
      result: result?.result === what.result ? { ...result, ticked } : result,
      sheets: sheets.map((sheet) =>
        sheet.result?.result === what.result ? { ...sheet, result: { ...sheet.result, ticked } } : sheet,
      ),
    }));
  },
});
