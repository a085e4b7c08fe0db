/** Folders that may be opened, corpora that are open (their summaries), and the one looked at. */
import type { StateCreator } from 'zustand/vanilla';
import type { CorpusSummary, Folder } from '../../../shared/answers.ts';
import type { Result } from '../../../shared/contract.ts';
import type { CorpusId, FolderId } from '../../../shared/model.ts';
import type { AppState } from './store.ts';

export interface LibrarySlice {
  /** False until the first list has come. */
  readonly listed: boolean;
  readonly folders: readonly Folder[];
  /** Whether a folder dialog can be shown; the web door has none. */
  readonly canChoose: boolean;
  readonly samples: FolderId | null;
  readonly corpora: readonly CorpusSummary[];
  readonly current: CorpusId | null;
  readonly list: (folders: Result<'library.folders'>) => void;
  /** Adds the corpus or replaces its summary. */
  readonly put: (summary: CorpusSummary) => void;
  readonly drop: (corpus: CorpusId) => void;
  /** What is open on the main side now; used after a reconnection. */
  readonly replaceCorpora: (corpora: readonly CorpusSummary[]) => void;
  readonly choose: (corpus: CorpusId | null) => void;
}

export const librarySlice: StateCreator<AppState, [], [], LibrarySlice> = (set) => ({
  listed: false,
  folders: [],
  canChoose: false,
  samples: null,
  corpora: [],
  current: null,
  list: ({ folders, canChoose, samples }) => {
    set({ listed: true, folders, canChoose, samples });
  },
  put: (summary) => {
    set((state) => ({
      corpora: state.corpora.some((corpus) => corpus.corpus === summary.corpus)
        ? state.corpora.map((corpus) => (corpus.corpus === summary.corpus ? summary : corpus))
        : [...state.corpora, summary],
    }));
  },
  drop: (gone) => {
    set((state) => ({
      corpora: state.corpora.filter(({ corpus }) => corpus !== gone),
      current: state.current === gone ? null : state.current,
    }));
  },
  replaceCorpora: (corpora) => {
    set((state) => ({
      corpora,
      current: corpora.some(({ corpus }) => corpus === state.current) ? state.current : null,
    }));
  },
  choose: (current) => {
    set({ current });
  },
});

export function currentCorpus(state: LibrarySlice): CorpusSummary | undefined {
  return state.corpora.find(({ corpus }) => corpus === state.current);
}

export function corpusOfFolder(state: LibrarySlice, folder: FolderId): CorpusSummary | undefined {
  return state.corpora.find((corpus) => corpus.folder === folder);
}
