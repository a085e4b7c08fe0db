/** How a set of types is written most often: a folded form (مدينه) is no word to show. */
import type { TypeId } from '../../shared/model.ts';
import type { Lexicon } from '../index/corpus-index.ts';
import type { TypeRanges } from './type-set.ts';

/** The most frequent of the types as it is written; the first of equals. `types` is not empty. */
export function usualForm(lexicon: Lexicon, types: TypeRanges): string {
  let best = types[0]![0];
  for (const [from, to] of types)
    for (let type = from; type < to; type++)
      if (lexicon.typeCount(type as TypeId) > lexicon.typeCount(best as TypeId)) best = type;
  return lexicon.form(best as TypeId);
}
