/** The positional index made of texts that are in memory: without reading files, without a snapshot, on one thread. */
import type { PositionalIndex } from '../../src/corpus/index/positional.ts';
import { bytesOf, peakBytes, stopwatch } from '../measure.ts';
import { buildIndex } from './built-index.ts';
import type { Task } from './task.ts';

export const indexing: Task = (input) => {
  const wall: number[] = [];
  const cpu: number[] = [];
  let index: PositionalIndex | undefined;
  for (let run = 0; run < input.runs; run++) {
    let readWall = 0;
    let readCpu = 0;
    const whole = stopwatch();
    index = buildIndex(input, (read) => {
      const stop = stopwatch();
      const text = read();
      const time = stop();
      readWall += time.wall;
      readCpu += time.cpu;
      return text;
    });
    const time = whole();
    wall.push(time.wall - readWall);
    // The clock of the processor is coarse: many short readings may add up to more than there was.
    cpu.push(Math.max(0, time.cpu - readCpu));
  }
  const { tokenCount: tokens, parts } = index!;
  return {
    measurements: [
      {
        key: 'index',
        task: 'index texts in memory, one thread',
        by: 'Lectern',
        times: { wall, cpu },
        tokens,
        bytes: { 'in memory': bytesOf(parts), 'peak memory': peakBytes() },
      },
    ],
  };
};
