/** A query of the contract, asked of an opened folder. */
import type { HitSet } from '../corpus/query/query-result.ts';
import { runQuery } from '../corpus/query/run.ts';
import type { Query } from '../shared/contract.ts';
import { ExpectedFailure } from '../shared/failure.ts';
import type { OpenedFolder } from './open.ts';
import type { Selection } from './selection.ts';
import { hitsIn } from './selection.ts';

/**
 * Its hits in the documents of the selection, in text order.
 * @throws ExpectedFailure as the query says
 */
export function hitsOfQuery(opened: OpenedFolder, query: Query, selection: Selection): HitSet {
  const outcome = runQuery(opened.index, query);
  if (!outcome.ok) {
    const { code, message, ...more } = outcome.error;
    throw new ExpectedFailure(code, message, more);
  }
  return hitsIn(opened, outcome.hits, selection);
}

/** Ends work that nobody waits for any more. @throws ExpectedFailure `cancelled` */
export function goOn(signal: AbortSignal): void {
  if (signal.aborted) throw new ExpectedFailure('cancelled', 'Stopped.');
}
