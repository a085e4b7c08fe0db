/** Documents and dispersion of a few grams, such as those of a page. */
import { mixed } from '../text/mixed.ts';
import { dpNormOf, partsOf } from './dispersion.ts';
import type { GramPlaces } from './gram-places.ts';
import type { PartSpread } from './part-spread.ts';
import type { Stepwise } from './stepwise.ts';
import { tokensAStep } from './stepwise.ts';

export interface CountedGram {
  /** Null for the slot, which is not the first. */
  readonly words: readonly (number | null)[];
  readonly count: number;
}

/** Numbered as they are given. One walk over all places. */
export function* spreadOfGrams(
  places: GramPlaces,
  sizes: Float64Array,
  grams: readonly CountedGram[],
): Stepwise<PartSpread> {
  const parts = partsOf(sizes);
  const first = places.first();
  const table = new GramFinder(places, grams);
  const documents = new Uint32Array(grams.length);
  const dp = new Float64Array(grams.length);
  const inside = new Uint32Array(grams.length);
  const met: number[] = [];
  const visit = (gram: number) => {
    if (inside[gram]!++ === 0) met.push(gram);
  };
  let next = tokensAStep;
  for (let doc = 0; doc < sizes.length; doc++) {
    if (sizes[doc] === 0) continue;
    const to = places.documentStart[doc + 1]!;
    for (let place = places.documentStart[doc]!; place < to; place++) {
      if (table.begins(first[place]!)) table.find(place, first[place]!, visit);
    }
    for (const gram of met) {
      documents[gram]!++;
      dp[gram]! += Math.max(0, inside[gram]! / grams[gram]!.count - sizes[doc]! / parts.tokens);
      inside[gram] = 0;
    }
    met.length = 0;
    if (to < next) continue;
    next = to + tokensAStep;
    yield { done: to, total: places.size };
  }
  return { documents, dp, dpNorm: (gram) => (documents[gram] === 0 ? null : dpNormOf(dp[gram]!, parts)) };
}

/** Finds grams by their first word and the next one that is not a slot. */
class GramFinder {
  private readonly grams: readonly CountedGram[];
  /** Words by offset. */
  private readonly columns: readonly Int32Array[];
  private readonly beginnings: Uint8Array;
  /** Offsets of second words: 1, and 2 where the slot is at 1. */
  private readonly seconds: readonly number[];
  /** First gram of a hash and the next one of the same, each −1 for none. */
  private readonly heads = new Int32Array(4096).fill(-1);
  private readonly others: Int32Array;

  constructor(places: GramPlaces, grams: readonly CountedGram[]) {
    this.grams = grams;
    const longest = grams.reduce((most, { words }) => Math.max(most, words.length), 0);
    this.columns = Array.from({ length: longest }, (_, offset) => places.word(offset));
    const largest = grams.reduce((most, { words }) => Math.max(most, words[0]!), -1);
    this.beginnings = new Uint8Array(largest + 1);
    this.others = new Int32Array(grams.length);
    this.seconds = [...new Set(grams.map(({ words }) => secondOf(words)))];
    for (const [gram, { words }] of grams.entries()) {
      this.beginnings[words[0]!] = 1;
      const hash = this.hash(words[0]!, words[secondOf(words)]!);
      this.others[gram] = this.heads[hash]!;
      this.heads[hash] = gram;
    }
  }

  begins(word: number): boolean {
    return word >= 0 && word < this.beginnings.length && this.beginnings[word] === 1;
  }

  find(place: number, word: number, visit: (gram: number) => void): void {
    for (const offset of this.seconds) {
      const hash = this.hash(word, this.columns[offset]![place]!);
      for (let gram = this.heads[hash]!; gram !== -1; gram = this.others[gram]!) {
        const { words } = this.grams[gram]!;
        if (secondOf(words) === offset && this.stands(words, place)) visit(gram);
      }
    }
  }

  private stands(words: CountedGram['words'], place: number): boolean {
    for (let offset = 0; offset < words.length; offset++) {
      if (words[offset] !== null && this.columns[offset]![place] !== words[offset]) return false;
    }
    return true;
  }

  private hash(first: number, second: number): number {
    return mixed(Math.imul(first, 31) + second) & (this.heads.length - 1);
  }
}

function secondOf(words: CountedGram['words']): number {
  return words[1] === null ? 2 : 1;
}
