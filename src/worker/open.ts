/**
 * Opens a folder: walk, read, index. One found file goes through one stage and comes out as its documents or as the
 * reason why there are none; everything after it only knows documents. What is known of the folder from before, and has
 * not changed, is taken over instead. Cancelling a first opening ends the thread (see docs/decisions), and progress
 * reaches the main side by messages, which are delivered while this runs.
 */
import type { SkippedFile } from '../shared/answers.ts';
import { ExpectedFailure } from '../shared/failure.ts';
import type { JobStage, ProgressReport, WorkerStart } from '../shared/worker-messages.ts';
import { checkReading } from './check-reading.ts';
import { Corrections } from './corrections.ts';
import { readFolderMetadata } from './document-metadata.ts';
import { readRecord } from './folder-record.ts';
import { FolderSaid } from './folder-said.ts';
import { Reading } from './formats/reading.ts';
import { findFiles } from './found-files.ts';
import type { KnownFolder } from './known-files.ts';
import { KnownFiles, readingKey, stampOf } from './known-files.ts';
import type { FileStamp } from './read.ts';
import type { FolderKeeper } from './segments/spilled-folder.ts';
import type { MadeOfFiles, PlannedFile, ReadingBounds } from './segments/make-folder.ts';
import { makeFolder } from './segments/make-folder.ts';
import { Throttle } from './throttle.ts';
import { byPath } from './walk.ts';

/** Documents are in the order of their files' paths, and within a file in its own order. */
export interface OpenedFolder extends MadeOfFiles {
  /** Metadata tables, as they were when they were read. */
  readonly tables: readonly { readonly path: string; readonly stamp: FileStamp | undefined }[];
  /** Files without documents, then remarks on files that have some; both by path. */
  readonly skipped: readonly SkippedFile[];
  /** Bytes of the files that there are documents of. */
  readonly bytes: number;
}

export type ReportProgress = (report: ProgressReport) => void;

/** Twenty a second is smooth for a bar and nothing for the message port. */
const progressInterval = 50;
export interface OpenOptions {
  readonly report: ReportProgress;
  /** What is known of the folder from before. */
  readonly known?: KnownFolder | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Files that took too long are tried again. */
  readonly retrying?: boolean;
  /** Who writes a folder down that is too large to be held in memory while it is made. */
  readonly keeper?: FolderKeeper | undefined;
  /** For tests, which have no large folders. */
  readonly bounds?: ReadingBounds;
}

/**
 * @throws ExpectedFailure when the folder, or the one file given, cannot be read; `cancelled` when the signal says so
 */
export async function openFolder(start: WorkerStart, options: OpenOptions): Promise<OpenedFolder> {
  const reading = new Reading({ processUrl: new URL(start.readerUrl) });
  try {
    return await openWith(reading, start, options);
  } finally {
    reading.dispose();
  }
}

async function openWith(reading: Reading, start: WorkerStart, options: OpenOptions): Promise<OpenedFolder> {
  const { report, known, signal, keeper, bounds } = options;
  const throttle = new Throttle(progressInterval);
  const progress = (stage: JobStage, done: number, total: number, what: string): void => {
    if (throttle.due()) report({ stage, done, total, what });
  };
  checkReading(start.reading);
  const found = findFiles(start, (files, folder) => {
    progress('walking', files, 0, folder || start.name);
  });
  const tables = found.tables.map(({ path, file }) => ({ path, stamp: stampOf(file) }));
  const metadata = await readFolderMetadata(found.tables, new Set(found.readable.map(({ path }) => path)));
  const record = readRecord(start.record);
  const said = new FolderSaid(metadata, new Corrections(record, start.reading));
  const skipped = [...found.skipped];
  const knownFiles = new KnownFiles(known, options.retrying);
  const planned = found.readable.map((file): PlannedFile => {
    const key = readingKey(said.partsOf(file.path));
    const stamp = stampOf(file.file);
    return { ...file, key, stamp, known: knownFiles.find(file.path, key, stamp) };
  });
  const unchanged = known && planned.length === knownFiles.size && planned.every((file) => file.known);
  const made = unchanged
    ? { ...known, reused: known.documents.length }
    : await makeFolder({
        ...{ start, planned, known, reading, said, metadata, record, signal, keeper, bounds },
        progress: (done, path) => {
          progress('reading', done, planned.length, path);
        },
        joining: () => {
          // Joining may take long, and a thread that is ended meanwhile would not see it off. Where the disk fills up in
          // the middle of it, all is read once more.
          reading.rest();
          report({ stage: 'indexing', done: 0, total: 1, what: start.name });
        },
      });
  if (!unchanged) report({ stage: 'indexing', done: 1, total: 1, what: start.name });

  skipped.push(...made.files.flatMap(({ path, reason }) => (reason ? { path, reason, kind: 'skipped' as const } : [])));
  if (found.single) refuseUnreadableFile(start, made.documents.length, skipped);
  const notes = made.files.flatMap(({ path, notes }) =>
    notes.map((reason) => ({ path, reason, kind: 'note' as const })),
  );
  const bytes = made.files.reduce((sum, { documents, size }) => sum + (documents > 0 ? size : 0), 0);
  const remarks = [...metadata.complaints, ...notes].sort(byPath);
  return { ...made, tables, skipped: [...skipped.sort(byPath), ...remarks], bytes };
}

/** One file that was named and cannot be read is a failure, not a corpus of no documents. */
function refuseUnreadableFile({ name }: WorkerStart, documents: number, skipped: readonly SkippedFile[]): void {
  const [why] = skipped;
  if (documents > 0 || !why) return;
  throw new ExpectedFailure('unreadable', `The file cannot be opened: ${why.reason}`, { where: name });
}
