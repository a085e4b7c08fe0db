/** Reads the folder of an open corpus again: what has not changed is taken over. */
import type { Corpus } from './corpus.ts';
import type { Call } from './handler.ts';
import type { OpenOptions } from './open.ts';
import { openFolder } from './open.ts';
import type { DamagedSnapshot } from './snapshot/snapshot-file.ts';

/** One after another: each takes over what the one before it read. There is one corpus in a thread. */
let turn: Promise<unknown> = Promise.resolve();

function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  const worked = turn.then(work);
  turn = worked.catch(() => undefined);
  return worked;
}

async function readInto(corpus: Corpus, options: OpenOptions): Promise<void> {
  const started = performance.now();
  const opened = await openFolder(corpus.start, options);
  corpus.replace(opened, performance.now() - started);
}

/** `retrying`: files that took too long are tried again. */
export function readAnew(
  corpus: Corpus,
  { report, signal }: Pick<Call, 'report' | 'signal'>,
  retrying = false,
): Promise<void> {
  return inTurn(async () => {
    // What is taken over must stay where it is meanwhile.
    await corpus.keeper?.stop();
    try {
      await readInto(corpus, { report, signal, known: corpus.opened, retrying });
    } finally {
      corpus.keeper?.keep(corpus.opened);
    }
  });
}

/**
 * After a snapshot proved damaged while `folder` was open: the folder is read as if there had been none. Requests that
 * met the same damage find it done.
 */
export function recover(corpus: Corpus, folder: Corpus['opened'], damage: DamagedSnapshot): Promise<void> {
  return inTurn(async () => {
    if (corpus.opened !== folder) return;
    await corpus.keeper?.drop(damage);
    await readInto(corpus, { report: () => undefined });
    corpus.keeper?.keep(corpus.opened);
  });
}
