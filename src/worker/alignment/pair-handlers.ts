/** Requests about which documents belong together. */
import { ExpectedFailure } from '../../shared/failure.ts';
import type { DocId } from '../../shared/model.ts';
import type { Corpus } from '../corpus.ts';
import type { Call, Handlers } from '../handler.ts';
import { pairsByContent } from './content-pairs.ts';
import type { ProposedPair } from './pairs.ts';
import { pairsByField, pairsByName, settledPairs } from './pairs.ts';
import type { SettledPair } from './kept-links.ts';

export const pairHandlers: Handlers<'alignment.pairs' | 'alignment.settle'> = {
  'alignment.pairs': async (corpus, { by, field, from, count }, call) => {
    const pairs = settledPairs(corpus, await proposedPairs(corpus, by, field, call));
    return {
      total: pairs.length,
      accepted: pairs.filter(({ state }) => state === 'accepted').length,
      pairs: pairs.slice(from, from + count),
    };
  },

  'alignment.settle': (corpus, { pairs, state }) => {
    const paths = pairs.map(({ a, b }) => named(corpus, a, b));
    if (state === 'proposed') corpus.links.settle([], paths);
    else {
      const known = new Set(pairsByName(corpus.opened.documents).map(({ a, b }) => `${a} ${b}`));
      const settled = pairs.map(({ a, b }, at): SettledPair => ({
        ...paths[at]!,
        state,
        byHand: state === 'accepted' && !known.has(`${Math.min(a, b)} ${Math.max(a, b)}`),
      }));
      corpus.links.settle(settled, []);
    }
    return { pairs: pairs.length };
  },
};

/** @throws ExpectedFailure `bad-request` when a field is meant and none is named, `cancelled` */
export async function proposedPairs(
  corpus: Corpus,
  by: 'name' | 'field' | 'content',
  field: string | undefined,
  call: Call,
): Promise<readonly ProposedPair[]> {
  const { documents } = corpus.opened;
  if (by === 'name') return pairsByName(documents);
  if (by === 'content') return pairsByContent(corpus, call);
  if (field === undefined)
    throw new ExpectedFailure('bad-request', 'To pair documents by a field, name the field, such as subject.');
  return pairsByField(documents, field);
}

/** By their paths, the one that comes first first. @throws ExpectedFailure `no-such-document`, `bad-request` */
function named(corpus: Corpus, a: DocId, b: DocId): { a: string; b: string } {
  const [x, y] = [corpus.document(a).path, corpus.document(b).path];
  if (x === y) throw new ExpectedFailure('bad-request', 'A document is no pair with itself: choose another one.');
  return x < y ? { a: x, b: y } : { a: y, b: x };
}
