/** Opening, choosing and closing folders. */
import type { CorpusSummary } from '../../../shared/answers.ts';
import { ExpectedFailure } from '../../../shared/failure.ts';
import type { CorpusId, FolderId } from '../../../shared/model.ts';
import { formatCount } from '../../ui/format.ts';
import { forgetDocuments } from '../documents.ts';
import { newJob } from '../jobs.ts';
import { request } from '../request.ts';
import { corpusOfFolder } from '../store/library.ts';
import { nothingChanged } from '../store/stale.ts';
import { store } from '../store/store.ts';
import { ask, clearResult } from './ask.ts';
import { start } from './failures.ts';
import { wordsOf } from '../../language/words.ts';

const t = wordsOf('app');

export async function loadLibrary(): Promise<void> {
  const [folders, { corpora }] = await Promise.all([request('library.folders', {}), request('corpus.list', {})]);
  store.getState().list(folders);
  store.getState().replaceCorpora(corpora);
}

/**
 * At the start of the page: what is open already is looked at, and the one folder that a browser page was started on is
 * opened without being asked for.
 */
export async function openOnlyFolder(): Promise<void> {
  const { corpora, folders, canChoose } = store.getState();
  const [only] = folders;
  const [open] = corpora;
  if (open) await chooseCorpus(open.corpus);
  else if (!canChoose && only && folders.length === 1) await openFolder(only.folder);
}

/** Makes an open corpus the one looked at. A query that stood there is asked again here, so that folders compare. */
export async function chooseCorpus(corpus: CorpusId): Promise<void> {
  const { current, asked, choose, read, typeWhere, setSubject } = store.getState();
  if (current === corpus) return;
  clearResult();
  read(null);
  choose(corpus);
  // Another folder has other fields: its documents are asked without the condition.
  typeWhere('');
  setSubject({ query: asked?.query ?? null, where: '' });
  if (asked) await ask(asked.query, { sort: asked.sort });
}

/** Opens a folder, or goes to it when it is open. Answers null when the user cancelled. */
export async function openFolder(folder: FolderId): Promise<CorpusSummary | null> {
  const { begin, end, put, say, folders, jobs: running } = store.getState();
  const open = corpusOfFolder(store.getState(), folder);
  if (open) {
    await chooseCorpus(open.corpus);
    return open;
  }
  if (running.some((job) => job.folder === folder)) return null;
  const name = folders.find((known) => known.folder === folder)?.name ?? 'folder';
  const job = newJob();
  begin(job, t('corpora.opening', { name }), folder);
  say(t('corpora.opening', { name }));
  try {
    const summary = await request('corpus.open', { folder, job });
    put(summary);
    say(t('corpora.open', { name: summary.name, documents: formatCount(summary.documents, 'document') }));
    await chooseCorpus(summary.corpus);
    return summary;
  } catch (error) {
    if (error instanceof ExpectedFailure && error.failure.code === 'cancelled') {
      say(t('corpora.openingCancelled', { name }));
      return null;
    }
    throw error;
  } finally {
    end(job);
  }
}

export async function openSamples(): Promise<CorpusSummary | null> {
  const { samples } = store.getState();
  if (samples === null) throw new ExpectedFailure('unavailable', t('corpora.sampleArticlesNotInstalled'));
  return openFolder(samples);
}

/** Shows the folder dialog of the system and opens what was chosen. */
export async function chooseFolder(): Promise<void> {
  const { folder } = await request('library.choose', {});
  if (folder === null) return;
  store.getState().list(await request('library.folders', {}));
  await openFolder(folder);
}

/** Opens a folder and another one as one, to be read side by side. */
export async function openTogether(folder: FolderId, other: FolderId): Promise<void> {
  const { folder: joined } = await request('library.join', { folders: [folder, other] });
  store.getState().list(await request('library.folders', {}));
  await openFolder(joined);
}

/** The same with one that is chosen in the folder dialog of the system. */
export async function chooseTogether(folder: FolderId): Promise<void> {
  const { folder: other } = await request('library.choose', {});
  if (other !== null) await openTogether(folder, other);
}

export async function closeCorpus(corpus: CorpusId): Promise<void> {
  await request('corpus.close', { corpus });
  leaveCorpus(corpus);
}

/** The corpus is gone from the main side: nothing of it stays on the page. */
export function leaveCorpus(corpus: CorpusId): void {
  const { current, reading, read, drop, withdraw, show, corpora, say, markStale, forgetTables, forgetTrail } =
    store.getState();
  const gone = corpora.find((known) => known.corpus === corpus);
  if (!gone) return;
  forgetDocuments(corpus);
  forgetTables(corpus);
  if (current === corpus) {
    withdraw();
    show(null);
  }
  if (reading?.corpus === corpus) read(null);
  forgetTrail(corpus);
  markStale(corpus, nothingChanged);
  drop(corpus);
  say(t('corpora.closed', { name: gone.name }));
  const next = store.getState().corpora.at(-1);
  if (current === corpus && next) start(chooseCorpus(next.corpus));
}

export async function forgetFolder(folder: FolderId): Promise<void> {
  await request('library.forget', { folder });
  store.getState().list(await request('library.folders', {}));
}

export async function cancelJob(job: string): Promise<void> {
  store.getState().cancelling(job);
  await request('job.cancel', { job });
}
