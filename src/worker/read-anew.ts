/** Reads the folder of an open corpus again: what has not changed is taken over. */
import type { Corpus } from './corpus.ts';
import type { Call } from './handlers.ts';
import { openFolder } from './open.ts';

/** One after another: each takes over what the one before it read. There is one corpus in a thread. */
let turn: Promise<unknown> = Promise.resolve();

export function readAnew(corpus: Corpus, { report, signal }: Call): Promise<void> {
  const read = turn.then(async () => {
    const started = performance.now();
    const opened = await openFolder(corpus.start, { report, signal, known: corpus.opened });
    corpus.replace(opened, performance.now() - started);
  });
  turn = read.catch(() => undefined);
  return read;
}
