/** The surface itself: which dialog lies on it, and whether the line to the main side stands. */
import type { StateCreator } from 'zustand/vanilla';
import type { CorpusId, DocId, Span } from '../../../shared/model.ts';
import type { AppState } from './store.ts';

export type Dialog = 'palette' | 'help' | 'skipped' | 'document' | 'folder-reading' | 'duplicates' | 'manual';

/** A tool that stands beside the lines. */
export type Tool = 'batch' | 'passages' | 'saved' | 'tags';

/** A stretch of a document that passages like it are wanted of; a new object is looked for. */
export interface LikeWhat extends Span {
  readonly corpus: CorpusId;
  readonly doc: DocId;
}

/** `at` is when the next attempt starts (milliseconds since 1970). */
export type Connection = { readonly state: 'open' } | { readonly state: 'lost'; readonly at: number };

export interface SurfaceSlice {
  readonly dialog: Dialog | null;
  readonly tool: Tool | null;
  /** The builder of queries stands under the line. */
  readonly isBuilding: boolean;
  readonly connection: Connection;
  /** The document that the dialog `document` is about, in the current corpus. */
  readonly card: DocId | null;
  /** Name of the page that the dialog `manual` begins with. */
  readonly manual: string;
  /** Stop of the tour, from 0; null when none is taken. */
  readonly tour: number | null;
  readonly openManual: (page: string) => void;
  readonly setTour: (stop: number | null) => void;
  /** What the tool `passages` begins with; null for nothing. */
  readonly like: LikeWhat | null;
  readonly seekLike: (like: LikeWhat | null) => void;
  readonly openDialog: (dialog: Dialog | null) => void;
  readonly openTool: (tool: Tool | null) => void;
  readonly setBuilding: (building: boolean) => void;
  readonly openCard: (doc: DocId) => void;
  readonly setConnection: (connection: Connection) => void;
}

export const surfaceSlice: StateCreator<AppState, [], [], SurfaceSlice> = (set) => ({
  dialog: null,
  tool: null,
  isBuilding: false,
  connection: { state: 'open' },
  card: null,
  manual: 'index',
  tour: null,
  openManual: (manual) => {
    set({ dialog: 'manual', manual });
  },
  setTour: (tour) => {
    set({ tour });
  },
  like: null,
  seekLike: (like) => {
    set({ like });
  },
  openDialog: (dialog) => {
    set({ dialog });
  },
  openTool: (tool) => {
    set({ tool });
  },
  setBuilding: (isBuilding) => {
    set({ isBuilding });
  },
  openCard: (card) => {
    set({ dialog: 'document', card });
  },
  setConnection: (connection) => {
    set({ connection });
  },
});
