/** Grams in the order of a dictionary: word by word, each by its rank, without a text being made of any. */
import { identityOrder, largestInSteps, orderedInSteps } from '../query/radix.ts';
import type { GramLevel } from './gram-level.ts';
import type { GramShape } from './gram-shape.ts';
import type { Stepwise } from './stepwise.ts';
import { inSteps } from './stepwise.ts';

/**
 * The place of every gram, shape after shape, among all of them. `rankOf`: rank of each word; the slot comes before every
 * word. By the last word first, so that in the end the first one decides.
 */
export function* dictionaryPlaces(shapes: readonly GramShape[], rankOf: ArrayLike<number>): Stepwise<Uint32Array> {
  const total = shapes.reduce((sum, { counts }) => sum + counts.length, 0);
  const words = Math.max(0, ...shapes.map(({ n }) => n));
  const walks = shapes.map((shape) => new WordsBackwards(shape));
  let order = identityOrder(total);
  for (let offset = words - 1; offset >= 0; offset--) {
    const ranks = new Uint32Array(total);
    let first = 0;
    for (const [at, walk] of walks.entries()) {
      const { length } = shapes[at]!.counts;
      yield* walk.writeRanks(offset, rankOf, ranks.subarray(first, first + length));
      first += length;
    }
    order = yield* orderedInSteps(ranks, yield* largestInSteps(ranks), order);
  }
  const places = new Uint32Array(total);
  yield* inSteps(total, (from, to) => {
    for (let place = from; place < to; place++) places[order[place]!] = place;
  });
  return places;
}

/** The words of all grams of a shape, one offset after another, from the last to the first. */
class WordsBackwards {
  private readonly shape: GramShape;
  /** Of each gram the shorter one it begins with, as long as the words that were not read yet. */
  private readonly beginnings: Uint32Array;
  private level: number;

  constructor(shape: GramShape) {
    this.shape = shape;
    this.beginnings = identityOrder(shape.counts.length);
    this.level = shape.levels.length - 1;
  }

  *writeRanks(offset: number, rankOf: ArrayLike<number>, into: Uint32Array): Stepwise<void> {
    const { beginnings, shape } = this;
    // The slot has no level, and keeps the zero.
    if (offset === shape.slot) return;
    if (offset === 0) {
      yield* inSteps(into.length, (from, to) => {
        for (let gram = from; gram < to; gram++) into[gram] = 1 + rankOf[beginnings[gram]!]!;
      });
      return;
    }
    const level = shape.levels[this.level--]!;
    const shorter = yield* prefixes(level);
    yield* inSteps(into.length, (from, to) => {
      for (let gram = from; gram < to; gram++) {
        const own = beginnings[gram]!;
        into[gram] = 1 + rankOf[level.last[own]!]!;
        beginnings[gram] = shorter[own]!;
      }
    });
  }
}

function* prefixes({ starts, counts }: GramLevel): Stepwise<Uint32Array> {
  const prefix = new Uint32Array(counts.length);
  yield* inSteps(starts.length - 1, (from, to) => {
    for (let shorter = from; shorter < to; shorter++) prefix.fill(shorter, starts[shorter], starts[shorter + 1]);
  });
  return prefix;
}
