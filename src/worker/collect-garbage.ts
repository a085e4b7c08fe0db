/**
 * Memory given back before the next step takes as much again. The arrays of a large folder lie outside the heap of their thread,
 * where the collector sees small objects: left to itself it lets a hundred megabytes of them lie until it is over.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

let collect: (() => void) | undefined;

/** Takes some thirty milliseconds: for steps that take seconds. */
export function collectGarbage(): void {
  if (!collect) {
    // The one way to it that needs no word on the command line; nothing else in the thread sees it.
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as () => void;
  }
  collect();
}
