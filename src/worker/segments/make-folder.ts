/**
 * Makes a folder out of its planned files: reads those that are not known, with a second thread where there is much to
 * read, and joins what came of them with what was known. Where there is very much to read, or to join, what grows with the
 * text goes to disk while it is read, and from there straight into the snapshot.
 */
import { availableParallelism } from 'node:os';
import { JoinedIndex, joinParts } from '../../corpus/index/join.ts';
import type { WorkerStart } from '../../shared/worker-messages.ts';
import type { FolderMetadata } from '../document-metadata.ts';
import type { FolderRecord } from '../folder-record.ts';
import type { FolderSaid } from '../folder-said.ts';
import type { Reading } from '../formats/reading.ts';
import type { KnownFile, KnownFolder } from '../known-files.ts';
import type { FolderSize } from '../memory.ts';
import { memoryLeft, memoryNeeded, needMemoryForFolder } from '../memory.ts';
import { makeCacheFolder } from '../snapshot/cache-folder.ts';
import { joinFolder } from './join-folder.ts';
import type { ReadSegments } from './read-in-segments.ts';
import { readInSegments, stopWhenAborted } from './read-in-segments.ts';
import type { FreshFile, Segment } from './segment.ts';
import type { FolderKeeper, SpilledFolder } from './spilled-folder.ts';
import { closeSpill, openSpill, postingStore, type SpillFiles } from './spill.ts';

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
  /** Undefined when there is no place to put anything. */
  readonly keeper: FolderKeeper | undefined;
  readonly bounds: ReadingBounds | undefined;
}

/** When to read in which way. */
export interface ReadingBounds {
  /** Bytes to read from which a second thread pays. */
  readonly secondThread?: number;
  /** Its entry. */
  readonly entry?: URL;
  /** Bytes to read from which memory is spared. */
  readonly spill?: number;
  /** Bytes of memory that may be taken. */
  readonly memory?: number;
}

/** Starting a thread, loading its language detector and joining what it made take as long as reading some megabytes. */
const worthwhile = 20_000_000;
/** In memory, the arrays of a folder take some ten times as much as its files while they are joined. */
const muchToHold = 128_000_000;

export interface MadeOfFiles extends KnownFolder {
  /** Documents taken over from what was known before. */
  readonly reused: number;
}

/** @throws ExpectedFailure `unavailable` when memory does not suffice; `cancelled` when the signal says so */
export async function makeFolder(plan: FolderPlan): Promise<MadeOfFiles> {
  const { planned, bounds } = plan;
  const fresh = planned.flatMap(({ known: file, ...found }, at): FreshFile[] => (file ? [] : [{ ...found, at }]));
  const alone = fresh.length === planned.length;
  const fileBytes = fresh.reduce((sum, { stamp }) => sum + (stamp?.size ?? 0), 0);
  const threads = fileBytes < (bounds?.secondThread ?? worthwhile) || availableParallelism() < 2 ? 1 : 2;
  const size = { fileBytes, knownTokens: tokensOf(plan) };
  const left = bounds?.memory ?? memoryLeft();
  if ((alone && fileBytes >= (bounds?.spill ?? muchToHold)) || (!alone && takesMuch(size, left))) {
    needMemoryForFolder({ ...size, onDisk: true }, left);
    const kept = await makeOnDisk(plan, fresh, threads);
    if (kept) return kept;
  }
  if (fresh.length > 0) needMemoryForFolder({ ...size, onDisk: false }, left);
  const read = await readFresh(plan, fresh, threads);
  if (alone && read.whole) return { ...read.whole.finishFolder(), reused: 0 };
  return joined(plan, finished(read));
}

/** Whether joining what is new with what was known would take more than half of the memory that is left. */
function takesMuch(size: Omit<FolderSize, 'onDisk'>, left: number): boolean {
  return memoryNeeded({ ...size, onDisk: false }).terms.reduce((sum, { bytes }) => sum + bytes, 0) > left / 2;
}

/** Nothing where nothing is new: files went, and what was made of the others is taken over. */
async function readFresh(
  plan: FolderPlan,
  fresh: readonly FreshFile[],
  threads: 1 | 2,
  spills?: readonly [SpillFiles, SpillFiles],
): Promise<ReadSegments> {
  const read = fresh.length > 0 ? await readInSegments(plan, fresh, threads, spills) : {};
  plan.joining();
  return read;
}

function finished({ whole, segments = [] }: ReadSegments): readonly Segment[] {
  return whole ? [whole.finish()] : segments;
}

/** Of what is taken over. */
function tokensOf({ planned, known }: FolderPlan): number {
  return planned.some((file) => file.known) ? (known?.index.tokenCount ?? 0) : 0;
}

function joined({ planned, known }: FolderPlan, segments: readonly Segment[]): MadeOfFiles {
  const { runs, ...folder } = joinFolder(planned, known, segments);
  return { ...folder, index: joinParts(runs) };
}

/** Apart, so that the tables which segments are made with are let go before the segments are joined. */
async function readFinished(
  plan: FolderPlan,
  fresh: readonly FreshFile[],
  threads: 1 | 2,
  spills: readonly [SpillFiles, SpillFiles],
): Promise<readonly Segment[]> {
  return finished(await readFresh(plan, fresh, threads, spills));
}

/** Apart for the same reason: their lexicons are of no use once they are merged. */
function spilledFolder(
  { planned, known }: FolderPlan,
  segments: readonly Segment[],
): Omit<SpilledFolder, 'store'> & { readonly reused: number } {
  const { runs, ...folder } = joinFolder(planned, known, segments);
  return { ...folder, index: new JoinedIndex(runs) };
}

/** Undefined when the disk cannot take it. @throws ExpectedFailure `cancelled` */
async function makeOnDisk(
  plan: FolderPlan,
  fresh: readonly FreshFile[],
  threads: 1 | 2,
): Promise<MadeOfFiles | undefined> {
  const { keeper, signal } = plan;
  if (keeper?.file === undefined) return undefined;
  const opened: SpillFiles[] = [];
  try {
    await makeCacheFolder(keeper.file);
    const open = (file: string): SpillFiles => {
      const spill = openSpill(file);
      opened.push(spill);
      return spill;
    };
    const spills = [open(keeper.file), open(keeper.file)] as const;
    const segments = await readFinished(plan, fresh, threads, spills);
    const { reused, ...folder } = spilledFolder(plan, segments);
    const kept = await keeper.keepSpilled({ ...folder, store: postingStore(spills[0]) }, signal);
    return kept && { ...kept, reused };
  } catch (error) {
    stopWhenAborted(signal);
    // Whatever ails the disk, the folder can still be read.
    if (typeof (error as NodeJS.ErrnoException).code !== 'string') throw error;
    return undefined;
  } finally {
    opened.forEach(closeSpill);
  }
}
