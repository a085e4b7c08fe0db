/** What the main side tells without being asked. */
import type { CorpusSummary } from '../../shared/answers.ts';
import type { LecternEvent } from '../../shared/wire.ts';
import type { CorpusId } from '../../shared/model.ts';
import { formatPercent } from '../ui/format.ts';
import { askAgain } from './actions/ask.ts';
import { leaveCorpus, loadLibrary } from './actions/corpora.ts';
import { start } from './actions/failures.ts';
import { openLinkFromOutside } from './actions/links.ts';
import { takeChange } from './actions/tagging.ts';
import { runCommand } from './commands.ts';
import { readDocuments } from './documents.ts';
import { listen, request } from './request.ts';
import { stalenessText } from './store/stale.ts';
import { store } from './store/store.ts';
import { type Progress, share, stageNames } from './store/work.ts';
import { engineWords } from '../language/engine-words.ts';
import { wordsOf } from '../language/words.ts';

const t = wordsOf('app');

/** Corpora whose worker died and is coming back. */
const reopening = new Set<CorpusId>();

function corpusChanged(summary: CorpusSummary): void {
  const { corpora, put, current, asked, remark, forgetTables } = store.getState();
  const before = corpora.find(({ corpus }) => corpus === summary.corpus);
  // Another page of the same program may have opened it; it is listed here only once it is opened here.
  if (!before) return;
  put(summary);
  const back = reopening.delete(summary.corpus);
  if (back) remark(t('events.openAgain', { name: summary.name }));
  if (back || before.documents !== summary.documents || before.tokens !== summary.tokens) {
    forgetTables(summary.corpus);
    start(readDocuments(summary.corpus));
    if (asked && current === summary.corpus) start(askAgain(asked));
  }
}

/** Answers stay of what was read before, until the reader has the folder read again. */
function corpusStale({ corpus, ...files }: Extract<LecternEvent, { type: 'corpus-stale' }>): void {
  const { markStale, say, corpora, current } = store.getState();
  markStale(corpus, files);
  const name = corpora.find((known) => known.corpus === corpus)?.name;
  if (corpus === current && name !== undefined && files.added + files.changed + files.gone > 0)
    say(t('events.filesHaveChanged', { name, files: stalenessText(files) }));
}

/** Results died with the worker. What was asked is kept: it is asked again when the corpus is back. */
function workerCrashed(event: Extract<LecternEvent, { type: 'worker-crashed' }>): void {
  const { notify, result, show, settle, sequence } = store.getState();
  notify({ ...event.error, message: engineWords(event.error.message) });
  settle(sequence);
  if (result?.corpus === event.corpus) show(null);
  if (event.reopening) reopening.add(event.corpus);
  else leaveCorpus(event.corpus);
}

/** Another page of the program changed the project, or its files were followed. Our own changes are known already. */
function projectChanged({ corpus, ...change }: Extract<LecternEvent, { type: 'project-changed' }>): void {
  const { current, revision } = store.getState();
  if (corpus !== current || change.revision <= revision) return;
  start(takeChange(corpus, change));
}

/** The bar is for the eye; a listener is told each quarter, not each file. */
function progressed(event: Progress): void {
  const { jobs, advance, say } = store.getState();
  const job = jobs.find((known) => known.job === event.job);
  if (!job) return;
  advance(event);
  const before = job.progress?.stage === event.stage ? (share(job.progress) ?? 0) : 0;
  const now = share(event) ?? 0;
  if (now < 1 && Math.floor(now * 4) > Math.floor(before * 4))
    say(
      t('events.progress', {
        job: job.label,
        stage: stageNames[event.stage],
        share: formatPercent(Math.floor(now * 4) / 4),
      }),
    );
}

export function receive(event: LecternEvent): void {
  switch (event.type) {
    case 'progress':
      progressed(event);
      return;
    case 'corpus-changed':
      corpusChanged(event.summary);
      return;
    case 'corpus-closed':
      leaveCorpus(event.corpus);
      return;
    case 'project-changed':
      projectChanged(event);
      return;
    case 'corpus-stale':
      corpusStale(event);
      return;
    case 'worker-crashed':
      workerCrashed(event);
      return;
    case 'library-changed':
      start(request('library.folders', {}).then(store.getState().list));
      return;
    case 'open-link':
      start(openLinkFromOutside(event.link));
      return;
    case 'command':
      runCommand(event.command, event.folder);
      return;
  }
}

/** Listens until the returned function is called. */
export function followEvents(): () => void {
  return listen(receive);
}

/** After the line came back: the other side may be another process, so nothing it held is taken for granted. */
export async function resume(): Promise<void> {
  await loadLibrary();
  const { current, asked, show, read, reading, corpora, forgetTables } = store.getState();
  if (reading && !corpora.some(({ corpus }) => corpus === reading.corpus)) read(null);
  show(null);
  if (current !== null) forgetTables(current);
  if (current !== null && asked?.corpus === current) await askAgain(asked);
}
