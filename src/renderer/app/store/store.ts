/**
 * What the page knows, in small slices: what is typed, what was asked, what is shown, and around them the library, running
 * work, notices and preferences. It holds ids and summaries only: rows live in the caches of the parts that draw them.
 */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { type AlignedSlice, alignedSlice } from './aligned.ts';
import { type AskedSlice, askedSlice } from './asked.ts';
import { type ChainSlice, chainSlice } from './chain.ts';
import { type LibrarySlice, librarySlice } from './library.ts';
import { type NoticesSlice, noticesSlice } from './notices.ts';
import { type PreferencesSlice, preferencesSlice } from './preferences.ts';
import { type SheetsSlice, sheetsSlice } from './sheets.ts';
import { type ShownSlice, shownSlice } from './shown.ts';
import { type StaleSlice, staleSlice } from './stale.ts';
import { type SurfaceSlice, surfaceSlice } from './surface.ts';
import { type TablesSlice, tablesSlice } from './tables.ts';
import { type TaggingSlice, taggingSlice } from './tagging.ts';
import { type TicksSlice, ticksSlice } from './ticks.ts';
import { type TypedSlice, typedSlice } from './typed.ts';
import { type WorkSlice, workSlice } from './work.ts';

export type AppState = TypedSlice &
  AskedSlice &
  ShownSlice &
  ChainSlice &
  SheetsSlice &
  StaleSlice &
  LibrarySlice &
  WorkSlice &
  NoticesSlice &
  PreferencesSlice &
  SurfaceSlice &
  TablesSlice &
  TaggingSlice &
  TicksSlice &
  AlignedSlice;

export function createAppStore() {
  return createStore<AppState>()((...api) => ({
    ...typedSlice(...api),
    ...askedSlice(...api),
    ...shownSlice(...api),
    ...chainSlice(...api),
    ...sheetsSlice(...api),
    ...staleSlice(...api),
    ...librarySlice(...api),
    ...workSlice(...api),
    ...noticesSlice(...api),
    ...preferencesSlice(...api),
    ...surfaceSlice(...api),
    ...tablesSlice(...api),
    ...taggingSlice(...api),
    ...ticksSlice(...api),
    ...alignedSlice(...api),
  }));
}

/** The one store of the page. */
export const store = createAppStore();

export function useApp<Selected>(select: (state: AppState) => Selected): Selected {
  return useStore(store, select);
}
