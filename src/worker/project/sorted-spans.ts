/** Found spans in the order that was asked for. */
import type { PlacedSpan } from '../../corpus/tagging/placed-spans.ts';
import type { Params } from '../../shared/contract.ts';
import type { Database } from './database.ts';
import { tagsInOrder } from './tag-rows.ts';

/** `found` is by place: by path, and then in text order. */
export function sortedSpans<Found extends PlacedSpan>(
  database: Database,
  found: readonly Found[],
  sort: Params<'spans.find'>['sort'],
): readonly Found[] {
  switch (sort) {
    case 'place':
      return found;
    case 'made':
      return found.toSorted((a, b) => (a.made < b.made ? -1 : a.made > b.made ? 1 : 0));
    case 'tag': {
      // By the first of its tags in the order of the tree.
      const places = new Map(tagsInOrder(database).map(({ tag }, at) => [tag, at]));
      const place = ({ tags }: Found): number => Math.min(...tags.map((tag) => places.get(tag) ?? Infinity));
      const keyed = found.map((span) => ({ span, key: place(span) }));
      return keyed.sort((a, b) => a.key - b.key).map(({ span }) => span);
    }
  }
}
