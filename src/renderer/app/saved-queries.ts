/** Queries kept under a name in the project of the folder, with all that their lines were shown by. */
import { useCallback } from 'react';
import type { ConcordanceSummary } from '../../shared/answers.ts';
import type { CorpusId } from '../../shared/model.ts';
import type { SavedQuery, SavedQueryFormat, SavedQueryId } from '../../shared/saved-queries.ts';
import { wordsOf } from '../language/words.ts';
import { ask } from './actions/ask.ts';
import { asFailure } from './actions/failures.ts';
import { prefer } from './actions/preferences.ts';
import { changeProject } from './actions/tagging.ts';
import { saveWhole, sendWhole, type SentPiece } from './actions/whole-files.ts';
import { newJob } from './jobs.ts';
import { request } from './request.ts';
import { store, useApp } from './store/store.ts';
import { useKept } from './use-kept.ts';

const t = wordsOf('lines');
const none: readonly SavedQuery[] = [];

/** By name. */
export function useSavedQueries(corpus: CorpusId): readonly SavedQuery[] {
  const revision = useApp((state) => state.revision);
  const counts = useApp((state) => state.savedCounts);
  const asked = useCallback(() => readSavedQueries(corpus), [corpus]);
  return useKept(corpus, `${corpus} ${revision} ${counts}`, asked)?.answer ?? none;
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

async function noteCount({ corpus, result }: ConcordanceSummary, saved: SavedQueryId): Promise<void> {
  await request('queries.ran', { corpus, saved, result });
  store.getState().noteSavedCount();
}

/** Keeps what was asked last, in the place of what had that name. */
export async function saveQuery(name: string): Promise<void> {
  const { asked, preferences, result } = store.getState();
  if (!asked) return;
  const { corpus, query, where, sort, steps } = asked;
  const question = { query: { ...query }, where, sort: [...sort], steps: [...steps], context: preferences.context };
  const { saved } = await changeProject(corpus, request('queries.save', { corpus, name, ...question }));
  if (result?.corpus === corpus) await noteCount(result, saved);
}

/** @throws ExpectedFailure when another one has the name */
export async function changeSavedQuery(
  corpus: CorpusId,
  saved: SavedQueryId,
  change: { readonly name: string; readonly note: string },
): Promise<void> {
  await changeProject(corpus, request('queries.change', { corpus, saved, ...change }));
}

export async function deleteSavedQuery(corpus: CorpusId, { saved }: SavedQuery): Promise<void> {
  await changeProject(corpus, request('queries.delete', { corpus, saved: [saved] }));
}

/** `isBeside`: on a sheet of its own, so that the result before it stays. */
export async function runSavedQuery(asked: SavedQuery, isBeside: boolean): Promise<void> {
  const { saved, query, where, sort, steps, context } = asked;
  if (isBeside && store.getState().result !== null) store.getState().openSheet();
  const { type, typeWhere, goTo } = store.getState();
  type({ clitics: false, stems: false, ...query });
  typeWhere(where);
  prefer({ context });
  goTo('concordance');
  await ask(query, { sort, where, steps });
  const { asked: last, result } = store.getState();
  // Another question may have overtaken it.
  if (last?.query === query && result) await noteCount(result, saved);
}

/** Counts all of them anew, one after the other, until one is cancelled. */
export async function recountSavedQueries(corpus: CorpusId, queries: readonly SavedQuery[]): Promise<void> {
  const job = newJob();
  const { begin, end } = store.getState();
  begin(job, t('saved.recounting'), null);
  try {
    for (const { saved, query, where, steps } of queries) {
      const condition = where === '' ? {} : { where };
      const asked = { corpus, query: { ...query }, sort: [], steps: [...steps], ...condition, job };
      try {
        const found = await request('concordance.open', asked);
        await noteCount(found, saved);
        await request('concordance.close', { corpus, result: found.result });
      } catch (error) {
        // One that cannot be asked any more, for its tag or its field is gone, keeps its old count.
        if (asFailure(error).code !== 'bad-query') throw error;
      }
    }
  } finally {
    end(job);
  }
}

/** Brings in the queries of a file, and says how many. */
export async function importSavedQueries(corpus: CorpusId, file: File): Promise<void> {
  const send = (piece: SentPiece) => request('queries.import', { corpus, dryRun: false, ...piece });
  const { added, renamed, known } = await changeProject(corpus, sendWhole(file, send));
  const said = [
    t('saved.brought', { count: added }),
    ...(renamed > 0 ? [t('saved.renamed', { count: renamed })] : []),
    ...(known > 0 ? [t('saved.known', { count: known })] : []),
  ];
  store.getState().remark(said.join(' '));
}

export async function exportSavedQueries(corpus: CorpusId, format: SavedQueryFormat, raw: boolean): Promise<void> {
  await saveWhole(async (from, job) => ({
    ...(await request('queries.export', { corpus, format, raw, from, job })),
    lost: [],
  }));
}
