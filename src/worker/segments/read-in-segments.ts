/** Reads files into one segment, or into two by two threads. */
import { setTimeout as nextLook } from 'node:timers/promises';
import { sentenceRules } from '../../corpus/text/sentences.ts';
import { ExpectedFailure } from '../../shared/failure.ts';
import { abbreviationLists } from './abbreviation-lists.ts';
import type { FolderPlan } from './make-folder.ts';
import { readFiles } from './read-files.ts';
import { SecondThread } from './second-thread.ts';
import type { FreshFile, Segment } from './segment.ts';
import { SegmentBuilder } from './segment.ts';
import { readBySecond, sharedWork, takenFiles } from './shares.ts';
import type { SpillFiles } from './spill.ts';

/** Either is there, unless there was nothing to read. */
export interface ReadSegments {
  /** Holds all files in their order. */
  readonly whole?: SegmentBuilder;
  /** Hold all files between them. */
  readonly segments?: readonly Segment[];
}

/**
 * `spills` are places to put what grows with the text, one for each thread; it stays in memory without.
 * @throws ExpectedFailure `cancelled` when the signal says so; the file system's error when nothing can be put there
 */
export async function readInSegments(
  plan: FolderPlan,
  fresh: readonly FreshFile[],
  threads: 1 | 2,
  spills?: readonly [SpillFiles, SpillFiles],
): Promise<ReadSegments> {
  const { planned, reading, said, signal, progress } = plan;
  const work = sharedWork(fresh);
  const second = threads === 2 && work.ends.length > 1 ? startSecond(plan, fresh, work, spills?.[1]) : undefined;
  try {
    const first = newSegment(plan, spills?.[0]);
    const taken = new Set<FreshFile>();
    let last = fresh[0]!.path;
    const tell = (): void => {
      stopWhenAborted(signal);
      progress(planned.length - fresh.length + taken.size + readBySecond(work), last);
    };
    const read = (segment: SegmentBuilder, files: Iterable<FreshFile>): Promise<void> =>
      readFiles(files, segment, reading, said, (file) => {
        taken.add(file);
        last = file.path;
        tell();
      });
    await read(first, takenFiles(fresh, work));
    // A thread that came too late to read anything is not waited for.
    if (!second || taken.size === fresh.length) return { whole: first };
    // While the other one does the same.
    const own = first.finish();
    const other = await waitFor(second.segment, tell);
    if (other) return { segments: [own, other] };
    // It was lost, and what it had read with it. Its places can be written over.
    await second.close();
    const rest = newSegment(plan, spills?.[1]);
    const left = fresh.filter((file) => !taken.has(file));
    await read(rest, left);
    return { segments: [own, rest.finish()] };
  } finally {
    await second?.close();
  }
}

function newSegment({ start, said }: FolderPlan, spill: SpillFiles | undefined): SegmentBuilder {
  const rules = sentenceRules(abbreviationLists(start.resources));
  return new SegmentBuilder(rules, said, spill);
}

function startSecond(
  { start, metadata, record, bounds }: FolderPlan,
  files: readonly FreshFile[],
  work: ReturnType<typeof sharedWork>,
  spill: SpillFiles | undefined,
): SecondThread {
  const { resources, readerUrl, reading } = start;
  const tables = metadata.fields;
  return new SecondThread({ files, work, resources, readerUrl, tables, record, reading, spill }, bounds?.entry);
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

/** @throws ExpectedFailure `cancelled` */
export function stopWhenAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new ExpectedFailure('cancelled', 'Stopped.');
}
