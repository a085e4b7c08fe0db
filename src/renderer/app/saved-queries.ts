/** Queries kept under a name in the project of the folder, with all that their lines were shown by. */
import { useCallback } from 'react';
import type { CorpusId } from '../../shared/model.ts';
import type { SavedQuery } from '../../shared/saved-queries.ts';
import { ask } from './actions/ask.ts';
import { prefer } from './actions/preferences.ts';
import { changeProject } from './actions/tagging.ts';
import { request } from './request.ts';
import { store, useApp } from './store/store.ts';
import { useKept } from './use-kept.ts';

const none: readonly SavedQuery[] = [];

/** By name. */
export function useSavedQueries(corpus: CorpusId): readonly SavedQuery[] {
  const revision = useApp((state) => state.revision);
  const asked = useCallback(() => readSavedQueries(corpus), [corpus]);
  return useKept(corpus, `${corpus} ${revision}`, asked)?.answer ?? none;
}

async function readSavedQueries(corpus: CorpusId): Promise<readonly SavedQuery[]> {
  await takeOver(corpus);
  return (await request('queries.saved', { corpus })).queries;
}

/** Projects that have what the window kept before. */
const takenOver = new Set<CorpusId>();

/** Each project gets once what was kept for all folders before; it stays in the preferences, for the other projects. */
async function takeOver(corpus: CorpusId): Promise<void> {
  const { savedQueries } = store.getState().preferences;
  if (takenOver.has(corpus) || savedQueries.length === 0) return;
  takenOver.add(corpus);
  const queries = savedQueries.map((query) => ({ ...query, sort: [...query.sort], steps: [...query.steps] }));
  await changeProject(corpus, request('queries.takeOver', { corpus, queries }));
}

/** Keeps what was asked last, in the place of what had that name. */
export async function saveQuery(name: string): Promise<void> {
  const { asked, preferences, result } = store.getState();
  if (!asked) return;
  const { corpus, query, where, sort, steps } = asked;
  const question = { query: { ...query }, where, sort: [...sort], steps: [...steps], context: preferences.context };
  const { saved } = await changeProject(corpus, request('queries.save', { corpus, name, ...question }));
  if (result?.corpus === corpus) await request('queries.ran', { corpus, saved, result: result.result });
}

export async function deleteSavedQuery(corpus: CorpusId, { saved }: SavedQuery): Promise<void> {
  await changeProject(corpus, request('queries.delete', { corpus, saved: [saved] }));
}

export async function runSavedQuery({ saved, query, where, sort, steps, context }: SavedQuery): Promise<void> {
  const { type, typeWhere, goTo } = store.getState();
  type({ clitics: false, stems: false, ...query });
  typeWhere(where);
  prefer({ context });
  goTo('concordance');
  await ask(query, { sort, where, steps });
  const { asked, result } = store.getState();
  // Another question may have overtaken it.
  if (asked?.query === query && result)
    await request('queries.ran', { corpus: result.corpus, saved, result: result.result });
}
