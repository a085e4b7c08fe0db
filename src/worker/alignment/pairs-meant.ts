/** The pairs of documents that a question over many of them means. */
import type { DocId, Language } from '../../shared/model.ts';
import type { PairScope } from '../../shared/parallel.ts';
import type { Corpus } from '../corpus.ts';
import type { Call } from '../handler.ts';
import { proposedPairs } from './pair-handlers.ts';
import { settledPairs } from './pairs.ts';

export interface DocPair {
  readonly a: DocId;
  readonly b: DocId;
}

/** @throws ExpectedFailure `no-such-document`, `bad-request`, `cancelled` */
export async function pairsMeant(
  corpus: Corpus,
  scope: PairScope = { of: 'accepted' },
  call: Call,
): Promise<readonly DocPair[]> {
  switch (scope.of) {
    case 'accepted':
      return settledPairs(corpus, []).filter(({ state }) => state === 'accepted');
    case 'found': {
      const found = settledPairs(corpus, await proposedPairs(corpus, scope.by, scope.field, call));
      return found.filter(({ state }) => state !== 'rejected');
    }
    case 'pair':
      corpus.document(scope.a);
      corpus.document(scope.b);
      return [{ a: scope.a, b: scope.b }];
  }
}

/** Those of two languages, the first document being of the first language. */
export function between(corpus: Corpus, pairs: readonly DocPair[], here: Language, there: Language): DocPair[] {
  return pairs.flatMap(({ a, b }) => {
    const languages = [corpus.document(a).language, corpus.document(b).language] as const;
    if (languages[0] === here && languages[1] === there) return [{ a, b }];
    return languages[1] === here && languages[0] === there ? [{ a: b, b: a }] : [];
  });
}
