/**
 * Which files each of two threads reads. Whoever is free takes the next share; shares grow smaller towards the end, so
 * that both end together. Shares are long runs of files at first, because what stands together is joined in one go.
 */
import type { FreshFile } from './segment.ts';

/** Bytes below which a share is not worth a further one. */
const smallestShare = 1 << 17;
/** A share is that part of what is left. */
const sharesLeft = 5;

/** End (exclusive) of each share in `files`. */
export function planShares(files: readonly Pick<FreshFile, 'stamp'>[]): Uint32Array<SharedArrayBuffer> {
  let left = files.reduce((sum, file) => sum + sizeOf(file), 0);
  const ends: number[] = [];
  let size = 0;
  for (const [at, file] of files.entries()) {
    size += sizeOf(file);
    if (size < Math.max(smallestShare, left / sharesLeft) && at < files.length - 1) continue;
    ends.push(at + 1);
    left -= size;
    size = 0;
  }
  const shared = new Uint32Array(new SharedArrayBuffer(4 * ends.length));
  shared.set(ends);
  return shared;
}

const sizeOf = ({ stamp }: Pick<FreshFile, 'stamp'>): number => stamp?.size ?? 0;

/** What the threads have in common. */
export interface SharedWork {
  readonly ends: Uint32Array<SharedArrayBuffer>;
  /** How many shares were taken, and how many files the second thread has read. */
  readonly taken: Int32Array<SharedArrayBuffer>;
}

export function sharedWork(files: readonly Pick<FreshFile, 'stamp'>[]): SharedWork {
  return { ends: planShares(files), taken: new Int32Array(new SharedArrayBuffer(8)) };
}

/** The files of one share after another, as long as there is one that nobody has taken. */
export function* takenFiles(
  files: readonly FreshFile[],
  { ends, taken }: SharedWork,
): Generator<FreshFile, void, undefined> {
  for (;;) {
    const share = Atomics.add(taken, 0, 1);
    if (share >= ends.length) return;
    for (let at = share === 0 ? 0 : ends[share - 1]!; at < ends[share]!; at++) yield files[at]!;
  }
}

/** Counted by the second thread, shown by the first. */
export function countRead({ taken }: SharedWork): void {
  Atomics.add(taken, 1, 1);
}

export function readBySecond({ taken }: SharedWork): number {
  return Atomics.load(taken, 1);
}
