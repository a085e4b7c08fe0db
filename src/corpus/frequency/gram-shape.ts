/** Grams of one shape: so many words in a row, or with one of them left open. */
import type { GramLevel } from './gram-level.ts';
import { lengthened, prefixOf } from './gram-level.ts';
import type { GramPlaces } from './gram-places.ts';
import { firstWords } from './gram-places.ts';
import type { PartSpread } from './part-spread.ts';
import { partSpread } from './part-spread.ts';
import type { Stepwise } from './stepwise.ts';
import { inSteps } from './stepwise.ts';

export interface ShapeCounting {
  /** How many different words there are. */
  readonly words: number;
  readonly n: number;
  /** Offset of the slot; null for none. */
  readonly slot: number | null;
  readonly minCount: number;
}

export interface GramShape extends ShapeCounting {
  /** One for each word after the first that is not the slot. */
  readonly levels: readonly GramLevel[];
  readonly counts: Uint32Array;
  /** Different words in the slot of each gram. */
  readonly variants: Uint32Array | null;
  /** Null when nobody asked. */
  readonly spread: PartSpread | null;
}

/** `sizes`: tokens of each document that is counted; null: no spread is asked for. */
export function* countShape(
  places: GramPlaces,
  counting: ShapeCounting,
  sizes: Float64Array | null,
): Stepwise<GramShape> {
  const { words, n, slot, minCount } = counting;
  const offsets = Array.from({ length: n - 1 }, (_, i) => i + 1).filter((offset) => offset !== slot);
  // Pairs need no copy of the words: nothing is written over them.
  const numbered = offsets.length > 1 || slot !== null || sizes !== null;
  const grams = numbered ? yield* firstWords(places) : places.word(0);
  const runs = numbered ? Uint32Array.of(0, places.size) : places.runs;
  let counts = yield* places.counts();
  const levels: GramLevel[] = [];
  for (const offset of offsets) {
    const replay = offset !== offsets.at(-1) || slot !== null || sizes !== null;
    const level = yield* lengthened({ grams, runs, counts }, places.word(offset), words, minCount, replay);
    levels.push(level);
    counts = level.counts;
  }
  let variants: Uint32Array | null = null;
  if (slot !== null) {
    const filler = yield* fillers(places.word(slot), words);
    const { starts } = yield* lengthened({ grams, runs, counts }, filler, words + 1, 1, false);
    variants = yield* differences(starts);
  }
  const spread = sizes && (yield* partSpread(grams, counts, places.documentStart, sizes));
  return { ...counting, levels, counts, variants, spread };
}

/** Words that may stand in a slot: all that are left out as one, `words`. */
function* fillers(slot: Int32Array, words: number): Stepwise<Int32Array> {
  const filler = new Int32Array(slot.length);
  yield* inSteps(slot.length, (from, to) => {
    for (let place = from; place < to; place++) filler[place] = slot[place]! < 0 ? words : slot[place]!;
  });
  return filler;
}

function* differences(starts: Uint32Array): Stepwise<Uint32Array> {
  const lengths = new Uint32Array(starts.length - 1);
  yield* inSteps(lengths.length, (from, to) => {
    for (let at = from; at < to; at++) lengths[at] = starts[at + 1]! - starts[at]!;
  });
  return lengths;
}

/** Words of a gram, null for the slot. */
export function wordsOf({ levels, n, slot }: GramShape, gram: number): (number | null)[] {
  const words: (number | null)[] = [];
  let at = gram;
  let level = levels.length - 1;
  for (let offset = n - 1; offset > 0; offset--) {
    if (offset === slot) {
      words.unshift(null);
      continue;
    }
    words.unshift(levels[level]!.last[at]!);
    at = prefixOf(levels[level--]!, at);
  }
  return [at, ...words];
}
