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
  /**
   * Share of each passage index that is built. It grows many times a second while one is: by itself, so that the summary
   * stays the same object and nothing else of the page is drawn anew for it.
   */
  readonly passagesReady: Readonly<Record<CorpusId, number>>;
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
  passagesReady: {},
  current: null,
  list: ({ folders, canChoose, samples }) => {
    set({ listed: true, folders, canChoose, samples });
  },
  put: (summary) => {
    set(({ corpora, passagesReady }) => {
      const { corpus, passagesReady: ready } = summary;
      const known = corpora.find((other) => other.corpus === corpus);
      const grown = { passagesReady: { ...passagesReady, [corpus]: ready } };
      if (!known) return { ...grown, corpora: [...corpora, summary] };
      if (isSame({ ...known, passagesReady: ready }, summary)) return grown;
      return { ...grown, corpora: corpora.map((other) => (other === known ? summary : other)) };
    });
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
      passagesReady: Object.fromEntries(corpora.map(({ corpus, passagesReady }) => [corpus, passagesReady])),
      current: corpora.some(({ corpus }) => corpus === state.current) ? state.current : null,
    }));
  },
  choose: (current) => {
    set({ current });
  },
});

/** By what they say: both come from the same place, in the same order. */
function isSame(one: CorpusSummary, other: CorpusSummary): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

export function currentCorpus(state: LibrarySlice): CorpusSummary | undefined {
  return state.corpora.find(({ corpus }) => corpus === state.current);
}

export function corpusOfFolder(state: LibrarySlice, folder: FolderId): CorpusSummary | undefined {
  return state.corpora.find((corpus) => corpus.folder === folder);
}
