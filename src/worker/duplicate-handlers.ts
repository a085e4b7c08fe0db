/** Groups of near-duplicate documents, a page at a time. */
import { jaccard, shingleHashes } from '../corpus/metadata/shingles.ts';
import { usualNearDuplicates } from '../corpus/metadata/near-duplicates.ts';
import type { Duplicate } from '../shared/answers.ts';
import { usualShingle } from '../shared/answers.ts';
import type { DocId } from '../shared/model.ts';
import { duplicatesOf } from './duplicates.ts';
import type { Handlers } from './handler.ts';
import type { OpenedFolder } from './open.ts';

export const duplicateHandlers: Handlers<'corpus.duplicates' | 'document.duplicates'> = {
  'corpus.duplicates': async (corpus, { threshold, shingle, from, count }, call) => {
    const { groups } = await duplicatesOf(corpus, { threshold, shingle }, call);
    return {
      total: groups.length,
      documents: groups.reduce((sum, group) => sum + group.length, 0),
      groups: groups.slice(from, from + count).map((group) => groupOf(corpus.opened, group, shingle)),
    };
  },

  'document.duplicates': async (corpus, { doc }, call) => {
    corpus.document(doc);
    const { groups } = await duplicatesOf(corpus, usualNearDuplicates, call);
    const group = groups.find((one) => one.includes(doc)) ?? [];
    const told = group.length === 0 ? [] : groupOf(corpus.opened, group, usualShingle);
    return { others: told.filter((other) => other.doc !== doc) };
  },
};

function groupOf({ index, documents }: OpenedFolder, group: readonly DocId[], shingle: number): Duplicate[] {
  const first = shingleHashes(index, group[0]!, shingle);
  return group.map((doc) => {
    const { path, title, tokens } = documents[doc]!;
    return { doc, path, title, tokens, similarity: jaccard(first, shingleHashes(index, doc, shingle)) };
  });
}
