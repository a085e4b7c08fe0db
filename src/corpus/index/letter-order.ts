/**
 * Words made of nothing but letters that the root collation tells apart at once: its order is then that of their letters, one after
 * another, and a radix sort gives it in a tenth of the time of comparing words. Most folded words are such.
 */
import { orderedBy } from '../query/radix.ts';

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

export function isOfLetters(word: string): boolean {
  const known = letterCodes();
  for (let at = 0; at < word.length; at++) if (known[word.charCodeAt(at)] === 0) return false;
  return true;
}

/** Letters in a key of four bytes. */
const half = 4;

/** `numbers` of words that are all made of such letters, and different, in their order. */
export function inLetterOrder(numbers: readonly number[], words: readonly string[]): Uint32Array {
  const known = letterCodes();
  const high = new Uint32Array(numbers.length);
  const low = new Uint32Array(numbers.length);
  const order = new Uint32Array(numbers.length);
  for (let i = 0; i < numbers.length; i++) {
    high[i] = keyOf(words[numbers[i]!]!, 0, known);
    low[i] = keyOf(words[numbers[i]!]!, half, known);
    order[i] = i;
  }
  const sorted = orderedBy(high, 0xffffffff, orderedBy(low, 0xffffffff, order));
  const compare = (a: number, b: number): number =>
    compareFrom(2 * half, words[numbers[a]!]!, words[numbers[b]!]!, known);
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
function keyOf(word: string, from: number, known: Uint8Array): number {
  let key = 0;
  for (let at = from; at < from + half; at++) key = (key << 8) | (at < word.length ? known[word.charCodeAt(at)]! : 0);
  return key;
}

function compareFrom(from: number, one: string, other: string, known: Uint8Array): number {
  const common = Math.min(one.length, other.length);
  for (let at = from; at < common; at++) {
    const difference = known[one.charCodeAt(at)]! - known[other.charCodeAt(at)]!;
    if (difference !== 0) return difference;
  }
  return one.length - other.length;
}
