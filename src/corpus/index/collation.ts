/**
 * Ranks for sorting words as a dictionary does, so that a sort compares integers.
 *
 * One order for all languages of a corpus, that of the root collation: a list that mixes Macedonian and English has no
 * language of its own. Words that the collation cannot tell apart are ordered by code unit, so that equal rank means
 * equal word.
 */
import { inLetterOrder, isOfLetters } from './letter-order.ts';
import { stringAt, type JoinedStrings } from './lexicon.ts';

const collator = new Intl.Collator('und', { numeric: true });

/** Rank of each of some different words; those that the collation cannot tell apart stay in the order in which they come. */
export function ranked(words: JoinedStrings): Uint32Array {
  const count = words.starts.length - 1;
  const plain = new Uint32Array(count);
  let plains = 0;
  const others: number[] = [];
  // No strings are made of words that need none: there may be a million of them.
  for (let word = 0; word < count; word++) {
    if (isOfLetters(words, word)) plain[plains++] = word;
    else others.push(word);
  }
  const made = new Map(others.map((word) => [word, stringAt(words, word)]));
  const wordAt = (word: number): string => made.get(word) ?? stringAt(words, word);
  const compare = (a: number, b: number): number => collator.compare(wordAt(a), wordAt(b)) || a - b;
  const order = merged(inLetterOrder(plain.subarray(0, plains), words), others.sort(compare), compare);
  const ranks = new Uint32Array(count);
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
