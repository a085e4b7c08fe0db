/**
 * Words made of nothing but letters that the root collation tells apart at once: its order is then that of their letters, one after
 * another, and a radix sort gives it in a tenth of the time of comparing words. Most folded words are such.
 */
import { orderedBy } from '../query/radix.ts';
import type { JoinedStrings } from './lexicon.ts';

/** Without those that Unicode takes apart, as й: a collation looks at the parts. */
const candidates =
  'abcdefghijklmnopqrstuvwxyzабвгдежзиклмнопрстуфхцчшщъыьэюяђєѕіјљњћџ' + 'ءابةتثجحخدذرزسشصضطظعغفقكلمنهوىي';

let codes: Uint8Array | undefined;

/** From 1 on, in the order of the collation, for each letter that differs from all others in more than case or marks; else 0. */
function letterCodes(): Uint8Array {
  if (codes) return codes;
  const order = new Intl.Collator('und').compare;
  const base = new Intl.Collator('und', { sensitivity: 'base' }).compare;
  const letters = Array.from(candidates).sort(order);
  codes = new Uint8Array(0x10000);
  for (const [at, letter] of letters.entries()) {
    const alike = [letters[at - 1], letters[at + 1]].some((other) => other !== undefined && base(letter, other) === 0);
    if (!alike) codes[letter.charCodeAt(0)] = at + 1;
  }
  return codes;
}

export function isOfLetters({ text, starts }: JoinedStrings, word: number): boolean {
  const known = letterCodes();
  const end = starts[word + 1]!;
  for (let at = starts[word]!; at < end; at++) if (known[text.charCodeAt(at)] === 0) return false;
  return true;
}

/** Letters in a key of four bytes. */
const half = 4;

/** `numbers` of words that are all made of such letters, and different, in their order. */
export function inLetterOrder(numbers: Uint32Array, words: JoinedStrings): Uint32Array {
  const known = letterCodes();
  const high = new Uint32Array(numbers.length);
  const low = new Uint32Array(numbers.length);
  const order = new Uint32Array(numbers.length);
  for (let i = 0; i < numbers.length; i++) {
    high[i] = keyOf(words, numbers[i]!, 0, known);
    low[i] = keyOf(words, numbers[i]!, half, known);
    order[i] = i;
  }
  const sorted = orderedBy(high, 0xffffffff, orderedBy(low, 0xffffffff, order));
  const compare = (a: number, b: number): number => compareFrom(2 * half, words, numbers[a]!, numbers[b]!, known);
  for (let from = 0; from < sorted.length;) {
    let to = from + 1;
    const [first, second] = [high[sorted[from]!], low[sorted[from]!]];
    while (to < sorted.length && high[sorted[to]!] === first && low[sorted[to]!] === second) to++;
    if (to - from > 1) sorted.subarray(from, to).sort(compare);
    from = to;
  }
  return sorted.map((at) => numbers[at]!);
}

/** What a word ends before is less than any letter. */
function keyOf({ text, starts }: JoinedStrings, word: number, from: number, known: Uint8Array): number {
  const start = starts[word]! + from;
  const end = starts[word + 1]!;
  let key = 0;
  for (let at = start; at < start + half; at++) key = (key << 8) | (at < end ? known[text.charCodeAt(at)]! : 0);
  return key;
}

function compareFrom(from: number, words: JoinedStrings, one: number, other: number, known: Uint8Array): number {
  const { text, starts } = words;
  const start = starts[one]!;
  const otherStart = starts[other]!;
  const length = starts[one + 1]! - start;
  const otherLength = starts[other + 1]! - otherStart;
  const common = Math.min(length, otherLength);
  for (let at = from; at < common; at++) {
    const difference = known[text.charCodeAt(start + at)]! - known[text.charCodeAt(otherStart + at)]!;
    if (difference !== 0) return difference;
  }
  return length - otherLength;
}
