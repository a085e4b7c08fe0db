/**
 * Ranks for sorting words as a dictionary does, so that a sort compares integers.
 *
 * One order for all languages of a corpus, that of the root collation: a list that mixes Macedonian and English has no
 * language of its own. Words that the collation cannot tell apart are ordered by code unit, so that equal rank means
 * equal word.
 */
import type { FoldClassId, TypeId } from '../../shared/model.ts';
import type { Lexicon } from './corpus-index.ts';
import { inLetterOrder, isOfLetters } from './letter-order.ts';

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

/** `words` are different ones; those that the collation cannot tell apart stay in the order in which they come. */
export function ranked(words: readonly string[]): Uint32Array {
  const plain: number[] = [];
  const others: number[] = [];
  for (const [at, word] of words.entries()) (isOfLetters(word) ? plain : others).push(at);
  const compare = (a: number, b: number): number => collator.compare(words[a]!, words[b]!) || a - b;
  const order = merged(inLetterOrder(plain, words), others.sort(compare), compare);
  const ranks = new Uint32Array(words.length);
  for (let rank = 0; rank < order.length; rank++) ranks[order[rank]!] = rank;
  return ranks;
}

/** Two sorted lists as one. A place in `many` is looked for where `few` say. */
function merged(many: Uint32Array, few: readonly number[], compare: (a: number, b: number) => number): Uint32Array {
  const all = new Uint32Array(many.length + few.length);
  let from = 0;
  for (const [before, word] of few.entries()) {
    let low = from;
    let high = many.length;
    // Doubling steps: the next place is near, or there are few of them.
    for (let step = 1; low < high && low + step < high; step *= 2) {
      if (compare(many[low + step]!, word) < 0) low += step;
      else high = low + step;
    }
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compare(many[middle]!, word) < 0) low = middle + 1;
      else high = middle;
    }
    all.set(many.subarray(from, low), from + before);
    all[low + before] = word;
    from = low;
  }
  all.set(many.subarray(from), from + few.length);
  return all;
}
