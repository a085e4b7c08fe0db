/** Groups of lines by a key of the contract. */
import type { GroupKey as EngineKey, LineGroups } from '../corpus/concordance/groups.ts';
import { groupLines } from '../corpus/concordance/groups.ts';
import { lexiconKey } from '../corpus/query/pattern.ts';
import type { HitSet } from '../corpus/query/query-result.ts';
import type { GroupKey, Query } from '../shared/terms.ts';
import type { Corpus } from './corpus.ts';
import { verdictsOf } from './line-columns.ts';
import { fieldOf } from './selection.ts';

/** Words that the query tells apart are told apart in groups, too. */
export function groupsOf(corpus: Corpus, hits: HitSet, query: Query, by: GroupKey): LineGroups {
  return groupLines(corpus.opened.index, hits, engineKey(corpus, hits, by), lexiconKey(query));
}

function engineKey(corpus: Corpus, hits: HitSet, by: GroupKey): EngineKey {
  const { documents } = corpus.opened;
  if (typeof by === 'object') return { by: 'document', read: (doc) => fieldOf(documents[doc]!, by.field) };
  if (by === 'match') return { by };
  if (by === 'verdict') {
    const verdicts = verdictsOf(corpus, hits);
    return { by: 'line', read: (hit) => verdicts.get(hit) };
  }
  if (by === 'document') return { by, read: (doc) => documents[doc]!.path };
  return { by: by.startsWith('B') ? 'before' : 'after', distance: Number(by.slice(1)) };
}
