/** Two documents side by side, and the parallel concordance. */
import type { DocId } from '../../../shared/model.ts';
import type { ParallelQuestion } from '../../../shared/parallel.ts';
import { store } from '../store/store.ts';
import { goToTab } from './tables.ts';

/** Opens two documents of the current folder side by side, at a row when one is given. */
export function readTogether(a: DocId, b: DocId, row: number | null = null): void {
  const { current, pair, showPair } = store.getState();
  if (current === null) return;
  const { mode, granularity } = pair ?? { mode: 'auto' as const, granularity: 'sentence' as const };
  showPair({ corpus: current, a, b, others: [], isPivot: false, mode, granularity, row });
  goToTab('aligned');
}

/** Asks with which document another one is to be read. */
export function readWith(doc: DocId): void {
  store.getState().lookFor(doc);
  goToTab('aligned');
}

export function askInParallel(question: ParallelQuestion): void {
  store.getState().askParallel(question);
  goToTab('parallel');
}
