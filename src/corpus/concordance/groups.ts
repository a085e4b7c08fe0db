/** Lines gathered by what they have in common: the same match, the same neighbour, the same document or metadata value. */
import type { DocId, TokenIndex } from '../../shared/model.ts';
import type { CorpusIndex } from '../index/corpus-index.ts';
import type { HitSet } from '../query/query-result.ts';
import { hitEnd } from '../query/query-result.ts';

export type GroupKey =
  | { readonly by: 'match' }
  /** The word `distance` tokens before or after the match: 1 is the nearest. */
  | { readonly by: 'before' | 'after'; readonly distance: number }
  /** A value of the document, such as its path or a metadata field; undefined = the document lacks it. */
  | { readonly by: 'document'; readonly read: (doc: DocId) => string | undefined };

export interface LineGroup {
  /** What the lines share, case and marks folded where it is words; null when there is no such word or value. */
  readonly value: string | null;
  readonly lines: number;
  /** Documents with at least one of the lines. */
  readonly documents: number;
  /** The first line of the group in text order: its number in the hits. */
  readonly first: number;
}

/** A key per hit: class ids joined for words, so that no text is built until a group is shown. */
function keyReader(
  index: CorpusIndex,
  hits: HitSet,
  key: GroupKey,
): { keyOf: (hit: number) => string; show: (key: string) => string | null } {
  const { lexicon } = index;
  const classOf = lexicon.classOfType();
  const stream = index.stream();
  const words = (from: number, to: number): string => {
    let ids = '';
    for (let token = from; token < to; token++) ids += `${classOf[stream[token]!]!} `;
    return ids;
  };
  const show = (ids: string): string | null =>
    ids === ''
      ? null
      : ids
          .trimEnd()
          .split(' ')
          .map((cls) => lexicon.foldOf(Number(cls) as Parameters<typeof lexicon.foldOf>[0]))
          .join(' ');
  if (key.by === 'match') return { keyOf: (hit) => words(hits.start[hit]!, hitEnd(hits, hit)), show };
  if (key.by === 'document') {
    // A value may be any text, also an empty one: the sign in front tells it from a missing one.
    const keyOf = (hit: number): string => {
      const value = key.read(index.documentOf(hits.start[hit]! as TokenIndex));
      return value === undefined ? '' : `=${value}`;
    };
    return { keyOf, show: (value) => (value === '' ? null : value.slice(1)) };
  }
  const starts = index.documentStart();
  const keyOf = (hit: number): string => {
    const doc = index.documentOf(hits.start[hit]! as TokenIndex);
    const token = key.by === 'before' ? hits.start[hit]! - key.distance : hitEnd(hits, hit) + key.distance - 1;
    return token >= starts[doc]! && token < starts[doc + 1]! ? words(token, token + 1) : '';
  };
  return { keyOf, show };
}

/** Groups with their counts, largest first, then in the order of their first line. Counts sum to `hits.total`. */
export function groupLines(index: CorpusIndex, hits: HitSet, key: GroupKey): LineGroup[] {
  const { keyOf, show } = keyReader(index, hits, key);
  const groups = new Map<string, { lines: number; documents: number; lastDoc: number; first: number }>();
  for (let hit = 0; hit < hits.total; hit++) {
    const value = keyOf(hit);
    const doc = index.documentOf(hits.start[hit]! as TokenIndex);
    const group = groups.get(value);
    if (!group) {
      groups.set(value, { lines: 1, documents: 1, lastDoc: doc, first: hit });
      continue;
    }
    group.lines++;
    // Hits come in text order, so a document is new exactly when it differs from the last one.
    if (group.lastDoc !== doc) group.documents++;
    group.lastDoc = doc;
  }
  return [...groups]
    .map(([value, { lines, documents, first }]) => ({ value: show(value), lines, documents, first }))
    .sort((a, b) => b.lines - a.lines || a.first - b.first);
}
