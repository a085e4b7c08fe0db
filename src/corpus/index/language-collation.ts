/**
 * Ranks of words as the dictionaries of one language have them: ѓ after д in Macedonian, å after z in Swedish. The root
 * order, which the index keeps, is right for most languages; only where a language differs are words sorted once more,
 * from an order that is nearly the right one already.
 */
import type { FoldClassId, Language, TypeId } from '../../shared/model.ts';
import type { CorpusIndex } from './corpus-index.ts';

/** Languages whose order of letters is that of the root collation (CLDR): nothing is sorted for them. */
const untailored = new Set(['und', 'en', 'de', 'fr', 'it', 'nl', 'pt', 'id', 'ga', 'ms', 'sw']);

export type Folding = 'fold' | 'form';

const kept = new WeakMap<CorpusIndex, Map<string, Uint32Array>>();

/** Rank of each type for lines of that language; equal rank = equal word under the folding. Length `lexicon.size`. */
export function languageRank(index: CorpusIndex, folding: Folding, language: Language): Uint32Array {
  const root = index.collationRank(folding);
  if (untailored.has(language) || Intl.Collator.supportedLocalesOf([language]).length === 0) return root;
  const known = kept.get(index) ?? new Map<string, Uint32Array>();
  kept.set(index, known);
  const key = `${folding} ${language}`;
  const ranks = known.get(key) ?? tailored(index, folding, root, new Intl.Collator(language, { numeric: true }));
  known.set(key, ranks);
  return ranks;
}

function tailored({ lexicon }: CorpusIndex, folding: Folding, root: Uint32Array, collator: Intl.Collator): Uint32Array {
  // One type stands for all that share a rank; ranks count words from 0 without a gap in both foldings.
  const typeOfRank: number[] = [];
  root.forEach((rank, type) => {
    typeOfRank[rank] ??= type;
  });
  const classes = folding === 'fold' ? lexicon.classOfType() : undefined;
  const words = typeOfRank.map((type) =>
    classes ? lexicon.foldOf(classes[type]! as FoldClassId) : lexicon.form(type as TypeId),
  );
  const order = [...words.keys()];
  // What stands in order already is found to do so in one pass.
  order.sort((a, b) => collator.compare(words[a]!, words[b]!) || a - b);
  const rankOfRoot = new Uint32Array(words.length);
  order.forEach((rank, place) => {
    rankOfRoot[rank] = place;
  });
  return root.map((rank) => rankOfRoot[rank]!);
}
