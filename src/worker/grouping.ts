/** Groups of lines by a key of the contract. */
import type { GroupKey as EngineKey, LineGroups } from '../corpus/concordance/groups.ts';
import { groupLines } from '../corpus/concordance/groups.ts';
import { lexiconKey } from '../corpus/query/pattern.ts';
import type { HitSet } from '../corpus/query/query-result.ts';
import type { GroupKey, Query } from '../shared/terms.ts';
import type { OpenedFolder } from './open.ts';
import { fieldOf } from './selection.ts';

/** Words that the query tells apart are told apart in groups, too. */
export function groupsOf({ index, documents }: OpenedFolder, hits: HitSet, query: Query, by: GroupKey): LineGroups {
  return groupLines(index, hits, engineKey(documents, by), lexiconKey(query));
}

function engineKey(documents: OpenedFolder['documents'], by: GroupKey): EngineKey {
  if (typeof by === 'object') return { by: 'document', read: (doc) => fieldOf(documents[doc]!, by.field) };
  if (by === 'match') return { by };
  if (by === 'document') return { by, read: (doc) => documents[doc]!.path };
  return { by: by.startsWith('B') ? 'before' : 'after', distance: Number(by.slice(1)) };
}
