/** Long work in slices, so that no request waits for more than one of them and the word to stop is heard in between. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Slices } from '../corpus/query/slices.ts';
import { ExpectedFailure } from '../shared/failure.ts';

/** Milliseconds of one slice: a request that comes in meanwhile is answered as if at once. */
const sliceLength = 12;

/** Ends work that nobody waits for any more. @throws ExpectedFailure `cancelled` */
export function goOn(signal: AbortSignal): void {
  if (signal.aborted) throw new ExpectedFailure('cancelled', 'Stopped.');
}

/**
 * Calls `work`, a few milliseconds each time, until it says that there is no more.
 * @throws ExpectedFailure `cancelled` when the signal says so between two slices
 */
export async function inSlices(work: () => boolean, signal?: AbortSignal): Promise<void> {
  for (let started = performance.now(); work();) {
    if (performance.now() - started < sliceLength) continue;
    await nextTurn();
    if (signal) goOn(signal);
    started = performance.now();
  }
}

/** What work that can be laid aside makes in the end. @throws what `inSlices` and the work throw */
export async function madeInSlices<Made>(work: Slices<Made>, signal: AbortSignal): Promise<Made> {
  let step = work.next();
  await inSlices(() => {
    if (!step.done) step = work.next();
    return !step.done;
  }, signal);
  // When `inSlices` comes back the work is done.
  return step.value!;
}
