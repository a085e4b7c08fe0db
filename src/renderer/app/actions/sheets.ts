/** Going from one open result to another. */
import { currentCorpus } from '../store/library.ts';
import { store } from '../store/store.ts';

/** Looks at another sheet, and at the folder that its lines are of; lines of a folder that was closed are gone. */
export function goToSheet(id: number): void {
  store.getState().chooseSheet(id);
  const { result, corpora, choose, show } = store.getState();
  if (!result || result.corpus === currentCorpus(store.getState())?.corpus) return;
  if (corpora.some(({ corpus }) => corpus === result.corpus)) choose(result.corpus);
  else show(null);
}

/** Shows the sheet looked at together with its neighbour, or alone again. */
export function toggleBeside(): void {
  const { beside, setBeside, sheets, sheet } = store.getState();
  const at = sheets.findIndex(({ id }) => id === sheet);
  setBeside(beside === null ? ((sheets[at - 1] ?? sheets[at + 1])?.id ?? null) : null);
}
