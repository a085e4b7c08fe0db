/** Keywords against another folder: the words of that one are counted by its own worker, and handed to the target's. */
import type { Params, Result } from '../../shared/contract.ts';
import type { Outcome } from '../../shared/failure.ts';
import { done } from '../../shared/failure.ts';
import type { Corpora } from './corpora.ts';

/** The request with the words of the other folder in it; the request itself when it needs none. */
export async function withReference(
  corpora: Corpora,
  params: Params<'tables.open'>,
): Promise<Outcome<Params<'tables.open'>>> {
  const { table, corpus, job } = params;
  if (table.kind !== 'keywords' || table.reference.kind !== 'corpus' || table.reference.corpus === corpus)
    return done(params);
  const { corpus: other, where } = table.reference;
  // The target's condition and tag are not the reference's, and every word counts: rows are chosen once both sides are known.
  const counting = { ...table.counting, tagged: undefined, where, minCount: 1, minDocuments: 1 };
  const opened = corpora.get(other);
  const outcome = await opened.request('words.counted', { corpus: other, counting, job }, job);
  if (!outcome.ok) return outcome;
  // The worker answers by the contract: see worker-messages.ts.
  const words = outcome.value as Result<'words.counted'>;
  const name = opened.summary?.name ?? '';
  return done({ ...params, table: { ...table, reference: { kind: 'counts', name, words } } });
}
