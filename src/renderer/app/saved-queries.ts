/** Queries kept under a name, with all that their lines were shown by. Where they are kept is known here alone. */
import type { SavedQuery } from '../../shared/line-settings.ts';
import { ask } from './actions/ask.ts';
import { prefer } from './actions/preferences.ts';
import { store, useApp } from './store/store.ts';

export function useSavedQueries(): readonly SavedQuery[] {
  return useApp((state) => state.preferences.savedQueries);
}

/** Keeps what was asked last, in the place of what had that name. */
export function saveQuery(name: string): void {
  const { asked, preferences } = store.getState();
  if (!asked) return;
  const { query, where, sort, steps } = asked;
  const saved = { name, query, where, sort: [...sort], steps: [...steps], context: preferences.context };
  prefer({ savedQueries: [saved, ...preferences.savedQueries.filter((known) => known.name !== name)] });
}

export function deleteSavedQuery(name: string): void {
  prefer({ savedQueries: store.getState().preferences.savedQueries.filter((known) => known.name !== name) });
}

export function runSavedQuery({ query, where, sort, steps, context }: SavedQuery): Promise<void> {
  const { type, typeWhere, goTo } = store.getState();
  type({ clitics: false, stems: false, ...query });
  typeWhere(where);
  prefer({ context });
  goTo('concordance');
  return ask(query, { sort, where, steps });
}
