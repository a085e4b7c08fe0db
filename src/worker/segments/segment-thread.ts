/**
 * Entry of the second thread that reads a large folder: it takes shares of the files as long as there are some, makes a
 * segment of them, sends it, and ends.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { sentenceRules } from '../../corpus/text/sentences.ts';
import type { ReadingChange } from '../../shared/answers.ts';
import { Corrections } from '../corrections.ts';
import { folderMetadata } from '../document-metadata.ts';
import type { FolderRecord } from '../folder-record.ts';
import { FolderSaid } from '../folder-said.ts';
import { Reading } from '../formats/reading.ts';
import type { MetadataFields } from '../metadata.ts';
import { endAll } from '../thread-end.ts';
import { abbreviationLists } from './abbreviation-lists.ts';
import { readFiles } from './read-files.ts';
import type { FreshFile } from './segment.ts';
import { buffersOf, SegmentBuilder } from './segment.ts';
import type { SharedWork } from './shares.ts';
import type { SpillFiles } from './spill.ts';
import { countRead, takenFiles } from './shares.ts';

/** `workerData` of the thread. */
export interface SegmentWork {
  readonly files: readonly FreshFile[];
  readonly work: SharedWork;
  readonly resources: string;
  readonly readerUrl: string;
  /** What the metadata tables say, and the user: see `FolderSaid`. */
  readonly tables: ReadonlyMap<string, MetadataFields>;
  readonly record: FolderRecord;
  readonly reading: ReadingChange;
  /** Where what grows with the text is put. */
  readonly spill: SpillFiles | undefined;
}

async function makeSegment(given: SegmentWork) {
  const { files, work, resources, readerUrl, tables, record, reading: change, spill } = given;
  const metadata = folderMetadata(tables, new Set(files.map(({ path }) => path)), []);
  const said = new FolderSaid(metadata, new Corrections(record, change));
  const rules = sentenceRules(abbreviationLists(resources));
  const segment = new SegmentBuilder(rules, said, spill);
  const reading = new Reading({ processUrl: new URL(readerUrl) });
  try {
    await readFiles(takenFiles(files, work), segment, reading, said, () => {
      countRead(work);
    });
  } finally {
    reading.dispose();
  }
  return segment.finishToSend();
}

if (!parentPort) throw new Error('This file is the entry of a worker thread: the corpus worker starts it.');
// All that is ever said to it is to end.
parentPort.once('message', () => {
  void endAll().then(() => process.exit());
});
// Waiting for that word keeps no thread alive.
parentPort.unref();
const segment = await makeSegment(workerData as SegmentWork);
parentPort.postMessage(segment, buffersOf(segment));
