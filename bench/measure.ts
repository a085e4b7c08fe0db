/**
 * Times and memory, measured alike for everything.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

export interface Times {
  /** Milliseconds of each run, as a clock on the wall sees them. */
  readonly wall: readonly number[];
  /** Milliseconds of processor time, the threads of the garbage collector included. Much less than `wall` = the machine was busy. */
  readonly cpu: readonly number[];
}

/**
 * `runs` runs, one after another. No collection is forced between them: it would also throw away compiled code that no
 * living object holds, and measure the compiler.
 */
export function timed(runs: number, task: () => void): Times {
  const wall: number[] = [];
  const cpu: number[] = [];
  for (let run = 0; run < runs; run++) {
    const used = process.cpuUsage();
    const start = performance.now();
    task();
    wall.push(performance.now() - start);
    const { user, system } = process.cpuUsage(used);
    cpu.push((user + system) / 1000);
  }
  return { wall, cpu };
}

/** Bytes of all typed arrays and strings in it. A string takes one byte a unit when all its units are below 256, else two. */
export function bytesOf(held: unknown): number {
  if (ArrayBuffer.isView(held)) return held.byteLength;
  if (typeof held === 'string') return held.length * (/^[\0-\xff]*$/.test(held) ? 1 : 2);
  if (typeof held !== 'object' || held === null) return 0;
  return Object.values(held).reduce((sum: number, part: unknown) => sum + bytesOf(part), 0);
}

/** What `make` makes, with the bytes it holds: the growth of heap and array buffers across making it. */
export function weighed<Thing>(make: () => Thing): { thing: Thing; bytes: number } {
  const before = heldBytes();
  const thing = make();
  return { thing, bytes: heldBytes() - before };
}

function heldBytes(): number {
  // Twice: the first collection may leave what only finalisers held.
  collectGarbage();
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
