/**
 * Makes a folder out of its planned files: reads those that are not known, with a second thread where there is much to
 * read, and joins what came of them with what was known.
 */
import { availableParallelism } from 'node:os';
import { setTimeout as nextLook } from 'node:timers/promises';
import { IndexBuilder } from '../../corpus/index/build.ts';
import { sentenceRules } from '../../corpus/text/sentences.ts';
import { ExpectedFailure } from '../../shared/failure.ts';
import type { WorkerStart } from '../../shared/worker-messages.ts';
import type { FolderMetadata } from '../document-metadata.ts';
import type { FolderRecord } from '../folder-record.ts';
import type { FolderSaid } from '../folder-said.ts';
import type { Reading } from '../formats/reading.ts';
import type { KnownFile, KnownFolder } from '../known-files.ts';
import { loadLanguageDetector } from '../language.ts';
import { abbreviationLists } from './abbreviation-lists.ts';
import type { MadeOfFiles } from './join-folder.ts';
import { joinFolder } from './join-folder.ts';
import { readFiles } from './read-files.ts';
import { SecondThread } from './second-thread.ts';
import type { FreshFile, Segment } from './segment.ts';
import { SegmentBuilder } from './segment.ts';
import { readBySecond, sharedWork, takenFiles } from './shares.ts';

/** A found file before it is read. */
export interface PlannedFile extends Omit<FreshFile, 'at'> {
  readonly known: KnownFile | undefined;
}

export interface FolderPlan {
  readonly start: WorkerStart;
  readonly planned: readonly PlannedFile[];
  readonly known: KnownFolder | undefined;
  readonly reading: Reading;
  readonly said: FolderSaid;
  /** What `said` was made of, for the other thread. */
  readonly metadata: FolderMetadata;
  readonly record: FolderRecord;
  /** Told of every file, with the number of those that are done. */
  readonly progress: (done: number, path: string) => void;
  /** Told when all is read and what is left is to join it. */
  readonly joining: () => void;
  readonly signal: AbortSignal | undefined;
  readonly secondThread: SecondThreadOptions | undefined;
}

export interface SecondThreadOptions {
  /** Bytes to read from which a second thread pays. */
  readonly from?: number;
  readonly entry?: URL;
}

/** Starting a thread, loading its language detector and joining what it made take as long as reading some megabytes. */
const worthwhile = 20_000_000;

/** @throws ExpectedFailure `cancelled` when the signal says so */
export async function makeFolder(plan: FolderPlan): Promise<MadeOfFiles> {
  const { planned, known, joining } = plan;
  const fresh = planned.flatMap(({ known: file, ...found }, at): FreshFile[] => (file ? [] : [{ ...found, at }]));
  // The language detector is not loaded when all that changed is that files are gone.
  if (fresh.length === 0) {
    joining();
    return joinFolder(planned, known, []);
  }
  const work = sharedWork(fresh);
  const second = startSecond(plan, fresh, work);
  try {
    const first = await newSegment(plan);
    const taken = new Set<FreshFile>();
    let last = fresh[0]!.path;
    const said = (): void => {
      stopWhenAborted(plan.signal);
      plan.progress(planned.length - fresh.length + taken.size + readBySecond(work), last);
    };
    const read = (files: Iterable<FreshFile>): Promise<void> =>
      readFiles(files, first, plan.reading, plan.said, (file) => {
        taken.add(file);
        last = file.path;
        said();
      });
    await read(takenFiles(fresh, work));
    // A thread that came too late to read anything is not waited for.
    const other = second && taken.size < fresh.length ? await waitFor(second.segment, said) : undefined;
    const alone = taken.size === fresh.length;
    // The other one is lost, and what it had read with it.
    if (!alone && !other) await read(fresh.filter((file) => !taken.has(file)));
    joining();
    if (alone && fresh.length === planned.length) return { ...first.finishFolder(), reused: 0 };
    const segments: Segment[] = [first.finish()];
    return joinFolder(planned, known, other ? [...segments, other] : segments);
  } finally {
    await second?.close();
  }
}

async function newSegment({ start, said }: FolderPlan): Promise<SegmentBuilder> {
  const index = new IndexBuilder(sentenceRules(abbreviationLists(start.resources)));
  return new SegmentBuilder(index, said, await loadLanguageDetector());
}

function startSecond(
  { start, metadata, record, secondThread: { from = worthwhile, entry } = {} }: FolderPlan,
  files: readonly FreshFile[],
  work: ReturnType<typeof sharedWork>,
): SecondThread | undefined {
  const bytes = files.reduce((sum, { stamp }) => sum + (stamp?.size ?? 0), 0);
  if (bytes < from || work.ends.length < 2 || availableParallelism() < 2) return undefined;
  const { resources, readerUrl, reading } = start;
  return new SecondThread({ files, work, resources, readerUrl, tables: metadata.fields, record, reading }, entry);
}

/** Milliseconds between two looks at how far the other thread is, and whether anyone still waits. */
const lookInterval = 50;

/** Waits, and looks around meanwhile; what `look` throws ends the waiting. */
async function waitFor<Result>(awaited: Promise<Result>, look: () => void): Promise<Result> {
  const none = Symbol();
  for (;;) {
    const timer = new AbortController();
    const pause = nextLook(lookInterval, none, { signal: timer.signal }).catch(() => none);
    const first = await Promise.race([awaited, pause]);
    timer.abort();
    if (first !== none) return first as Result;
    look();
  }
}

function stopWhenAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new ExpectedFailure('cancelled', 'Stopped.');
}
