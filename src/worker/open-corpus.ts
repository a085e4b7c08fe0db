/** Opens the corpus of this thread: from its snapshot as far as that holds, and from the folder. */
import type { CorpusSummary } from '../shared/answers.ts';
import type { ProjectChange } from '../shared/tagging.ts';
import type { WorkerStart } from '../shared/worker-messages.ts';
import { Corpus } from './corpus.ts';
import { identityOf } from './found-files.ts';
import type { KnownFolder } from './known-files.ts';
import type { ReportProgress } from './open.ts';
import { openFolder } from './open.ts';
import { fingerprintOf, snapshotPath } from './snapshot/corpus-snapshot.ts';
import { DamagedSnapshot } from './snapshot/snapshot-file.ts';
import { SnapshotKeeper } from './snapshot/snapshot-keeper.ts';

export interface OpenCorpusOptions {
  /** Address of the worker's entry: what a snapshot is made by. */
  readonly entry: string;
  readonly report: ReportProgress;
  /** Told when the summary is no longer what it was. */
  readonly changed: (summary: CorpusSummary) => void;
  /** Told of every change of the project. */
  readonly projectChanged?: (change: ProjectChange) => void;
}

/** @throws ExpectedFailure when the folder, or the one file given, cannot be read */
export async function openCorpus(start: WorkerStart, options: OpenCorpusOptions): Promise<Corpus> {
  const started = performance.now();
  const { entry, report, changed, projectChanged = () => undefined } = options;
  const { cache, reading, resources } = start;
  const root = identityOf(start);
  // It has nothing to tell before it is given something to keep, below.
  const told = (): void => {
    changed(corpus.summary());
  };
  const keeper =
    cache === undefined
      ? undefined
      : new SnapshotKeeper(snapshotPath({ cache, root, reading }), fingerprintOf({ entry, resources, root }), told);
  const make = async (known?: KnownFolder): Promise<Corpus> => {
    const opened = await openFolder(start, { report, known, keeper });
    return new Corpus(start, opened, performance.now() - started, { changed, projectChanged }, keeper);
  };
  const corpus = await make(keeper?.find()).catch(async (error: unknown) => {
    if (!(error instanceof DamagedSnapshot)) throw error;
    await keeper?.drop(error);
    return make();
  });
  keeper?.keep(corpus.opened);
  return corpus;
}
