/** What a thread that makes one thing and then ends has to say. */
import type { MessagePort } from 'node:worker_threads';

export type FromThread<Made> =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'made'; readonly made: Made };

/** Milliseconds between two words of progress. */
const pause = 100;

/** Goes through all steps of some work, and tells of them now and then. */
export function made<Made>(
  steps: Generator<{ readonly done: number; readonly total: number }, Made, unknown>,
  port: MessagePort,
): Made {
  let said = 0;
  let step = steps.next();
  for (; !step.done; step = steps.next()) {
    const now = performance.now();
    if (now - said < pause) continue;
    said = now;
    const { done, total } = step.value;
    port.postMessage({ kind: 'progress', done, total } satisfies FromThread<Made>);
  }
  return step.value;
}
