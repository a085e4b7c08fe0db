/**
 * Opens a folder: walk, read, index. One found file goes through one stage, `FileReader`, and comes out as its documents
 * or as the reason why there are none; everything after it only knows documents. Cancelling ends the thread (see
 * docs/decisions), and progress reaches the main side by messages, which are delivered while this runs.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { CorpusIndex } from '../corpus/index/corpus-index.ts';
import { IndexBuilder } from '../corpus/index/build.ts';
import { sentenceRules } from '../corpus/text/sentences.ts';
import type { DocumentSummary, SkippedFile } from '../shared/contract.ts';
import { ExpectedFailure } from '../shared/failure.ts';
import type { DocId, Language } from '../shared/model.ts';
import type { JobStage, ProgressReport, WorkerStart } from '../shared/worker-messages.ts';
import { describe, documentPath } from './describe.ts';
import { isMetadataTable, readFolderMetadata } from './document-metadata.ts';
import { usualLimits } from './formats/extract.ts';
import { Reading } from './formats/reading.ts';
import { loadLanguageDetector } from './language.ts';
import type { FileStamp } from './read.ts';
import { readFile, whyNotRead } from './read.ts';
import { readAhead } from './read-ahead.ts';
import { TextStore } from './text-store.ts';
import { Throttle } from './throttle.ts';
import type { FoundFile } from './walk.ts';
import { byPath, walk } from './walk.ts';

/** A file that was read, with the documents made of it: `documents` of them, `first` and those after it. */
export interface OpenedFile extends FileStamp {
  readonly path: string;
  readonly first: DocId;
  readonly documents: number;
}

export interface OpenedFolder {
  readonly index: CorpusIndex;
  readonly texts: TextStore;
  /** By document id: in the order of the files' paths, and within a file in its own order. */
  readonly documents: readonly DocumentSummary[];
  /** The files that `documents` come from, by path. */
  readonly files: readonly OpenedFile[];
  /** Files without documents, then remarks on files that have some; both by path. */
  readonly skipped: readonly SkippedFile[];
  /** Bytes of the files read. */
  readonly bytes: number;
}

export type ReportProgress = (report: ProgressReport) => void;

/** Twenty a second is smooth for a bar and nothing for the message port. */
const progressInterval = 50;
/** Files read before their turn: enough to keep the reading process busy, few enough to hold in memory. */
const filesAhead = 2;

/** @throws ExpectedFailure when the folder, or the one file given, cannot be read */
export async function openFolder(start: WorkerStart, report: ReportProgress): Promise<OpenedFolder> {
  const reading = new Reading({ processUrl: new URL(start.readerUrl) });
  try {
    return await openWith(reading, start, report);
  } finally {
    reading.dispose();
  }
}

async function openWith(reading: Reading, start: WorkerStart, report: ReportProgress): Promise<OpenedFolder> {
  const throttle = new Throttle(progressInterval);
  const progress = (stage: JobStage, done: number, total: number, what: string): void => {
    if (throttle.due()) report({ stage, done, total, what });
  };
  const walked = walk(start.root, (files, folder) => {
    progress('walking', files, 0, folder || start.name);
  });
  const sorted = sortOut(walked.files);
  const metadata = await readFolderMetadata(sorted.tables, new Set(sorted.readable.map(({ path }) => path)));
  const skipped = [...walked.skipped, ...sorted.skipped];
  const remarks = [...metadata.complaints];

  const detect = await loadLanguageDetector();
  const builder = new IndexBuilder(sentenceRules(abbreviationLists(start.resources)));
  const texts = new TextStore();
  const documents: DocumentSummary[] = [];
  const files: OpenedFile[] = [];
  const options = { html: 'main', limits: usualLimits } as const;
  const read = (found: FoundFile) => readFile(found, reading, options);
  let bytes = 0;
  for await (const [{ path }, file] of readAhead(sorted.readable, read, filesAhead)) {
    progress('reading', files.length, sorted.readable.length, path);
    if (!file.ok) {
      skipped.push({ path, reason: file.reason, kind: 'skipped' });
      continue;
    }
    remarks.push(...file.notes.map((reason) => ({ path, reason, kind: 'note' as const })));
    files.push({ ...file.stamp, path, first: documents.length as DocId, documents: file.documents.length });
    bytes += file.stamp.size;
    for (const document of file.documents) {
      const own = documentPath(path, document.part);
      const facts = describe(own, file, document, metadata.fieldsOf(path, own), detect);
      const counts = builder.addDocument({ text: document.text, language: facts.language });
      texts.add(document.text);
      documents.push({ doc: documents.length as DocId, ...facts, ...counts });
    }
  }
  refuseUnreadableFile(start, walked.files, documents.length, skipped);
  report({ stage: 'indexing', done: 0, total: 1, what: start.name });
  const index = builder.finish();
  report({ stage: 'indexing', done: 1, total: 1, what: start.name });
  return { index, texts, documents, files, skipped: [...skipped.sort(byPath), ...remarks.sort(byPath)], bytes };
}

interface SortedOut {
  readonly readable: readonly FoundFile[];
  readonly tables: readonly FoundFile[];
  readonly skipped: readonly SkippedFile[];
}

function sortOut(files: readonly FoundFile[]): SortedOut {
  const readable: FoundFile[] = [];
  const tables: FoundFile[] = [];
  const skipped: SkippedFile[] = [];
  for (const found of files) {
    const reason = whyNotRead(found.path);
    if (isMetadataTable(found)) tables.push(found);
    else if (reason === '') readable.push(found);
    else skipped.push({ path: found.path, reason, kind: 'skipped' });
  }
  return { readable, tables, skipped };
}

/** One file that was named and cannot be read is a failure, not a corpus of no documents. */
function refuseUnreadableFile(
  { root, name }: WorkerStart,
  files: readonly FoundFile[],
  documents: number,
  skipped: readonly SkippedFile[],
): void {
  const [only] = files;
  const [why] = skipped;
  if (documents > 0 || only?.file !== root || !why) return;
  throw new ExpectedFailure('unreadable', `The file cannot be opened: ${why.reason}`, { where: name });
}

/** `resources/abbreviations/<language>.txt`, by language. */
function abbreviationLists(resources: string): Readonly<Record<Language, string>> {
  const folder = join(resources, 'abbreviations');
  const lists = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  return Object.fromEntries(lists.map((name) => [basename(name, '.txt'), readFileSync(join(folder, name), 'utf8')]));
}
