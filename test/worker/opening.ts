/** Opens corpora as the worker does, without a thread. */
import { readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';
import type { CorpusSummary } from '../../src/shared/answers.ts';
import type { CorpusId, FoldClassId, FolderId } from '../../src/shared/model.ts';
import type { WorkerStart } from '../../src/shared/worker-messages.ts';
import type { Corpus } from '../../src/worker/corpus.ts';
import { openCorpus } from '../../src/worker/open-corpus.ts';
import type { OpenedFolder } from '../../src/worker/open.ts';
import { snapshotPath } from '../../src/worker/snapshot/corpus-snapshot.ts';
import { workerUrl } from '../program.ts';

const project = join(import.meta.dirname, '../..');
/** Of the built program: that is one digest of few files, where the sources are hundreds. */
export const workerEntry = workerUrl.href;
export const resources = join(project, 'resources');

/** `cache` lies in no folder that is read: nothing is kept without it. */
export function startOf(root: string, cache?: string): WorkerStart {
  return {
    root,
    parts: [],
    resources,
    version: '0.0.0',
    readerUrl: pathToFileURL(join(project, 'src/worker/formats/reader-process.ts')).href,
    // Never written here: nothing is said of these folders.
    record: join(root, '..', 'nothing-said.json'),
    project: join(root, '..', 'nothing-tagged.lectern'),
    reading: {},
    cache,
    watch: false,
    corpus: 'c-test' as CorpusId,
    folder: 'f-test' as FolderId,
    name: 'test',
    passages: false,
    hidesOthers: true,
  };
}

export function snapshotOf(root: string, cache: string): string {
  return snapshotPath({ cache, root, reading: {} });
}

/** Opened, and its snapshot written when there is a cache. Its snapshot is closed when the test is over. */
export async function opened(
  root: string,
  cache?: string,
  changed: (summary: CorpusSummary) => void = () => undefined,
): Promise<Corpus> {
  const options = { entry: workerEntry, report: () => undefined, changed };
  const corpus = await openCorpus(startOf(root, cache), options);
  await corpus.keeper?.settled();
  onTestFinished(() => corpus.keeper?.close());
  return corpus;
}

/** As if its files had been written an hour ago: one written just now is read again, as it might still change. */
export function age(folder: string): void {
  const then = Date.now() / 1000 - 3600;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) utimesSync(join(entry.parentPath, entry.name), then, then);
}

/** All that a corpus is made of, to be compared. What took how long, and what was reused, is left out. */
export function contentOf({ index, texts, documents, files, skipped, bytes }: OpenedFolder) {
  return {
    // A copy reads whatever still lies in a snapshot.
    parts: structuredClone(index.parts),
    // Read word by word, as queries do: where each word's postings lie is not among the parts.
    postings: Array.from({ length: index.lexicon.classes }, (_, cls) => [...index.postings(cls as FoldClassId)]),
    // A section of its own, too.
    ranks: [...index.collationRank('fold')],
    texts: documents.map(({ doc }) => texts.text(doc)),
    documents,
    files: files.map(({ path, size, mtimeMs, key, first, documents: made, reason, notes }) => ({
      ...{ path, size, mtimeMs, key, first, documents: made, reason, notes },
    })),
    skipped,
    bytes,
  };
}
