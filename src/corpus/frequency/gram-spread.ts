/** Documents and dispersion of a few grams, such as those of a page. */
import { mixed } from '../text/mixed.ts';
import { dpNormOf, partsOf } from './dispersion.ts';
import type { GramPlaces } from './gram-places.ts';
import { firstWords } from './gram-places.ts';
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
  const first = yield* firstWords(places);
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
    table.eachOf(first, places.documentStart[doc]!, to, visit);
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

/** So many lists that few of them hold a gram of a page: most places are left after one look. */
const lists = 1 << 16;
/** Stands for any word: the slot, and what comes after a shorter gram. */
const any = -2;

/** Finds grams by their first word and the next one that is not a slot. */
class GramFinder {
  /** Words by offset. */
  private readonly columns: readonly Int32Array[];
  /** Words of each gram, one gram after another, as many as there are columns. */
  private readonly words: Int32Array;
  private readonly beginnings: Uint8Array;
  /** Offset of the second word of each gram: 1, and 2 where the slot is at 1. */
  private readonly second: Uint8Array;
  /** The different ones. */
  private readonly seconds: readonly number[];
  /** First gram of a hash and the next one of the same, each −1 for none. */
  private readonly heads = new Int32Array(lists).fill(-1);
  private readonly others: Int32Array;

  constructor(places: GramPlaces, grams: readonly CountedGram[]) {
    const longest = grams.reduce((most, { words }) => Math.max(most, words.length), 0);
    this.columns = Array.from({ length: longest }, (_, offset) => places.word(offset));
    this.words = new Int32Array(grams.length * longest).fill(any);
    const largest = grams.reduce((most, { words }) => Math.max(most, words[0]!), -1);
    this.beginnings = new Uint8Array(largest + 1);
    this.others = new Int32Array(grams.length);
    this.second = Uint8Array.from(grams, ({ words }) => secondOf(words));
    this.seconds = [...new Set(this.second)];
    for (const [gram, { words }] of grams.entries()) {
      this.words.set(
        words.map((word) => word ?? any),
        gram * longest,
      );
      this.beginnings[words[0]!] = 1;
      const hash = hashOf(words[0]!, words[secondOf(words)]!);
      this.others[gram] = this.heads[hash]!;
      this.heads[hash] = gram;
    }
  }

  /** Every gram that stands at a place `from <= place < to`. */
  eachOf(first: Int32Array, from: number, to: number, visit: (gram: number) => void): void {
    const { beginnings, heads, others, second } = this;
    for (const offset of this.seconds) {
      const next = this.columns[offset]!;
      for (let place = from; place < to; place++) {
        const word = first[place]!;
        if (word < 0 || word >= beginnings.length || beginnings[word] === 0) continue;
        for (let gram = heads[hashOf(word, next[place]!)]!; gram !== -1; gram = others[gram]!) {
          if (second[gram] === offset && this.stands(gram, place)) visit(gram);
        }
      }
    }
  }

  private stands(gram: number, place: number): boolean {
    const { columns, words } = this;
    for (let offset = 0, at = gram * columns.length; offset < columns.length; offset++, at++) {
      if (words[at] !== any && columns[offset]![place] !== words[at]) return false;
    }
    return true;
  }
}

function hashOf(first: number, second: number): number {
  return mixed(Math.imul(first, 31) + second) & (lists - 1);
}

function secondOf(words: CountedGram['words']): number {
  return words[1] === null ? 2 : 1;
}
