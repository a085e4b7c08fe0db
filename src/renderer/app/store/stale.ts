/** Open folders whose files have changed since they were read, with how many. */
import type { StateCreator } from 'zustand/vanilla';
import type { LecternEvent } from '../../../shared/wire.ts';
import type { CorpusId } from '../../../shared/model.ts';
import { listText } from '../../language/locale.ts';
import { wordsOf } from '../../language/words.ts';
import type { AppState } from './store.ts';

const t = wordsOf('app');

type StaleEvent = Extract<LecternEvent, { type: 'corpus-stale' }>;
export type Staleness = Pick<StaleEvent, 'added' | 'changed' | 'gone'>;

export interface StaleSlice {
  readonly stale: Readonly<Record<CorpusId, Staleness>>;
  /** All zero: the folder is as it was read. */
  readonly markStale: (corpus: CorpusId, files: Staleness) => void;
}

export const nothingChanged: Staleness = { added: 0, changed: 0, gone: 0 };

export const staleSlice: StateCreator<AppState, [], [], StaleSlice> = (set) => ({
  stale: {},
  markStale: (corpus, { added, changed, gone }) => {
    set(({ stale }) => {
      const others = Object.entries(stale).filter(([known]) => known !== corpus);
      const isFresh = added + changed + gone === 0;
      return { stale: Object.fromEntries(isFresh ? others : [...others, [corpus, { added, changed, gone }]]) };
    });
  },
});

/** What changed in the folder looked at; undefined when nothing did. */
export function currentStaleness({ stale, current }: AppState): Staleness | undefined {
  return current === null ? undefined : stale[current];
}

/** `3 new, 1 changed, 1 gone`. */
export function stalenessText(files: Staleness): string {
  const kinds = (['added', 'changed', 'gone'] as const).filter((kind) => files[kind] > 0);
  return listText(kinds.map((kind) => t(`stale.${kind}`, { count: files[kind] })));
}
