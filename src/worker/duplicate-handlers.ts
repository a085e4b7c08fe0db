/** Groups of near-duplicate documents, a page at a time. */
import { jaccard, shingleHashes } from '../corpus/metadata/shingles.ts';
import type { Duplicate } from '../shared/answers.ts';
import type { DocId } from '../shared/model.ts';
import { duplicatesOf } from './duplicates.ts';
import type { Handlers } from './handlers.ts';
import type { OpenedFolder } from './open.ts';

export const duplicateHandlers: Handlers<'corpus.duplicates'> = {
  'corpus.duplicates': async (corpus, { threshold, shingle, from, count }, call) => {
    const { groups } = await duplicatesOf(corpus, { threshold, shingle }, call);
    return {
      total: groups.length,
      documents: groups.reduce((sum, group) => sum + group.length, 0),
      groups: groups.slice(from, from + count).map((group) => groupOf(corpus.opened, group, shingle)),
    };
  },
};

function groupOf({ index, documents }: OpenedFolder, group: readonly DocId[], shingle: number): Duplicate[] {
  const first = shingleHashes(index, group[0]!, shingle);
  return group.map((doc) => {
    const { path, title, tokens } = documents[doc]!;
    return { doc, path, title, tokens, similarity: jaccard(first, shingleHashes(index, doc, shingle)) };
  });
}
