/** Times and memory, measured alike for everything. */
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
  /** Milliseconds of processor time, all threads of the process together. Much less than `wall` = the machine was busy. */
  readonly cpu: readonly number[];
}

/** One thing that was measured. */
export interface Measurement {
  /** The same for the same thing done by somebody else: ratios are made of these. */
  readonly key: string;
  readonly task: string;
  readonly by: string;
  readonly times: Times;
  /** What the task gave: hits and lines. */
  readonly gave?: string;
  /** What is known beside the time, in bytes. */
  readonly bytes?: Readonly<Record<string, number>>;
  /** For rates: tokens that were gone through. */
  readonly tokens?: number;
}

/** A clock that was started. */
export function stopwatch(): () => { wall: number; cpu: number } {
  const used = process.cpuUsage();
  const start = performance.now();
  return () => {
    const wall = performance.now() - start;
    const { user, system } = process.cpuUsage(used);
    return { wall, cpu: (user + system) / 1000 };
  };
}

/** What takes less than this, all runs together, is run again: a question of a tenth of a millisecond is asked by code that is not yet compiled. */
const shortTime = 250;
const mostTimes = 5;

/**
 * `runs` runs, one after another; up to five times as many when they take no time. No collection is forced between them: it
 * would also throw away compiled code that no living object holds, and measure the compiler.
 */
export function timed(runs: number, task: () => void): Times {
  const wall: number[] = [];
  const cpu: number[] = [];
  const began = performance.now();
  for (let run = 0; run < runs || (run < runs * mostTimes && performance.now() - began < shortTime); run++) {
    const stop = stopwatch();
    task();
    const time = stop();
    wall.push(time.wall);
    cpu.push(time.cpu);
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

/** The most memory that this process held at once, all of it. */
export function peakBytes(): number {
  return process.resourceUsage().maxRSS * 1024;
}

function heldBytes(): number {
  // Twice: the first collection may leave what only finalisers held.
  collectGarbage();
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
