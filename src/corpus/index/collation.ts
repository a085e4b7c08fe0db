/**
 * Ranks for sorting words as a dictionary does, so that a sort compares integers.
 *
 * One order for all languages of a corpus, that of the root collation: a list that mixes Macedonian and English has no
 * language of its own. Words that the collation cannot tell apart are ordered by code unit, so that equal rank means
 * equal word.
 */
import type { FoldClassId, TypeId } from '../../shared/model.ts';
import type { Lexicon } from './corpus-index.ts';

const collator = new Intl.Collator('und', { numeric: true });

/** Rank of each type by its folded form: types of one class share a rank. */
export function foldRanks(lexicon: Lexicon): Uint32Array {
  const ranks = ranked(Array.from({ length: lexicon.classes }, (_, cls) => lexicon.foldOf(cls as FoldClassId)));
  return lexicon.classOfType().map((cls) => ranks[cls]!);
}

/** Rank of each type by its form. */
export function formRanks(lexicon: Lexicon): Uint32Array {
  return ranked(Array.from({ length: lexicon.size }, (_, type) => lexicon.form(type as TypeId)));
}

function ranked(words: readonly string[]): Uint32Array {
  const order = Uint32Array.from(words.keys());
  // The words come in code unit order, and the sort is stable: that settles ties.
  order.sort((a, b) => collator.compare(words[a]!, words[b]!));
  const ranks = new Uint32Array(words.length);
  for (let rank = 0; rank < order.length; rank++) ranks[order[rank]!] = rank;
  return ranks;
}
