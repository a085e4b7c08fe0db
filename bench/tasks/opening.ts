/**
 * A folder opened for the first time: found, read, decoded, indexed, and its snapshot written. Once a process, since what is
 * measured beside time is the most memory that was held.
 */
import type { Measurement } from '../measure.ts';
import { peakBytes, stopwatch } from '../measure.ts';
import { keep, openCorpusFolder } from './folder.ts';
import type { Task } from './task.ts';

function opening(threads: 'one thread' | 'as shipped'): Task {
  return async (input) => {
    const stop = stopwatch();
    const corpus = await openCorpusFolder(input, threads);
    const read = stop();
    await keep(corpus);
    const whole = stop();
    const { tokenCount: tokens } = corpus.folder.index;
    const peak = { 'peak memory': peakBytes() };
    const disk = { 'on disk': corpus.keeper.bytes };
    await corpus.keeper.close();
    const of = (key: string, task: string, { wall, cpu }: typeof whole, bytes: Record<string, number>): Measurement => {
      return { key: `${key} ${threads}`, task, by: 'Lectern', times: { wall: [wall], cpu: [cpu] }, tokens, bytes };
    };
    return {
      measurements: [
        of('open', `open a folder until it can be asked, ${threads}`, read, {}),
        of('keep', `the same until its snapshot is on disk, ${threads}`, whole, { ...peak, ...disk }),
      ],
    };
  };
}

export const openingOnOneThread = opening('one thread');
export const openingAsShipped = opening('as shipped');
