/** Putting right how a folder or one document is read. What a correction touches is read again, with progress. */
import type { CorpusSummary, ReadingChange } from '../../../shared/answers.ts';
import type { Params } from '../../../shared/contract.ts';
import type { CorpusId, DocId } from '../../../shared/model.ts';
import { documentsOf, readDocuments } from '../documents.ts';
import { newJob } from '../jobs.ts';
import { request } from '../request.ts';
import { nothingChanged } from '../store/stale.ts';
import { store } from '../store/store.ts';
import { askAgain } from './ask.ts';
import { wordsOf } from '../../language/words.ts';

const t = wordsOf('app');

type DocumentChange = Pick<Params<'document.correct'>, 'language' | 'encoding' | 'repair'>;

/**
 * Corrects one document. Its number afterwards; null when nothing is left of it.
 * @throws ExpectedFailure
 */
export function correctDocument(corpus: CorpusId, doc: DocId, change: DocumentChange): Promise<DocId | null> {
  return readingAgain(corpus, async (job) => {
    const answer = await request('document.correct', { corpus, doc, ...change, job });
    return { summary: answer.summary, value: answer.doc };
  });
}

/**
 * Changes how every file of the folder is read.
 * @throws ExpectedFailure
 */
export function correctFolder(corpus: CorpusId, change: ReadingChange): Promise<void> {
  return readingAgain(corpus, async (job) => ({
    summary: await request('corpus.correct', { corpus, ...change, job }),
    value: undefined,
  }));
}

/**
 * Reads what has changed in the folder since it was read.
 * @throws ExpectedFailure
 */
export function refreshCorpus(corpus: CorpusId): Promise<void> {
  return readingAgain(corpus, async (job) => ({
    summary: await request('corpus.refresh', { corpus, job }),
    value: undefined,
  }));
}

interface ReadAgain<Value> {
  readonly summary: CorpusSummary;
  readonly value: Value;
}

/**
 * Work after which documents may have other numbers and results are gone: the list is read anew, the reading pane finds
 * its document again by path, and what was asked is asked again.
 */
async function readingAgain<Value>(corpus: CorpusId, work: (job: string) => Promise<ReadAgain<Value>>): Promise<Value> {
  const { begin, end, put, say, corpora, markStale, forgetTables } = store.getState();
  const name = corpora.find((known) => known.corpus === corpus)?.name ?? t('corrections.folder');
  const pathRead = pathInReading(corpus);
  const job = newJob();
  begin(job, t('corrections.readingAgain', { name }), null);
  try {
    const { summary, value } = await work(job);
    put(summary);
    markStale(corpus, nothingChanged);
    forgetTables(corpus);
    await readDocuments(corpus);
    findReadingAgain(corpus, pathRead);
    say(t('corrections.readAgain', { name: summary.name }));
    const { asked, current } = store.getState();
    if (asked?.corpus === corpus && current === corpus) await askAgain(asked);
    return value;
  } finally {
    end(job);
  }
}

function pathInReading(corpus: CorpusId): string | undefined {
  const { reading } = store.getState();
  if (reading?.corpus !== corpus) return undefined;
  return documentsOf(corpus).documents.find(({ doc }) => doc === reading.doc)?.path;
}

/** A new object, so that the pane fetches the text anew; a document that is gone leaves the pane. */
function findReadingAgain(corpus: CorpusId, path: string | undefined): void {
  const { reading, read, forgetTrail } = store.getState();
  forgetTrail(corpus);
  if (reading?.corpus !== corpus) return;
  const found = documentsOf(corpus).documents.find((document) => document.path === path);
  read(found ? { corpus, doc: found.doc, focus: null, edition: (reading.edition ?? 0) + 1 } : null);
}
