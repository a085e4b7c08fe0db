/**
 * Opens a folder: walk, read, index. It is one synchronous run over the files, because nothing else has to happen in
 * this thread meanwhile: cancelling ends the thread (see docs/decisions), and progress reaches the main side by
 * messages, which are delivered while this runs.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { CorpusIndex } from '../corpus/index/corpus-index.ts';
import { IndexBuilder } from '../corpus/index/build.ts';
import { sentenceRules } from '../corpus/text/sentences.ts';
import type { DocumentSummary, SkippedFile } from '../shared/contract.ts';
import { ExpectedFailure } from '../shared/failure.ts';
import type { DocId, Language } from '../shared/model.ts';
import type { JobStage, ProgressReport, WorkerStart } from '../shared/worker-messages.ts';
import { isMetadataTable, readFolderMetadata } from './document-metadata.ts';
import type { LanguageDetector } from './language.ts';
import { languageFromMetadata, loadLanguageDetector } from './language.ts';
import type { MetadataFields } from './metadata.ts';
import { wellKnown } from './metadata.ts';
import type { DocumentText } from './read.ts';
import { readDocument, whyNotRead } from './read.ts';
import { TextStore } from './text-store.ts';
import { Throttle } from './throttle.ts';
import type { FoundFile } from './walk.ts';
import { byPath, walk } from './walk.ts';

export interface OpenedFolder {
  readonly index: CorpusIndex;
  readonly texts: TextStore;
  /** By document id, which is the order of paths. */
  readonly documents: readonly DocumentSummary[];
  readonly skipped: readonly SkippedFile[];
  /** Bytes of the files read. */
  readonly bytes: number;
}

export type ReportProgress = (report: ProgressReport) => void;

/** Twenty a second is smooth for a bar and nothing for the message port. */
const progressInterval = 50;

/** @throws ExpectedFailure when the folder, or the one file given, cannot be read */
export async function openFolder(start: WorkerStart, report: ReportProgress): Promise<OpenedFolder> {
  const throttle = new Throttle(progressInterval);
  const progress = (stage: JobStage, done: number, total: number, what: string): void => {
    if (throttle.due()) report({ stage, done, total, what });
  };
  const walked = walk(start.root, (files, folder) => {
    progress('walking', files, 0, folder || start.name);
  });
  const sorted = sortOut(walked.files);
  const metadata = readFolderMetadata(sorted.tables, new Set(sorted.readable.map(({ path }) => path)));
  const skipped = [...walked.skipped, ...sorted.skipped, ...metadata.complaints];

  const detect = await loadLanguageDetector();
  const builder = new IndexBuilder(sentenceRules(abbreviationLists(start.resources)));
  const texts = new TextStore();
  const documents: DocumentSummary[] = [];
  let bytes = 0;
  for (const [at, found] of sorted.readable.entries()) {
    progress('reading', at, sorted.readable.length, found.path);
    const read = readDocument(found);
    if (!read.ok) {
      skipped.push({ path: found.path, reason: read.reason });
      continue;
    }
    const described = describe(found, read, metadata.fieldsOf.get(found.path) ?? {}, detect);
    const counts = builder.addDocument({ text: read.text, language: described.language });
    texts.add(read.text);
    bytes += read.bytes;
    documents.push({ doc: documents.length as DocId, ...described, ...counts });
  }
  refuseUnreadableFile(start, walked.files, documents.length, skipped);
  report({ stage: 'indexing', done: 0, total: 1, what: start.name });
  const index = builder.finish();
  report({ stage: 'indexing', done: 1, total: 1, what: start.name });
  return { index, texts, documents, skipped: skipped.sort(byPath), bytes };
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
    else skipped.push({ path: found.path, reason });
  }
  return { readable, tables, skipped };
}

type Described = Pick<
  DocumentSummary,
  'path' | 'title' | 'format' | 'language' | 'languageConfidence' | 'encoding' | 'modified' | 'metadata'
>;

function describe(
  { path }: FoundFile,
  read: DocumentText,
  fields: MetadataFields,
  detect: LanguageDetector,
): Described {
  const given = languageFromMetadata(wellKnown(fields, 'language') ?? '');
  const { language, confidence } = given === undefined ? detect(read.text) : { language: given, confidence: 1 };
  return {
    path,
    title: wellKnown(fields, 'title') ?? read.title ?? basename(path, extname(path)),
    format: read.format,
    language,
    languageConfidence: confidence,
    encoding: read.encoding,
    modified: read.modified,
    metadata: fields,
  };
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
