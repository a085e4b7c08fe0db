/** Near-duplicate documents of a corpus: found in slices between other requests, then remembered as long as the index. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CorpusIndex } from '../corpus/index/corpus-index.ts';
import type { NearDuplicates } from '../corpus/metadata/document-groups.ts';
import type { NearDuplicateOptions } from '../corpus/metadata/near-duplicates.ts';
import { NearDuplicateSearch } from '../corpus/metadata/near-duplicates.ts';
import { goOn } from './in-slices.ts';
import type { Corpus } from './corpus.ts';
import { Superseded } from './corpus.ts';
import type { Call } from './handler.ts';
import { Throttle } from './throttle.ts';

/** Milliseconds at a stretch: requests that come meanwhile are answered as if at once. */
const longestTurn = 12;
/** Milliseconds between two reports. */
const reportInterval = 50;

const remembered = new WeakMap<CorpusIndex, Map<string, NearDuplicates>>();

/**
 * @throws ExpectedFailure `cancelled`; Superseded when the folder was read anew meanwhile, so that what was found is of
 * no use any more
 */
export async function duplicatesOf(
  corpus: Corpus,
  options: NearDuplicateOptions,
  { report, signal }: Call,
): Promise<NearDuplicates> {
  const { index } = corpus.opened;
  const known = remembered.get(index) ?? new Map<string, NearDuplicates>();
  remembered.set(index, known);
  const name = `${options.shingle} ${options.threshold}`;
  const found = known.get(name);
  if (found) return found;
  const search = new NearDuplicateSearch(index, options);
  const turn = new Throttle(longestTurn);
  const reports = new Throttle(reportInterval);
  while (search.step()) {
    if (!turn.due()) continue;
    if (reports.due()) report({ stage: 'duplicates', done: search.done, total: search.steps, what: '' });
    await nextTurn();
    goOn(signal);
    if (corpus.opened.index !== index) throw new Superseded();
  }
  const duplicates = search.result();
  known.set(name, duplicates);
  return duplicates;
}
