/** A folder opened as the worker opens it, without its thread. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CorpusId, FolderId } from '../../src/shared/model.ts';
import type { WorkerStart } from '../../src/shared/worker-messages.ts';
import { openFolder } from '../../src/worker/open.ts';
import type { OpenedFolder } from '../../src/worker/open.ts';
import { fingerprintOf, snapshotPath } from '../../src/worker/snapshot/corpus-snapshot.ts';
import { NotYetRead } from '../../src/worker/snapshot/not-yet-read.ts';
import { SnapshotKeeper } from '../../src/worker/snapshot/snapshot-keeper.ts';
import type { TaskInput } from './task.ts';

const project = join(import.meta.dirname, '../..');
const resources = join(project, 'resources');
export const entry = pathToFileURL(join(project, 'src/worker/main.ts')).href;

export interface OpenedCorpus {
  readonly folder: OpenedFolder;
  readonly keeper: SnapshotKeeper;
}

export function startOf({ folder, scratch }: TaskInput): WorkerStart {
  const cache = join(scratch, 'cache');
  mkdirSync(cache, { recursive: true });
  return {
    parts: [],
    root: folder,
    resources,
    version: '0.0.0',
    readerUrl: pathToFileURL(join(project, 'src/worker/formats/reader-process.ts')).href,
    record: join(scratch, 'record.json'),
    project: join(folder, '..', 'nothing-tagged.lectern'),
    reading: {},
    cache,
    watch: false,
    corpus: 'c-bench' as CorpusId,
    folder: 'f-bench' as FolderId,
    name: 'bench',
    passages: false,
    hidesOthers: false,
  };
}

/** Read with its snapshot where there is one. Nothing is written: that is `keep`. */
export async function openCorpusFolder(input: TaskInput, threads: 'one thread' | 'as shipped'): Promise<OpenedCorpus> {
  const start = startOf(input);
  const cache = start.cache!;
  const file = snapshotPath({ cache, root: start.root, reading: {} });
  const keeper = new SnapshotKeeper(file, fingerprintOf({ entry, resources, root: start.root }), () => undefined);
  const known = keeper.find();
  const one = threads === 'one thread' ? { bounds: { secondThread: Infinity } } : {};
  return { folder: await openFolder(start, { report: () => undefined, known, keeper, ...one }), keeper };
}

/** Writes the snapshot; back when it is on disk. */
export async function keep({ folder, keeper }: OpenedCorpus): Promise<void> {
  keeper.keep(folder);
  await keeper.settled();
  if (keeper.problem) throw new Error(keeper.problem);
}

/** Asks until nothing more has to be read from the snapshot, as the worker does. */
export async function answered<Answer>(ask: () => Answer): Promise<Answer> {
  for (;;) {
    try {
      return ask();
    } catch (error) {
      if (!(error instanceof NotYetRead)) throw error;
      await error.read();
    }
  }
}
